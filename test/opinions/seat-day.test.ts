import { expect, it } from 'vitest'
import { seatDay } from '../../src/opinions/rounds/seat-day.ts'

const zone = 'Asia/Ho_Chi_Minh'
/** Half past midnight in Hà Nội, where UTC still has the day before. */
const night = (day: string) => new Date(`${day}T00:30:00+07:00`)
const round = { dueAt: night('2020-06-30'), late: 'accept', silence: 'missing', closedAt: null }
const now = night('2020-07-08')

it('while a round takes answers who is a member today counts, by the committee’s clocks', () => {
  expect(seatDay(round, night('2020-06-16'), zone)).toBe('2020-06-16')
  expect(seatDay(round, now, zone)).toBe('2020-07-08')
})

it('of a round that was closed who was a member on that day, also where it was closed before its deadline', () => {
  expect(seatDay({ ...round, closedAt: night('2020-07-03') }, now, zone)).toBe('2020-07-03')
  expect(seatDay({ ...round, late: 'refuse', closedAt: night('2020-06-20') }, now, zone)).toBe('2020-06-20')
})

it.each([
  ['takes nothing late', { late: 'refuse' }],
  ['counts silence', { silence: 'deemed' }],
])('of a round that %s who was a member on the day of its deadline, once that has passed', (_, terms) => {
  expect(seatDay({ ...round, ...terms }, now, zone)).toBe('2020-06-30')
  expect(seatDay({ ...round, ...terms, closedAt: night('2020-07-03') }, now, zone)).toBe('2020-06-30')
  expect(seatDay({ ...round, ...terms }, night('2020-06-29'), zone)).toBe('2020-06-29')
})
