import { weekday } from './zoned.ts'

/**
 * What a calendar says of a day that Monday-to-Friday does not. `holiday`: off by law, a day in lieu included;
 * `swapOff`: an ordinary weekday off, exchanged for a `makeUpWork`, a day of the weekend that is worked.
 */
export type DayKind = 'holiday' | 'swapOff' | 'makeUpWork'

export type CalendarDay = {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly kind: DayKind
  /** In Vietnamese, and in English. */
  readonly name: string
  readonly nameEn: string
  /** The law, notice or letter that says so. */
  readonly source: string
  /** Not decreed yet, or not confirmed: it may still move. */
  readonly provisional?: true
}

export type Calendar = {
  readonly version: string
  /** First and last day that `days` speaks for; outside them only weekends are known. */
  readonly from: string
  readonly to: string
  readonly days: ReadonlyMap<string, CalendarDay>
}

/** Why a day is worked or not. `covered` is false outside the years the calendar speaks for. */
export type DayExplanation = {
  readonly day: string
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  readonly working: boolean
  readonly why: 'weekday' | 'weekend' | DayKind
  /** There when `why` is a `DayKind`, and for a holiday that falls on a weekend too. */
  readonly entry?: CalendarDay
  readonly covered: boolean
}

/** Puts days that are already checked into a calendar; a day given twice is a bug and throws. */
export function buildCalendar(
  version: string,
  covered: { readonly from: string; readonly to: string },
  days: readonly CalendarDay[],
): Calendar {
  const map = new Map<string, CalendarDay>()
  for (const entry of days) {
    if (map.has(entry.day)) throw new Error(`calendar ${version}: ${entry.day} stands twice`)
    map.set(entry.day, entry)
  }
  return { version, from: covered.from, to: covered.to, days: map }
}

export function isWorkingDay(calendar: Calendar, day: string): boolean {
  const entry = calendar.days.get(day)
  return entry === undefined ? weekday(day) <= 5 : entry.kind === 'makeUpWork'
}

/** Says whether a day is worked, why, and by which source. */
export function explainDay(calendar: Calendar, day: string): DayExplanation {
  const entry = calendar.days.get(day)
  const number = weekday(day)
  return {
    day,
    weekday: number,
    working: isWorkingDay(calendar, day),
    why: entry?.kind ?? (number <= 5 ? 'weekday' : 'weekend'),
    ...(entry === undefined ? {} : { entry }),
    covered: calendar.from <= day && day <= calendar.to,
  }
}
