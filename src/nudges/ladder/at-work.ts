import { type Calendar, isWorkingDay } from '../../calendar/calendar.ts'
import { nextWorkingDay } from '../../calendar/working-days.ts'
import { dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'
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

/** Why a message about to go out does not go now: it waits until an instant, or is no longer needed. */
export type Held = { readonly wait: Date; readonly why: string } | { readonly drop: string }

/** What keeps a message from a reader who is not at work on the clocks of `zone`; undefined where nothing does. */
export function officeHold(calendar: Calendar, zone: string, now: Date): Held | undefined {
  if (atWork(calendar, zone, now)) return undefined
  return { wait: nextAtWork(calendar, zone, now), why: 'outside office hours' }
}
