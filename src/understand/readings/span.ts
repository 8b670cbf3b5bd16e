import { type Meant, monthEnd, monthFrom, nearest, yearFrom } from '../../calendar/nearest.ts'
import { addDays, daysBetween, isDay, weekday } from '../../calendar/zoned.ts'

/** Days of the committee's zone, both included. */
export type Span = { readonly from: string; readonly to: string }
/** Today `YYYY-MM-DD`, and what a day without its year is about. */
export type Now = { readonly today: string; readonly meant: Meant }

/** One day as a span. */
export const one = (day: string | undefined): Span | undefined =>
  day === undefined ? undefined : { from: day, to: day }

/** Monday to Sunday of the week so many weeks after this one. */
export function week(now: Now, weeks: number): Span {
  const from = addDays(now.today, 1 - weekday(now.today) + weeks * 7)
  return { from, to: addDays(from, 6) }
}

/** The month so many months after this one. */
export const monthsFrom = (now: Now, count: number): Span => month(monthFrom(now.today, count))

/** The whole of a year. */
export const wholeYear = (year: number | string): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** A month by its number, in the year that was written or said ("nay", "sau", …), else the nearest; undefined for no month. */
export function namedMonth(number: number, now: Now, said: readonly string[]): Span | undefined {
  const [written, spoken, relative] = said
  if (number < 1 || number > 12) return undefined
  const typed = written || spoken
  const inYear = (year: number | string) => month(`${year}-${String(number).padStart(2, '0')}-01`)
  if (typed) return inYear(typed)
  if (relative) return inYear(yearFrom(now.today, shiftOf(relative)))
  return nearest(now.today, now.meant, (shift) => inYear(yearFrom(now.today, shift)))
}

/** A day of the month by its number: of the nearest month that can be meant and has such a day. */
export const dayOfMonth = (number: string, now: Now): Span | undefined =>
  nearest(now.today, now.meant, (shift) => {
    const day = `${monthFrom(now.today, shift).slice(0, 8)}${number.padStart(2, '0')}`
    return isDay(day) ? one(day) : undefined
  })

/** How many years "năm nay", "next year" and the like are from this one. */
export const shiftOf = (word: string): number =>
  word === 'nay' || word === 'this' ? 0 : ['sau', 'toi', 'next'].includes(word) ? 1 : -1

/** The next such weekday from today on (Monday is 1), or that of the week so many weeks after this one. */
export function onWeekday(now: Now, number: number, weeks: number | undefined): Span | undefined {
  if (weeks !== undefined) return one(addDays(week(now, weeks).from, number - 1))
  return one(addDays(now.today, (number - weekday(now.today) + 7) % 7))
}

/** The first, middle or last third of a month or longer. */
export function partOf({ from, to }: Span, part: string): Span {
  const third = Math.floor((daysBetween(from, to) + 1) / 3)
  if (part === 'dau' || part === 'early') return { from, to: addDays(from, third - 1) }
  if (part === 'cuoi' || part === 'late') return { from: addDays(to, 1 - third), to }
  return { from: addDays(from, third), to: addDays(to, -third) }
}

const month = (first: string): Span => ({ from: first, to: monthEnd(first) })
