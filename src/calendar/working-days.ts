import { type Calendar, isWorkingDay } from './calendar.ts'
import { addDays } from './zoned.ts'

/** The first working day after `day`, never `day` itself. */
export function nextWorkingDay(calendar: Calendar, day: string): string {
  return seek(calendar, addDays(day, 1), 1)
}

/** The last working day before `day`, never `day` itself. */
export function previousWorkingDay(calendar: Calendar, day: string): string {
  return seek(calendar, addDays(day, -1), -1)
}

/** `day` where it is worked, else the first working day after it. */
export function workingDayFrom(calendar: Calendar, day: string): string {
  return seek(calendar, day, 1)
}

/** `day` where it is worked, else the last working day before it. */
export function workingDayUpTo(calendar: Calendar, day: string): string {
  return seek(calendar, day, -1)
}

/** The `count`-th working day after `day` (before it where `count` is negative); `day` itself for 0, worked or not. */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
  let at = day
  for (let left = Math.abs(count); left > 0; left--) {
    at = count > 0 ? nextWorkingDay(calendar, at) : previousWorkingDay(calendar, at)
  }
  return at
}

/**
 * Working days after `from`, up to and including `to`: 0 for the same day, 1 from a Monday to its Tuesday; minus the
 * same count where `to` is earlier. Between working days it undoes `addWorkingDays`.
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count++
  }
  return count
}

// A calendar names finitely many days, so a worked weekday always comes.
function seek(calendar: Calendar, from: string, step: 1 | -1): string {
  let day = from
  while (!isWorkingDay(calendar, day)) day = addDays(day, step)
  return day
}
