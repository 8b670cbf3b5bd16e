import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDayFrom,
  workingDayUpTo,
} from '../../calendar/working-days.ts'
import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import { atWork } from '../ladder/at-work.ts'
import type { Rules } from '../ladder/due.ts'
import { defaultLadder } from '../ladder/ladder.ts'

/** The steps of a visit, in their order: a week and a day before it, and the request for the report after it. */
export const visitSteps = ['T-7', 'T-1', 'report'] as const
export type VisitStep = (typeof visitSteps)[number]

/** Somebody is asked for a report until so many working days after the request fell due; past that a digest says it. */
export const reportKeeps = 10

/** A visit with a date, as far as its reminders go. */
export type VisitFacts = {
  readonly id: string
  readonly starts: Date
  readonly ends: Date
  /** Only a planned or confirmed one is reminded of. */
  readonly state: string
  /** When its team was told of it as it stands (team, unit, time): what fell due by then was covered by that notification. */
  readonly toldAt: Date
}

/** Somebody on the team on the visit's day. */
export type TeamSeat = {
  readonly visit: string
  readonly person: string
  /** Whether the report is asked of them: they lead the team that day, or nobody does. */
  readonly reports: boolean
  /** The only leader: leave holds back T-7 alone. */
  readonly alone: boolean
  /** IANA zone in which the person keeps office hours. */
  readonly zone: string
  /** Leave, from a day to a day, both included, on the person's calendar. */
  readonly absences: readonly { readonly fromDay: string; readonly toDay: string }[]
  /** Keys of this person's reminders of this visit that there are already. */
  readonly planned: ReadonlySet<string>
}

/** A step on the clocks of one zone. */
export type VisitMoment = {
  readonly step: VisitStep
  /** The working day it falls on, on the reader's calendar, and the instant from which it is due, */
  readonly day: string
  readonly at: Date
  /** and that from which it comes too late: the beginning of the visit; of the request, ten working days after. */
  readonly until: Date
}

/** A reminder of a visit that is due. */
export type DueVisit = {
  readonly key: string
  readonly visit: string
  readonly person: string
  readonly step: VisitStep
  readonly at: Date
}

/** The permanent key of a reminder. A visit that is moved begins anew, hence its beginning in it. */
export const visitKey = (visit: Pick<VisitFacts, 'id' | 'starts'>, step: VisitStep, person: string): string =>
  `visit:${visit.id}:${visit.starts.toISOString()}:${step}:${person}`

/** All keys that one person's reminders of a visit can have. */
export const visitKeys = (visit: Pick<VisitFacts, 'id' | 'starts'>, person: string): readonly string[] =>
  visitSteps.map((step) => visitKey(visit, step, person))

/**
 * The steps of a visit for readers who keep office hours in `zone`, earliest first. What falls before the visit moves
 * back from a day off, and from its beginning itself (an early one, a reader far away); of two on one day the one
 * nearest to it stays. The request for the report comes on the working day after the visit's last.
 */
export function visitMoments(
  { calendar, zone: own }: Rules,
  { starts, ends }: Pick<VisitFacts, 'starts' | 'ends'>,
  zone: string,
): readonly VisitMoment[] {
  const { at: time } = defaultLadder
  const byDay = new Map<string, VisitMoment>()
  for (const [step, days] of [['T-7', 7] as const, ['T-1', 1] as const]) {
    let day = workingDayUpTo(calendar, addDays(dayIn(starts, own), -days))
    while (toInstant(day, time, zone) >= starts) day = previousWorkingDay(calendar, day)
    byDay.set(day, { step, day, at: toInstant(day, time, zone), until: starts })
  }
  // One that ends at midnight has ended on the day before.
  const last = dayIn(new Date(Math.max(starts.getTime(), ends.getTime() - 1)), own)
  let day = nextWorkingDay(calendar, last)
  while (toInstant(day, time, zone) <= ends) day = workingDayFrom(calendar, addDays(day, 1))
  const until = toInstant(addDays(addWorkingDays(calendar, day, reportKeeps), 1), '00:00', zone)
  return [...byDay.values(), { step: 'report', day, at: toInstant(day, time, zone), until }]
}

const isLive = ({ state }: Pick<VisitFacts, 'state'>): boolean => state === 'planned' || state === 'confirmed'

/**
 * Who is due what at `now`: at most one step a seat, the latest that has come and that no later one has overtaken.
 * Never of a visit that is done or cancelled; before it has begun the way there alone, after it the report alone; never
 * twice for one key, and never outside office hours on the reader's clocks. Pure; linear in the seats. Whoever asks of
 * many moments about the same visits passes the same `moments`, in which those found are kept.
 */
export function dueVisits(
  rules: Rules,
  visits: ReadonlyMap<string, VisitFacts>,
  seats: readonly TeamSeat[],
  now: Date,
  moments = new Map<string, readonly VisitMoment[]>(),
): readonly DueVisit[] {
  const offices = new Map<string, { readonly open: boolean; readonly today: string }>()
  return seats.flatMap((seat) => {
    const visit = visits.get(seat.visit)
    if (visit === undefined || !isLive(visit)) return []
    const office = offices.get(seat.zone) ?? {
      open: atWork(rules.calendar, seat.zone, now),
      today: dayIn(now, seat.zone),
    }
    offices.set(seat.zone, office)
    if (!office.open) return []
    const place = `${visit.id} ${seat.zone}`
    const steps = moments.get(place) ?? visitMoments(rules, visit, seat.zone)
    moments.set(place, steps)
    return dueOf(visit, steps, seat, office.today, now) ?? []
  })
}

function dueOf(
  visit: VisitFacts,
  steps: readonly VisitMoment[],
  seat: TeamSeat,
  today: string,
  now: Date,
): DueVisit | undefined {
  const found = steps.findLast(({ at, until }) => at <= now && now < until && at > visit.toldAt)
  if (found === undefined) return undefined
  const { step, at } = found
  if (step === 'report' && !seat.reports) return undefined
  // Back from leave or from sleep on the morning of a step: that one comes, and not two within the hour.
  if (steps.some((one) => one.day === today && one.at > now)) return undefined
  if (isHeldBack(seat, step, today)) return undefined
  const since = steps.filter((one) => one.at >= at && (one.step !== 'report' || step === 'report'))
  if (since.some((one) => seat.planned.has(visitKey(visit, one.step, seat.person)))) return undefined
  return { key: visitKey(visit, step, seat.person), visit: visit.id, person: seat.person, step, at }
}

/** Leave holds back a week's notice, and everything for whom another leads too, or somebody else at all. */
const isHeldBack = ({ absences, alone }: TeamSeat, step: VisitStep, today: string): boolean =>
  (step === 'T-7' || !alone) && absences.some(({ fromDay, toDay }) => fromDay <= today && today <= toDay)

/**
 * What becomes at `now` of a step that was planned: it is sent; it is too early for it, since the clock has been set
 * right or the visit ends later now; or it falls out. Out fall those of a visit that is done, called off or has begun,
 * those held back by leave, and those overtaken by a later step that has been planned or comes this very day.
 */
export function standsAt(
  rules: Rules,
  visit: VisitFacts,
  seat: TeamSeat,
  step: VisitStep,
  now: Date,
): 'due' | { readonly early: Date } | 'over' {
  const steps = visitMoments(rules, visit, seat.zone)
  const own = steps.find((one) => one.step === step)
  if (own === undefined || !isLive(visit) || now >= own.until) return 'over'
  if (step === 'report') {
    if (!seat.reports) return 'over'
    if (now < own.at) return { early: own.at }
  }
  const today = dayIn(now, seat.zone)
  const later = steps.filter((one) => one.at > own.at && one.step !== 'report')
  if (later.some((one) => one.day <= today || seat.planned.has(visitKey(visit, one.step, seat.person)))) return 'over'
  return isHeldBack(seat, step, today) ? 'over' : 'due'
}
