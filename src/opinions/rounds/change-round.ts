import { record } from '../../audit/record.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { addDays, dayIn, isDay, isTime, timeIn, toInstant } from '../../calendar/zoned.ts'
import type { Context, Outcome, UseCase } from '../../context.ts'
import type { IntentOf, RoundChange } from '../../contract/intent.ts'
import type { Block } from '../../contract/message.ts'
import { Invalid, Refusal } from '../../contract/refusal.ts'
import { readForm } from '../../conversation/form-values.ts'
import { putDraftFiles } from '../../documents/drafts/put-draft-files.ts'
import { put, refresh } from '../../outbox/put.ts'
import { boardOf } from '../boards/board-of.ts'
import { changeForm } from '../cards/change-form.ts'
import { deadlineBlocks } from '../cards/deadline-block.ts'
import { limits } from '../words.ts'
import { fileOfRound } from './file-of-round.ts'
import { phase } from './phase.ts'
import { refuseLiveRound } from './prepare-round.ts'
import { askedIn, loadRound, type Round, roundMeant } from './rounds.ts'
import { concerned, notice, settleRound } from './settle-rounds.ts'
import { seatedIn } from './who-counts.ts'

/** The form for extending, closing, reopening or withdrawing, with what was typed filled in. Nothing changes yet. */
export const startChange: UseCase<IntentOf<'round.change.form'>> = async (ctx, intent) => {
  const round = await roundMeant(ctx, intent)
  refuseImpossible(ctx, round, intent.change)
  const { kind: _, item: __, round: ___, change, ...typed } = intent
  const { day, time, ...rest } = typed
  const given = {
    ...rest,
    ...(day !== undefined && isDay(day) ? { day } : {}),
    ...(time !== undefined && isTime(time) ? { time } : {}),
  }
  const later = given.day === undefined ? laterThan(ctx, round, intent) : undefined
  const values = {
    day: given.day ?? later?.day ?? '',
    time: given.time ?? timeIn(round.dueAt, ctx.zone),
    reason: intent.reason ?? '',
  }
  return { reply: { kind: 'form', form: changeForm(ctx, round, change, values, given, later?.said) } }
}

/**
 * The day that is so many days, or working days of the committee's calendar, after the deadline that stands, after today
 * where that is past; and how it came about, in words. Undefined where no number of days was typed.
 */
function laterThan(
  { calendar, now, zone, texts: t }: Context,
  round: Round,
  { plusDays, plusWorkingDays }: IntentOf<'round.change.form'>,
): { readonly day: string; readonly said: string } | undefined {
  const past = round.dueAt <= now
  const from = dayIn(past ? now : round.dueAt, zone)
  if (plusWorkingDays !== undefined) {
    const day = addWorkingDays(calendar, from, plusWorkingDays)
    const shown = t.dayWithWeekday(day)
    const { fromTodayWorking, laterWorking } = t.round
    return {
      day,
      said: past ? fromTodayWorking(plusWorkingDays, shown) : laterWorking(plusWorkingDays, t.day(from), shown),
    }
  }
  if (plusDays === undefined) return undefined
  const day = addDays(from, plusDays)
  const shown = t.dayWithWeekday(day)
  return { day, said: past ? t.round.fromToday(plusDays, shown) : t.round.later(plusDays, t.day(from), shown) }
}

/** Makes the change that the form asks for; the round must still stand as it was shown. */
export const changeFromForm: UseCase<IntentOf<'round.change'>> = async (ctx, intent, values) => {
  const { texts: t } = ctx
  const round = await loadRound(ctx, intent.round)
  if (round.revision !== intent.revision) throw new Refusal('round-changed')
  const form = readForm(values, t)
  const reason = form.text('reason', limits.reason, true)
  const moves = intent.change === 'extend' || intent.change === 'reopen'
  const day = moves ? form.text('day', 10, true) : ''
  const time = moves ? form.text('time', 5, true) : ''
  // A command has no such field.
  const answersFrom =
    moves && form.has('answersFrom') ? form.choice('answersFrom', ['closing', 'opening']) : round.answersFrom
  if (moves && day !== '' && !isDay(day)) form.fail('day', t.errors.badDay)
  if (moves && time !== '' && !isTime(time)) form.fail('time', t.errors.badTime)
  form.check()
  return await changeRound(
    ctx,
    { ...round, answersFrom: answersFrom ?? round.answersFrom },
    intent.change,
    reason,
    moves ? toInstant(day, time, ctx.zone) : undefined,
  )
}

/** That the answers are due before the new deadline, with the way to another date: nobody else would notice. */
function overtakenDate({ texts: t, zone }: Context, { id, answersDueAt }: Round, dueAt: Date): readonly Block[] {
  if (answersDueAt === null || answersDueAt > dueAt) return []
  const text = t.answers.due.overtaken(t.deadline(answersDueAt, zone))
  const again = { label: t.answers.due.button, intent: { kind: 'answer.due.form', round: id } } as const
  return [{ kind: 'text', text, tone: 'warning', own: { row: t.answers.due.label, buttons: [again] } }]
}

/**
 * Extends, closes, reopens or withdraws a round, guarded by the revision that was read, and tells everybody concerned
 * once: those asked, coordinators, and the drafting agency when it closes. `dueAt` is the new deadline of the first
 * and third. Refuses a change that the round's phase does not allow, and a deadline in the past or not later.
 */
async function changeRound(
  ctx: Context,
  round: Round,
  change: RoundChange,
  reason: string,
  dueAt: Date | undefined,
): Promise<Outcome> {
  const { db, now, texts: t } = ctx
  refuseImpossible(ctx, round, change)
  const live = change === 'reopen' ? await refuseLiveRound(ctx, { ...round.item, id: round.itemId }) : undefined
  // A draft that was brought while the round was closed found no open round to go to.
  const file = change === 'reopen' && round.documentId === null ? await fileOfRound(db, round) : NO_CHANGE
  const brought = file.documentId === null ? {} : { documentId: file.documentId }
  const next = { ...newTerms(ctx, round, change, dueAt), ...brought }
  const revision = round.revision + 1
  const asked = await askedIn(ctx, round.id)
  const files = file.documentId === null ? [] : await putDraftFiles(ctx, round.id, file.documentId, asked)
  const others = change === 'close' || change === 'withdraw' ? await concerned(ctx, round.itemId) : []
  const cause = `r${revision}`
  const changed = { ...round, ...next, changeReason: reason, revision }
  const seated = await seatedIn(ctx, changed)
  const told = [...new Set([...seated, ...others])].filter(
    (person) => person !== ctx.actor.id || seated.includes(person),
  )
  const message = await boardOf(ctx, changed)
  const said = { kind: 'text', text: t.round.changed[change], tone: 'strong' } as const
  // There is no preview: what speaks against a new deadline is said where it can still be moved again.
  const warned = dueAt === undefined ? [] : [...deadlineBlocks(ctx, dueAt), ...overtakenDate(ctx, round, dueAt)]
  return {
    reply: {
      kind: 'message',
      replaces: true,
      message: { ...message, text: t.round.changed[change], blocks: [said, ...warned, ...(message.blocks ?? [])] },
    },
    writes: [
      // Another round of the item has ended by its deadline, and the clock has not come round to saying so.
      ...(live === undefined || live.id === round.id ? [] : await settleRound(ctx, live)),
      ...file.turns,
      db.round.update({
        // A deadline that was settled meanwhile has changed the state alone.
        where: { id: round.id, revision: round.revision, state: round.state },
        data: { ...next, answersFrom: round.answersFrom, changeReason: reason, revision },
        select: { id: true },
      }),
      put(
        db,
        told.map((personId) => notice(changed, personId, change, cause)),
        now,
      ),
      refresh(db, round.id, asked, cause, now),
      ...files,
      record(db, {
        at: now,
        actor: ctx.actor.key,
        deed: `round.${change}`,
        subject: round.id,
        facts: { revision, due: (dueAt ?? round.dueAt).toISOString(), reason },
      }),
    ],
    rests: file.rests,
  }
}

/** Every other change leaves the file as it is: an open round may just be getting one. */
const NO_CHANGE = { documentId: null, turns: [], rests: [] } as const

function newTerms(ctx: Context, round: Round, change: RoundChange, dueAt: Date | undefined) {
  const { texts: t } = ctx
  switch (change) {
    case 'extend':
    case 'reopen': {
      if (dueAt === undefined) throw new Invalid(t.errors.form, { day: t.errors.required })
      if (dueAt <= ctx.now) throw new Invalid(t.errors.form, { day: t.errors.pastDeadline })
      if (change === 'extend' && dueAt <= round.dueAt) throw new Invalid(t.errors.form, { day: t.errors.notLater })
      return {
        state: 'open',
        dueAt,
        dueRule: 'set',
        dueDays: null,
        dueSetAt: ctx.now,
        dueBefore: round.dueAt,
        closedAt: null,
        liveKey: round.itemId,
      }
    }
    case 'close':
      return { state: 'closed', closedAt: ctx.now, liveKey: null }
    case 'withdraw':
      return { state: 'withdrawn', closedAt: round.closedAt ?? ctx.now, liveKey: null }
    default:
      return change satisfies never
  }
}

function refuseImpossible(ctx: Context, round: Round, change: RoundChange): void {
  const at = phase(round, ctx.now)
  if (at === 'withdrawn') throw new Refusal('round-withdrawn-already', { reason: round.changeReason ?? '' })
  if (change === 'reopen' && at !== 'closed') throw new Refusal('round-open')
  if ((change === 'extend' || change === 'close') && at === 'closed') {
    const closed = ctx.texts.moment(round.closedAt ?? round.dueAt, ctx.zone)
    throw new Refusal('round-closed-already', { at: closed })
  }
}
