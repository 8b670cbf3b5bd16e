import { record } from '../../audit/record.ts'
import type { Context } from '../../context.ts'
import type { Write } from '../../database/db.ts'
import { put } from '../../outbox/put.ts'
import type { Acting } from './acting.ts'

/** The log of what a delegate does to a member's draft; nothing where the member acts. */
export function recordDelegate(
  ctx: Context,
  { seat, personId, byId }: Acting,
  deed: 'draft.save' | 'draft.discard',
  revision: number,
): readonly Write[] {
  if (byId === null) return []
  const facts = { person: personId, by: byId, revision }
  return [record(ctx.db, { at: ctx.now, actor: ctx.actor.key, deed, subject: seat.round.id, facts })]
}

/** Tells the member that a draft was prepared for them: once for each delegate and round. */
export async function tellOfDraft(ctx: Context, { seat, personId, byId }: Acting): Promise<readonly Write[]> {
  if (byId === null) return []
  const { id } = seat.round
  const key = `delegate-draft:${id}:${personId}:${byId}`
  const before = await ctx.db.outbox.findUnique({ where: { key }, select: { id: true } })
  if (before !== null) return []
  const letter = { kind: 'delegate-draft', round: id, card: true }
  return [put(ctx.db, [{ key, personId, letter, subject: id }], ctx.now)]
}
