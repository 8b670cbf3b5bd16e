import type { Context } from '../../context.ts'
import type { Fact } from '../../contract/message.ts'
import type { SeenVisit } from '../schedule/read-schedule.ts'
import { spanWords } from './span-words.ts'

type Reader = Pick<Context, 'texts' | 'zone'>

/** A visit as labelled lines: unit, team and time, and whatever else the reader may see of it. */
export function factsOf(ctx: Reader, visit: SeenVisit): readonly Fact[] {
  const { visits: t, moves, called } = ctx.texts
  return [
    { label: t.unit, value: called(visit.unit.name) },
    { label: t.team, value: called(visit.team.name) },
    { label: moves.when, value: timeOf(ctx, visit) },
    ...detailsOf(ctx, visit),
  ]
}

/** Place, leader and state; nothing where the reader may not see them. */
export function detailsOf({ texts }: Pick<Context, 'texts'>, { details, state }: SeenVisit): readonly Fact[] {
  const { visits: t, schedule } = texts
  if (details === undefined) return []
  const { leaders, place } = details
  return [
    { label: t.place, value: place ?? t.notStated },
    { label: t.leader, value: leaders.length === 0 ? schedule.noLeader : texts.list(leaders) },
    { label: t.state, value: schedule.states[state] },
  ]
}

/**
 * From when to when, as far as the reader may see it. Of several days each end has its own day and time: `24/06 –
 * 26/06, 14:00–11:00` reads as if each day began at 14:00.
 */
export function timeOf(ctx: Reader, { day, lastDay, details }: SeenVisit): string {
  const { texts: t } = ctx
  if (details !== undefined) return spanWords(ctx, details)
  if (day === null) return t.schedule.noDay
  return lastDay === undefined ? t.dayWithWeekday(day) : t.moves.span(t.dayWithWeekday(day), t.dayWithWeekday(lastDay))
}
