import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import type { Message } from '../../../contract/message.ts'
import { mayReadOthers } from '../../answering/read-opinion.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { readingRefusal } from '../reading-refusal.ts'
import { type AnsweredRemark, readAnswered } from './answered-remarks.ts'
import { answerCard } from './cards/answer-card.ts'
import { answersMessage } from './list-answers.ts'

/**
 * One remark whole with what stands as its answer, and to the drafting agency with the outcomes to press. A remark that its
 * author has changed since is missed in the list. Refuses whoever may not read it.
 */
export const showAnswer: UseCase<IntentOf<'answer.show'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  if (!mayReadOthers(ctx, round)) throw readingRefusal(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  const message =
    remark === undefined
      ? await answersMessage(ctx, round, { remarks, said: ctx.texts.answers.remarkGone })
      : await answerMessage(ctx, round, remarks, remark)
  return { reply: { kind: 'message', message, replaces: true } }
}

/** One remark as a message, with what has just been done above it. */
export async function answerMessage(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  remark: AnsweredRemark,
  said?: string,
): Promise<Message> {
  const [by, files] = await Promise.all([
    remark.answer === undefined ? null : nameOf(ctx, remark.answer.byId),
    ctx.db.opinionFile.findMany({
      where: { opinion: { roundId: round.id, personId: remark.personId } },
      orderBy: [{ opinion: { version: 'desc' } }, { place: 'asc' }],
      include: { opinion: { select: { version: true } } },
    }),
  ])
  const latest = files.filter(({ opinion }) => opinion.version === files[0]?.opinion.version)
  return answerCard(ctx, round, { remarks, remark, by: by ?? '', files: latest, said })
}

/** Who wrote an answer; their id where they have left the roster. */
export async function nameOf({ db }: Pick<Context, 'db'>, id: string): Promise<string> {
  return (await db.person.findUnique({ where: { id }, select: { name: true } }))?.name ?? id
}
