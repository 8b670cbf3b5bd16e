import { type Calendar, type DayExplanation, explainDay } from './calendar.ts'
import { addDays } from './zoned.ts'

/** So many working days a deadline may lie from the opening: about a year. */
export const mostWorkingDays = 250

/** Where "N working days from sending" ends, and what was counted and passed over on the way. */
export type DaysFromOpening = {
  /** The last working day that was counted, `YYYY-MM-DD`. */
  readonly day: string
  /** Days off between the opening and it, in order: weekends, holidays and swaps, the last two with their source. */
  readonly off: readonly DayExplanation[]
  /** Days of a weekend that are worked by an exchange, and so were counted. */
  readonly exchanged: readonly DayExplanation[]
  /** Whether the calendar speaks for every day of it; beyond its years only weekends are known. */
  readonly covered: boolean
}

/**
 * The day on which `count` working days from sending end: the day after `opened` (`YYYY-MM-DD`, on the committee's
 * calendar) is the first that may count. Throws a RangeError unless `count` is a whole number from 1 to
 * `mostWorkingDays`. The manner of counting is the Civil Code's (91/2015/QH13): of a term in days that begins with an event,
 * the day of the event is left out and the next one counts first (Article 147, paragraphs 2 and 3). That it never ends on a
 * day off (Article 148, paragraph 5) follows by itself, since working days alone are counted. Read in two reprints of the
 * code, not in the official gazette.
 */
export function daysFromOpening(calendar: Calendar, opened: string, count: number): DaysFromOpening {
  if (!isWorkingDayCount(count)) throw new RangeError(`not from 1 to ${mostWorkingDays} working days: ${count}`)
  const passed: DayExplanation[] = []
  let day = opened
  // Counted and kept in one walk: a day costs some microseconds, and 250 working days are a year.
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    const explained = explainDay(calendar, day)
    passed.push(explained)
    if (explained.working) left -= 1
  }
  return {
    day,
    off: passed.filter(({ working }) => !working),
    exchanged: passed.filter(({ why }) => why === 'makeUpWork'),
    covered: passed.every(({ covered }) => covered),
  }
}

/** Whether so many working days can be a deadline. */
export const isWorkingDayCount = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= mostWorkingDays
