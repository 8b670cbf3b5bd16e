import type { DayExplanation } from '../calendar/calendar.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Explanation, Meaning } from '../nudges/explain/explanation.ts'

/** What `calendar explain --json` prints of a day; days as `YYYY-MM-DD`, `weekday` 1 for Monday to 7 for Sunday. */
type DayReport = {
  readonly day: string
  readonly weekday: number
  readonly working: boolean
  readonly why: DayExplanation['why']
  readonly name: string | null
  readonly source: string | null
  readonly provisional: boolean
  /** Whether the calendar speaks for that year. */
  readonly covered: boolean
  readonly falls: readonly Fall[]
}

type Fall =
  /** The quarter whose end or whose default deadline it is. */
  | {
      readonly kind: 'quarter'
      readonly quarter: string
      readonly deadline: string
      readonly items: readonly string[]
    }
  | {
      readonly kind: 'deadline'
      readonly item: string
      readonly round: number
      readonly at: string
      readonly rule: 'quarter-end' | 'working-days' | 'set'
    }
  /** Until when the drafting agency answers, and the steps of the ladder of that date that fall on the day. */
  | {
      readonly kind: 'answers'
      readonly item: string
      readonly round: number
      readonly at: string
      readonly steps: readonly string[]
    }
  /** `ruleDay`: where the ladder puts it; `day`: where it stands after days off. */
  | {
      readonly kind: 'nudge'
      readonly item: string
      readonly round: number
      readonly step: string
      readonly ruleDay: string
      readonly day: string
      readonly deadline: string
    }

/** Makes an explained day a report; `zone` is the committee's. Undefined where no day was asked about. */
export function reportDay({ day, meanings }: Explanation, zone: string): DayReport | undefined {
  if (day === undefined) return undefined
  const { weekday, working, why, entry, covered } = day
  return {
    day: day.day,
    weekday,
    working,
    why,
    name: entry?.nameEn ?? null,
    source: entry?.source ?? null,
    provisional: entry?.provisional === true,
    covered,
    falls: meanings.map((meaning) => fall(meaning, zone)),
  }
}

function fall(meaning: Meaning, zone: string): Fall {
  switch (meaning.kind) {
    case 'quarter': {
      const { quarter, deadline, items } = meaning
      return { kind: 'quarter', quarter, deadline, items: items.map((item) => item.key) }
    }
    case 'deadline': {
      const { round, origin } = meaning
      const at = round.dueAt.toISOString()
      return { kind: 'deadline', item: round.item.key, round: round.number, at, rule: origin.rule }
    }
    case 'answers': {
      const { round, dueAt, nudges } = meaning
      const steps = nudges.map(({ step }) => step.step)
      return { kind: 'answers', item: round.item.key, round: round.number, at: dueAt.toISOString(), steps }
    }
    case 'nudge': {
      const { round, step } = meaning
      return {
        kind: 'nudge',
        item: round.item.key,
        round: round.number,
        step: step.step,
        ruleDay: step.ruleDay,
        day: step.day,
        deadline: dayIn(round.dueAt, zone),
      }
    }
    default:
      return meaning satisfies never
  }
}
