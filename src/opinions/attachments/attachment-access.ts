import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { forItem, grantsTo } from '../../people/delegated.ts'
import { mayReadOthers } from '../answering/read-opinion.ts'
import { loadRound } from '../rounds/rounds.ts'

type Which = { readonly round: string; readonly person: string; readonly sha256: string }

/**
 * A file that goes with what somebody wrote in a round, for who may read it: the author and their delegates, drafts
 * included; coordinators, and from closing on the agency that drafts the item, of what was sent. Refuses everybody else,
 * and a file that goes with nothing there.
 */
export async function findAttachment(ctx: Context, { round: id, person, sha256 }: Which) {
  const { db, actor } = ctx
  const round = await loadRound(ctx, id)
  const own = person === actor.id
  const inDraft = { sha256, draft: { roundId: id, personId: person } }
  const select = { name: true, content: { select: { mediaType: true } } } as const
  const acts = own || forItem(await grantsTo(ctx, actor.id, person), round.itemId).length > 0
  if (!acts && !mayReadOthers(ctx, round)) throw new Refusal('not-allowed')
  // A delegate reads the current opinion alone.
  const all = own || mayReadOthers(ctx, round)
  const latest = await db.opinion.findFirst({
    where: { roundId: id, personId: person },
    orderBy: { version: 'desc' },
    select: { id: true },
  })
  const sent = { sha256, opinion: { roundId: id, personId: person, ...(all ? {} : { id: latest?.id ?? '' }) } }
  const found =
    (await db.opinionFile.findFirst({ where: sent, select, orderBy: { opinion: { version: 'desc' } } })) ??
    (acts ? await db.draftFile.findFirst({ where: inDraft, select }) : null)
  if (found === null) throw new Refusal('no-such-attachment')
  return { round, name: found.name, mediaType: found.content.mediaType }
}
