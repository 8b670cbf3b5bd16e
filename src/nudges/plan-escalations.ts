import { dayIn } from '../calendar/zoned.ts'
import { peopleWithRole } from '../people/members.ts'
import { atWork } from './at-work.ts'
import { escalationKey, longOverdue } from './long-overdue.ts'
import type { NudgeContext, Planned, Planner, Reason } from './planned.ts'

/**
 * Names members who are long overdue to the coordinators, each once a round and deadline; one message a coordinator and
 * day, within their office hours.
 */
export const planEscalations: Planner = async (ctx) => {
  const overdue = await longOverdue(ctx)
  if (overdue.length === 0) return []
  const planned: Planned[] = []
  for (const { id: personId, zone } of await coordinators(ctx)) {
    if (!atWork(ctx.calendar, zone, ctx.now)) continue
    const day = dayIn(ctx.now, zone)
    const done = await ctx.db.nudge.findMany({
      where: { kind: 'escalation', personId },
      select: { key: true, step: true },
    })
    // Who is overdue since this morning's message is named tomorrow.
    if (done.some((one) => one.step === day)) continue
    const keys = new Set(done.map((one) => one.key))
    const reasons = overdue
      .flatMap(({ id, dueAt, people }) =>
        people.map((subject): Reason => {
          const key = escalationKey(id, dueAt, subject, personId)
          return { key, kind: 'escalation', roundId: id, subject, step: day }
        }),
      )
      .filter((reason) => !keys.has(reason.key))
    if (reasons.length === 0) continue
    const post = { key: `escalation:${day}:${personId}`, personId, letter: { kind: 'escalation', day } }
    planned.push({ post, reasons })
  }
  return planned
}

async function coordinators(ctx: NudgeContext): Promise<readonly { id: string; zone: string }[]> {
  const [people, zones] = await Promise.all([
    peopleWithRole(ctx, 'coordinator'),
    ctx.db.person.findMany({ where: { timeZone: { not: null } }, select: { id: true, timeZone: true } }),
  ])
  const own = new Map(zones.map((one) => [one.id, one.timeZone]))
  return people.map(({ id }) => ({ id, zone: own.get(id) ?? ctx.zone }))
}
