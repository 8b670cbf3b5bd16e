import { missingIn } from '../../opinions/rounds/who-counts.ts'
import { openWithLadder } from '../ladder/open-rounds.ts'
import type { NudgeContext } from '../planned.ts'
import { isLongOverdue, type LongOverdue } from './escalation-messages.ts'

/**
 * Open rounds that are long overdue (`isLongOverdue`), each with today's members who were asked and have not answered.
 * `only`: of these rounds.
 */
export async function longOverdue(ctx: NudgeContext, only?: readonly string[]): Promise<readonly LongOverdue[]> {
  const rounds = (await openWithLadder(ctx)).filter(
    (round) => only?.includes(round.id) !== false && round.dueAt <= ctx.now && isLongOverdue(ctx, round, ctx.now),
  )
  const overdue: LongOverdue[] = []
  for (const round of rounds) {
    const people = await missingIn(ctx, round)
    if (people.length > 0) overdue.push({ id: round.id, dueAt: round.dueAt, people })
  }
  return overdue
}
