import type { Context } from '../../../context.ts'
import { mayReadOthers } from '../../answering/read-opinion.ts'
import { takingAnswers } from '../../rounds/phase.ts'
import { findRounds, type Round } from '../../rounds/rounds.ts'

const yearMs = 366 * 24 * 60 * 60 * 1000

/**
 * Rounds that closed within a year of which somebody may mean the answers who names none, those that closed last first: all
 * for coordinators, those of its items for the drafting agency, and for an author those in which they were told one.
 */
export async function roundsWithAnswers(ctx: Context): Promise<readonly Round[]> {
  const { actor, now } = ctx
  const rounds = await findRounds(ctx, {
    NOT: [{ state: 'withdrawn' }, takingAnswers(now)],
    dueAt: { gte: new Date(now.getTime() - yearMs) },
  })
  const told = new Set(
    (
      await ctx.db.remarkAnswer.findMany({
        where: { personId: actor.id, toldOutcome: { not: null } },
        select: { roundId: true },
      })
    ).map(({ roundId }) => roundId),
  )
  return rounds.filter((round) => mayReadOthers(ctx, round) || told.has(round.id)).toReversed()
}
