import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import {
  addDays,
  dayIn,
  daysBetween,
  isDay,
  isShownTwice,
  isTime,
  isZone,
  localText,
  offsetMinutes,
  timeIn,
  toInstant,
  weekday,
  withOffset,
} from '../../src/calendar/zoned.ts'

const HANOI = 'Asia/Ho_Chi_Minh'
const ZONES = [HANOI, 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC']
const anyDay = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('1990-01-01', count))
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)

test.each([
  ['2020-02-29', true],
  ['2021-02-29', false],
  ['1900-02-29', false],
  ['2000-02-29', true],
  ['2020-06-31', false],
  ['2020-13-01', false],
  ['2020-00-10', false],
  ['2020-06-00', false],
  ['2020-6-1', false],
  ['20200601', false],
  ['2020-06-01 ', false],
  ['x2020-06-01', false],
  ['20200-06-01', false],
  ['', false],
  ['1900-01-01', true],
  ['2199-12-31', true],
  ['9999-12-31', false],
  ['0000-01-01', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected)
})

test('a time of day runs from 00:00 to 23:59', () => {
  expect(['00:00', '09:05', '23:59'].every(isTime)).toBe(true)
  expect(['24:00', '9:05', '12:60', '12.30', '12:30:00', '112:30', ''].some(isTime)).toBe(false)
})

test('a zone is an IANA name, not an offset and not an invention', () => {
  expect([HANOI, 'Asia/Saigon', 'UTC', 'Europe/Berlin'].every(isZone)).toBe(true)
  for (const none of ['Asia/Hanoi', '+07:00', 'Mars/Olympus', '', 'Asia/Ho Chi Minh']) expect(isZone(none)).toBe(false)
})

test('17:00 in Hanoi is 10:00 UTC, all the year', () => {
  expect(toInstant('2020-06-30', '17:00', HANOI).toISOString()).toBe('2020-06-30T10:00:00.000Z')
  expect(toInstant('2020-01-01', '06:00', HANOI).toISOString()).toBe('2019-12-31T23:00:00.000Z')
})

test('one instant is another day and time in another zone', () => {
  const instant = new Date('2020-06-30T17:30:59.999Z')
  expect([dayIn(instant, HANOI), timeIn(instant, HANOI)]).toEqual(['2020-07-01', '00:30'])
  expect([dayIn(instant, 'America/New_York'), timeIn(instant, 'America/New_York')]).toEqual(['2020-06-30', '13:30'])
  expect(offsetMinutes(instant, 'Asia/Kathmandu')).toBe(345)
})

test('a time that clocks skip is taken later by the gap, one they show twice is the first', () => {
  expect(toInstant('2020-03-29', '02:30', 'Europe/Berlin').toISOString()).toBe('2020-03-29T01:30:00.000Z')
  expect(toInstant('2020-10-25', '02:30', 'Europe/Berlin').toISOString()).toBe('2020-10-25T00:30:00.000Z')
})

test('a time that clocks show twice is written with its offset, and with it is that very instant again', () => {
  const berlin = (utc: string) => localText(new Date(utc), 'Europe/Berlin')
  expect(berlin('2020-10-25T00:30:00Z')).toBe('2020-10-25T02:30+02:00')
  expect(berlin('2020-10-25T01:30:00Z')).toBe('2020-10-25T02:30+01:00')
  // An hour before and an hour after, the clocks show their time once.
  expect(berlin('2020-10-24T23:59:00Z')).toBe('2020-10-25T01:59')
  expect(berlin('2020-10-25T02:00:00Z')).toBe('2020-10-25T03:00')
  expect(isShownTwice(new Date('2020-10-25T00:00:00Z'), 'Europe/Berlin')).toBe(true)
  expect(isShownTwice(new Date('2020-10-25T00:00:00Z'), HANOI)).toBe(false)
  // Where they are set forward, no time that they do show is shown twice.
  expect(isShownTwice(new Date('2020-03-29T01:00:00Z'), 'Europe/Berlin')).toBe(false)
  expect(withOffset('2020-10-25', '02:30', '+02:00')).toEqual(new Date('2020-10-25T00:30:00Z'))
  expect(withOffset('2020-10-25', '02:30', '+01:00')).toEqual(new Date('2020-10-25T01:30:00Z'))
  expect(withOffset('2020-06-30', '17:00', 'Z')).toEqual(new Date('2020-06-30T17:00:00Z'))
})

test('what clocks show is written to the minute, as a file writes it', () => {
  expect(localText(new Date('2020-06-08T01:00:59.999Z'), HANOI)).toBe('2020-06-08T08:00')
})

test('what does not exist is refused', () => {
  expect(() => toInstant('2020-06-31', '17:00', HANOI)).toThrow(RangeError)
  expect(() => toInstant('2020-06-30', '25:00', HANOI)).toThrow(RangeError)
  expect(() => toInstant('2020-06-30', '17:00', 'Asia/Hanoi')).toThrow(RangeError)
  // What Temporal would take, and nobody means: other ways of writing, seconds, a zone without its summer time.
  expect(() => toInstant('20200630', '17:00', HANOI)).toThrow('no such day: 20200630')
  expect(() => toInstant('2020-06-30', '17', HANOI)).toThrow('no such time: 17')
  expect(() => toInstant('2020-06-30', '17:00:30', HANOI)).toThrow('no such time: 17:00:30')
  expect(() => toInstant('2020-06-30', '17:00', '+07:00')).toThrow('no such zone: +07:00')
})

test('a local time becomes an instant that reads as the same local time, but where clocks skip it', () => {
  fc.assert(
    fc.property(anyDay, anyTime, fc.constantFrom(...ZONES), (day, time, zone) => {
      const instant = toInstant(day, time, zone)
      const back = `${dayIn(instant, zone)} ${timeIn(instant, zone)}`
      if (back === `${day} ${time}`) return
      // Only a clock set forward may change what was asked for, and never to something earlier.
      const before = offsetMinutes(new Date(instant.getTime() - 3 * 3_600_000), zone)
      expect(offsetMinutes(instant, zone)).toBeGreaterThan(before)
      expect(back > `${day} ${time}`).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('days are added, counted and named as Temporal does it, and what is no day is refused', () => {
  const part = (max: number) => fc.integer({ min: 1, max }).map((number) => String(number).padStart(2, '0'))
  const written = fc.tuple(fc.integer({ min: 1000, max: 9999 }), part(13), part(32)).map((parts) => parts.join('-'))
  const outcome = (work: () => unknown) => {
    try {
      return work()
    } catch (error) {
      return error instanceof RangeError ? 'refused' : error
    }
  }
  fc.assert(
    fc.property(written, fc.integer({ min: -400_000, max: 400_000 }), anyDay, (text, count, day) => {
      const exact = () => Temporal.PlainDate.from(text, { overflow: 'reject' })
      expect(outcome(() => weekday(text))).toBe(outcome(() => exact().dayOfWeek))
      expect(outcome(() => addDays(text, count))).toBe(outcome(() => exact().add({ days: count }).toString()))
      expect(outcome(() => daysBetween(day, text))).toBe(
        outcome(() => Temporal.PlainDate.from(day).until(exact(), { largestUnit: 'day' }).days),
      )
    }),
  )
  expect(() => addDays('2020-06-16', 0.5)).toThrow(RangeError)
})

test('days are added and counted back over leap days and year ends', () => {
  expect(addDays('2020-02-28', 1)).toBe('2020-02-29')
  expect(addDays('2020-12-31', 1)).toBe('2021-01-01')
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
      const other = addDays(day, count)
      expect(daysBetween(day, other)).toBe(count)
      expect((((weekday(other) - weekday(day) - count) % 7) + 7) % 7).toBe(0)
    }),
    { numRuns: 200 },
  )
})
