import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import type { Message } from '../../../contract/message.ts'
import { mayReadOthers } from '../../answering/read-opinion.ts'
import { type Round, roundMeant } from '../../rounds/rounds.ts'
import { readingRefusal } from '../reading-refusal.ts'
import { type AnsweredRemark, publishedTo, readAnswered } from './answered-remarks.ts'
import { answersCard } from './cards/answers-card.ts'
import { ownAnswersCard } from './cards/own-answers-card.ts'

/**
 * The remarks of a round with what the drafting agency answers, those without an answer first: for the agency, once the
 * round has closed, and for coordinators to read. Everybody else gets what was published of their own remarks.
 */
export const listAnswers: UseCase<IntentOf<'answer.list'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  const page = intent.page ?? 0
  const message = mayReadOthers(ctx, round)
    ? await answersMessage(ctx, round, { page })
    : await ownMessage(ctx, round, page)
  const replaces = intent.page === undefined ? {} : { replaces: true as const }
  return { reply: { kind: 'message', message, ...replaces } }
}

async function ownMessage(ctx: Context, round: Round, page: number): Promise<Message> {
  const refusal = readingRefusal(ctx, round)
  if (refusal.code !== 'not-allowed') throw refusal
  return ownAnswersCard(ctx, round, publishedTo(ctx.actor.id, await readAnswered(ctx, round)), { page })
}

/** The list as a message, with what has just been done above it. */
export async function answersMessage(
  ctx: Context,
  round: Round,
  shown: {
    readonly page?: number
    readonly said?: string
    /** What takes back that which was just done. */
    readonly undo?: IntentOf<'answer.undo'>
    /** As they will stand, where they are being changed. */
    readonly remarks?: readonly AnsweredRemark[]
  } = {},
): Promise<Message> {
  return answersCard(ctx, round, shown.remarks ?? (await readAnswered(ctx, round)), shown)
}
