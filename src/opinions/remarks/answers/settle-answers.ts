import { createHash } from 'node:crypto'
import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { roundStands } from '../../../database/rests.ts'
import { settleAnswersAt } from '../../../database/statements.ts'
import { refresh } from '../../../outbox/put.ts'
import { phase } from '../../rounds/phase.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, isDraft, readAnswered } from './answered-remarks.ts'
import { settlePreview } from './cards/settle-preview.ts'
import { draftersOf } from './drafters-of.ts'
import { answersMessage } from './list-answers.ts'
import { requireAnswering } from './may-answer.ts'

/** Shows how many drafts become settled, and what stays without an answer. */
export const checkAnswers: UseCase<IntentOf<'answer.check'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  if (phase(round, ctx.now) !== 'closed') return await tooEarly(ctx, round, remarks)
  if (draftsOf(remarks).length === 0) {
    const said = ctx.texts.answers.nothingToSettle
    return { reply: { kind: 'message', message: await answersMessage(ctx, round, { remarks, said }) } }
  }
  return { reply: { kind: 'message', message: settlePreview(ctx, round, remarks, digestOf(remarks)) } }
}

/** Settles the drafts that the preview showed, together. Where one has been changed or added since, the preview is shown anew. */
export const settleAnswers: UseCase<IntentOf<'answer.settle'>> = async (ctx, intent) => {
  const { db, now, actor, texts: t } = ctx
  const round = await loadRound(ctx, intent.round)
  requireAnswering(ctx, round)
  const remarks = await readAnswered(ctx, round)
  if (phase(round, now) !== 'closed') return await tooEarly(ctx, round, remarks)
  const drafts = draftsOf(remarks)
  if (drafts.length === 0) {
    const said = t.answers.nothingToSettle
    return { reply: { kind: 'message', message: await answersMessage(ctx, round, { remarks, said }), replaces: true } }
  }
  const digest = digestOf(remarks)
  if (digest !== intent.drafts) {
    const message = settlePreview(ctx, round, remarks, digest, t.answers.draftsChanged)
    return { reply: { kind: 'message', message, replaces: true } }
  }
  const after = remarks.map((one): AnsweredRemark => {
    const { answer } = one
    return answer !== undefined && isDraft(one)
      ? { ...one, answer: { ...answer, settled: true, revision: answer.revision + 1 } }
      : one
  })
  const message = await answersMessage(ctx, round, { remarks: after, said: t.answers.settled(drafts.length) })
  return {
    reply: { kind: 'message', message, replaces: true },
    writes: [
      settleAnswersAt(
        db,
        round.id,
        drafts.map(({ personId, fingerprint, answer: { revision } }) => ({ personId, fingerprint, revision })),
      ),
      // What nudged the agency asks no more.
      refresh(db, round.id, await draftersOf(ctx, round), `answers-settled:${digest}`, now),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.settle',
        subject: round.id,
        facts: { settled: drafts.length },
      }),
    ],
    rests: [roundStands(round)],
  }
}

/** While members still change what they say, drafts stay drafts. */
async function tooEarly(ctx: Context, round: Round, remarks: readonly AnsweredRemark[]) {
  const said = ctx.texts.answers.onceClosed
  return {
    reply: { kind: 'message', message: await answersMessage(ctx, round, { remarks, said }), replaces: true },
  } as const
}

const draftsOf = (remarks: readonly AnsweredRemark[]) =>
  remarks.filter(isDraft).flatMap(({ answer, ...remark }) => (answer === undefined ? [] : [{ ...remark, answer }]))

/** What tells these drafts from any others: which they are, and at which revision. */
const digestOf = (remarks: readonly AnsweredRemark[]): string =>
  createHash('sha256')
    .update(JSON.stringify(draftsOf(remarks).map(({ key, answer }) => [key, answer.revision])))
    .digest('hex')
