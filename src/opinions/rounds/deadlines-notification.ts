import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Composed } from '../../outbox/delivery/compose.ts'
import { readBoard } from '../boards/read-board.ts'
import { type CountedRound, deadlinesCard } from '../cards/deadlines-card.ts'
import { phase } from './phase.ts'
import { findRound, type Round } from './rounds.ts'

const PassedDeadline = z.object({
  round: z.uuid(),
  /** The round's, when this was written. */
  revision: z.number().int(),
  /** The deadline closed it: late answers are refused. */
  closed: z.boolean(),
})
type PassedDeadline = z.infer<typeof PassedDeadline>

/** The deadlines of several rounds, handled at once, to somebody who follows them. */
export const DeadlinesNotification = z.object({ kind: z.literal('rounds-due'), rounds: z.array(PassedDeadline).min(1) })
export type DeadlinesNotification = z.infer<typeof DeadlinesNotification>

/**
 * The rounds that stand as they did when their deadline passed, with their counts: one that was extended or reopened
 * since has a message of its own. Dropped where none is left, and for who follows rounds no more.
 */
export async function composeDeadlines(ctx: Context, letter: DeadlinesNotification): Promise<Composed> {
  const { roles } = ctx.actor
  if (!roles.has('coordinator') && !roles.has('drafter'))
    return { drop: 'neither coordinator nor drafting agency any more' }
  const rounds: CountedRound[] = []
  for (const passed of letter.rounds) {
    const round = await findRound(ctx, passed.round)
    if (round !== undefined && standsAs(ctx, round, passed)) rounds.push({ round, board: await readBoard(ctx, round) })
  }
  return rounds.length === 0 ? { drop: 'the rounds have changed since' } : { message: deadlinesCard(ctx, rounds) }
}

const standsAs = (ctx: Context, round: Round, { revision, closed }: PassedDeadline): boolean =>
  round.revision === revision && (phase(round, ctx.now) === 'closed') === closed
