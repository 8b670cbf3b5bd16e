import { addMonths, monthEnds, monthWeeks, weekOf } from '../../calendar/month-weeks.ts'
import { addDays, dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Tab, Way } from '../../contract/page.ts'
import type { Place } from '../../contract/place.ts'

export type VisitsPlace = Extract<Place, { page: 'visits' }>

/** The days that a page of visits shows, both ends included, in weeks; null where a day lies in another month. */
export type Period = {
  readonly kind: 'month' | 'week'
  readonly first: string
  readonly last: string
  readonly month: string
  readonly weeks: readonly { readonly number: number; readonly days: readonly (string | null)[] }[]
}

/** The week that was asked for, else the month, else today's; undefined for what no calendar has. */
export function periodOf({ month, week }: VisitsPlace, today: string): Period | undefined {
  if (week !== undefined) {
    if (!isDay(week)) return undefined
    const { number, days } = weekOf(week)
    const [first = week] = days
    return { kind: 'week', first, last: addDays(first, 6), month: week.slice(0, 7), weeks: [{ number, days }] }
  }
  const shown = month ?? today.slice(0, 7)
  if (!isDay(`${shown}-01`)) return undefined
  return { kind: 'month', ...monthEnds(shown), month: shown, weeks: monthWeeks(shown) }
}

/** The periods around this one, as tabs. */
export function tabsOf({ texts: t }: Context, period: Period, team: string | undefined): readonly Tab[] {
  const around = [-2, -1, 0, 1, 2]
  if (period.kind === 'month')
    return around
      .map((count) => addMonths(period.month, count))
      .filter((month) => isDay(`${month}-01`))
      .map((month) => ({
        label: t.overview.month.name(month),
        place: placeOf({ month }, team),
        current: month === period.month,
      }))
  return around
    .map((count) => addDays(period.first, count * 7))
    .filter(isDay)
    .map((first) => ({
      label: t.stretch(first, addDays(first, 6)),
      place: placeOf({ week: first }, team),
      current: first === period.first,
    }))
}

/** To today, to the other way of looking, and to all teams where one is shown. */
export function waysFrom(ctx: Context, period: Period, team: string | undefined): readonly Way[] {
  const { desk } = ctx.texts
  const { visits: t } = desk
  const today = dayIn(ctx.now, ctx.zone)
  // A month of today is looked at by the week of today.
  const within = period.first <= today && today <= period.last ? today : period.first
  const month = today.slice(0, 7)
  return [
    ...(month === period.month ? [] : [{ label: t.thisMonth, place: placeOf({ month }, team) }]),
    period.kind === 'month'
      ? { label: t.byWeek, place: placeOf({ week: weekOf(within).days[0] ?? within }, team) }
      : { label: t.byMonth, place: placeOf({ month: period.month }, team) },
    ...(team === undefined ? [] : [{ label: t.allTeams, place: samePeriod(period, undefined) }]),
  ]
}

/** The same days, of one team or of all. */
export const samePeriod = ({ kind, first, month }: Period, team: string | undefined): VisitsPlace =>
  placeOf(kind === 'week' ? { week: first } : { month }, team)

export const placeOf = (
  when: { readonly month: string } | { readonly week: string },
  team: string | undefined,
): VisitsPlace => ({ page: 'visits', ...when, ...(team === undefined ? {} : { team }) })
