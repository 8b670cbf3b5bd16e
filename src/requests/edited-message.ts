import type { Context, Outcome } from '../context.ts'
import { messageKey } from '../contract/delivery-key.ts'
import { presentName } from '../contract/former-intents.ts'
import type { Inbound } from '../contract/inbound.ts'
import { Intent } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Db, Write } from '../database/db.ts'
import { replace } from '../database/statements.ts'
import { loadSeat } from '../opinions/answering/draft.ts'
import { latestRoundId, titleOf } from '../opinions/rounds/rounds.ts'

/** How long an edit of a message is still answered. */
const keptMs = 400 * 86_400_000

/**
 * Remembers that this message became a draft or an action, with what shows it: the intent without the words. Nothing
 * where the platform does not name messages, or nobody typed.
 */
export function remembered(db: Db, inbound: Inbound, intent: Intent, now: Date): readonly Write[] {
  if (inbound.message === undefined || inbound.input.kind !== 'typed') return []
  const shows: Intent =
    intent.kind === 'opinion.type' ? { kind: intent.kind, item: intent.item } : { kind: 'home.show' }
  const row = { id: messageKey(inbound.from, inbound.message), at: now, intent: JSON.stringify(shows) }
  return [replace(db, 'ActedMessage', row)]
}

/** The intent that shows what the message became; undefined where it became nothing. */
async function shownBy(db: Db, inbound: Inbound): Promise<Intent | undefined> {
  if (inbound.message === undefined) return undefined
  const row = await db.actedMessage.findUnique({ where: { id: messageKey(inbound.from, inbound.message) } })
  return row === null ? undefined : Intent.safeParse(presentName('pressed', JSON.parse(row.intent))).data
}

/**
 * An earlier message was edited or deleted: what became of it stays as it is, and that is said, with a button to where it
 * can be changed. Silence where the message was chatter, a question, or a form asked for.
 */
export async function answerEdit(ctx: Context, inbound: Inbound): Promise<Outcome> {
  const intent = await shownBy(ctx.db, inbound)
  if (intent === undefined) return { reply: { kind: 'none' } }
  const { edits: t, buttons: b } = ctx.texts
  const what = inbound.input.kind === 'deleted' ? t.deleted : t.edited
  const became = intent.kind === 'opinion.type' ? await opinionNow(ctx, intent.item) : undefined
  const text = `${what} ${became ?? t.actionStays}`
  const button =
    became === undefined ? { label: b.home, intent: { kind: 'home.show' } as const } : { label: b.openMine, intent }
  const blocks = [{ kind: 'text', text, tone: 'warning' } as const, { kind: 'buttons', buttons: [button] } as const]
  return { reply: { kind: 'message', message: { text, blocks } } }
}

/** What there is of the person's opinion now; undefined where the round is not theirs to answer any more. */
async function opinionNow(ctx: Context, item: string): Promise<string | undefined> {
  const { edits: t } = ctx.texts
  try {
    const { round, draft, opinion } = await loadSeat(ctx, await latestRoundId(ctx, item), ctx.actor.id)
    const title = titleOf(round.item, ctx)
    if (draft !== undefined) return t.draftStays(title)
    return opinion === undefined ? undefined : t.opinionStays(title)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Forgets what nobody will edit any more. */
export async function forgetActedMessages(db: Db, now: Date): Promise<void> {
  await db.actedMessage.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
}
