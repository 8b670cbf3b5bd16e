import { addDays, daysBetween, weekday } from '../calendar/zoned.ts'

/** Days of the committee's zone, both included. */
export type Span = { readonly from: string; readonly to: string }
/** The plan's year, and today `YYYY-MM-DD`. */
export type Now = { readonly year: number; readonly today: string }

/** One day as a span. */
export const one = (day: string | undefined): Span | undefined =>
  day === undefined ? undefined : { from: day, to: day }

/** Monday to Sunday of the week so many weeks after this one. */
export function week(now: Now, weeks: number): Span {
  const from = addDays(now.today, 1 - weekday(now.today) + weeks * 7)
  return { from, to: addDays(from, 6) }
}

/** The month so many months after this one. */
export const monthsFrom = (now: Now, count: number): Span =>
  month(Number(now.today.slice(0, 4)), Number(now.today.slice(5, 7)) + count)

/** The whole of a year. */
export const wholeYear = (year: number | string): Span => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** A month by its number, in the year that was written or said ("nay", "sau", …), else in the plan's; undefined for no month. */
export function namedMonth(number: number, now: Now, said: readonly string[]): Span | undefined {
  const [written, spoken, relative] = said
  if (number < 1 || number > 12) return undefined
  const typed = written || spoken
  if (typed) return month(Number(typed), number)
  return month(relative ? Number(now.today.slice(0, 4)) + shiftOf(relative) : now.year, number)
}

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

/** A number beyond twelve goes on into the next year, as "tháng sau" of December does. */
function month(year: number, number: number): Span {
  const index = year * 12 + number - 1
  const first = (at: number) => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`
  return { from: first(index), to: addDays(first(index + 1), -1) }
}
