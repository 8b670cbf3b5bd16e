import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isDay, isTime } from '../../src/calendar/zoned.ts'
import { readWhen } from '../../src/understand/readings/when.ts'

const TODAY = '2020-06-16'

test.each([
  ['đến 17:00 07/07/2020', { day: '2020-07-07', time: '17:00' }],
  ['đến 7-7-2020', { day: '2020-07-07' }],
  ['đến 7.7.2020 lúc 9h', { day: '2020-07-07', time: '09:00' }],
  ['2020-07-07', { day: '2020-07-07' }],
  ['07/07/20', { day: '2020-07-07' }],
  ['7/7', { day: '2020-07-07' }],
  ['ngày 7 tháng 7 năm 2020', { day: '2020-07-07' }],
  ['mùng 7 tháng 7', { day: '2020-07-07' }],
  ['7 July 2020', { day: '2020-07-07' }],
  ['July 7th, 2020 at 5:30 pm', { day: '2020-07-07', time: '17:30' }],
  ['7th of July', { day: '2020-07-07' }],
  ['17h30 ngày 07/07', { day: '2020-07-07', time: '17:30' }],
  ['5 giờ chiều 07/07', { day: '2020-07-07', time: '17:00' }],
  ['9 giờ sáng mai', { time: '09:00' }],
  ['ngày mai', { day: '2020-06-17' }],
  ['12 am', { time: '00:00' }],
  ['từ 30/06 đến 07/07', { day: '2020-07-07' }],
  ['from 30 June to 7 July', { day: '2020-07-07' }],
])('%j reads as %j', (text, expected) => {
  expect(readWhen(text, TODAY)).toEqual(expected)
})

test.each(['31/06/2020', '2020-06-31', '30/02', '31 June 2020', 'ngày 31 tháng 6', '99/99/2020', '7/13/2020'])(
  '%j is no day, and no other is read into it',
  (text) => {
    expect(readWhen(text, TODAY)).toEqual({})
  },
)

test('a time that clocks do not show is left out', () => {
  for (const text of ['25:00', '17:75', '13 pm', '24h']) expect(readWhen(text, TODAY), text).toEqual({})
})

test('two days that cannot be told apart are both left out', () => {
  expect(readWhen('07/07 hay 08/07', TODAY)).toEqual({})
})

test('a day without a year is the nearest one: in December, January is next', () => {
  expect(readWhen('05/01', '2020-12-20')).toEqual({ day: '2021-01-05' })
  expect(readWhen('01/06', '2020-06-16')).toEqual({ day: '2020-06-01' })
})

test('whatever is typed, only days and times that exist come out', () => {
  const part = fc.constantFrom(
    '31',
    '06',
    '2020',
    '/',
    '-',
    '.',
    ':',
    ' ',
    'h',
    'tháng',
    'đến',
    'July',
    'pm',
    '5',
    '29/02',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const { day, time } = readWhen(parts.join(''), TODAY)
      if (day !== undefined) expect(isDay(day), day).toBe(true)
      if (time !== undefined) expect(isTime(time), time).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
