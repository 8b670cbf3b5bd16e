import type { Context } from '../../../context.ts'
import { type AnswerProgress, countAnswered } from '../../known-remarks/count-answered.ts'
import { takingAnswers } from '../../rounds/phase.ts'
import { findRounds, type Round } from '../../rounds/rounds.ts'
import { mayAnswer } from './may-answer.ts'

/** Of the rounds that closed within a year the last ones: each is read whole to be counted. */
const mostRounds = 3
const yearMs = 366 * 24 * 60 * 60 * 1000

/** Rounds whose remarks the actor's agency has not answered and settled yet, or has to look at again, those that closed last, with how far it has come. */
export async function roundsToAnswer(
  ctx: Context,
): Promise<readonly { readonly round: Round; readonly progress: AnswerProgress }[]> {
  const { actor, now } = ctx
  if (!actor.roles.has('drafter') || actor.organisation === null) return []
  const rounds = await findRounds(ctx, {
    item: { draftingAgency: actor.organisation },
    NOT: [{ state: 'withdrawn' }, takingAnswers(now)],
    dueAt: { gte: new Date(now.getTime() - yearMs) },
  })
  const waiting: { round: Round; progress: AnswerProgress }[] = []
  for (const round of rounds.filter((one) => mayAnswer(ctx, one)).toReversed()) {
    if (waiting.length === mostRounds) break
    const progress = await countAnswered(ctx, round.id)
    if (progress.open + progress.drafts + progress.objected > 0) waiting.push({ round, progress })
  }
  return waiting
}
