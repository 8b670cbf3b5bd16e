import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import { AnswerOutcome, type IntentOf } from '../../../contract/intent.ts'
import type { Reply } from '../../../contract/reply.ts'
import { readForm } from '../../../conversation/form-values.ts'
import type { Write } from '../../../database/db.ts'
import { roundStands } from '../../../database/rests.ts'
import { keyOf } from '../../known-remarks/fingerprint.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import {
  type AnsweredRemark,
  isObjected,
  isOpen,
  needsWords,
  type RemarkAnswer,
  readAnswered,
} from './answered-remarks.ts'
import { overtakenCard } from './cards/answer-card.ts'
import { answerForm, answerLength } from './cards/answer-form.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'
import { answerMessage, nameOf } from './show-answer.ts'

/** The form for the answer to one remark, with what stands, or the outcome that was pressed. */
export const startAnswer: UseCase<IntentOf<'answer.save.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark === undefined) return { reply: await goneReply(ctx, round, remarks) }
  return { reply: { kind: 'form', form: answerForm(ctx, round, remark, intent.outcome) } }
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
  const words = form.text('words', answerLength)
  if (outcome !== undefined && needsWords(outcome) && words === '') form.fail('words', t.answers.form.needsWords)
  form.check()
  if (outcome === undefined) throw form.failed('outcome', t.errors.required)
  const { answer } = remark
  // What was sent back or found not enough is answered anew by the same words as well.
  const again = answer !== undefined && (answer.returned !== null || isObjected(remark))
  if (answer !== undefined && answer.outcome === outcome && answer.words === words && !again)
    return { reply: await nextReply(ctx, round, remarks, remark) }
  if ((answer?.revision ?? 0) !== intent.revision) {
    const by = answer === undefined ? '' : await nameOf(ctx, answer.byId)
    return { reply: { kind: 'message', message: overtakenCard(ctx, round, remark, by, { outcome, words }) } }
  }
  const targets = [remark, ...remarks.filter((other) => isAlike(remark, other))]
  const saved = new Set(targets.map(({ key }) => key))
  const after = remarks.map((one): AnsweredRemark => {
    if (!saved.has(one.key)) return one
    const revision = (one.answer?.revision ?? 0) + 1
    return {
      ...one,
      answer: {
        ...{ outcome, words, settled: false, returned: null, publishedIn: null, revision, byId: actor.id, at: now },
        told: one.answer?.told ?? null,
        objection: one.answer?.objection ?? null,
      },
    }
  })
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

/** Whether the answer to `remark` is the other's too: in one row of the record, and not answered otherwise. */
const isAlike = ({ alike, answer }: AnsweredRemark, other: AnsweredRemark): boolean =>
  alike.some((one) => keyOf(one) === keyOf(other)) &&
  (other.answer === undefined || (other.answer.outcome === answer?.outcome && other.answer.words === answer.words))

function storeAnswer(
  { db, now, actor }: Context,
  { id: roundId }: Round,
  { personId, fingerprint, answer }: AnsweredRemark,
  said: Pick<RemarkAnswer, 'outcome' | 'words'>,
): Write {
  const id = { roundId, personId, fingerprint }
  const data = { ...said, state: 'draft', returned: null, publishedIn: null, byId: actor.id, at: now }
  const select = { fingerprint: true } as const
  return answer === undefined
    ? db.remarkAnswer.create({ data: { ...id, ...data, revision: 1 }, select })
    : db.remarkAnswer.update({
        where: { roundId_personId_fingerprint: id, revision: answer.revision },
        data: { ...data, revision: answer.revision + 1 },
        select,
      })
}

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
