import { expect, test } from 'vitest'
import { toInstant } from '../../src/calendar/zoned.ts'
import {
  formatDay,
  formatDayWithWeekday,
  formatDeadline,
  formatMoment,
  formatQuarter,
  formatWhole,
} from '../../src/texts/dates.ts'

const HANOI = 'Asia/Ho_Chi_Minh'
const due = toInstant('2020-06-30', '17:00', HANOI)

test('a day is dd/MM/yyyy in Vietnamese, and has its month as a word in English', () => {
  expect([formatDay('2020-06-30', 'vi'), formatDay('2020-06-30', 'en')]).toEqual(['30/06/2020', '30 June 2020'])
  expect(formatDay('2020-06-05', 'en')).toBe('5 June 2020')
  expect(formatDay('none', 'en')).toBe('none')
})

test('a day is named with its weekday', () => {
  expect(formatDayWithWeekday('2020-06-30', 'vi')).toBe('Thứ Ba, 30/06/2020')
  expect(formatDayWithWeekday('2020-06-30', 'en')).toBe('Tuesday, 30 June 2020')
  expect(formatDayWithWeekday('2020-06-28', 'vi')).toBe('Chủ Nhật, 28/06/2020')
  expect(formatDayWithWeekday('2020-06-29', 'en')).toBe('Monday, 29 June 2020')
})

test('a deadline shows time, weekday, day and zone', () => {
  expect(formatDeadline(due, HANOI, 'vi')).toBe('17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)')
  expect(formatDeadline(due, 'Asia/Saigon', 'en')).toBe('17:00 on Tuesday, 30 June 2020 (Vietnam time)')
  expect(formatDeadline(due, 'Asia/Tokyo', 'en')).toBe('19:00 on Tuesday, 30 June 2020 (UTC+9, Asia/Tokyo)')
  expect(formatDeadline(due, 'Asia/Kathmandu', 'vi')).toBe('15:45, Thứ Ba 30/06/2020 (UTC+5:45, Asia/Kathmandu)')
  expect(formatDeadline(due, 'UTC', 'vi')).toBe('10:00, Thứ Ba 30/06/2020 (UTC)')
})

test('the offset of a deadline is the one of that day, summer time and all', () => {
  const winter = toInstant('2020-12-31', '17:00', HANOI)
  expect(formatDeadline(due, 'America/New_York', 'en')).toContain('(UTC-4, America/New_York)')
  expect(formatDeadline(winter, 'America/New_York', 'en')).toContain('(UTC-5, America/New_York)')
  expect(formatDeadline(winter, 'Europe/London', 'en')).toContain('(UTC, Europe/London)')
})

test('a moment is its time and its day', () => {
  expect(formatMoment(new Date('2020-06-16T07:05:30Z'), HANOI, 'vi')).toBe('14:05, 16/06/2020')
  expect(formatMoment(new Date('2020-06-16T07:05:30Z'), HANOI, 'en')).toBe('14:05 on 16 June 2020')
})

test('a quarter is Roman in Vietnamese', () => {
  expect(['2020-Q1', '2020-Q2', '2020-Q3', '2021-Q4'].map((quarter) => formatQuarter(quarter, 'vi'))).toEqual([
    'quý I/2020',
    'quý II/2020',
    'quý III/2020',
    'quý IV/2021',
  ])
  expect(formatQuarter('2020-Q2', 'en')).toBe('Q2 2020')
  expect(formatQuarter('none', 'en')).toBe('none')
})

test('days that fill a month, a quarter or a year are called so, and others are not', () => {
  expect(formatWhole('2020-02-01', '2020-02-29', 'vi')).toBe('tháng 02/2020')
  expect(formatWhole('2020-02-01', '2020-02-29', 'en')).toBe('February 2020')
  expect(formatWhole('2020-07-01', '2020-09-30', 'vi')).toBe('quý III/2020')
  expect(formatWhole('2020-01-01', '2020-12-31', 'vi')).toBe('năm 2020')
  for (const [from, to] of [
    ['2020-02-01', '2020-02-28'],
    ['2020-02-02', '2020-02-29'],
    ['2020-02-01', '2020-03-31'],
    ['2020-02-01', '2021-02-28'],
    ['2020-01-01', '2021-12-31'],
  ] as const)
    expect(formatWhole(from, to, 'vi')).toBeUndefined()
})
