import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import type { Message } from '../../../contract/message.ts'
import { mayReadOthers } from '../../answering/read-opinion.ts'
import { type Round, roundMeant } from '../../rounds/rounds.ts'
import { readingRefusal } from '../reading-refusal.ts'
import { type AnsweredRemark, readAnswered } from './answered-remarks.ts'
import { answersCard } from './cards/answers-card.ts'

/**
 * The remarks of a round with what the drafting agency answers, those without an answer first: for the agency, once the
 * round has closed, and for coordinators to read. Refuses everybody else.
 */
export const listAnswers: UseCase<IntentOf<'answer.list'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  if (!mayReadOthers(ctx, round)) throw readingRefusal(ctx, round)
  const message = await answersMessage(ctx, round, { page: intent.page ?? 0 })
  const replaces = intent.page === undefined ? {} : { replaces: true as const }
  return { reply: { kind: 'message', message, ...replaces } }
}

/** The list as a message, with what has just been done above it. */
export async function answersMessage(
  ctx: Context,
  round: Round,
  shown: {
    readonly page?: number
    readonly said?: string
    /** As they will stand, where they are being changed. */
    readonly remarks?: readonly AnsweredRemark[]
  } = {},
): Promise<Message> {
  return answersCard(ctx, round, shown.remarks ?? (await readAnswered(ctx, round)), shown)
}
