import { addDays, dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'

/** What somebody sends by hand goes out within these hours on the reader's clocks, days off included. */
const awake = { from: '06:00', to: '21:00' } as const
const morning = '08:00'

/** When a reminder sent by hand at `now` reaches its reader, whose zone is given: at once, or at 08:00. */
export function reminderTime(now: Date, zone: string): Date {
  const time = timeIn(now, zone)
  if (time >= awake.from && time < awake.to) return now
  const day = dayIn(now, zone)
  return toInstant(time < awake.from ? day : addDays(day, 1), morning, zone)
}
