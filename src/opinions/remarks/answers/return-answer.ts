import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { readForm } from '../../../conversation/form-values.ts'
import { roundStands } from '../../../database/rests.ts'
import { put } from '../../../outbox/put.ts'
import { phase } from '../../rounds/phase.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, readAnswered } from './answered-remarks.ts'
import { reasonLength, returnForm } from './cards/return-form.ts'
import { answersMessage } from './list-answers.ts'
import { answerMessage } from './show-answer.ts'

/** The form with which a coordinator sends an answer back; one that is not settled (any more) is shown as it stands. */
export const startReturn: UseCase<IntentOf<'answer.return.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  if (remark?.answer?.settled !== true || phase(round, ctx.now) !== 'closed')
    return await asItStands(ctx, round, remarks, remark)
  return { reply: { kind: 'form', form: returnForm(ctx, round, remark, remark.answer) } }
}

/**
 * Sends a settled answer back with a reason: it is a draft again, counts as not answered until it is written anew, and
 * whoever wrote it is told. One that has changed since the form was opened is shown as it stands.
 */
export const returnAnswer: UseCase<IntentOf<'answer.return'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  const remarks = await readAnswered(ctx, round)
  const remark = remarks.find(({ key }) => key === intent.remark)
  const form = readForm(values, t)
  const reason = form.text('reason', reasonLength, true)
  form.check()
  const answer = remark?.answer
  const closed = phase(round, now) === 'closed'
  if (!closed || remark === undefined || answer?.settled !== true || answer.revision !== intent.revision)
    return await asItStands(ctx, round, remarks, remark)
  const { personId, fingerprint } = remark
  const revision = answer.revision + 1
  const after = remarks.map(
    (one): AnsweredRemark =>
      one === remark
        ? { ...one, answer: { ...answer, settled: false, returned: reason, publishedIn: null, revision } }
        : one,
  )
  return {
    reply: {
      kind: 'message',
      message: await answersMessage(ctx, round, { remarks: after, said: t.answers.return.done(remark.number) }),
      replaces: true,
    },
    writes: [
      db.remarkAnswer.update({
        where: {
          roundId_personId_fingerprint: { roundId: round.id, personId, fingerprint },
          revision: answer.revision,
        },
        data: { state: 'draft', returned: reason, publishedIn: null, revision },
        select: { fingerprint: true },
      }),
      put(
        db,
        [
          {
            key: `answer-returned:${round.id}:${remark.key}:v${revision}`,
            personId: answer.byId,
            letter: { kind: 'answer-returned', round: round.id, remark: remark.key, revision },
            subject: round.id,
          },
        ],
        now,
      ),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.return',
        subject: round.id,
        facts: { remark: remark.key, revision },
      }),
    ],
    rests: [roundStands(round)],
  }
}

async function asItStands(
  ctx: Context,
  round: Round,
  remarks: readonly AnsweredRemark[],
  remark: AnsweredRemark | undefined,
) {
  const { remarkGone, return: t } = ctx.texts.answers
  const message =
    remark === undefined
      ? await answersMessage(ctx, round, { remarks, said: remarkGone })
      : await answerMessage(ctx, round, remarks, remark, phase(round, ctx.now) === 'closed' ? t.changed : t.open)
  return { reply: { kind: 'message', message, replaces: true } } as const
}
