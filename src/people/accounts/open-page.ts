import { record } from '../../audit/record.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { addressOfPlace } from '../../contract/place.ts'
import { hashOfToken, newToken } from './link-token.ts'
import { publicAddress } from './public-address.ts'

/** How long a link to a page can be followed. Whoever has entered stays: see `webSessionOf`. */
const validMinutes = 10

/**
 * A link to a page for the one who asks, from a chat: it is followed at once or not at all, so it is good for minutes. Others
 * that the person holds stay good. What is stored is its hash.
 */
export const openPage: UseCase<IntentOf<'page.open'>> = async (ctx, { place }) => {
  const { db, now, actor, texts: t } = ctx
  const address = await publicAddress(ctx, actor.id)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + validMinutes * 60_000)
  const text = t.desk.link(validMinutes)
  const url = `${address}/enter/${token}${addressOfPlace(place)}`
  return {
    reply: {
      kind: 'message',
      message: {
        text,
        blocks: [
          { kind: 'text', text },
          { kind: 'buttons', buttons: [{ label: t.desk.follow, style: 'primary', url }] },
        ],
      },
    },
    // The link is a key: a redelivery gets none, and a press makes another.
    again: { kind: 'message', message: { text: t.desk.linkAgain } },
    writes: [
      db.login.create({
        data: {
          ...{ tokenHash: hashOfToken(token), personId: actor.id, madeById: actor.id },
          ...{ createdAt: now, expiresAt, brief: true },
        },
        select: { tokenHash: true },
      }),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'page.open',
        subject: actor.key,
        facts: { page: place.page, until: expiresAt.toISOString() },
      }),
    ],
    rests: [],
  }
}
