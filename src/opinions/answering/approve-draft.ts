import { record } from '../../audit/record.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { opinionCard } from '../cards/opinion-card.ts'
import { loadSeat, requireOpen } from './draft.ts'

/**
 * Makes a delegate's draft the member's own, as it stood at the revision shown, so that one who may transmit can send
 * it. Approved twice changes nothing; a draft changed since is shown instead.
 */
export const approveDraft: UseCase<IntentOf<'draft.approve'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const seat = await loadSeat(ctx, intent.round, actor.id)
  const open = requireOpen(ctx, seat.round)
  const { draft, writer: _, ...rest } = seat
  if (draft === undefined || draft.byId === null)
    return { reply: { kind: 'message', message: opinionCard(ctx, seat), replaces: true } }
  const changed = draft.revision !== intent.revision
  const card = opinionCard(
    ctx,
    changed ? seat : { ...rest, draft: { ...draft, byId: null, revision: draft.revision + 1 } },
  )
  const note = changed
    ? ({ kind: 'text', text: t.opinion.draftChanged, tone: 'warning' } as const)
    : ({ kind: 'text', text: t.delegation.approved, tone: 'strong' } as const)
  return {
    reply: { kind: 'message', message: { ...card, blocks: [note, ...(card.blocks ?? [])] }, replaces: true },
    writes: changed
      ? []
      : [
          db.opinionDraft.update({
            where: { id: draft.id, revision: draft.revision },
            data: { byId: null, revision: draft.revision + 1, updatedAt: now },
            select: { id: true },
          }),
          record(db, {
            at: now,
            actor: actor.key,
            deed: 'draft.approve',
            subject: seat.round.id,
            facts: { person: actor.id, writtenBy: draft.byId, revision: draft.revision + 1 },
          }),
        ],
    rests: [open],
  }
}
