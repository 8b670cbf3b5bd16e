import { record } from '../../../audit/record.ts'
import { isDay, isTime, timeIn, toInstant } from '../../../calendar/zoned.ts'
import type { Context, UseCase } from '../../../context.ts'
import type { IntentOf } from '../../../contract/intent.ts'
import { Refusal } from '../../../contract/refusal.ts'
import { readForm } from '../../../conversation/form-values.ts'
import { put, refresh } from '../../../outbox/put.ts'
import { phase } from '../../rounds/phase.ts'
import { loadRound, type Round, roundMeant } from '../../rounds/rounds.ts'
import { answersDueForm } from './cards/answers-due-form.ts'
import { draftersOf } from './drafters-of.ts'
import { answersMessage } from './list-answers.ts'

/** The hour at which a date ends where none was said: that of deadlines. */
const usualTime = '17:00'

/** The form for the date until which the drafting agency answers, with what was typed or else what stands. */
export const startAnswersDue: UseCase<IntentOf<'answer.due.form'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  refuseWithdrawn(ctx, round)
  const { day, time } = intent
  const typed = {
    ...(day !== undefined && isDay(day) ? { day } : {}),
    ...(time !== undefined && isTime(time) ? { time } : {}),
  }
  const stands = round.answersDueAt === null ? usualTime : timeIn(round.answersDueAt, ctx.zone)
  return { reply: { kind: 'form', form: answersDueForm(ctx, round, typed, stands) } }
}

/**
 * Sets until when the drafting agency answers the remarks of a round, a moment to come and after its deadline, in the
 * committee's zone, and tells those who draft for it; without a day there is no date any more. The same date again
 * changes nothing.
 */
export const setAnswersDue: UseCase<IntentOf<'answer.due'>> = async (ctx, intent, values) => {
  const { texts: t, db, now, zone, actor } = ctx
  const round = await loadRound(ctx, intent.round)
  refuseWithdrawn(ctx, round)
  const dueAt = readDue(ctx, round, values)
  if (dueAt?.getTime() === round.answersDueAt?.getTime()) {
    const said = dueAt === null ? t.answers.due.none : t.answers.due.already(t.deadline(dueAt, zone))
    return { reply: { kind: 'message', message: await answersMessage(ctx, round, { said }), replaces: true } }
  }
  const drafters = await draftersOf(ctx, round)
  const said = dueAt === null ? t.answers.due.none : t.answers.due.done(t.deadline(dueAt, zone))
  // The same date may be set again after another.
  const cause = `${now.toISOString()}:${dueAt?.toISOString() ?? ''}`
  const after = { ...round, answersDueAt: dueAt, answersSetAt: now }
  return {
    reply: { kind: 'message', message: await answersMessage(ctx, after, { said }), replaces: true },
    writes: [
      db.round.update({
        where: { id: round.id, revision: round.revision, state: round.state },
        data: { answersDueAt: dueAt, answersSetAt: now },
        select: { id: true },
      }),
      put(
        db,
        dueAt === null
          ? []
          : drafters.map((personId) => ({
              key: `answers-due:${round.id}:${cause}:${personId}`,
              personId,
              letter: { kind: 'answers-due', round: round.id, due: dueAt.toISOString() },
              subject: round.id,
            })),
        now,
      ),
      refresh(db, round.id, drafters, `answers-due:${cause}`, now),
      record(db, {
        at: now,
        actor: actor.key,
        deed: 'answer.due',
        subject: round.id,
        facts: { due: dueAt?.toISOString() ?? '' },
      }),
    ],
    rests: [],
  }
}

/** What the form says: an instant, or null where no day was given. */
function readDue(ctx: Context, round: Round, values: Parameters<typeof readForm>[0]): Date | null {
  const { texts: t } = ctx
  const form = readForm(values, t)
  const day = form.text('day', 10)
  const time = form.text('time', 5) || usualTime
  if (day !== '' && !isDay(day)) form.fail('day', t.errors.badDay)
  if (!isTime(time)) form.fail('time', t.errors.badTime)
  form.check()
  if (day === '') return null
  const dueAt = toInstant(day, time, ctx.zone)
  if (dueAt <= ctx.now) throw form.failed('day', t.errors.pastDeadline)
  // A round that was closed before its deadline is answered from then on.
  if (phase(round, ctx.now) !== 'closed' && dueAt <= round.dueAt) throw form.failed('day', t.answers.due.notAfter)
  return dueAt
}

function refuseWithdrawn(ctx: Context, round: Round): void {
  if (phase(round, ctx.now) === 'withdrawn')
    throw new Refusal('round-withdrawn-already', { reason: round.changeReason ?? '' })
}
