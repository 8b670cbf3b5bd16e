import { monthFrom, nearest, yearFrom } from '../../calendar/nearest.ts'
import { addDays, daysBetween, isDay, weekday } from '../../calendar/zoned.ts'
import type { Sentence } from './tokens.ts'

/** A day as it was said: which one it is may depend on another ("từ 8 đến 12/6"). */
export type SaidDay =
  | { readonly kind: 'fixed'; readonly day: string }
  | {
      readonly kind: 'date'
      readonly day: number
      readonly month?: number
      readonly year?: number
      /** Month and day might as well be meant the other way round. */
      readonly unclear?: true
    }
  | {
      readonly kind: 'weekday'
      /** Monday is 1. */
      readonly weekday: number
      /** Of the week so many weeks from this one. */
      readonly weeks?: number
      /** "Thứ năm tới": not today. */
      readonly later?: true
    }
  /** "Hôm sau", "the next day": so many days from one said before it, or from today. */
  | { readonly kind: 'next'; readonly days: number }
  | { readonly kind: 'wrong' }

/** What a day without year, month or week is near to: today, or for the end of a range its beginning, `since`. */
export type Near = {
  readonly today: string
  readonly meant: 'coming' | 'past' | 'either'
  readonly year?: number
  readonly since?: string
}

/** What a sentence says is near to, by itself. */
export const nearOf = ({ when }: Sentence): Near => ({
  today: when.today,
  meant: when.meant ?? 'coming',
  ...(when.year === undefined ? {} : { year: when.year }),
})

/** A day of a month; without month or year where they are not said. */
export const dated = (day: number, month: number | undefined, year: number | undefined): SaidDay => ({
  kind: 'date',
  day,
  ...(month === undefined ? {} : { month }),
  ...(year === undefined ? {} : { year }),
})

/** Which day is said, near to `near`; undefined where no calendar has it. */
export function resolve(said: SaidDay, near: Near): string | undefined {
  if (said.kind === 'wrong') return undefined
  if (said.kind === 'fixed') return isDay(said.day) ? said.day : undefined
  if (said.kind === 'weekday') return onWeekday(said, near)
  if (said.kind === 'next') return addDays(near.today, said.days)
  const { day, month, year } = said
  const shown = (year: number | string, month: number | string) => {
    const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    return isDay(text) ? { from: text, to: text } : undefined
  }
  if (month === undefined)
    return nearest(near.today, near.meant, (shift) => {
      const first = monthFrom(near.today, shift)
      return shown(first.slice(0, 4), first.slice(5, 7))
    })?.from
  const known = year ?? near.year
  if (known !== undefined) return shown(known, month)?.from
  return nearest(near.today, near.meant, (shift) => shown(yearFrom(near.today, shift), month))?.from
}

/** The other reading of a day of which the order is unclear; undefined where there is none. */
export function otherReading(said: SaidDay, near: Near): string | undefined {
  if (said.kind !== 'date' || said.unclear === undefined || said.month === undefined) return undefined
  const { day, month, year } = said
  return resolve(dated(month, day, year), near)
}

function onWeekday(said: SaidDay & { readonly kind: 'weekday' }, { today, meant }: Near): string {
  const monday = addDays(today, 1 - weekday(today))
  if (said.weeks !== undefined) return addDays(monday, said.weeks * 7 + said.weekday - 1)
  const ahead = (said.weekday - weekday(today) + 7) % 7
  if (meant === 'past') return addDays(today, ahead === 0 ? 0 : ahead - 7)
  return addDays(today, ahead === 0 && said.later ? 7 : ahead)
}

/** The last such day up to `to`: "thứ 2 đến thứ 6 tuần sau", "28/12 - 3/1/2021", "mùng 1 đến mùng 10 tháng 7". */
export function upTo(said: SaidDay, to: string): string | undefined {
  if (said.kind === 'weekday') return addDays(to, -((weekday(to) - said.weekday + 7) % 7))
  if (said.kind !== 'date') return undefined
  const { day, month } = said
  const days = [0, -1].flatMap((shift) => {
    const first =
      month === undefined ? monthFrom(to, shift) : `${yearFrom(to, shift)}-${String(month).padStart(2, '0')}-01`
    const text = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`
    return isDay(text) && text <= to ? [text] : []
  })
  return days[0]
}

/** The first such day from `from` on, where it is at most half a year away: farther, the order was a slip. */
export function onFrom(said: SaidDay, from: string): string | undefined {
  if (said.kind === 'weekday') return addDays(from, (said.weekday - weekday(from) + 7) % 7)
  if (said.kind === 'next') return addDays(from, said.days)
  if (said.kind !== 'date') return undefined
  const { day, month } = said
  for (const shift of [0, 1]) {
    const first =
      month === undefined ? monthFrom(from, shift) : `${yearFrom(from, shift)}-${String(month).padStart(2, '0')}-01`
    const text = `${first.slice(0, 8)}${String(day).padStart(2, '0')}`
    if (isDay(text) && text >= from) return shift === 0 || daysBetween(from, text) <= 183 ? text : undefined
  }
  return undefined
}
