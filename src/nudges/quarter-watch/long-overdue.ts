import { missingIn } from '../../opinions/rounds/who-counts.ts'
import { roundFacts } from '../ladder/round-ladder.ts'
import type { NudgeContext } from '../planned.ts'
import { isLongOverdue, type LongOverdue } from './escalation-messages.ts'

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
  const rounds = rows.filter(
    (row) => only?.includes(row.id) !== false && isLongOverdue(ctx, roundFacts(row, row.item.plan), ctx.now),
  )
  const overdue: LongOverdue[] = []
  for (const round of rounds) {
    const people = await missingIn(ctx, round)
    if (people.length > 0) overdue.push({ id: round.id, dueAt: round.dueAt, people })
  }
  return overdue
}
