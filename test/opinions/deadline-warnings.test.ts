import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, dayIn, toInstant } from '../../src/calendar/zoned.ts'
import { deadlineWarnings } from '../../src/opinions/rounds/deadline-warnings.ts'

const zone = 'Asia/Ho_Chi_Minh'
const kinds = (now: string, due: string) => {
  const at = (text: string) => toInstant(text.slice(0, 10), text.slice(11), zone)
  return deadlineWarnings({ calendar: VIETNAM, zone, now: at(now) }, at(due)).map(({ kind }) => kind)
}

it.each([
  ['2020-06-16T09:00', '2020-06-17T08:59', ['short']],
  ['2020-06-16T09:00', '2020-06-17T09:00', []],
  ['2020-06-19T16:00', '2020-06-22T08:00', ['short']],
  ['2020-06-19T16:00', '2020-06-22T16:00', []],
  ['2020-06-19T16:00', '2020-06-21T16:00', ['day-off', 'short']],
  ['2020-06-16T09:00', '2020-06-30T07:00', []],
  ['2020-06-16T09:00', '2020-06-30T06:59', ['out-of-hours']],
  ['2020-06-16T09:00', '2020-06-30T18:00', []],
  ['2020-06-16T09:00', '2020-06-30T18:01', ['out-of-hours']],
])('on %s a deadline at %s is %j', (now, due, expected) => {
  expect(kinds(now, due)).toEqual(expected)
})

it('is short until a working day has begun and its hour has come, whatever lies between', () => {
  const moments = fc.tuple(
    fc.integer({ min: 0, max: 2000 }),
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: 0, max: 23 }),
  )
  fc.assert(
    fc.property(moments, ([start, days, hour]) => {
      const now = toInstant(addDays('2020-01-02', start), '10:00', zone)
      const due = toInstant(addDays('2020-01-02', start + days), `${String(hour).padStart(2, '0')}:00`, zone)
      const short = deadlineWarnings({ calendar: VIETNAM, zone, now }, due).some(({ kind }) => kind === 'short')
      // Days between, and the last one where the hour at which it was asked has come.
      const worked = Array.from({ length: days }, (_, at) => addDays(dayIn(now, zone), at + 1)).filter(
        (day, at) => isWorkingDay(VIETNAM, day) && (at + 1 < days || hour >= 10),
      )
      expect(short).toBe(worked.length === 0)
    }),
  )
})
