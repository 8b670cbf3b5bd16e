import { type Calendar, isWorkingDay } from '../calendar/calendar.ts'
import { nextWorkingDay } from '../calendar/working-days.ts'
import { dayIn, timeIn, toInstant } from '../calendar/zoned.ts'
import { officeHours } from './ladder.ts'

/** Whether `now` lies within office hours on the clocks of `zone`, on a day that the committee's calendar has worked. */
export function atWork(calendar: Calendar, zone: string, now: Date): boolean {
  const time = timeIn(now, zone)
  return isWorkingDay(calendar, dayIn(now, zone)) && time >= officeHours.from && time < officeHours.to
}

/** When office hours begin next on the clocks of `zone`, for a `now` outside them. */
export function nextAtWork(calendar: Calendar, zone: string, now: Date): Date {
  const today = dayIn(now, zone)
  const beforeWork = isWorkingDay(calendar, today) && timeIn(now, zone) < officeHours.from
  return toInstant(beforeWork ? today : nextWorkingDay(calendar, today), officeHours.from, zone)
}
