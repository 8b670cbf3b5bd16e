import type { AnswerRound } from '../answers/answer-dates.ts'
import type { DigestTime } from '../digest/digest-time.ts'
import type { LadderStep, RoundFacts, Rules, SeatFacts } from '../ladder/due.ts'
import type { DelegateFacts } from '../ladder/due-delegates.ts'
import type { Planned } from '../planned.ts'
import type { VisitFacts, VisitMoment } from '../visits/visit-steps.ts'
import type { Teammate } from '../visits/visit-team.ts'

/** A visit to be played, with its team on its day; played as never changed and never reported. */
export type PlayedVisit = VisitFacts & { readonly code: string; readonly team: readonly Teammate[] }

/** From when to when anything of a visit can come up, and the moments of its steps, on the clocks of every zone. */
export type Approach = {
  readonly visit: PlayedVisit
  readonly from: number
  readonly until: number
  readonly steps: ReadonlySet<number>
}

/** The visits as they are played, by id. `moments` keeps the steps that have been found. */
export type Approaching = {
  readonly approaches: ReadonlyMap<string, Approach>
  readonly facts: ReadonlyMap<string, PlayedVisit>
  readonly moments: Map<string, readonly VisitMoment[]>
}

/** A round to be played: an open one, or one that is only assumed since the plan's item has had none. */
export type PlayedRound = RoundFacts & {
  readonly item: string
  readonly itemId: string
  readonly agency: string | null
  readonly opensAt: Date
  /** Late answers are refused: the deadline closes it. */
  readonly closes: boolean
  readonly draftUrl: string | null
  readonly documentId: string | null
  readonly revision: number
  /** Its deadline has passed and was told of. */
  readonly handled: boolean
  readonly assumed: boolean
  /** Everybody asked; whoever has not answered is played as never answering. */
  readonly seats: readonly PlayedSeat[]
}

/** `followed`: somebody has been asked in their place. */
export type PlayedSeat = Pick<SeatFacts, 'person' | 'answered' | 'snoozedUntil' | 'askedAt'> & {
  readonly followed?: true
}

type Days = { readonly fromDay: string; readonly toDay: string | null }

export type PlayedPerson = Pick<SeatFacts, 'zone' | 'absences'> & {
  readonly organisation: string | null
  readonly roles: readonly (Days & { readonly role: string })[]
}

/** An item of the plan. `hadRound`: it has had one that was not withdrawn and is none of those played. */
export type PlayedItem = {
  readonly item: string
  readonly itemId: string
  readonly quarter: string | null
  readonly agency: string | null
  readonly hadRound: boolean
}

/** What is delegated, as long as nobody ends it; of everything where there is no item. */
export type PlayedDelegation = Omit<DelegateFacts, 'round' | 'zone' | 'planned'> & { readonly itemId: string | null }

/** A reason for which somebody has been told already. */
export type ToldBefore = Planned['reasons'][number] & { readonly personId: string }

/**
 * Somebody's message in the ledger, to go out from `notBefore` on: when their office opens, where it waits for that.
 * `passed`: the rounds of whose deadlines it tells; it has no reasons then.
 */
export type Waiting = Planned & { readonly notBefore: Date; readonly passed?: readonly string[] }

/** Everything that is played, as it stands at `now`. */
export type Cast = {
  readonly now: Date
  readonly rounds: readonly PlayedRound[]
  readonly visits: readonly PlayedVisit[]
  /** Rounds whose remarks are to be answered until a date, and are not; played as never answered. */
  readonly answers: readonly AnswerRound[]
  readonly people: ReadonlyMap<string, PlayedPerson>
  readonly items: readonly PlayedItem[]
  readonly delegations: readonly PlayedDelegation[]
  /** When each plan was made. */
  readonly plans: readonly Date[]
  readonly told: readonly ToldBefore[]
  /** What has been planned and has not gone out. */
  readonly waiting: readonly Waiting[]
  readonly digest: DigestTime
}

/** One message that would go out. */
export type Rehearsed = {
  /** When it goes out: when it is put into the ledger, or later where it waits for its reader's office hours. */
  readonly at: Date
  readonly person: string
  readonly kind: 'request' | 'nudge' | 'deadline' | 'escalation' | 'upcoming' | 'digest' | 'visit' | 'answers'
  /** What it is about, by the plan's keys, with the step of the rule, and to a delegate with the member it is for. */
  readonly about: readonly { readonly item: string; readonly step?: string; readonly for?: string }[]
  /** The visits it is about, as people call them (`KT-12`), each with the step of the rule. */
  readonly visits?: readonly { readonly visit: string; readonly step: string }[]
  /** The occasion, where it is not about one item: `T-14` of a quarter, a digest's day. */
  readonly step?: string
  /** It rests on a round that nobody has opened yet. */
  readonly assumed: boolean
}

/** The cast on the made-up clock, with what has been told so far. */
export type Played = Rules & {
  readonly cast: Cast
  readonly ladders: Map<string, readonly LadderStep[]>
  readonly told: Set<string>
  /** Keys of nudges, by round and person. */
  readonly nudged: Map<string, Set<string>>
  /** Keys of what delegates were told, by delegate. */
  readonly delegated: Map<string, Set<string>>
  /** Escalations, by coordinator. */
  readonly escalated: Map<string, { readonly key: string; readonly step: string }[]>
  /** Rounds whose deadline has been handled. */
  readonly handled: Set<string>
  readonly waiting: Set<Waiting>
  readonly roundById: ReadonlyMap<string, PlayedRound>
  /** Who is asked in each round: successors come to those of the beginning. */
  readonly seats: Map<string, readonly PlayedSeat[]>
  /** The moments of each round's steps, on the clocks of every zone there is. */
  readonly steps: ReadonlyMap<string, ReadonlySet<number>>
  readonly visits: Approaching
  /** Until then what had come before the beginning may still be due. */
  readonly settled: number
}

/** Keeps a reason for ever, as the ledger does: what was planned once is never planned again. */
export function remember(played: Played, personId: string, { key, kind, roundId, subject, step }: ToldReason): void {
  played.told.add(key)
  if (kind === 'escalation') entry(played.escalated, personId, () => []).push({ key, step })
  else if ((kind === 'step' || kind === 'snooze') && subject !== undefined)
    entry(played.delegated, personId, () => new Set<string>()).add(key)
  else if (kind === 'step' || kind === 'snooze' || kind === 'answers')
    entry(played.nudged, `${kind === 'answers' ? 'answers:' : ''}${roundId} ${personId}`, () => new Set<string>()).add(
      key,
    )
}

type ToldReason = Planned['reasons'][number]

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key) ?? make()
  map.set(key, known)
  return known
}
