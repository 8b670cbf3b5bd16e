import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { startMove } from './ask-move.ts'
import { editVisit } from './edit-visit.ts'

/** The request for a leader; a coordinator, who moves a visit without asking, gets the form for that. */
export const moveOrAsk: UseCase<IntentOf<'move.ask'>> = async (ctx, intent, values) => {
  if (!ctx.actor.roles.has('coordinator')) return await startMove(ctx, intent, values)
  return await editVisit(ctx, { ...intent, kind: 'visit.edit' }, values)
}
