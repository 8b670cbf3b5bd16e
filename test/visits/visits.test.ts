import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refuseEnded } from '../../src/visits/ended.ts'
import {
  codeOf,
  covers,
  isMoved,
  lastDayOf,
  lastingFrom,
  liveKeyOf,
  longestVisitDays,
  overAt,
  spanOf,
  surelySpanOf,
} from '../../src/visits/visits.ts'
import { at } from '../support/visits.ts'

const zone = 'Asia/Ho_Chi_Minh'
const starts = at('2020-06-22T08:00')
const visit = { teamId: 't1', unitId: 'byt', starts, ends: null, year: 2020 }

it('people call a visit by its number', () => {
  expect(codeOf({ number: 12 })).toBe('KT-12')
})

describe('two visits are one', () => {
  it('of the same team at the same unit at the same moment', () => {
    expect(liveKeyOf({ ...visit, year: 2021 })).toBe(liveKeyOf(visit))
    for (const other of [{ teamId: 't2' }, { unitId: 'bca' }, { starts: at('2020-06-22T08:01') }, { starts: null }])
      expect(liveKeyOf({ ...visit, ...other })).not.toBe(liveKeyOf(visit))
  })

  it('without a moment, in the same year', () => {
    const undated = { ...visit, starts: null }
    expect(liveKeyOf(undated)).toBe(liveKeyOf({ ...undated }))
    expect(liveKeyOf({ ...undated, year: 2021 })).not.toBe(liveKeyOf(undated))
  })
})

describe('a visit lasts', () => {
  it('until its end where one is stated', () => {
    const ends = at('2020-06-22T08:30')
    expect(spanOf({ starts, ends }, zone)).toEqual({ starts, ends })
    expect(surelySpanOf({ starts, ends })).toEqual({ starts, ends })
  })

  it.each([
    ['08:00', '17:00'],
    ['15:59', '17:00'],
    ['16:00', '17:00'],
    ['16:01', '17:01'],
    ['19:00', '20:00'],
  ])('from %s without an end until %s, and for certain an hour', (from, to) => {
    const begins = at(`2020-06-22T${from}`)
    expect(spanOf({ starts: begins, ends: null }, zone).ends).toEqual(at(`2020-06-22T${to}`))
    expect(surelySpanOf({ starts: begins, ends: null }).ends.getTime() - begins.getTime()).toBe(3_600_000)
  })

  it('to the day before where it ends at midnight', () => {
    const day = (ends: string | null) => lastDayOf({ starts, ends: ends === null ? null : at(ends) }, zone)
    expect(day(null)).toBe('2020-06-22')
    expect(day('2020-06-24T00:00')).toBe('2020-06-23')
    expect(day('2020-06-24T00:01')).toBe('2020-06-24')
    // Stored before anybody checked it.
    expect(day('2020-06-20T08:00')).toBe('2020-06-22')
  })
})

/** Visits about the days of a test: some without an end, none longer than a month. */
const minutes = (most: number) => fc.integer({ min: 0, max: most })
const anyVisit = fc
  .tuple(minutes(20 * 24 * 60), fc.option(fc.integer({ min: 1, max: (longestVisitDays - 1) * 24 * 60 })))
  .map(([from, length]) => {
    const begins = new Date(at('2020-06-10T00:00').getTime() + from * 60_000)
    return { starts: begins, ends: length === null ? null : new Date(begins.getTime() + length * 60_000) }
  })
type Timed = { readonly starts: Date; readonly ends: Date | null }

describe('the conditions on stored visits', () => {
  const isOver = ({ starts: begins, ends }: Timed, now: Date) =>
    overAt(now, zone).OR.some((one) => {
      if (one.starts === undefined) return ends !== null && ends < one.ends.lt
      return ends === one.ends && begins < one.starts.lt
    })
  const lasts = ({ starts: begins, ends }: Timed, from: string) => {
    const wanted = lastingFrom(from, zone)
    return (
      begins >= wanted.starts.gte &&
      wanted.OR.some((one) => (one.ends === undefined ? begins >= one.starts.gte : ends !== null && ends > one.ends.gt))
    )
  }

  it('find what is over by the rule of spans', () => {
    const now = minutes(25 * 24 * 60).map((some) => new Date(at('2020-06-10T00:00').getTime() + some * 60_000))
    fc.assert(
      fc.property(anyVisit, now, (one, when) => {
        expect(isOver(one, when)).toBe(spanOf(one, zone).ends < when)
      }),
      {
        numRuns: 300,
        examples: [
          [{ starts: at('2020-06-22T00:00'), ends: null }, at('2020-06-22T17:00')],
          [{ starts: at('2020-06-22T16:00'), ends: null }, at('2020-06-22T17:00')],
          [{ starts: at('2020-06-22T16:00'), ends: null }, new Date(at('2020-06-22T17:00').getTime() + 1)],
          [{ starts: at('2020-06-21T23:30'), ends: null }, at('2020-06-22T00:30')],
          [{ starts: at('2020-06-21T23:30'), ends: null }, at('2020-06-22T00:31')],
          [{ starts: at('2020-06-22T08:00'), ends: at('2020-06-22T09:00') }, at('2020-06-22T09:00')],
        ],
      },
    )
  })

  it('find what has a day from some day on', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((some) => `2020-06-${String(some).padStart(2, '0')}`)
    fc.assert(
      fc.property(anyVisit, day, (one, from) => {
        expect(lasts(one, from)).toBe(lastDayOf(one, zone) >= from)
      }),
      {
        numRuns: 300,
        examples: [
          [{ starts: at('2020-06-22T00:00'), ends: null }, '2020-06-22'],
          [{ starts: at('2020-06-21T08:00'), ends: at('2020-06-22T00:00') }, '2020-06-22'],
          [{ starts: at('2020-05-23T00:00'), ends: at('2020-06-22T23:00') }, '2020-06-22'],
          [{ starts: at('2020-05-22T00:00'), ends: at('2020-06-22T00:01') }, '2020-06-22'],
        ],
      },
    )
  })
})

it('a duty covers its first and its last day, and what is open without end', () => {
  const duty = { fromDay: '2020-06-10', toDay: '2020-06-20' }
  for (const day of ['2020-06-10', '2020-06-20']) expect(covers(duty, day)).toBe(true)
  for (const day of ['2020-06-09', '2020-06-21']) expect(covers(duty, day)).toBe(false)
  expect(covers({ ...duty, fromDay: null }, '2020-01-01')).toBe(true)
  expect(covers({ ...duty, toDay: null }, '2020-12-31')).toBe(true)
  expect(covers({ fromDay: null, toDay: null }, '2020-06-10')).toBe(true)
})

it('a visit is moved where its team, unit, beginning or end is another', () => {
  expect(isMoved(visit, { ...visit, starts: new Date(starts) })).toBe(false)
  expect(isMoved({ ...visit, starts: null }, { ...visit, starts: null })).toBe(false)
  const ends = at('2020-06-22T11:00')
  expect(isMoved({ ...visit, ends }, { ...visit, ends: new Date(ends) })).toBe(false)
  const others = [{ teamId: 't2' }, { unitId: 'bca' }, { starts: ends }, { starts: null }, { ends }]
  for (const other of others) {
    expect(isMoved(visit, { ...visit, ...other })).toBe(true)
    expect(isMoved({ ...visit, ...other }, visit)).toBe(true)
  }
})

it('what is called off or done is planned no more', () => {
  expect(() => refuseEnded({ state: 'cancelled' })).toThrow(expect.objectContaining({ code: 'visit-cancelled' }))
  expect(() => refuseEnded({ state: 'done' })).toThrow(expect.objectContaining({ code: 'visit-done' }))
  for (const one of [{ state: 'planned' }, { state: 'confirmed' }, undefined]) refuseEnded(one)
})
