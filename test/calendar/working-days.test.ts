import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCalendar, type CalendarDay, explainDay, isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import {
  addWorkingDays,
  nextWorkingDay,
  previousWorkingDay,
  workingDayFrom,
  workingDaysBetween,
  workingDayUpTo,
} from '../../src/calendar/working-days.ts'
import { addDays, weekday } from '../../src/calendar/zoned.ts'
import { runs } from '../support/runs.ts'

const anyDay = fc.integer({ min: 0, max: 2900 }).map((count) => addDays('2020-01-01', count))
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

test('the next and the previous working day leave out weekends and Tết', () => {
  expect(nextWorkingDay(VIETNAM, '2020-01-22')).toBe('2020-01-30')
  expect(previousWorkingDay(VIETNAM, '2020-01-30')).toBe('2020-01-22')
  expect(nextWorkingDay(VIETNAM, '2020-06-26')).toBe('2020-06-29')
})

test('a worked Saturday counts, the weekday it is exchanged for does not', () => {
  expect(nextWorkingDay(VIETNAM, '2024-05-03')).toBe('2024-05-04')
  expect(isWorkingDay(VIETNAM, '2024-04-29')).toBe(false)
  expect(workingDaysBetween(VIETNAM, '2024-04-26', '2024-05-04')).toBe(3)
})

test('rolling leaves a working day where it is', () => {
  expect(workingDayFrom(VIETNAM, '2020-06-30')).toBe('2020-06-30')
  expect(workingDayUpTo(VIETNAM, '2020-06-30')).toBe('2020-06-30')
  expect(workingDayFrom(VIETNAM, '2020-05-01')).toBe('2020-05-04')
  expect(workingDayUpTo(VIETNAM, '2020-05-03')).toBe('2020-04-29')
})

test('adding working days and taking them off again comes back', () => {
  fc.assert(
    fc.property(someCalendar, anyDay, fc.integer({ min: -60, max: 60 }), (calendar, any, count) => {
      const day = workingDayFrom(calendar, any)
      const there = addWorkingDays(calendar, day, count)
      expect(isWorkingDay(calendar, there)).toBe(true)
      expect(addWorkingDays(calendar, there, -count)).toBe(day)
      expect(workingDaysBetween(calendar, day, there) - count).toBe(0)
    }),
    { numRuns: 200 },
  )
})

test('the next working day is worked, later, and nothing between is worked', () => {
  fc.assert(
    fc.property(someCalendar, anyDay, (calendar, day) => {
      const next = nextWorkingDay(calendar, day)
      expect(next > day && isWorkingDay(calendar, next)).toBe(true)
      for (let at = addDays(day, 1); at < next; at = addDays(at, 1)) expect(isWorkingDay(calendar, at)).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('counting working days in two stretches gives the whole', () => {
  fc.assert(
    fc.property(someCalendar, anyDay, anyDay, anyDay, (calendar, a, b, c) => {
      const whole = workingDaysBetween(calendar, a, c)
      expect(workingDaysBetween(calendar, a, b) + workingDaysBetween(calendar, b, c) - whole).toBe(0)
    }),
    { numRuns: runs(20) },
  )
})

test('a half working day is refused', () => {
  expect(() => addWorkingDays(VIETNAM, '2020-06-30', 0.5)).toThrow(RangeError)
})

test('a day is explained with its source, and says when the calendar does not cover it', () => {
  expect(explainDay(VIETNAM, '2020-04-02')).toMatchObject({
    working: false,
    why: 'holiday',
    weekday: 4,
    covered: true,
    entry: { nameEn: "Hùng Kings' Commemoration Day", source: expect.stringContaining('Điều 115') },
  })
  expect(explainDay(VIETNAM, '2020-06-28')).toStrictEqual({
    day: '2020-06-28',
    weekday: 7,
    working: false,
    why: 'weekend',
    covered: true,
  })
  expect(explainDay(VIETNAM, '2024-05-04')).toMatchObject({ working: true, why: 'makeUpWork' })
  expect(explainDay(VIETNAM, '2020-06-26')).toMatchObject({ working: true, why: 'weekday', weekday: 5 })
  expect(explainDay(VIETNAM, '2028-01-03')).toMatchObject({ working: true, why: 'weekday', covered: false })
  const covered = ['2019-12-31', '2020-01-01', '2027-12-31', '2028-01-01']
  expect(covered.map((day) => explainDay(VIETNAM, day).covered)).toEqual([false, true, true, false])
})

test('a day given twice never becomes a calendar', () => {
  const day: CalendarDay = { day: '2020-01-01', kind: 'holiday', name: 'x', nameEn: 'x', source: 'x' }
  expect(() => buildCalendar('v', { from: '2020-01-01', to: '2020-12-31' }, [day, day])).toThrow('twice')
})
