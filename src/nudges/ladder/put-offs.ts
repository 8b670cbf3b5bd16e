import { workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import { ladderSteps, type RoundFacts, type Rules } from './due.ts'

/** The morning to which somebody may put a round's nudges off. */
export type PutOff = {
  readonly untilDay: string
  /** It is the last step before the deadline, past which nothing is put off. */
  readonly last: boolean
}

/** What somebody may wish for: so many days, or a day (`YYYY-MM-DD`) on the reader's calendar. */
export type Wish = { readonly days: 1 | 3 } | { readonly until: string }

/** The day that a wish names, whether a working day or not. */
export const wishedDay = (wish: Wish, now: Date, zone: string): string =>
  'until' in wish ? wish.until : addDays(dayIn(now, zone), wish.days)

/**
 * The morning to which the nudges about a round can be put off at `now` by somebody in `zone`: that of the working day
 * from the wished one on, at the furthest the last step before the deadline. Undefined from the day of that step on, and
 * where the wished day is not to come. Pure.
 */
export function putOffTo(rules: Rules, round: RoundFacts, zone: string, now: Date, wish: Wish): PutOff | undefined {
  const last = ladderSteps(rules, round, zone).find((step) => step.last)
  const today = dayIn(now, zone)
  const day = wishedDay(wish, now, zone)
  if (last === undefined || today >= last.day || day <= today) return undefined
  const wished = workingDayFrom(rules.calendar, day)
  return wished >= last.day ? { untilDay: last.day, last: true } : { untilDay: wished, last: false }
}

/**
 * By how many days (1 or 3) the nudges about a round can be put off at `now` by somebody in `zone`: each with the morning
 * it comes to, as `putOffTo` says. Pure.
 */
export function putOffs(rules: Rules, round: RoundFacts, zone: string, now: Date): ReadonlyMap<1 | 3, PutOff> {
  return new Map(
    ([1, 3] as const).flatMap((days) => {
      const found = putOffTo(rules, round, zone, now, { days })
      return found === undefined ? [] : [[days, found] as const]
    }),
  )
}
