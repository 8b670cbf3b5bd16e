import { Temporal } from 'temporal-polyfill'

/** A week of a month: its number by ISO 8601, and its days from Monday on; `null` where one lies in another month. */
export type MonthWeek = { readonly number: number; readonly days: readonly (string | null)[] }

/** The weeks that a month `YYYY-MM` has a day in, four to six of them. Throws a RangeError on a text that is no month. */
export function monthWeeks(month: string): readonly MonthWeek[] {
  const whole = Temporal.PlainYearMonth.from(month)
  const first = whole.toPlainDate({ day: 1 })
  const monday = first.subtract({ days: first.dayOfWeek - 1 })
  const count = Math.ceil((first.dayOfWeek - 1 + whole.daysInMonth) / 7)
  return Array.from({ length: count }, (_, week) => {
    const days = Array.from({ length: 7 }, (_, at) => monday.add({ days: week * 7 + at }))
    const [start] = days
    return {
      number: start?.weekOfYear ?? 0,
      days: days.map((day) => (day.month === whole.month ? day.toString() : null)),
    }
  })
}

/** The first and the last day of a month: `2020-02` gives `2020-02-01` and `2020-02-29`. */
export function monthEnds(month: string): { readonly first: string; readonly last: string } {
  const whole = Temporal.PlainYearMonth.from(month)
  return { first: `${month}-01`, last: `${month}-${whole.daysInMonth}` }
}

/** The month so many months later; earlier where `count` is negative. */
export function addMonths(month: string, count: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months: count }).toString()
}

/** The week that a day `YYYY-MM-DD` lies in, with all its days. */
export function weekOf(day: string): { readonly number: number; readonly days: readonly string[] } {
  const given = Temporal.PlainDate.from(day)
  const monday = given.subtract({ days: given.dayOfWeek - 1 })
  return {
    number: monday.weekOfYear ?? 0,
    days: Array.from({ length: 7 }, (_, at) => monday.add({ days: at }).toString()),
  }
}
