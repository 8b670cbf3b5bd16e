import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildCalendar, type CalendarDay, isWorkingDay } from '../../src/calendar/calendar.ts'
import {
  addQuarters,
  parseQuarter,
  quarterDeadline,
  quarterEnd,
  quarterOf,
  quarterStart,
  rollForward,
} from '../../src/calendar/quarters.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays } from '../../src/calendar/zoned.ts'

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count))

test('a quarter is four digits, -Q and 1 to 4', () => {
  expect(parseQuarter('2020-Q2')).toEqual({ year: 2020, number: 2 })
  expect(['2020-Q5', '2020-Q0', '2020Q2', 'Q2', '2020-q2', '12020-Q2', '2020-Q23', ''].map(parseQuarter)).toEqual(
    Array(8).fill(undefined),
  )
})

test('every day lies between the start and the end of its quarter, and the next quarter starts the day after', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const quarter = quarterOf(day)
      expect(quarterStart(quarter) <= day && day <= quarterEnd(quarter)).toBe(true)
      expect(quarterStart(addQuarters(quarter, 1))).toBe(addDays(quarterEnd(quarter), 1))
    }),
  )
})

test('quarters are added over year ends, both ways', () => {
  expect(addQuarters('2020-Q4', 1)).toBe('2021-Q1')
  expect(addQuarters('2020-Q1', -1)).toBe('2019-Q4')
  expect(addQuarters('2020-Q2', -6)).toBe('2018-Q4')
})

test.each([
  ['2020-Q1', '2020-03-31'],
  ['2020-Q2', '2020-06-30'],
  ['2020-Q3', '2020-09-30'],
  ['2020-Q4', '2020-12-31'],
  ['2023-Q2', '2023-06-30'],
  ['2023-Q4', '2023-12-29'],
  ['2024-Q1', '2024-03-29'],
  ['2024-Q2', '2024-06-28'],
])('what is due in %s is due on %s', (quarter, day) => {
  expect(quarterDeadline(VIETNAM, quarter).day).toBe(day)
})

test('a quarter that ends on a working day says so and rolls nothing', () => {
  expect(quarterDeadline(VIETNAM, '2020-Q2').steps).toMatchObject([
    { kind: 'quarterEnd', quarter: '2020-Q2', day: '2020-06-30' },
    { kind: 'workingDay', explanation: { day: '2020-06-30', weekday: 2, why: 'weekday' } },
  ])
})

test('a quarter that ends on a Sunday rolls back to the Friday, day by day', () => {
  expect(quarterDeadline(VIETNAM, '2024-Q1').steps).toMatchObject([
    { kind: 'quarterEnd', day: '2024-03-31' },
    { kind: 'dayOff', explanation: { day: '2024-03-31', why: 'weekend' } },
    { kind: 'dayOff', explanation: { day: '2024-03-30', why: 'weekend' } },
    { kind: 'rolledBack', from: '2024-03-31', to: '2024-03-29' },
    { kind: 'workingDay', explanation: { day: '2024-03-29' } },
  ])
})

test('a deadline on a holiday rolls forward and names the source of each day passed over', () => {
  const { day, steps } = rollForward(VIETNAM, '2020-04-30')
  expect(day).toBe('2020-05-04')
  expect(steps).toMatchObject([
    { kind: 'dayOff', explanation: { day: '2020-04-30', entry: { source: expect.stringContaining('Điều 115') } } },
    { kind: 'dayOff', explanation: { day: '2020-05-01', why: 'holiday' } },
    { kind: 'dayOff', explanation: { day: '2020-05-02', why: 'weekend' } },
    { kind: 'dayOff', explanation: { day: '2020-05-03', why: 'weekend' } },
    { kind: 'rolledForward', from: '2020-04-30', to: '2020-05-04' },
    { kind: 'workingDay' },
  ])
  expect(rollForward(VIETNAM, '2020-06-30')).toMatchObject({ day: '2020-06-30', steps: [{ kind: 'workingDay' }] })
})

test('a quarter deadline is worked, in its quarter, and nothing worked comes after it in the quarter', () => {
  const offs = fc.uniqueArray(anyDay, { maxLength: 200 })
  fc.assert(
    fc.property(offs, anyDay, (days, any) => {
      const entries = days.map((day): CalendarDay => ({ day, kind: 'holiday', name: 'x', nameEn: 'x', source: 'x' }))
      const calendar = buildCalendar('random', { from: '1990-01-01', to: '2050-01-01' }, entries)
      const quarter = quarterOf(any)
      const { day } = quarterDeadline(calendar, quarter)
      expect(isWorkingDay(calendar, day)).toBe(true)
      expect(quarterOf(day)).toBe(quarter)
      for (let at = addDays(day, 1); at <= quarterEnd(quarter); at = addDays(at, 1)) {
        expect(isWorkingDay(calendar, at)).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

test('a text that is no quarter is refused', () => {
  expect(() => quarterEnd('2020-Q5')).toThrow(RangeError)
  expect(() => quarterOf('2020-06-31')).toThrow(RangeError)
})
