import { record } from '../../../audit/record.ts'
import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { readForm } from '../../../conversation/form-values.ts'
import { roundStands } from '../../../database/rests.ts'
import { put } from '../../../outbox/put.ts'
import { phase } from '../../rounds/phase.ts'
import { loadRound, type Round } from '../../rounds/rounds.ts'
import { type AnsweredRemark, mayObject, publishedTo, readAnswered, type ToldRemark } from './answered-remarks.ts'
import { objectionForm, objectionLength } from './cards/objection-form.ts'
import { ownAnswersCard } from './cards/own-answers-card.ts'
import { draftersOf } from './drafters-of.ts'

/** The form with which an author says that what they were told is not enough; where they may not (any more), what stands. */
export const startObjection: UseCase<IntentOf<'answer.object.form'>> = async (ctx, intent) => {
  const round = await loadRound(ctx, intent.round)
  const own = publishedTo(ctx.actor.id, await readAnswered(ctx, round))
  const remark = own.find(({ key }) => key === intent.remark)
  const kept = whyNot(ctx, round, own, remark)
  if (kept !== undefined || remark === undefined) return { reply: kept ?? shown(ctx, round, own, '') }
  return { reply: { kind: 'form', form: objectionForm(ctx, round, remark) } }
}

/**
 * Keeps what an author finds not enough of a published answer to their own remark, once, and tells the people of the
 * drafting agency. An answer that has changed since it was shown is shown as it stands, and nothing is stored.
 */
export const objectToAnswer: UseCase<IntentOf<'answer.object'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, actor, zone } = ctx
  const round = await loadRound(ctx, intent.round)
  const own = publishedTo(actor.id, await readAnswered(ctx, round))
  const remark = own.find(({ key }) => key === intent.remark)
  const kept = whyNot(ctx, round, own, remark)
  if (kept !== undefined || remark === undefined) return { reply: kept ?? shown(ctx, round, own, '') }
  const form = readForm(values, t)
  const words = form.text('words', objectionLength, true)
  form.check()
  const { personId, fingerprint, answer } = remark
  const publication = answer.publishedIn
  if (publication === null || answer.revision !== intent.revision)
    return { reply: shown(ctx, round, own, t.answers.object.changed) }
  const after = own.map(
    (one): ToldRemark =>
      one === remark ? { ...one, answer: { ...answer, objection: { words, at: now, in: publication } } } : one,
  )
  const drafters = await draftersOf(ctx, round)
  return {
    reply: shown(ctx, round, after, t.answers.object.done(t.moment(now, zone))),
    writes: [
      db.remarkAnswer.update({
        where: {
          roundId_personId_fingerprint: { roundId: round.id, personId, fingerprint },
          revision: answer.revision,
        },
        data: { objection: words, objectedAt: now, objectedIn: publication, revision: answer.revision + 1 },
        select: { fingerprint: true },
      }),
      put(
        db,
        drafters.map((drafter) => ({
          key: `answer-objected:${round.id}:${remark.key}:${drafter}`,
          personId: drafter,
          letter: { kind: 'answer-objected', round: round.id, remark: remark.key },
          subject: round.id,
        })),
        now,
      ),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.object',
        subject: round.id,
        facts: { remark: remark.key, publication, revision: answer.revision + 1 },
      }),
    ],
    rests: [roundStands(round)],
  }
}

/** What is shown instead, where somebody may not object: to what they were not told, in a reopened round, twice, to what is being rewritten. */
function whyNot(ctx: Context, round: Round, own: readonly ToldRemark[], remark: AnsweredRemark | undefined) {
  const { object: t } = ctx.texts.answers
  if (remark === undefined) return shown(ctx, round, own, t.gone)
  if (phase(round, ctx.now) !== 'closed') return shown(ctx, round, own, t.open)
  if (mayObject(remark)) return undefined
  return shown(ctx, round, own, remark.answer?.objection == null ? t.changed : t.already)
}

const shown = (ctx: Context, round: Round, own: readonly ToldRemark[], said: string) =>
  ({ kind: 'message', message: ownAnswersCard(ctx, round, own, { said }), replaces: true }) as const
