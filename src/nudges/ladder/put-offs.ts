import { workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import { ladderSteps, type RoundFacts, type Rules } from './due.ts'

/** The morning to which somebody may put a round's nudges off. */
export type PutOff = {
  readonly untilDay: string
  /** It is the last step before the deadline, past which nothing is put off. */
  readonly last: boolean
}

/**
 * By how many days (1 or 3) the nudges about a round can be put off at `now` by somebody in `zone`: each with the morning
 * it comes to, on the reader's calendar; none from the day of the last step before the deadline on. Pure.
 */
export function putOffs(rules: Rules, round: RoundFacts, zone: string, now: Date): ReadonlyMap<1 | 3, PutOff> {
  const last = ladderSteps(rules, round, zone).find((step) => step.last)
  const today = dayIn(now, zone)
  if (last === undefined || today >= last.day) return new Map()
  const days = [1, 3] as const
  return new Map(
    days.map((count) => {
      const wished = workingDayFrom(rules.calendar, addDays(today, count))
      const isLast = wished >= last.day
      return [count, { untilDay: isLast ? last.day : wished, last: isLast }] as const
    }),
  )
}
