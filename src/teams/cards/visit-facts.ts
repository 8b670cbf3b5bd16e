import type { Context } from '../../context.ts'
import type { Fact } from '../../contract/message.ts'
import type { SeenVisit } from '../read-schedule.ts'

/** A visit as labelled lines: unit, team and days, and whatever else the reader may see of it. */
export function factsOf(ctx: Pick<Context, 'texts'>, visit: SeenVisit): readonly Fact[] {
  const { visits: t, dayWithWeekday } = ctx.texts
  const { day, lastDay, team, unit } = visit
  return [
    { label: t.unit, value: unit.name },
    { label: t.team, value: team.name },
    { label: t.day, value: day === null ? t.noDay : dayWithWeekday(day) },
    ...(lastDay === undefined ? [] : [{ label: t.until, value: dayWithWeekday(lastDay) }]),
    ...detailsOf(ctx, visit),
  ]
}

/** Times, place, leader and state; nothing where the reader may not see them. */
export function detailsOf({ texts }: Pick<Context, 'texts'>, { details, state }: SeenVisit): readonly Fact[] {
  const { visits: t, schedule } = texts
  if (details === undefined) return []
  const { time, endTime, leaders, place } = details
  return [
    ...(time === null ? [] : [{ label: t.time, value: endTime === null ? time : `${time}–${endTime}` }]),
    { label: t.place, value: place ?? t.notStated },
    { label: t.leader, value: leaders.length === 0 ? schedule.noLeader : texts.list(leaders) },
    { label: t.state, value: schedule.states[state] },
  ]
}
