import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import { AnswerOutcome, type IntentOf } from '../../../contract/intent.ts'
import type { Reply } from '../../../contract/reply.ts'
import { type FormReader, readForm } from '../../../conversation/form-values.ts'
import { roundStands } from '../../../database/rests.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, isObjected, isOpen, needsWords, readAnswered } from './answered-remarks.ts'
import { overtakenCard } from './cards/answer-card.ts'
import { answerForm, answerLength } from './cards/answer-form.ts'
import { earlierAnswers } from './earlier-answers.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'
import { answerMessage, nameOf } from './show-answer.ts'
import { answeredAs, groupMates, storeAnswer } from './store-answer.ts'

/** The form for the answer to one remark, with what stands, or the outcome that was pressed. */
export const startAnswer: UseCase<IntentOf<'answer.save.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark === undefined) return { reply: await goneReply(ctx, round, remarks) }
  const earlier = await earlierAnswers(ctx, round, remark, remarks)
  return { reply: { kind: 'form', form: answerForm(ctx, round, remark, intent.outcome, earlier) } }
}

/**
 * Keeps an answer as a draft, also one that was settled, and shows the next remark without one. It stands for the remarks
 * of the same group as well, but for those that were answered otherwise. Whoever saved on what somebody of the agency has
 * changed since is shown both, and nothing is stored.
 */
export const saveAnswer: UseCase<IntentOf<'answer.save'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark === undefined) return { reply: await goneReply(ctx, round, remarks) }
  const form = readForm(values, t)
  const outcome = intent.outcome ?? form.choice('outcome', AnswerOutcome.options)
  const words = form.text('words', answerLength) || (await chosenWords(ctx, round, remark, remarks, form))
  if (outcome !== undefined && needsWords(outcome) && words === '') form.fail('words', t.answers.form.needsWords)
  form.check()
  if (outcome === undefined) throw form.failed('outcome', t.errors.required)
  const { answer } = remark
  // What was sent back or found not enough is answered anew by the same words as well.
  const again = answer !== undefined && (answer.returned !== null || isObjected(remark))
  if (answer !== undefined && answer.outcome === outcome && answer.words === words && !again)
    return { reply: await nextReply(ctx, round, remarks, remark) }
  if (remark.revision !== intent.revision) {
    const by = answer === undefined ? '' : await nameOf(ctx, answer.byId)
    return { reply: { kind: 'message', message: overtakenCard(ctx, round, remark, by, { outcome, words }) } }
  }
  const targets = [remark, ...groupMates(remark, remarks).filter((other) => isSame(remark, other))]
  const saved = new Set(targets.map(({ key }) => key))
  const after = remarks.map((one) => (saved.has(one.key) ? answeredAs(ctx, one, { outcome, words }) : one))
  return {
    reply: await nextReply(ctx, round, after, remark),
    writes: [
      ...targets.map((target) => storeAnswer(ctx, round, target, { outcome, words })),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.save',
        subject: round.id,
        facts: { remark: remark.key, outcome, revision: intent.revision + 1, remarks: targets.length },
      }),
    ],
    rests: [roundStands(round)],
  }
}

/** The words of the answer to a like remark that was chosen; none where none was, or where it is no more. */
async function chosenWords(
  ctx: Context,
  round: Round,
  remark: AnsweredRemark,
  remarks: readonly AnsweredRemark[],
  form: FormReader,
): Promise<string> {
  const key = form.text('earlier', 50)
  if (key === '') return ''
  const found = (await earlierAnswers(ctx, round, remark, remarks)).find((one) => one.key === key)
  if (found === undefined) form.fail('earlier', ctx.texts.answers.earlier.gone)
  return found?.words ?? ''
}

/** Whether the answer to one is that of another in its group too: it is not answered otherwise. */
const isSame = ({ answer }: AnsweredRemark, other: AnsweredRemark): boolean =>
  other.answer === undefined || (other.answer.outcome === answer?.outcome && other.answer.words === answer.words)

/** What comes after an answer: the next remark without one, from here on and round, else one whose author
 * finds it not enough; the list where there is none. */
async function nextReply(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  done: AnsweredRemark,
): Promise<Reply> {
  const answer = remarks.find(({ key }) => key === done.key)?.answer
  const t = ctx.texts.answers
  const said = answer === undefined ? '' : t.saved(done.number, t.outcomes[answer.outcome], answer.settled)
  const waiting = remarks.filter(isOpen)
  const open = waiting.length > 0 ? waiting : remarks.filter(isObjected)
  const next = open.find(({ number }) => number > done.number) ?? open[0]
  const message =
    next === undefined
      ? await answersMessage(ctx, round, { remarks, said })
      : await answerMessage(ctx, round, remarks, next, said)
  return { kind: 'message', message, replaces: true }
}

async function goneReply(ctx: Context, round: Round, remarks: readonly AnsweredRemark[]): Promise<Reply> {
  return { kind: 'message', message: await answersMessage(ctx, round, { remarks, said: ctx.texts.answers.remarkGone }) }
}
