import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays, previousWorkingDay, workingDayFrom, workingDayUpTo } from '../../calendar/working-days.ts'
import { addDays, dayIn, isDay, toInstant } from '../../calendar/zoned.ts'
import { atWork } from './at-work.ts'
import type { Ladder } from './ladder.ts'

/** The committee's calendar and zone: deadlines and days off are meant in it. */
export type Rules = { readonly calendar: Calendar; readonly zone: string }

/** A round that takes answers, as far as nudging goes. */
export type RoundFacts = {
  readonly id: string
  readonly dueAt: Date
  /** When the deadline that stands was set and told: what fell due by then was covered by that notification. */
  readonly startsAt: Date
  readonly ladder: Ladder
  /** Whether anything is left to answer past the deadline: late answers are accepted, and silence is not deemed. */
  readonly takesLate: boolean
}

/** Somebody asked in a round. */
export type SeatFacts = {
  readonly round: string
  readonly person: string
  readonly answered: boolean
  /** IANA zone in which the person keeps office hours. */
  readonly zone: string
  /** Leave, from a day to a day, both included, on the person's calendar. */
  readonly absences: readonly { readonly fromDay: string; readonly toDay: string }[]
  /** When a successor was asked, in mid-round: what fell due by then was covered by that notification. Absent: at the opening. */
  readonly askedAt?: Date
  /** Not to be reminded before this day, at the person's own wish. */
  readonly snoozedUntil?: string
  /** Keys of this person's nudges about this round that there are already. */
  readonly planned: ReadonlySet<string>
}

/** One rung of the ladder for readers in one zone. */
export type LadderStep = {
  /** `T-14` ... `T-0`: calendar days before the deadline's day; `T+2`: working days past it. */
  readonly step: string
  /** The day the rule names, and the working day it falls on: steps on a day off move back, never forward. */
  readonly ruleDay: string
  readonly day: string
  readonly at: Date
  /** The last one before the deadline, which no leave and no snooze holds back. */
  readonly last: boolean
}

/** A nudge that is due. */
export type DueNudge = {
  readonly key: string
  readonly kind: 'step' | 'snooze'
  readonly round: string
  readonly person: string
  readonly step: string
  readonly at: Date
  readonly last: boolean
}

/**
 * The whole ladder of one deadline for readers who keep office hours in `zone`, earliest first. Steps before the
 * deadline that fall on a day off, or at or past the deadline itself (an early one, or a reader far away), move back to
 * the working day before; of several on one day the one nearest to the deadline stays.
 */
export function ladderSteps({ calendar, zone: own }: Rules, round: RoundFacts, zone: string): readonly LadderStep[] {
  const { ladder, dueAt } = round
  const dueDay = dayIn(dueAt, own)
  // A ladder's days fall, so the steps come in their order.
  const byDay = new Map<string, Omit<LadderStep, 'last'>>()
  for (const days of ladder.before) {
    const ruleDay = addDays(dueDay, -days)
    let day = workingDayUpTo(calendar, ruleDay)
    while (toInstant(day, ladder.at, zone) >= dueAt) day = previousWorkingDay(calendar, day)
    byDay.set(day, { step: `T-${days}`, ruleDay, day, at: toInstant(day, ladder.at, zone) })
  }
  const before = [...byDay.values()]
  const steps = before.map((step, at) => ({ ...step, last: at === before.length - 1 }))
  if (!round.takesLate) return steps
  const overdue = Array.from({ length: ladder.overdueMost }, (_, nth): LadderStep => {
    const days = (nth + 1) * ladder.overdueEvery
    const day = addWorkingDays(calendar, dueDay, days)
    return { step: `T+${days}`, ruleDay: day, day, at: toInstant(day, ladder.at, zone), last: false }
  })
  return [...steps, ...overdue.filter((step) => step.at > dueAt)]
}

/** The permanent key of a nudge. A deadline that is moved begins a new ladder, hence the deadline in it. */
export const nudgeKey = (round: Pick<RoundFacts, 'id' | 'dueAt'>, person: string, step: string): string =>
  `nudge:${round.id}:${round.dueAt.toISOString()}:${person}:${step}`

/**
 * The morning until which a snooze holds: of `untilDay`, or of the working day after it; never past the last step before
 * the deadline.
 */
function snoozeEnds(
  { calendar }: Rules,
  round: RoundFacts,
  steps: readonly LadderStep[],
  zone: string,
  untilDay: string,
): { readonly day: string; readonly at: Date } {
  const day = workingDayFrom(calendar, untilDay)
  const at = toInstant(day, round.ladder.at, zone)
  const last = steps.find((step) => step.last)
  return last !== undefined && last.at < at ? { day: last.day, at: last.at } : { day, at }
}

/**
 * Who is due what at `now`: at most one nudge a seat, the latest step that has come and that no later nudge has
 * overtaken. Never for somebody who has answered; never twice for one key; never outside office hours on the reader's
 * clocks or on a day off; held back by leave and by a snooze, but for the last step before the deadline. Whatever the
 * clock did meanwhile (slept, jumped), only what is due now counts. Pure; linear in the seats. Whoever asks of many
 * moments about the same rounds passes the same `ladders`, in which those found are kept.
 */
export function dueNudges(
  rules: Rules,
  rounds: ReadonlyMap<string, RoundFacts>,
  seats: readonly SeatFacts[],
  now: Date,
  ladders = new Map<string, readonly LadderStep[]>(),
): readonly DueNudge[] {
  const zones = new Map<string, { readonly open: boolean; readonly today: string }>()
  const mornings = new Map<string, ReturnType<typeof snoozeEnds>>()
  const due: DueNudge[] = []
  for (const seat of seats) {
    const round = rounds.get(seat.round)
    if (round === undefined || seat.answered) continue
    const office = zones.get(seat.zone) ?? {
      open: atWork(rules.calendar, seat.zone, now),
      today: dayIn(now, seat.zone),
    }
    zones.set(seat.zone, office)
    if (!office.open) continue
    const place = `${seat.round} ${seat.zone}`
    const steps = ladders.get(place) ?? ladderSteps(rules, round, seat.zone)
    ladders.set(place, steps)
    const snooze = snoozeOf(seat, place, (untilDay) => snoozeEnds(rules, round, steps, seat.zone, untilDay), mornings)
    const found = dueOf(rules, round, steps, seat, snooze, office.today, now)
    if (found !== undefined) due.push(found)
  }
  return due
}

/** When a seat's snooze ends; found once for all in one place who wished for the same day. */
function snoozeOf(
  { snoozedUntil }: SeatFacts,
  place: string,
  find: (untilDay: string) => ReturnType<typeof snoozeEnds>,
  mornings: Map<string, ReturnType<typeof snoozeEnds>>,
): ReturnType<typeof snoozeEnds> | undefined {
  if (snoozedUntil === undefined) return undefined
  const key = `${place} ${snoozedUntil}`
  const ends = mornings.get(key) ?? find(snoozedUntil)
  mornings.set(key, ends)
  return ends
}

function dueOf(
  rules: Rules,
  round: RoundFacts,
  steps: readonly LadderStep[],
  seat: SeatFacts,
  snoozed: ReturnType<typeof snoozeEnds> | undefined,
  today: string,
  now: Date,
): DueNudge | undefined {
  const over = now >= round.dueAt
  // What the notification about the deadline covered is not due; past the deadline only overdue steps are.
  const startsAt = seat.askedAt !== undefined && seat.askedAt > round.startsAt ? seat.askedAt : round.startsAt
  const step = steps.findLast(({ at }) => at <= now && at > startsAt && at > round.dueAt === over)
  // Back from leave or from sleep on the morning of a step: that one comes, and not two within the hour.
  if (steps.some(({ day, at }) => day === today && at > now && at > round.dueAt === over)) return undefined
  const snooze = over ? undefined : snoozed
  // A clock that ran ahead past the deadline and was set right has lost no last step by what it sent there.
  const covered = coveredUntil(rules, round, steps, seat, step?.last === true)
  const of = (kind: DueNudge['kind'], name: string, at: Date, last: boolean): DueNudge | undefined =>
    at.getTime() <= covered || (!last && isAway(seat, today))
      ? undefined
      : { key: nudgeKey(round, seat.person, name), kind, round: round.id, person: seat.person, step: name, at, last }
  // The last step comes whatever was wished.
  if (step?.last === true) return of('step', step.step, step.at, true)
  if (snooze === undefined) return step && of('step', step.step, step.at, false)
  if (now < snooze.at) return undefined
  if (step !== undefined && step.at >= snooze.at) return of('step', step.step, step.at, false)
  return snooze.at > startsAt ? of('snooze', snooze.day, snooze.at, false) : undefined
}

const isAway = (seat: SeatFacts, today: string): boolean =>
  seat.absences.some(({ fromDay, toDay }) => fromDay <= today && today <= toDay)

/**
 * The latest moment of the rules, with `inTime` up to the deadline, for which there is a nudge already: nothing of then
 * or before is due again.
 */
function coveredUntil(
  rules: Rules,
  round: RoundFacts,
  steps: readonly LadderStep[],
  seat: SeatFacts,
  inTime: boolean,
): number {
  if (seat.planned.size === 0) return Number.NEGATIVE_INFINITY
  const start = nudgeKey(round, seat.person, '')
  let covered = Number.NEGATIVE_INFINITY
  for (const key of seat.planned) {
    if (!key.startsWith(start)) continue
    const name = key.slice(start.length)
    const at = steps.find(({ step }) => step === name)?.at ?? momentOf(rules, round, seat.zone, name)
    if (at !== undefined && !(inTime && at > round.dueAt)) covered = Math.max(covered, at.getTime())
  }
  return covered
}

/** When a nudge fell due that the ladder no longer knows: it has been changed since, or it was a snooze's morning. */
function momentOf({ calendar, zone: own }: Rules, round: RoundFacts, zone: string, name: string): Date | undefined {
  const [, sign, count] = /^T([+-])(\d{1,3})$/.exec(name) ?? []
  const dueDay = dayIn(round.dueAt, own)
  const day =
    sign === undefined
      ? name
      : sign === '-'
        ? workingDayUpTo(calendar, addDays(dueDay, -Number(count)))
        : addWorkingDays(calendar, dueDay, Number(count))
  return isDay(day) ? toInstant(day, round.ladder.at, zone) : undefined
}
