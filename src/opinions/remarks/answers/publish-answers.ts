import { createHash } from 'node:crypto'
import { record } from '../../../audit/record.ts'
import type { Context, Outcome, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { readForm } from '../../../conversation/form-values.ts'
import { roundStands } from '../../../database/rests.ts'
import { put } from '../../../outbox/put.ts'
import { phase } from '../../rounds/phase.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, isUntold, readAnswered } from './answered-remarks.ts'
import { publishForm, type ToPublish } from './cards/publish-form.ts'
import { answersMessage } from './list-answers.ts'

/** The form with which a coordinator publishes: how many answers go to how many authors, and what has none. */
export const startPublication: UseCase<IntentOf<'answer.publish.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  const remarks = await readAnswered(ctx, round)
  const kept = await whyNot(ctx, round, remarks)
  return kept ?? { reply: { kind: 'form', form: publishForm(ctx, round, toPublish(remarks)) } }
}

/**
 * Tells each author what is settled and new about their own remarks, together and once. Remarks without a settled answer
 * stop it unless the coordinator confirms that the record says so; what has changed since it was shown is asked anew.
 */
export const publishAnswers: UseCase<IntentOf<'answer.publish'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  const remarks = await readAnswered(ctx, round)
  const kept = await whyNot(ctx, round, remarks)
  if (kept !== undefined) return kept
  const { digest, unanswered } = toPublish(remarks)
  const form = readForm(values, t)
  const sure = form.choice('confirm', ['no', 'yes'])
  if (sure === 'no') form.fail('confirm', t.answers.publish.notConfirmed)
  form.check()
  if (digest !== intent.answers) return await shown(ctx, round, remarks, t.answers.publish.changed)
  const last = await db.answerPublication.findFirst({
    where: { roundId: round.id },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  const going = untoldOf(remarks)
  const authors = [...new Set(going.map(({ personId }) => personId))]
  const after = remarks.map((one): AnsweredRemark => {
    const { answer } = one
    if (answer === undefined || !isUntold(one)) return one
    const { outcome, words } = answer
    return {
      ...one,
      answer: { ...answer, publishedIn: number, told: { outcome, words }, revision: answer.revision + 1 },
    }
  })
  const { reply } = await shown(ctx, round, after, t.answers.publish.done(going.length, authors.length))
  return {
    reply,
    writes: [
      db.answerPublication.create({
        data: { roundId: round.id, number, byId: actor.id, at: now, unanswered },
        select: { number: true },
      }),
      ...going.map(({ personId, fingerprint, answer }) =>
        db.remarkAnswer.update({
          where: {
            roundId_personId_fingerprint: { roundId: round.id, personId, fingerprint },
            revision: answer.revision,
          },
          data: {
            publishedIn: number,
            toldOutcome: answer.outcome,
            toldWords: answer.words,
            revision: answer.revision + 1,
          },
          select: { fingerprint: true },
        }),
      ),
      put(
        db,
        authors.map((personId) => ({
          key: `answers-published:${round.id}:p${number}:${personId}`,
          personId,
          letter: { kind: 'answers-published', round: round.id, number },
          subject: round.id,
        })),
        now,
      ),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.publish',
        subject: round.id,
        facts: { number, answers: going.length, authors: authors.length, unanswered },
      }),
    ],
    rests: [roundStands(round)],
  }
}

const untoldOf = (remarks: readonly AnsweredRemark[]) =>
  remarks.filter(isUntold).flatMap(({ answer, ...remark }) => (answer === undefined ? [] : [{ ...remark, answer }]))

function toPublish(remarks: readonly AnsweredRemark[]): ToPublish {
  const going = remarks.filter(isUntold)
  const without = remarks.filter(({ answer }) => answer?.settled !== true)
  const facts = remarks.map(({ key, answer }) => [key, answer?.revision ?? 0])
  return {
    answers: going.length,
    authors: new Set(going.map(({ personId }) => personId)).size,
    unanswered: without.length,
    bodies: [...new Set(without.map(({ body }) => body))],
    digest: createHash('sha256').update(JSON.stringify(facts)).digest('hex'),
  }
}

/** What is shown instead, where nothing can be published: in a round that takes opinions, or without anything new. */
async function whyNot(ctx: Context, round: Round, remarks: readonly AnsweredRemark[]): Promise<Outcome | undefined> {
  const { publish: t, return: back } = ctx.texts.answers
  if (phase(round, ctx.now) !== 'closed') return await shown(ctx, round, remarks, back.open)
  return remarks.some(isUntold) ? undefined : await shown(ctx, round, remarks, t.nothing)
}

async function shown(ctx: Context, round: Round, remarks: readonly AnsweredRemark[], said: string) {
  const message = await answersMessage(ctx, round, { remarks, said })
  return { reply: { kind: 'message', message, replaces: true } } as const
}
