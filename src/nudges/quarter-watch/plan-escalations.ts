import { holdersOf } from '../../people/members.ts'
import { atWork } from '../ladder/at-work.ts'
import type { Planner } from '../planned.ts'
import { escalationMessages } from './escalation-messages.ts'
import { longOverdue } from './long-overdue.ts'

/** Names members who are long overdue to the coordinators, as `escalationMessages` says. */
export const planEscalations: Planner = async (ctx) => {
  const overdue = await longOverdue(ctx)
  if (overdue.length === 0) return []
  const awake = (await holdersOf(ctx, 'coordinator'))
    .map(({ id, timeZone }) => ({ id, zone: timeZone ?? ctx.zone }))
    .filter(({ zone }) => atWork(ctx.calendar, zone, ctx.now))
  if (awake.length === 0) return []
  const told = await ctx.db.nudge.findMany({
    where: { kind: 'escalation', personId: { in: awake.map(({ id }) => id).slice(0, 500) } },
    select: { key: true, step: true, personId: true },
  })
  const byReader = Map.groupBy(told, (row) => row.personId)
  const readers = awake.map((reader) => ({ ...reader, told: byReader.get(reader.id) ?? [] }))
  return escalationMessages(ctx, overdue, readers, ctx.now)
}
