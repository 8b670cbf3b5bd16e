import type { DayExplanation } from '../../calendar/calendar.ts'
import type { DaysFromOpening } from '../../calendar/days-from-opening.ts'
import type { DerivationStep } from '../../calendar/quarters.ts'
import type { LadderStep } from '../ladder/due.ts'

type Title = { readonly title: string; readonly titleEn: string | null }
/** `dueAt`: the deadline that stands for it, where that is another than the quarter's default. */
export type NamedItem = Title & { readonly key: string; readonly dueAt?: Date }

/** A round as far as an explanation speaks of it. */
export type NamedRound = {
  readonly id: string
  readonly number: number
  readonly dueAt: Date
  readonly item: NamedItem
}

/** Where a round's deadline comes from. */
export type Origin =
  /** Derived from the quarter. `moved`: the calendar has changed since, and the deadline stayed as it was told. */
  | {
      readonly rule: 'quarter-end'
      readonly quarter: string
      readonly steps: readonly DerivationStep[]
      readonly moved: boolean
    }
  /** So many working days from the opening, `opened` being its day. `moved` as above. */
  | {
      readonly rule: 'working-days'
      readonly count: number
      readonly opened: string
      readonly counted: DaysFromOpening
      readonly moved: boolean
    }
  /** Chosen by a coordinator: `when`, unless that was not kept; a change with what the deadline was before, and with its reason where the reader may see it. */
  | {
      readonly rule: 'set'
      readonly when?: { readonly at: Date; readonly change: boolean }
      readonly before?: Date
      readonly reason?: string
    }

/** A step of the ladder, and the days off that it moved back over: none where it stayed. */
export type Nudged = { readonly step: LadderStep; readonly passed: readonly DayExplanation[] }

/** What falls on a day. */
export type Meaning =
  | {
      readonly kind: 'quarter'
      readonly quarter: string
      /** Its default deadline, `YYYY-MM-DD`, and how that was found. */
      readonly deadline: string
      readonly steps: readonly DerivationStep[]
      readonly items: readonly NamedItem[]
    }
  | {
      readonly kind: 'deadline'
      readonly round: NamedRound
      readonly origin: Origin
      readonly day: DayExplanation
      /** Every nudge of the ladder, where they were asked for. */
      readonly nudges: readonly Nudged[]
    }
  | ({ readonly kind: 'nudge'; readonly round: NamedRound } & Nudged)
  /** Until when the drafting agency answers, since when that is so, and the nudges to it that were asked for. */
  | {
      readonly kind: 'answers'
      readonly round: NamedRound
      readonly dueAt: Date
      readonly setAt: Date
      readonly day: DayExplanation
      readonly nudges: readonly Nudged[]
    }

/** Why a day, a deadline or a nudge falls where it does, as data: the words are made where it is shown. */
export type Explanation = {
  /** The day that was asked about; none where a deadline was. */
  readonly day?: DayExplanation
  readonly meanings: readonly Meaning[]
}
