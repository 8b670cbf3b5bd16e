import { record } from '../../audit/record.ts'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context, FormValues, Outcome, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { type FormReader, readForm } from '../../conversation/form-values.ts'
import { roundStands } from '../../database/rests.ts'
import { loadSeat, requireOpen } from '../../opinions/answering/draft.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { waitingRounds } from '../../opinions/rounds/waiting-rounds.ts'
import { nothingToPutOff, putOffMessage } from '../cards/snooze-messages.ts'
import { readerZone } from '../on-leave.ts'
import type { PutOff, Wish } from './put-offs.ts'
import { snoozeTo } from './snooze-days.ts'

/** A round with the morning to which its nudges are put off. */
type PutOffRound = PutOff & { readonly round: Round }

/**
 * "Remind me later": no nudge about these rounds until that morning; a second wish replaces the first. A button says which
 * round and for how long, a form asks for what the intent leaves out. Refuses once there is nothing left to put off:
 * answered, closed, or at the last step before the deadline; of several rounds those that can be are put off, and the
 * others told.
 */
export const snoozeNudge: UseCase<IntentOf<'nudge.snooze'>> = async (ctx, { round: only, days }, values) => {
  const form = readForm(values, ctx.texts)
  const chosen = only === undefined ? chosenIn(values) : [only]
  if (chosen.length === 0) form.fail('rounds', ctx.texts.errors.required)
  const wish = days === undefined ? wishIn(ctx, form) : { days }
  form.check()
  if (wish === undefined) throw new Error('a form without an error has a wish')
  const rounds = only === undefined ? await chosenRounds(ctx, chosen) : [await theRound(ctx, only)]
  if (rounds.length === 0) return { reply: { kind: 'message', message: nothingToPutOff(ctx) } }
  return await putOff(ctx, rounds, wish, chosen.length - rounds.length)
}

/**
 * Puts off what can be put off of rounds that wait for the actor, each to its own morning at the furthest. Refuses where
 * the last step before every deadline has come. `settled`: how many that were chosen wait no more.
 */
export async function putOff(ctx: Context, rounds: readonly Round[], wish: Wish, settled = 0): Promise<Outcome> {
  const { db, now, actor } = ctx
  const zone = readerZone(ctx)
  const all = await Promise.all(rounds.map(async (round) => ({ round, to: await snoozeTo(ctx, round, zone, wish) })))
  const done = all.flatMap(({ round, to }): PutOffRound[] => (to === undefined ? [] : [{ round, ...to }]))
  if (done.length === 0) throw new Refusal('snooze-too-late')
  const tooLate = all.flatMap(({ round, to }) => (to === undefined ? [round] : []))
  return {
    reply: { kind: 'message', message: putOffMessage(ctx, done, { tooLate, settled }) },
    writes: done.flatMap(({ round, untilDay }) => [
      db.snooze.upsert({
        where: { personId_roundId: { personId: actor.id, roundId: round.id } },
        create: { personId: actor.id, roundId: round.id, untilDay, at: now },
        update: { untilDay, at: now },
      }),
      record(db, { at: now, actor: actor.key, deed: 'nudge.snooze', subject: round.id, facts: { untilDay } }),
    ]),
    rests: done.map(({ round }) => roundStands(round)),
  }
}

/** The round of a button, or of a form that asks about one. Refuses where nothing of it waits for the actor. */
async function theRound(ctx: Context, id: string): Promise<Round> {
  const { round, opinion } = await loadSeat(ctx, id, ctx.actor.id)
  if (opinion !== undefined) throw new Refusal('nudge-answered')
  requireOpen(ctx, round)
  return round
}

/** Those of the chosen rounds that still wait for the actor. */
async function chosenRounds(ctx: Context, ids: readonly string[]): Promise<readonly Round[]> {
  return (await waitingRounds(ctx)).filter(({ id }) => ids.includes(id))
}

const chosenIn = ({ rounds: value = [] }: FormValues): readonly string[] => [
  ...new Set([value].flat().filter((id) => id !== '')),
]

/** For how long, as the form says it: of a day that is chosen beside a number of days nobody knows which is meant. */
function wishIn(ctx: Context, form: FormReader): Wish | undefined {
  const words = ctx.texts.nudge.later
  const how = form.choice('days', ['1', '3', 'until'])
  const until = form.text('until', 10, how === 'until')
  if (how === undefined) return undefined
  if (how !== 'until') {
    if (until !== '') form.fail('until', words.chooseUntil)
    return { days: how === '1' ? 1 : 3 }
  }
  if (until !== '' && (!isDay(until) || until <= dayIn(ctx.now, readerZone(ctx)))) form.fail('until', words.notAhead)
  return { until }
}
