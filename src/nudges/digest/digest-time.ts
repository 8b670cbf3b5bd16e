import type { Calendar } from '../../calendar/calendar.ts'
import { workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, dayIn, isTime, toInstant, weekday } from '../../calendar/zoned.ts'
import { officeHours } from '../ladder/ladder.ts'

/** When the digest goes out each week: an ISO weekday (1 is Monday) and a time on the committee's clocks; or never. */
export type DigestTime = { readonly weekday: number; readonly time: string } | 'off'

export const defaultDigest: DigestTime = { weekday: 1, time: '08:00' }

const weekdays = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN']

/** `MON 08:00`, `fri 16:30` or `off`; undefined for anything else, and for a time outside office hours. */
export function parseDigestTime(text: string): DigestTime | undefined {
  const [day = '', time = '', ...rest] = text.trim().split(/\s+/)
  if (day.toLowerCase() === 'off' && time === '') return 'off'
  const number = weekdays.indexOf(day.toUpperCase()) + 1
  const isOfficeTime = isTime(time) && time >= officeHours.from && time < officeHours.to
  return number > 0 && isOfficeTime && rest.length === 0 ? { weekday: number, time } : undefined
}

/** For how many days a digest that was missed is still sent; after that the next one says more. */
export const digestKeeps = 5

/**
 * The latest digest whose time has come by `now`: its working day and its instant, in `zone`. A day off moves to the
 * next working day. Undefined where it is off, or more than five days old.
 */
export function digestDay(
  calendar: Calendar,
  zone: string,
  setting: DigestTime,
  now: Date,
): { readonly day: string; readonly at: Date } | undefined {
  if (setting === 'off') return undefined
  const today = dayIn(now, zone)
  const thisWeek = addDays(today, setting.weekday - weekday(today))
  // Over a long holiday the digests of several weeks move to the same day; no row of days off lasts a month.
  for (const back of [0, 7, 14, 21, 28]) {
    const day = workingDayFrom(calendar, addDays(thisWeek, -back))
    const at = toInstant(day, setting.time, zone)
    if (at > now) continue
    return now.getTime() - at.getTime() <= digestKeeps * 86_400_000 ? { day, at } : undefined
  }
  return undefined
}
