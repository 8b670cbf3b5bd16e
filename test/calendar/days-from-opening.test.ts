import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCalendar, type CalendarDay, isWorkingDay } from '../../src/calendar/calendar.ts'
import { daysFromOpening, isWorkingDayCount, mostWorkingDays } from '../../src/calendar/days-from-opening.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { nextWorkingDay, workingDaysBetween } from '../../src/calendar/working-days.ts'
import { addDays, daysBetween, weekday } from '../../src/calendar/zoned.ts'
import { runs } from '../support/runs.ts'

const anyDay = fc.integer({ min: 0, max: 2900 }).map((count) => addDays('2020-01-01', count))
// Most counts are short ones; a year is walked now and then.
const anyCount = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.constant(mostWorkingDays - 1))
const someCalendar = fc
  .uniqueArray(fc.tuple(anyDay, fc.constantFrom('holiday', 'swapOff', 'makeUpWork')), {
    selector: ([day]) => day,
    maxLength: 120,
  })
  .map((rows) =>
    buildCalendar(
      'random',
      { from: '2020-01-01', to: '2027-12-31' },
      rows.flatMap(([day, kind]): CalendarDay[] => {
        const fits = kind === 'holiday' || (kind === 'makeUpWork') === weekday(day) > 5
        return fits ? [{ day, kind, name: 'x', nameEn: 'x', source: 'x' }] : []
      }),
    ),
  )

test.each([
  // Tuesday 16 June 2020: the day itself is not counted.
  ['2020-06-16', 1, '2020-06-17'],
  ['2020-06-16', 20, '2020-07-14'],
  // Sent on a Friday, or on the weekend after it: the Monday is the first day.
  ['2020-06-19', 1, '2020-06-22'],
  ['2020-06-20', 1, '2020-06-22'],
  ['2020-06-21', 5, '2020-06-26'],
  // 30 April and 1 May, with the weekend behind them.
  ['2020-04-28', 2, '2020-05-04'],
  // Saturday 4 May 2024 is worked for 29 April.
  ['2024-04-26', 3, '2024-05-04'],
  // Tết 2020.
  ['2020-01-22', 1, '2020-01-30'],
])('sent on %s, %i working days end on %s', (opened, count, day) => {
  expect(daysFromOpening(VIETNAM, opened, count).day).toBe(day)
})

test('names every day off that was passed over, and each worked day of a weekend', () => {
  const april = daysFromOpening(VIETNAM, '2024-04-26', 4)
  expect(april).toMatchObject({ day: '2024-05-06', covered: true })
  expect(april.off.map(({ day, why }) => [day, why])).toEqual([
    ['2024-04-27', 'weekend'],
    ['2024-04-28', 'weekend'],
    ['2024-04-29', 'swapOff'],
    ['2024-04-30', 'holiday'],
    ['2024-05-01', 'holiday'],
    ['2024-05-05', 'weekend'],
  ])
  expect(april.exchanged.map(({ day }) => day)).toEqual(['2024-05-04'])
})

test('says where it reaches beyond the years of the calendar', () => {
  expect(daysFromOpening(VIETNAM, '2027-12-20', 9)).toMatchObject({ day: '2027-12-31', covered: true })
  expect(daysFromOpening(VIETNAM, '2027-12-20', 10)).toMatchObject({ covered: false })
})

test('ends on a working day after the opening, and counts as working days are counted elsewhere', () => {
  fc.assert(
    fc.property(someCalendar, anyDay, anyCount, (calendar, opened, count) => {
      const { day, off } = daysFromOpening(calendar, opened, count)
      expect(day > opened && isWorkingDay(calendar, day)).toBe(true)
      expect(workingDaysBetween(calendar, opened, day)).toBe(count)
      expect(off.length + count).toBe(daysBetween(opened, day))
      expect(off.some((one) => isWorkingDay(calendar, one.day))).toBe(false)
    }),
    { numRuns: runs(100) },
  )
})

test('one day more ends on the next working day, and a later opening never earlier', () => {
  fc.assert(
    fc.property(someCalendar, anyDay, anyCount, (calendar, opened, count) => {
      const { day } = daysFromOpening(calendar, opened, count)
      expect(daysFromOpening(calendar, opened, count + 1).day).toBe(nextWorkingDay(calendar, day))
      expect(daysFromOpening(calendar, addDays(opened, 1), count).day >= day).toBe(true)
    }),
    { numRuns: runs(100) },
  )
})

test('takes whole numbers from 1 to 250', () => {
  for (const count of [0, -1, 0.5, 251, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(isWorkingDayCount(count)).toBe(false)
    expect(() => daysFromOpening(VIETNAM, '2020-06-16', count)).toThrow(RangeError)
  }
  for (const count of [1, 250]) expect(isWorkingDayCount(count)).toBe(true)
})
