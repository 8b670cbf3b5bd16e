import { describe, expect, it } from 'vitest'
import { addMonths, monthEnds, monthWeeks } from '../../src/calendar/month-weeks.ts'
import { dayMs, daysOf } from '../support/months.ts'

const years = Array.from({ length: 12 }, (_, at) => 2019 + at)
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`),
)

describe('the weeks of a month', () => {
  it('hold each of its days once, from Monday to Sunday, in all months of 2019 to 2030', () => {
    for (const month of months) {
      const weeks = monthWeeks(month)
      expect(weeks.flatMap((week) => week.days.filter((day) => day !== null))).toEqual(daysOf(month))
      expect(weeks.length, month).toBeLessThanOrEqual(6)
      for (const { days, number } of weeks) {
        expect(days).toHaveLength(7)
        for (const [at, day] of days.entries()) {
          if (day === null) continue
          expect((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7, day).toBe(at)
          // ISO 8601: the week's year is that of its Thursday, and week 1 holds the year's first Thursday.
          const thursday = new Date(Date.parse(`${day}T00:00:00Z`) + (3 - at) * dayMs)
          const newYear = Date.UTC(thursday.getUTCFullYear(), 0, 1)
          expect(number, day).toBe(Math.floor((thursday.getTime() - newYear) / dayMs / 7) + 1)
        }
        expect(days.some((day) => day !== null)).toBe(true)
      }
      expect(monthEnds(month)).toEqual({ first: daysOf(month).at(0), last: daysOf(month).at(-1) })
    }
  })

  it('are four where February begins on a Monday, and six where a long month begins late in the week', () => {
    expect(monthWeeks('2021-02').map(({ days }) => days[0])).toEqual([
      '2021-02-01',
      '2021-02-08',
      '2021-02-15',
      '2021-02-22',
    ])
    expect(monthWeeks('2020-08')).toHaveLength(6)
  })
})

it('months are counted over the ends of years, both ways', () => {
  expect(months.map((_, at) => addMonths('2019-01', at))).toEqual(months)
  expect(addMonths('2020-01', -1)).toBe('2019-12')
  expect(addMonths('2020-06', -18)).toBe('2018-12')
})
