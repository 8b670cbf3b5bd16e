import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { editVisit } from '../changes/edit-visit.ts'
import { startMove } from './ask-move.ts'

/** Who asks that a visit be moved: a coordinator moves it at once, a team's leader gets the form for the request. */
export const moveOrAsk: UseCase<IntentOf<'move.ask.form'>> = async (ctx, intent, values) => {
  if (!ctx.actor.roles.has('coordinator')) return await startMove(ctx, intent, values)
  return await editVisit(ctx, { ...intent, kind: 'visit.check.form' }, values)
}

/** Who wants a visit changed: the same the other way round. What is new is planned by coordinators alone. */
export const changeOrAsk: UseCase<IntentOf<'visit.check.form'>> = async (ctx, intent, values) => {
  if (ctx.actor.roles.has('coordinator')) return await editVisit(ctx, intent, values)
  const { day, time, endDay, endTime, shiftDays, visit, number, unit, another, team, reason } = intent
  const named = visit !== undefined || number !== undefined || unit !== undefined
  if (!named || another === true || team !== undefined) throw new Refusal('not-allowed')
  const times = { day, time, endDay, endTime, shiftDays }
  return await startMove(ctx, { kind: 'move.ask.form', visit, number, unit, ...times, reason }, values)
}
