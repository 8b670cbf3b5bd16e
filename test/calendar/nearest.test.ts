import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type Meant, monthEnd, monthFrom, nearest, yearFrom } from '../../src/calendar/nearest.ts'
import { addDays } from '../../src/calendar/zoned.ts'

/** A month said without its year, as docs/schedules.md has it: `01` is January. */
const month = (today: string, number: string) => (shift: number) => {
  const from = `${yearFrom(today, shift)}-${number}-01`
  return { from, to: monthEnd(from) }
}
const day = (today: string, text: string) => (shift: number) => {
  const at = `${yearFrom(today, shift)}-${text}`
  return { from: at, to: at }
}

describe('what is said without its year', () => {
  it.each([
    // What is planned is this year's or next year's.
    ['2020-12-28', 'coming', '01', '2021-01-01'],
    ['2020-06-16', 'coming', '05', '2020-05-01'],
    ['2021-02-15', 'coming', '12', '2021-12-01'],
    ['2020-01-05', 'coming', '12', '2020-12-01'],
    // In the middle of the month itself, and on its first and last day.
    ['2020-06-16', 'coming', '06', '2020-06-01'],
    ['2020-06-01', 'coming', '06', '2020-06-01'],
    ['2020-06-30', 'coming', '06', '2020-06-01'],
    // What has been done is the latest that has begun.
    ['2021-01-05', 'past', '12', '2020-12-01'],
    ['2020-12-28', 'past', '01', '2020-01-01'],
    ['2020-12-01', 'past', '12', '2020-12-01'],
    ['2020-11-30', 'past', '12', '2019-12-01'],
    // The day itself may be last year's as well.
    ['2021-01-05', 'either', '12', '2020-12-01'],
    ['2020-12-28', 'either', '01', '2021-01-01'],
    ['2020-06-16', 'either', '05', '2020-05-01'],
  ] as const)('on %s, meant as %s, month %s is that of %s', (today, meant, number, from) => {
    expect(nearest(today, meant, month(today, number))).toEqual({ from, to: monthEnd(from) })
  })

  it('is near by its own end: what has just been by its last day, what is to come by its first', () => {
    const between = (shift: number) =>
      shift === 0 ? { from: '2020-01-01', to: '2020-06-10' } : { from: '2020-06-25', to: '2020-12-31' }
    expect(nearest('2020-06-15', 'coming', between)?.from).toBe('2020-01-01')
    expect(nearest('2020-06-20', 'coming', between)?.from).toBe('2020-06-25')
  })

  it('of two as near is this year’s, and else what is to come', () => {
    const apart = (days: Record<number, number>) => (shift: number) => {
      const distance = days[shift]
      if (distance === undefined) return undefined
      const at = addDays('2020-06-16', distance)
      return { from: at, to: at }
    }
    expect(nearest('2020-06-16', 'coming', apart({ 0: -10, 1: 10 }))?.from).toBe('2020-06-06')
    expect(nearest('2020-06-16', 'either', apart({ 1: 10, [-1]: -10 }))?.from).toBe('2020-06-26')
    expect(nearest('2020-06-16', 'either', apart({ 1: 11, [-1]: -10 }))?.from).toBe('2020-06-06')
  })

  it('is none where there is none, or none that has begun', () => {
    const february = (shift: number) => (shift === 1 ? { from: '2024-02-29', to: '2024-02-29' } : undefined)
    expect(nearest('2023-06-16', 'coming', february)?.from).toBe('2024-02-29')
    expect(nearest('2023-06-16', 'past', february)).toBeUndefined()
    expect(nearest('2022-06-16', 'either', () => undefined)).toBeUndefined()
    expect(nearest('2020-06-16', 'past', () => ({ from: '2020-06-17', to: '2020-06-17' }))).toBeUndefined()
  })

  it('is the nearest of all that can be meant, on any day', () => {
    const days = fc.integer({ min: 0, max: 3652 }).map((shift) => addDays('2019-01-01', shift))
    const meants = fc.constantFrom<Meant>('coming', 'past', 'either')
    const years = { coming: [0, 1], past: [-1, 0], either: [-1, 0, 1] }
    const ms = (text: string) => Date.parse(`${text}T00:00:00Z`)
    fc.assert(
      fc.property(days, fc.constantFrom('01-05', '04-30', '08-20', '12-31'), meants, (today, text, meant) => {
        const at = day(today, text)
        const all = years[meant].map((shift) => at(shift).from).filter((one) => meant !== 'past' || one <= today)
        const least = Math.min(...all.map((one) => Math.abs(ms(one) - ms(today))))
        const found = nearest(today, meant, at)?.from ?? ''
        expect(all).toContain(found)
        expect(Math.abs(ms(found) - ms(today))).toBe(least)
      }),
    )
  })
})

test('months are counted over the ends of years, both ways, and end on their last day', () => {
  expect(monthFrom('2020-12-15', 1)).toBe('2021-01-01')
  expect(monthFrom('2020-01-31', -1)).toBe('2019-12-01')
  expect(monthFrom('2020-06-16', 0)).toBe('2020-06-01')
  expect(monthFrom('2020-11-30', 1)).toBe('2020-12-01')
  expect(['2020-02-01', '2021-02-01', '2020-04-01', '2020-12-01'].map(monthEnd)).toEqual([
    '2020-02-29',
    '2021-02-28',
    '2020-04-30',
    '2020-12-31',
  ])
  expect([yearFrom('2020-06-16', 1), yearFrom('2020-06-16', -1)]).toEqual([2021, 2019])
})
