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

it.each([
  ['nghị định', '2020-06-26T17:00', [8, 20, false]],
  ['NGHI  ĐỊNH', '2020-07-13T17:00', [19, 20, false]],
  ['nghị định', '2020-07-14T00:01', []],
  ['nghị định', '2199-06-30T17:00', []],
  ['đề án', '2020-06-18T17:00', [2, 3, true]],
  ['đề án', '2020-06-19T17:00', []],
  // On the weekend after Friday the 19th: as many working days as on Friday.
  ['đề án', '2020-06-20T17:00', []],
  [undefined, '2020-06-18T17:00', []],
])('warns of %s until %s below the minimum of its kind: %j', (type, due, expected) => {
  const now = toInstant('2020-06-16', '09:00', zone)
  const minimumDays = [
    { kind: 'Nghi dinh', days: 20 },
    { kind: '*', days: 3 },
  ]
  const around = { calendar: VIETNAM, zone, now, minimumDays }
  const found = deadlineWarnings(around, toInstant(due.slice(0, 10), due.slice(11), zone), type)
  expect(found.flatMap((one) => (one.kind === 'below-minimum' ? [one.days, one.least, one.any] : []))).toEqual(expected)
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
