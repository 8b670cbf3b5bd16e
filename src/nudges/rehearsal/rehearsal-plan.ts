import { addDays, dayIn } from '../../calendar/zoned.ts'
import { deadlineNotices } from '../../opinions/rounds/deadline-notices.ts'
import { successorsOf } from '../../opinions/rounds/successor.ts'
import { answerMessages } from '../answers/answer-messages.ts'
import { digestMessages, dueDigest } from '../digest/digest-messages.ts'
import { dueNudges, type SeatFacts } from '../ladder/due.ts'
import type { DelegateFacts } from '../ladder/due-delegates.ts'
import { stepMessages } from '../ladder/step-messages.ts'
import type { Planned } from '../planned.ts'
import { escalationMessages, isLongOverdue } from '../quarter-watch/escalation-messages.ts'
import { lackOf, upcomingMessages, upcomingOccasion } from '../quarter-watch/upcoming-messages.ts'
import { visitMessages } from '../visits/visit-messages.ts'
import {
  type Played,
  type PlayedItem,
  type PlayedPerson,
  type PlayedRound,
  type PlayedSeat,
  type Rehearsed,
  remember,
  type Waiting,
} from './played.ts'
import { visitSeats } from './rehearsal-visits.ts'

/**
 * Puts into the played ledger what each of the planners would plan at `now`, in their order; gives the requests of the
 * rounds that are assumed to be opened then, and those to successors.
 */
export function planAt(played: Played, now: Date): readonly Rehearsed[] {
  const requests = [...openings(played, now)]
  // Each reads what the ones before it have stored.
  for (const notice of deadlines(played, now)) played.waiting.add(notice)
  requests.push(...handOvers(played, now))
  for (const rule of [steps, answers, escalations, upcoming, visits, digests])
    for (const planned of rule(played, now)) {
      for (const reason of planned.reasons) remember(played, planned.post.personId, reason)
      played.waiting.add({ ...planned, notBefore: now })
    }
  return requests
}

function openings({ cast }: Played, now: Date): readonly Rehearsed[] {
  return cast.rounds
    .filter((round) => round.assumed && round.opensAt.getTime() === now.getTime())
    .flatMap((round) =>
      round.seats.map(({ person }): Rehearsed => {
        return { at: now, person, kind: 'request', about: [{ item: round.item }], assumed: true }
      }),
    )
}

/** A deadline is handled at the first wake-up that finds it passed. */
function deadlines(played: Played, now: Date): readonly Waiting[] {
  const { cast, handled } = played
  const passed = cast.rounds.filter((round) => round.opensAt <= now && round.dueAt <= now && !handled.has(round.id))
  if (passed.length === 0) return []
  for (const round of passed) handled.add(round.id)
  const readers = { coordinators: holding(played, 'coordinator', now), drafters: draftersAt(played, now) }
  return deadlineNotices(passed, readers).map(({ post, rounds }) => {
    return { post, reasons: [], notBefore: now, passed: rounds.map(({ id }) => id) }
  })
}

/** Asks successors, as the job beside the planners does. */
function handOvers(played: Played, now: Date): readonly Rehearsed[] {
  const { cast, seats } = played
  const today = dayIn(now, played.zone)
  const requests: Rehearsed[] = []
  for (const round of cast.rounds) {
    // Once silence has counted, the seats of that moment stand.
    if (!takes(round, now) || (!round.takesLate && now >= round.dueAt)) continue
    const asked = seatsOf(played, round)
    const leavers = asked
      .filter(({ person, answered }) => !answered && !holds(cast.people.get(person), 'member', today))
      .map(({ person, followed }) => leaverOf(cast.people.get(person), person, followed === true, today))
    if (leavers.length === 0) continue
    const pairs = successorsOf(leavers, newMembers(played, asked, today))
    if (pairs.length === 0) continue
    const left = new Set(pairs.map(({ from }) => from.id))
    const stay = asked.map((seat) => (left.has(seat.person) ? { ...seat, followed: true as const } : seat))
    const come = pairs.map(({ to }): PlayedSeat => ({ person: to.id, answered: false, askedAt: now }))
    seats.set(round.id, [...stay, ...come])
    const { item, assumed } = round
    requests.push(
      ...come.map(({ person }): Rehearsed => ({ at: now, person, kind: 'request', about: [{ item }], assumed })),
    )
  }
  return requests
}

function leaverOf(person: PlayedPerson | undefined, id: string, followed: boolean, today: string) {
  const lastDays = (person?.roles ?? []).flatMap(({ role, toDay }) =>
    role === 'member' && toDay !== null && toDay < today ? [toDay] : [],
  )
  const last = lastDays.toSorted().at(-1)
  const since = last === undefined ? undefined : addDays(last, 1)
  return { id, organisation: person?.organisation ?? null, since, followed }
}

function newMembers({ cast }: Played, asked: readonly PlayedSeat[], today: string) {
  const seated = new Set(asked.map(({ person }) => person))
  return [...cast.people].flatMap(([id, { organisation, roles }]) => {
    if (organisation === null || seated.has(id)) return []
    const since = roles.filter((one) => one.role === 'member' && isOn(one, today)).map(({ fromDay }) => fromDay)
    return since.length === 0 ? [] : [{ id, organisation, since }]
  })
}

/** Who is asked in it by now. */
const seatsOf = ({ seats }: Played, { id }: PlayedRound): readonly PlayedSeat[] => seats.get(id) ?? []

/** Whether it has been opened, and takes answers still. */
const takes = (round: PlayedRound, now: Date): boolean => round.opensAt <= now && !(round.closes && now >= round.dueAt)

function steps(played: Played, now: Date): readonly Planned[] {
  const { cast } = played
  const open = cast.rounds.filter((round) => takes(round, now))
  if (open.length === 0) return []
  const [began, today] = [dayIn(cast.now, played.zone), dayIn(now, played.zone)]
  const seats: SeatFacts[] = []
  for (const round of open) {
    // Between two steps only what was held back can come up: by leave, by a wish, by a role to come, or from before.
    const all = now.getTime() < played.settled || played.steps.get(round.id)?.has(now.getTime()) === true
    for (const seat of seatsOf(played, round)) {
      const person = cast.people.get(seat.person)
      if (person === undefined || seat.answered) continue
      if (!all && person.absences.length === 0 && seat.snoozedUntil === undefined && isSteady(person, began)) continue
      if (!holds(person, 'member', today)) continue
      const { zone, absences } = person
      const planned = played.nudged.get(`${round.id} ${seat.person}`) ?? new Set<string>()
      seats.push({ ...seat, zone, absences, round: round.id, planned })
    }
  }
  const delegates = delegatesIn(played, open, today)
  if (seats.length + delegates.length === 0) return []
  return stepMessages(played, { rounds: played.roundById, seats, delegates }, now, played.ladders)
}

function answers(played: Played, now: Date): readonly Planned[] {
  const { cast, zone } = played
  const begun = cast.answers.filter((round) => round.startsAt <= now)
  if (begun.length === 0) return []
  const today = dayIn(now, zone)
  const rounds = new Map(begun.map((round) => [round.id, round]))
  const seats = [...cast.people].flatMap(([person, one]): readonly SeatFacts[] =>
    begun
      .filter(({ agency }) => agency === one.organisation && holds(one, 'drafter', today))
      .map((round) => {
        const planned = played.nudged.get(`${round.id} ${person}`) ?? new Set<string>()
        return { round: round.id, person, answered: false, zone: one.zone, absences: one.absences, planned }
      }),
  )
  return answerMessages(rounds, dueNudges(played, rounds, seats, now, played.ladders))
}

function delegatesIn(played: Played, open: readonly PlayedRound[], today: string): readonly DelegateFacts[] {
  const { cast, delegated } = played
  return cast.delegations.flatMap(({ itemId, ...given }) => {
    const member = cast.people.get(given.person)
    if (member === undefined || !holds(member, 'member', today)) return []
    const zone = cast.people.get(given.taker)?.zone ?? played.zone
    const planned = delegated.get(given.taker) ?? new Set<string>()
    return open
      .filter((round) => itemId === null || itemId === round.itemId)
      .filter((round) => seatsOf(played, round).some((seat) => seat.person === given.person && !seat.answered))
      .map((round) => ({ ...given, zone, planned, round: round.id }))
  })
}

function escalations(played: Played, now: Date): readonly Planned[] {
  const { cast, zone, escalated } = played
  const today = dayIn(now, zone)
  const isMember = (id: string) => holds(cast.people.get(id), 'member', today)
  const overdue = cast.rounds
    .filter((round) => takes(round, now) && isLongOverdue(played, round, now))
    .map((round) => {
      const { id, dueAt } = round
      const missing = seatsOf(played, round).filter((seat) => !seat.answered && isMember(seat.person))
      return { id, dueAt, people: missing.map((seat) => seat.person) }
    })
  if (overdue.length === 0) return []
  const readers = holding(played, 'coordinator', now).map((id) => {
    return { id, zone: cast.people.get(id)?.zone ?? zone, told: escalated.get(id) ?? [] }
  })
  return escalationMessages(played, overdue, readers, now)
}

function upcoming(played: Played, now: Date): readonly Planned[] {
  const occasion = upcomingOccasion(played, now)
  if (occasion === undefined) return []
  return upcomingMessages(played, occasion, {
    lacking: lackingAt(played, occasion.quarter, now).map(({ agency }) => agency),
    coordinators: holding(played, 'coordinator', now),
    drafters: draftersAt(played, now),
    told: played.told,
  })
}

/** The items of a quarter that lack a round or its draft at `now`. */
export function lackingAt({ cast }: Played, quarter: string, now: Date): readonly PlayedItem[] {
  return cast.items.filter((item) => {
    if (item.quarter !== quarter) return false
    const round = cast.rounds.find((one) => one.itemId === item.itemId && one.opensAt <= now)
    if (round === undefined) return !item.hadRound && lackOf(undefined) !== undefined
    const { draftUrl, documentId } = round
    return lackOf({ state: takes(round, now) ? 'open' : 'closed', draftUrl, documentId }) !== undefined
  })
}

function visits(played: Played, now: Date): readonly Planned[] {
  const seats = visitSeats(played.visits, played.cast.people, played.told, now, now.getTime() < played.settled)
  if (seats.length === 0) return []
  return visitMessages(played, played.visits.facts, seats, now, played.visits.moments)
}

function digests(played: Played, now: Date): readonly Planned[] {
  const { cast } = played
  const due = dueDigest(played, cast.digest, now)
  if (due === undefined) return []
  const opened = cast.rounds.filter((round) => takes(round, now)).map((round) => round.opensAt)
  return digestMessages(due, {
    began: [...cast.plans, ...opened],
    readers: [...holding(played, 'coordinator', now), ...holding(played, 'chair', now)],
    told: played.told,
  })
}

/** Who holds a role on the day, on the committee's calendar. */
function holding({ cast, zone }: Played, role: string, now: Date): readonly string[] {
  const today = dayIn(now, zone)
  return [...cast.people].flatMap(([id, person]) => (holds(person, role, today) ? [id] : []))
}

function draftersAt(played: Played, now: Date) {
  return holding(played, 'drafter', now).map((id) => {
    return { id, organisation: played.cast.people.get(id)?.organisation ?? null }
  })
}

export const holds = (person: PlayedPerson | undefined, role: string, today: string): boolean =>
  person?.roles.some((one) => one.role === role && isOn(one, today)) === true

const isOn = ({ fromDay, toDay }: PlayedPerson['roles'][number], today: string): boolean =>
  fromDay <= today && (toDay === null || toDay >= today)

/** Whether their seat neither begins nor ends while it is played. */
const isSteady = (person: PlayedPerson, began: string): boolean =>
  person.roles.every((one) => one.role !== 'member' || (one.toDay === null && one.fromDay <= began))
