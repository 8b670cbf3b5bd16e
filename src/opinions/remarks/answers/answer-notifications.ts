import { z } from 'zod'
import type { Context } from '../../../context.ts'
import type { Composed } from '../../../outbox/delivery/compose.ts'
import { findRound, titleOf } from '../../rounds/rounds.ts'
import { isObjected, publishedTo, readAnswered } from './answered-remarks.ts'
import { ownAnswersCard } from './cards/own-answers-card.ts'
import { answersMessage } from './list-answers.ts'
import { draftsFor, mayAnswer } from './may-answer.ts'
import { answerMessage } from './show-answer.ts'

/**
 * The messages about answers of the drafting agency: to whoever wrote one, that a coordinator sent it back; to the
 * agency, that an author finds one not enough, and until when it answers; to an author, what was published of their remarks.
 */
export const AnswerNotification = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer-returned'),
    round: z.uuid(),
    remark: z.string(),
    revision: z.number().int(),
  }),
  z.object({ kind: z.literal('answer-objected'), round: z.uuid(), remark: z.string() }),
  z.object({ kind: z.literal('answers-due'), round: z.uuid(), due: z.string() }),
  z.object({ kind: z.literal('answers-published'), round: z.uuid(), number: z.number().int() }),
])
export type AnswerNotification = z.infer<typeof AnswerNotification>

/** Makes the words of such a message, or says why it is no longer needed. */
export async function composeAnswerNotification(ctx: Context, letter: AnswerNotification): Promise<Composed> {
  const round = await findRound(ctx, letter.round)
  if (round === undefined) return { drop: 'the round is gone' }
  if (letter.kind === 'answers-published') {
    const own = publishedTo(ctx.actor.id, await readAnswered(ctx, round))
    if (!own.some(({ answer }) => answer.publishedIn === letter.number)) return { drop: 'answered anew since' }
    const told = ctx.texts.answers.publish.told(own.length, titleOf(round.item, ctx))
    return { message: ownAnswersCard(ctx, round, own, { said: told }) }
  }
  if (letter.kind === 'answers-due') {
    if (!draftsFor(ctx, round) || round.answersDueAt?.toISOString() !== letter.due)
      return { drop: 'another date since, or not theirs any more' }
    const said = ctx.texts.answers.due.told(titleOf(round.item, ctx), ctx.texts.deadline(round.answersDueAt, ctx.zone))
    // While members still answer, there is nothing to be seen yet.
    if (!mayAnswer(ctx, round)) return { message: { text: said, blocks: [{ kind: 'text', text: said }] } }
    return { message: await answersMessage(ctx, round, { said }) }
  }
  if (!mayAnswer(ctx, round)) return { drop: 'they do not answer it any more' }
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === letter.remark)
  if (letter.kind === 'answer-objected') {
    if (remark === undefined || !isObjected(remark)) return { drop: 'answered anew since' }
    const told = ctx.texts.answers.object.told(remark.body, remark.number, titleOf(round.item, ctx))
    return { message: await answerMessage(ctx, round, remarks, remark, told) }
  }
  if (remark?.answer?.revision !== letter.revision) return { drop: 'answered anew since' }
  const said = ctx.texts.answers.return.told(remark.number, titleOf(round.item, ctx))
  return { message: await answerMessage(ctx, round, remarks, remark, said) }
}
