import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { dayIn, timeIn } from '../../src/calendar/zoned.ts'
import { dueUpcoming, upcomingSteps } from '../../src/nudges/quarter-watch/upcoming.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (local: string) => new Date(`${local}:00+07:00`)

describe('the occasions of a quarter', () => {
  const days = (quarter: string) => upcomingSteps(VIETNAM, zone, quarter).map(({ step, day }) => `${step} ${day}`)

  it('are its first working day, and 30 and 14 days before its deadline, back from days off', () => {
    expect(days('2020-Q1')).toEqual(['quarter-start 2020-01-02', 'T-30 2020-02-28', 'T-14 2020-03-17'])
    expect(days('2020-Q2')).toEqual(['quarter-start 2020-04-01', 'T-30 2020-05-29', 'T-14 2020-06-16'])
    expect(days('2024-Q3')).toEqual(['quarter-start 2024-07-01', 'T-30 2024-08-30', 'T-14 2024-09-16'])
  })

  it('are due from their time until the deadline, the latest alone', () => {
    const step = (local: string) => dueUpcoming(VIETNAM, zone, '2020-Q2', at(local))?.step
    expect(step('2020-04-01T08:29')).toBeUndefined()
    expect(step('2020-04-01T08:30')).toBe('quarter-start')
    expect(step('2020-05-29T08:30')).toBe('T-30')
    expect(step('2020-06-16T08:30')).toBe('T-14')
    expect(step('2020-06-30T16:59')).toBe('T-14')
    expect(step('2020-06-30T17:00')).toBeUndefined()
  })

  it('are worked, within the quarter, in their order and at 08:30, wherever the committee sits', () => {
    const quarters = fc.tuple(fc.integer({ min: 2020, max: 2027 }), fc.integer({ min: 1, max: 4 }))
    const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York')
    fc.assert(
      fc.property(quarters, zones, ([year, number], where) => {
        const steps = upcomingSteps(VIETNAM, where, `${year}-Q${number}`)
        expect(steps.map(({ day }) => day)).toEqual(steps.map(({ day }) => day).sort())
        for (const { day, at: instant } of steps) {
          expect(isWorkingDay(VIETNAM, day)).toBe(true)
          expect([dayIn(instant, where), timeIn(instant, where)]).toEqual([day, '08:30'])
          expect(Math.ceil(Number(day.slice(5, 7)) / 3)).toBe(number)
        }
      }),
    )
  })
})
