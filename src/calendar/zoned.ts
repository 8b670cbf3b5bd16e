import { Temporal } from 'temporal-polyfill'

/** A day is `YYYY-MM-DD`, a time of day `HH:MM` on 24 hours, a zone an IANA name. All are plain strings. */
const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** Nobody means a day outside these years; from within them no sum of days leaves what `YYYY-MM-DD` can write. */
const YEARS = { from: '1900', to: '2199' } as const

/** True for a day that exists: `2020-02-29` does, `2020-06-31`, `2021-02-29` and, since it is a slip, `9999-12-31` do not. */
export function isDay(text: string): boolean {
  const year = text.slice(0, 4)
  return exists(text) && YEARS.from <= year && year <= YEARS.to
}

function exists(text: string): boolean {
  if (!DAY.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for `00:00` to `23:59`. */
export function isTime(text: string): boolean {
  return TIME.test(text)
}

// Asking the runtime costs more than everything else that is done with a zone, and it knows finitely many.
const known = new Set<string>()

/** True for a zone that this runtime knows by name. Bare offsets (`+07:00`) are refused: they know no summer time. */
export function isZone(text: string): boolean {
  if (known.has(text)) return true
  if (!/^[A-Za-z]/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    known.add(text)
    return true
  } catch {
    return false
  }
}

/**
 * The instant at which the clocks of `zone` show `time` on `day`. Where clocks are set back and show it twice, the
 * first; where they are set forward past it, as much later as the gap is long (RFC 5545's rule). Throws a RangeError
 * on a day, time or zone that does not exist.
 */
export function toInstant(day: string, time: string, zone: string): Date {
  if (!exists(day)) throw new RangeError(`no such day: ${day}`)
  if (!isTime(time)) throw new RangeError(`no such time: ${time}`)
  if (!isZone(zone)) throw new RangeError(`no such zone: ${zone}`)
  const local = Temporal.PlainDateTime.from(`${day}T${time}`)
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds)
}

/** The day on the calendars of `zone` at that instant. */
export function dayIn(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainDate().toString()
}

/** The time of day on the clocks of `zone` at that instant; seconds are dropped, not rounded. */
export function timeIn(instant: Date, zone: string): string {
  return zoned(instant, zone).toPlainTime().toString().slice(0, 5)
}

/**
 * What the clocks of `zone` show at that instant, as a file writes it: `2020-06-08T08:00`; where they are set back and
 * show it twice, with the offset that tells which: `2020-10-25T02:30+01:00`. To the minute.
 */
export function localText(instant: Date, zone: string): string {
  const shown = zoned(instant, zone)
  const text = shown.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return isShownTwice(instant, zone) ? `${text}${shown.offset}` : text
}

/** Whether the clocks of `zone`, which are set back, show this very time twice. */
export function isShownTwice(instant: Date, zone: string): boolean {
  const local = zoned(instant, zone).toPlainDateTime()
  const [first, second] = (['earlier', 'later'] as const).map(
    (disambiguation) => local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  )
  return first !== second
}

/** The instant of a day and time that carry their offset from UTC, such as `+02:00` or `Z`. */
export function withOffset(day: string, time: string, offset: string): Date {
  return new Date(Temporal.Instant.from(`${day}T${time}${offset}`).epochMilliseconds)
}

/** How far the clocks of `zone` are from UTC at that instant, in minutes; east is positive. */
export function offsetMinutes(instant: Date, zone: string): number {
  return zoned(instant, zone).offsetNanoseconds / 60_000_000_000
}

// Days alone have no clocks and no zones. Calendars are walked day by day, and numbers do it twenty times as fast as Temporal.
const dayMs = 86_400_000

/** Days since 1970-01-01. Throws a RangeError on a day that does not exist. */
function number(day: string): number {
  if (!exists(day)) throw new RangeError(`no such day: ${day}`)
  return Date.parse(day) / dayMs
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: string): number {
  const sinceThursday = number(day) % 7
  return ((sinceThursday + 10) % 7) + 1
}

/** The day `count` days later; earlier where `count` is negative. */
export function addDays(day: string, count: number): string {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number of days: ${count}`)
  const [later = ''] = new Date((number(day) + count) * dayMs).toISOString().split('T')
  return later
}

/** Days from one day to the other; negative where `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return number(to) - number(from)
}

function zoned(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
}
