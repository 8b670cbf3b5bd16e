import type { Db } from '../database/open.ts'
import { peopleWithRole } from '../people/members.ts'
import { isLongOverdue, type LongOverdue } from './escalation-messages.ts'
import type { NudgeContext } from './planned.ts'
import { roundFacts } from './seats-to-nudge.ts'

/**
 * Open rounds that are long overdue (`isLongOverdue`), each with today's members who were asked and have not answered.
 * `only`: of these rounds.
 */
export async function longOverdue(ctx: NudgeContext, only?: readonly string[]): Promise<readonly LongOverdue[]> {
  const rows = await ctx.db.round.findMany({
    where: { state: 'open', late: 'accept', silence: 'none', dueAt: { lte: ctx.now } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    include: { item: { select: { plan: { select: { ladder: true } } } } },
  })
  const rounds = rows
    .filter((row) => only?.includes(row.id) !== false)
    .map((row) => roundFacts(row, row.item.plan))
    .filter((round) => isLongOverdue(ctx, round, ctx.now))
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
