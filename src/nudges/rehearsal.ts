import { isWorkingDay } from '../calendar/calendar.ts'
import { quarterOf } from '../calendar/quarters.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { addDays, dayIn, toInstant } from '../calendar/zoned.ts'
import { atWork } from './at-work.ts'
import { type DigestTime, digestDay } from './digest-time.ts'
import {
  dueNudges,
  type LadderStep,
  ladderSteps,
  nudgeKey,
  type RoundFacts,
  type Rules,
  type SeatFacts,
} from './due.ts'
import { officeHours } from './ladder.ts'
import { approaching, type PlayedVisit, playVisits } from './rehearsal-visits.ts'
import { dueUpcoming, upcomingSteps } from './upcoming.ts'

/** A round to be played: one that takes answers, or one that is only assumed since the plan's item has had none. */
export type PlayedRound = RoundFacts & {
  readonly item: string
  readonly agency: string | null
  readonly opensAt: Date
  /** Whether late answers are accepted; else the deadline closes it. */
  readonly late: boolean
  readonly hasDraft: boolean
  readonly assumed: boolean
  /** Everybody asked; whoever has not answered is played as never answering. */
  readonly seats: readonly Pick<SeatFacts, 'person' | 'answered' | 'snoozedUntil'>[]
}

export type PlayedPerson = Pick<SeatFacts, 'zone' | 'absences'> & {
  readonly organisation: string | null
  readonly roles: readonly { readonly role: string; readonly fromDay: string; readonly toDay: string | null }[]
}

/** An item of the plan. `withRound`: it has had one, which was not withdrawn. */
export type PlayedItem = {
  readonly item: string
  readonly quarter: string | null
  readonly agency: string | null
  readonly withRound: boolean
}

export type Cast = {
  readonly rounds: readonly PlayedRound[]
  readonly visits: readonly PlayedVisit[]
  readonly people: ReadonlyMap<string, PlayedPerson>
  readonly items: readonly PlayedItem[]
  /** Keys of every nudge there is already. */
  readonly planned: ReadonlySet<string>
  readonly digest: DigestTime
}

/** One message that would go out. */
export type Rehearsed = {
  readonly at: Date
  readonly person: string
  readonly kind: 'request' | 'nudge' | 'deadline' | 'escalation' | 'upcoming' | 'digest' | 'visit'
  /** What it is about, by the plan's keys, with the step of the rule where there is one. */
  readonly about: readonly { readonly item: string; readonly step?: string }[]
  /** The visits it is about, as people call them (`KT-12`), each with the step of the rule. */
  readonly visits?: readonly { readonly visit: string; readonly step: string }[]
  /** The occasion, where it is not about one item: `T-14` of a quarter, a digest's day. */
  readonly step?: string
  /** It rests on a round that nobody has opened yet. */
  readonly assumed: boolean
}

type Played = Rules & {
  readonly ladders: Map<string, readonly LadderStep[]>
  readonly cast: Cast
  readonly told: Set<string>
  readonly nudged: Map<string, Set<string>>
  /** The moments of each round's steps, on the clocks of every zone there is. */
  readonly steps: ReadonlyMap<string, ReadonlySet<number>>
  readonly visits: ReturnType<typeof approaching>
  /** Until then whatever had come before the span has gone out. */
  readonly settled: number
}

/** Longer than the longest weekend that a calendar without a word knows; days off beyond it have steps of their own. */
const settlingMs = 12 * 86_400_000

/**
 * Plays the plan on a made-up clock from one day to another, both included, in the committee's zone, and gives every
 * message that would go out, the earliest first. At every moment at which a wake-up could find something due, the very
 * functions are asked that the wake-up asks. Pure: sends nothing, writes nothing.
 */
export function rehearse(
  rules: Rules,
  cast: Cast,
  span: { readonly from: string; readonly to: string },
): readonly Rehearsed[] {
  const start = toInstant(span.from, '00:00', rules.zone)
  const end = toInstant(addDays(span.to, 1), '00:00', rules.zone)
  const zones = zonesOf(rules, cast)
  const played: Played = {
    ...rules,
    cast,
    told: new Set(cast.planned),
    nudged: plannedBefore(cast),
    ladders: new Map(),
    steps: new Map(
      cast.rounds.map((round) => [
        round.id,
        new Set(zones.flatMap((zone) => ladderSteps(rules, round, zone).map((step) => step.at.getTime()))),
      ]),
    ),
    visits: approaching(rules, cast.visits, zones),
    settled: start.getTime() + settlingMs,
  }
  const found: Rehearsed[] = []
  for (const now of moments(rules, cast, start, end)) {
    found.push(...requests(played, now), ...deadlines(played, now), ...nudges(played, now))
    found.push(...escalations(played, now), ...upcoming(played, now), ...visits(played, now), ...digests(played, now))
  }
  return found
}

const zonesOf = (rules: Rules, cast: Cast): readonly string[] => [
  ...new Set([rules.zone, ...[...cast.people.values()].map((person) => person.zone)]),
]

/** Every moment at which something can come up: openings, deadlines, steps, and the fixed times of each working day. */
function moments(rules: Rules, cast: Cast, start: Date, end: Date): readonly Date[] {
  const found = new Set<number>(cast.rounds.flatMap((round) => [round.opensAt.getTime(), round.dueAt.getTime()]))
  const times = new Set([officeHours.from, '08:30', ...cast.rounds.map((round) => round.ladder.at)])
  if (cast.digest !== 'off') times.add(cast.digest.time)
  for (const zone of zonesOf(rules, cast)) {
    for (const round of cast.rounds) for (const step of ladderSteps(rules, round, zone)) found.add(step.at.getTime())
    for (let day = dayIn(start, zone); day <= dayIn(end, zone); day = addDays(day, 1)) {
      if (!isWorkingDay(rules.calendar, day)) continue
      for (const time of times) found.add(toInstant(day, time, zone).getTime())
    }
  }
  return [...found]
    .filter((at) => at >= start.getTime() && at < end.getTime())
    .sort((a, b) => a - b)
    .map((at) => new Date(at))
}

function requests({ cast }: Played, now: Date): readonly Rehearsed[] {
  return cast.rounds
    .filter((round) => round.assumed && round.opensAt.getTime() === now.getTime())
    .flatMap((round) =>
      round.seats.map(({ person }) => ({
        at: now,
        person,
        kind: 'request',
        about: [{ item: round.item }],
        assumed: true,
      })),
    )
}

/** A deadline that passes is told to coordinators; one that closes the round to the drafting agency as well. */
function deadlines(played: Played, now: Date): readonly Rehearsed[] {
  return played.cast.rounds
    .filter((round) => round.dueAt.getTime() === now.getTime() && round.opensAt < now)
    .flatMap((round) => {
      const agency = round.late || round.agency === null ? [] : holding(played, 'drafter', now, [round.agency])
      const told = new Set([...holding(played, 'coordinator', now), ...agency])
      const { item, assumed } = round
      return [...told].map((person) => ({ at: now, person, kind: 'deadline', about: [{ item }], assumed }) as const)
    })
}

function nudges(played: Played, now: Date): readonly Rehearsed[] {
  const { cast } = played
  const open = cast.rounds.filter((round) => round.opensAt <= now && (round.takesLate || now < round.dueAt))
  if (open.length === 0) return []
  const byId = new Map(open.map((round) => [round.id, round]))
  const seats: SeatFacts[] = []
  for (const round of open) {
    // Between two steps only what was held back can come up: by leave, by a wish, or from before the span.
    const all = now.getTime() < played.settled || played.steps.get(round.id)?.has(now.getTime()) === true
    for (const seat of round.seats) {
      const person = cast.people.get(seat.person)
      if (person === undefined || seat.answered) continue
      if (!all && person.absences.length === 0 && seat.snoozedUntil === undefined) continue
      const { zone, absences } = person
      seats.push({ ...seat, zone, absences, round: round.id, planned: plannedOf(played, round.id, seat.person) })
    }
  }
  if (seats.length === 0) return []
  const due = dueNudges(played, byId, seats, now, played.ladders)
  return [...Map.groupBy(due, (nudge) => nudge.person)].map(([person, mine]) => {
    for (const nudge of mine) plannedOf(played, nudge.round, person).add(nudge.key)
    return {
      at: now,
      person,
      kind: 'nudge',
      about: mine.map((nudge) => ({ item: byId.get(nudge.round)?.item ?? '', step: nudge.step })),
      assumed: mine.some((nudge) => byId.get(nudge.round)?.assumed === true),
    }
  })
}

function plannedOf({ nudged }: Played, round: string, person: string): Set<string> {
  const place = `${round} ${person}`
  const known = nudged.get(place) ?? new Set<string>()
  nudged.set(place, known)
  return known
}

/** The nudges that there are already, by round and person: `nudge:{round}:{deadline}:{person}:{step}`. */
function plannedBefore({ planned, rounds }: Cast): Map<string, Set<string>> {
  const before = new Map<string, Set<string>>()
  for (const round of rounds) {
    const start = nudgeKey(round, '', '').slice(0, -1)
    for (const key of planned) {
      if (!key.startsWith(start)) continue
      const place = `${round.id} ${key.slice(start.length, key.indexOf(':', start.length))}`
      before.set(place, (before.get(place) ?? new Set<string>()).add(key))
    }
  }
  return before
}

/** Members long overdue are named to each coordinator, once a round and deadline, in one message. */
function escalations(played: Played, now: Date): readonly Rehearsed[] {
  const { cast, calendar, zone, told } = played
  const overdue = cast.rounds.filter((round) => {
    if (!round.takesLate || now < round.dueAt || !round.seats.some((seat) => !seat.answered)) return false
    const day = addWorkingDays(calendar, dayIn(round.dueAt, zone), round.ladder.escalateAfter)
    return toInstant(day, round.ladder.at, zone) <= now
  })
  if (overdue.length === 0) return []
  return holding(played, 'coordinator', now).flatMap((person) => {
    if (!atWork(calendar, cast.people.get(person)?.zone ?? zone, now)) return []
    const fresh = overdue.filter((round) => !told.has(`escalation ${round.id} ${person}`))
    for (const round of fresh) told.add(`escalation ${round.id} ${person}`)
    if (fresh.length === 0) return []
    const assumed = fresh.some((round) => round.assumed)
    return [{ at: now, person, kind: 'escalation', about: fresh.map(({ item }) => ({ item })), assumed } as const]
  })
}

function upcoming(played: Played, now: Date): readonly Rehearsed[] {
  const { cast, calendar, zone, told } = played
  if (!atWork(calendar, zone, now)) return []
  const quarter = quarterOf(dayIn(now, zone))
  const due = dueUpcoming(calendar, zone, quarter, now)
  if (due === undefined) return []
  const opened = (item: string) => cast.rounds.find((round) => round.item === item && round.opensAt <= now)
  const lacking = cast.items.filter(({ item, quarter: stated, withRound }) => {
    if (stated !== quarter) return false
    const round = opened(item)
    if (round === undefined) return !withRound
    return !round.hasDraft && (round.late || now < round.dueAt)
  })
  if (lacking.length === 0) return []
  const agencies = lacking.flatMap(({ agency }) => agency ?? [])
  const coordinators = holding(played, 'coordinator', now)
  const readers = new Set([...coordinators, ...holding(played, 'drafter', now, agencies)])
  const later = upcomingSteps(calendar, zone, quarter).filter(({ at }) => at >= due.at)
  return [...readers].flatMap((person) => {
    if (later.some(({ step }) => told.has(`upcoming:${quarter}:${step}:${person}`))) return []
    told.add(`upcoming:${quarter}:${due.step}:${person}`)
    const mine = coordinators.includes(person)
      ? lacking
      : lacking.filter(({ agency }) => agency === cast.people.get(person)?.organisation)
    return [
      {
        at: now,
        person,
        kind: 'upcoming',
        step: due.step,
        about: mine.map(({ item }) => ({ item })),
        assumed: false,
      } as const,
    ]
  })
}

function visits(played: Played, now: Date): readonly Rehearsed[] {
  const { cast, told, settled } = played
  return playVisits(played, played.visits, cast.people, told, now, now.getTime() < settled)
}

function digests(played: Played, now: Date): readonly Rehearsed[] {
  const { cast, calendar, zone, told } = played
  const due = digestDay(calendar, zone, cast.digest, now)
  if (due === undefined || !atWork(calendar, zone, now)) return []
  if (cast.items.length === 0 && cast.rounds.length === 0) return []
  const readers = new Set([...holding(played, 'coordinator', now), ...holding(played, 'chair', now)])
  return [...readers].flatMap((person) => {
    const key = `digest:${due.day}:${person}`
    if (told.has(key)) return []
    told.add(key)
    return [{ at: now, person, kind: 'digest', step: due.day, about: [], assumed: false } as const]
  })
}

/** Who holds a role on the day, in one of these organisations where they are given. */
function holding(played: Played, role: string, now: Date, organisations?: readonly string[]): readonly string[] {
  const today = dayIn(now, played.zone)
  return [...played.cast.people].flatMap(([id, person]) => {
    if (organisations !== undefined && !organisations.includes(person.organisation ?? '')) return []
    return holds(person, role, today) ? [id] : []
  })
}

const holds = (person: PlayedPerson, role: string, today: string): boolean =>
  person.roles.some((one) => one.role === role && one.fromDay <= today && (one.toDay === null || one.toDay >= today))
