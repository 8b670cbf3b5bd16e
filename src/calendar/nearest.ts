import { addDays, daysBetween } from './zoned.ts'

/**
 * What a day, month or quarter said without its year is about: `coming`, what is planned, which people also look back at
 * ("lịch tháng 5" in June); `past`, what has been done; `either`, a question about the day itself.
 */
export type Meant = 'coming' | 'past' | 'either'

/** Days, both included. */
type Days = { readonly from: string; readonly to: string }

const offered: Readonly<Record<Meant, readonly number[]>> = { coming: [0, 1], past: [0, -1], either: [0, 1, -1] }

/**
 * The one rule for what is said without its year (or, of a day of the month, without its month): the nearest to `today`
 * that can be meant. `at` gives the days in question so many years (or months) from today's, undefined where there are
 * none (29/02). What is to come is never last year's; what has been done has begun. Undefined where none is left.
 */
export function nearest(today: string, meant: Meant, at: (shift: number) => Days | undefined): Days | undefined {
  const [first, ...others] = offered[meant]
    .flatMap((shift) => at(shift) ?? [])
    .filter(({ from }) => meant !== 'past' || from <= today)
  return others.reduce((best, one) => (best && distance(today, best) <= distance(today, one) ? best : one), first)
}

/** How many days lie between a day and some days; 0 where it is one of them. */
const distance = (today: string, { from, to }: Days): number =>
  Math.max(daysBetween(today, from), daysBetween(to, today), 0)

/** The year so many years from that of a day. */
export const yearFrom = (today: string, shift: number): number => Number(today.slice(0, 4)) + shift

/** The first day of the month so many months from that of a day. */
export function monthFrom(today: string, shift: number): string {
  const index = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + shift
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

/** The last day of the month that begins on a day. */
export const monthEnd = (first: string): string => addDays(monthFrom(first, 1), -1)
