import { addWorkingDays } from '../calendar/working-days.ts'
import { dayIn, toInstant } from '../calendar/zoned.ts'
import type { Db } from '../database/open.ts'
import { peopleWithRole } from '../people/members.ts'
import type { NudgeContext } from './planned.ts'
import { ladderOf } from './round-ladder.ts'

/** A round, and which of those asked are so long past its deadline that coordinators are told. */
export type LongOverdue = { readonly id: string; readonly dueAt: Date; readonly people: readonly string[] }

/**
 * Rounds that take late answers and where silence counts for nothing, from the set number of working days past the
 * deadline on, each with today's members who were asked and have not answered. `only`: of these rounds.
 */
export async function longOverdue(ctx: NudgeContext, only?: readonly string[]): Promise<readonly LongOverdue[]> {
  const rows = await ctx.db.round.findMany({
    where: { state: 'open', late: 'accept', silence: 'none', dueAt: { lte: ctx.now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { id: true, dueAt: true, ladder: true, item: { select: { plan: { select: { ladder: true } } } } },
  })
  const rounds = rows.filter((row) => {
    if (only?.includes(row.id) === false) return false
    const { escalateAfter, at } = ladderOf(row, row.item.plan)
    const day = addWorkingDays(ctx.calendar, dayIn(row.dueAt, ctx.zone), escalateAfter)
    return toInstant(day, at, ctx.zone) <= ctx.now
  })
  if (rounds.length === 0) return []
  const members = new Set((await peopleWithRole(ctx, 'member')).map((one) => one.id))
  const overdue: LongOverdue[] = []
  for (const { id, dueAt } of rounds) {
    const people = (await missingIn(ctx.db, id)).filter((person) => members.has(person))
    if (people.length > 0) overdue.push({ id, dueAt, people })
  }
  return overdue
}

async function missingIn(db: Db, roundId: string): Promise<readonly string[]> {
  const [asked, opinions] = await Promise.all([
    db.asked.findMany({ where: { roundId }, select: { personId: true } }),
    db.opinion.findMany({ where: { roundId }, select: { personId: true } }),
  ])
  const answered = new Set(opinions.map((one) => one.personId))
  return asked.map((one) => one.personId).filter((id) => !answered.has(id))
}

/** Of an escalation, for ever: a round, the deadline that was missed, who missed it, and who is told. */
export const escalationKey = (round: string, dueAt: Date, member: string, coordinator: string): string =>
  `escalation:${round}:${dueAt.toISOString()}:${member}:${coordinator}`
