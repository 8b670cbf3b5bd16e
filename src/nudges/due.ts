import type { Calendar } from '../calendar/calendar.ts'
import type { Ladder } from './ladder.ts'

/** The committee's calendar and zone: deadlines and days off are meant in it. */
export type Rules = { readonly calendar: Calendar; readonly zone: string }

/** A round that takes answers, as far as nudging goes. */
export type RoundFacts = {
  readonly id: string
  readonly dueAt: Date
  /** When the deadline that stands was set and told: what fell due by then was covered by that letter. */
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
