import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { VisitState } from '../../contract/intent.ts'
import type { Mark, Move } from '../../contract/page.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'

/** Which mark stands for how far a visit has come. */
export const marks: Record<VisitState, Mark> = {
  planned: 'none',
  confirmed: 'amend',
  done: 'agree',
  cancelled: 'oppose',
}

/** What opens the form that moves a visit; for coordinators, of visits that are still to come about. */
export function moveOf({ texts: t, actor, zone }: Context, visit: SeenVisit): Move | undefined {
  const { state, day, details } = visit
  if (!actor.roles.has('coordinator') || (state !== 'planned' && state !== 'confirmed') || day === null)
    return undefined
  const last = details?.ends == null ? day : dayIn(details.ends, zone)
  return {
    label: t.desk.visits.move,
    intent: { kind: 'visit.check.form', visit: visit.id },
    // The end goes along where it has a day of its own: a form takes a new day for a visit of one.
    days: [{ field: 'day', day }, ...(last === day ? [] : [{ field: 'endDay', day: last }])],
  }
}
