import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeIn } from '../../src/calendar/zoned.ts'
import { reminderTime } from '../../src/nudges/reminders/reminder-hours.ts'

const zones = ['Asia/Ho_Chi_Minh', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
const minute = 60_000
const instant = fc
  .integer({ min: Date.UTC(2019, 11, 30) / minute, max: Date.UTC(2028, 2, 2) / minute })
  .map((minutes) => new Date(minutes * minute))

describe('a reminder sent by hand', () => {
  it('reaches its reader between 06:00 and 21:00, at once where it is that now, else at the next 08:00', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (now, zone) => {
        const at = reminderTime(now, zone)
        const local = timeIn(now, zone)
        if (local >= '06:00' && local < '21:00') expect(at).toEqual(now)
        else {
          expect(timeIn(at, zone)).toBe('08:00')
          expect(at > now).toBe(true)
          // From 21:00 to 08:00, and an hour for clocks that are set back.
          expect(at.getTime() - now.getTime()).toBeLessThanOrEqual(12 * 60 * minute)
        }
      }),
    )
  })

  it.each([
    ['2020-06-16T05:59', '2020-06-16T08:00'],
    ['2020-06-16T06:00', '2020-06-16T06:00'],
    ['2020-06-16T20:59', '2020-06-16T20:59'],
    ['2020-12-31T21:00', '2021-01-01T08:00'],
    ['2020-02-28T23:30', '2020-02-29T08:00'],
  ])('written at %s it is there at %s', (now, at) => {
    const hanoi = (local: string) => new Date(`${local}:00+07:00`)
    expect(reminderTime(hanoi(now), 'Asia/Ho_Chi_Minh')).toEqual(hanoi(at))
  })
})
