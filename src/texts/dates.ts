import { quarterEnd, quarterOf, quarterStart } from '../calendar/quarters.ts'
import { addDays, dayIn, offsetMinutes, timeIn, weekday } from '../calendar/zoned.ts'

type Locale = 'vi' | 'en'

const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
const ROMAN = ['I', 'II', 'III', 'IV'] as const
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const VIETNAM_ZONES = new Set(['asia/ho_chi_minh', 'asia/saigon'])

/**
 * `2020-06-30` as `30/06/2020`; in English with the month as a word, `30 June 2020`, so that nobody reads it the wrong
 * way round. What is no day comes back as it is.
 */
export function formatDay(day: string, locale: Locale): string {
  const [year, month, date] = day.split('-')
  if (year === undefined || month === undefined || date === undefined) return day
  const name = MONTHS[Number(month) - 1]
  return locale === 'vi' || name === undefined ? `${date}/${month}/${year}` : `${Number(date)} ${name} ${year}`
}

/** Two days as a stretch: `22/06–28/06/2020`, `22 June–3 July 2020`; one where both are the same. */
export function formatStretch(from: string, to: string, locale: Locale): string {
  const [first, last] = [formatDay(from, locale), formatDay(to, locale)]
  if (from === to) return last
  const year = from.slice(0, 4)
  return to.startsWith(year) ? `${first.slice(0, first.lastIndexOf(year) - 1)}–${last}` : `${first}–${last}`
}

/** `Thứ Ba, 30/06/2020`, `Tuesday, 30 June 2020`. */
export function formatDayWithWeekday(day: string, locale: Locale): string {
  return `${formatWeekday(day, locale)}, ${formatDay(day, locale)}`
}

/** `Thứ Ba`, `Tuesday`. */
function formatWeekday(day: string, locale: Locale): string {
  return WEEKDAYS[locale][weekday(day) - 1] ?? ''
}

/**
 * A deadline as people must read it, with weekday and zone: `17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)`,
 * `17:00 on Tuesday, 30 June 2020 (UTC+9, Asia/Tokyo)`.
 */
export function formatDeadline(instant: Date, zone: string, locale: Locale): string {
  const day = dayIn(instant, zone)
  const [time, within] = [timeIn(instant, zone), formatZone(instant, zone, locale)]
  return locale === 'vi'
    ? `${time}, ${formatWeekday(day, locale)} ${formatDay(day, locale)} (${within})`
    : `${time} on ${formatDayWithWeekday(day, locale)} (${within})`
}

/** `giờ Việt Nam`, `Vietnam time`; another zone by its offset at that instant and its name: `UTC+9, Asia/Tokyo`. */
function formatZone(instant: Date, zone: string, locale: Locale): string {
  if (VIETNAM_ZONES.has(zone.toLowerCase())) return locale === 'vi' ? 'giờ Việt Nam' : 'Vietnam time'
  const offset = formatOffset(offsetMinutes(instant, zone))
  return zone.toUpperCase() === 'UTC' ? 'UTC' : `${offset}, ${zone}`
}

/** A moment that has passed: `14:05, 16/06/2020`, `14:05 on 16 June 2020`. */
export function formatMoment(instant: Date, zone: string, locale: Locale): string {
  return `${timeIn(instant, zone)}${locale === 'vi' ? ', ' : ' on '}${formatDay(dayIn(instant, zone), locale)}`
}

/** `2020-Q2` as `quý II/2020` or `Q2 2020`; what is no quarter comes back as it is. */
export function formatQuarter(quarter: string, locale: Locale): string {
  const found = /^(\d{4})-Q([1-4])$/.exec(quarter)
  if (found === null) return quarter
  const [, year, number] = found
  return locale === 'vi' ? `quý ${ROMAN[Number(number) - 1]}/${year}` : `Q${number} ${year}`
}

/** `2020-06` as `tháng 06/2020` or `June 2020`; what is no month comes back as it is. */
export function formatMonth(month: string, locale: Locale): string {
  const [year, number] = month.split('-')
  const name = MONTHS[Number(number) - 1]
  if (name === undefined) return month
  return locale === 'vi' ? `tháng ${number}/${year}` : `${name} ${year}`
}

/** The days from the one to the other as the month, quarter or year that they fill; undefined where they fill none. */
export function formatWhole(from: string, to: string, locale: Locale): string | undefined {
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)]
  if (from === `${month}-01` && to.slice(0, 7) === month && !addDays(to, 1).startsWith(month))
    return formatMonth(month, locale)
  const quarter = quarterOf(from)
  if (from === quarterStart(quarter) && to === quarterEnd(quarter)) return formatQuarter(quarter, locale)
  if (from !== `${year}-01-01` || to !== `${year}-12-31`) return undefined
  return locale === 'vi' ? `năm ${year}` : `the year ${year}`
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'UTC'
  const size = Math.abs(minutes)
  const past = size % 60
  return `UTC${minutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${past === 0 ? '' : `:${String(past).padStart(2, '0')}`}`
}
