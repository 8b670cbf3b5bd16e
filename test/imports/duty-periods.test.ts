import { describe, expect, it } from 'vitest'
import { goesOn, type HeldDuty, matchDuty } from '../../src/imports/people/duty-periods.ts'

const today = '2020-06-16'
const held = (id: string, fromDay: string | null, toDay: string | null = null, more: Partial<HeldDuty> = {}) => ({
  id,
  personId: 'an',
  duty: 'member',
  fromDay,
  toDay,
  ...more,
})
const plain = { personId: 'an', duty: 'member', from: null, to: undefined }
const matched = (all: readonly HeldDuty[], more: Partial<typeof plain | { from: string; to: string | null }> = {}) => {
  const { match, period } = matchDuty(all, { ...plain, ...more }, today)
  return [match?.id, period.fromDay, period.toDay]
}

it('a duty goes on through its last day, and without one until further notice', () => {
  expect(goesOn({ toDay: null }, today)).toBe(true)
  expect(goesOn({ toDay: today }, today)).toBe(true)
  expect(goesOn({ toDay: '2020-06-15' }, today)).toBe(false)
})

describe('a row that states no day', () => {
  it('makes none up for somebody who was never on the team in this duty', () => {
    expect(matched([])).toEqual([undefined, null, null])
    const others = [
      held('b', '2020-01-01', null, { personId: 'binh' }),
      held('l', '2020-01-01', null, { duty: 'leader' }),
    ]
    expect(matched(others)).toEqual([undefined, null, null])
  })

  it('means the place that goes on, the latest of several, and leaves its days', () => {
    expect(matched([held('a', '2020-01-01', '2020-12-31')])).toEqual(['a', '2020-01-01', '2020-12-31'])
    const all = [held('o', null), held('a', '2020-01-01'), held('b', '2020-05-01', today)]
    for (const some of [all, all.toReversed()]) expect(matched(some)).toEqual(['b', '2020-05-01', today])
    expect(matched([held('o', null), held('a', '2020-01-01', '2020-02-01')])).toEqual(['o', null, null])
  })

  it('begins anew today for somebody who comes back, and the earlier period stays', () => {
    expect(matched([held('a', '2020-01-01', '2020-06-15')])).toEqual([undefined, today, null])
    expect(matched([held('a', '2020-01-01', '2020-06-15')], { to: '2020-12-31' })).toEqual([
      undefined,
      today,
      '2020-12-31',
    ])
  })

  it('takes up one again that was dropped on the day it began, and gives it no end that it did not state', () => {
    expect(matched([held('a', today, '2020-06-15')])).toEqual(['a', today, null])
  })
})

describe('a row that gives an end alone', () => {
  it('changes it, and takes it away where the cell is empty', () => {
    expect(matched([held('a', '2020-01-01')], { to: '2020-12-31' })).toEqual(['a', '2020-01-01', '2020-12-31'])
    expect(matched([held('a', '2020-01-01', '2020-12-31')], { to: null })).toEqual(['a', '2020-01-01', null])
  })

  it('means the place that ends so, even a past one', () => {
    const both = [held('a', '2019-01-01', '2019-12-31'), held('b', '2020-01-01')]
    expect(matched(both, { to: '2019-12-31' })).toEqual(['a', '2019-01-01', '2019-12-31'])
  })

  it('whose cell is empty means the latest place that goes on, though an earlier one has no end already', () => {
    const both = [held('a', '2020-01-01'), held('b', '2020-05-01', '2020-12-31')]
    expect(matched(both, { to: null })).toEqual(['b', '2020-05-01', null])
  })
})

describe('a row that gives a beginning', () => {
  it('means the place that begins so before any that overlaps', () => {
    const both = [held('a', '2020-01-01'), held('b', '2020-05-01')]
    expect(matched(both, { from: '2020-01-01', to: '2020-12-31' })).toEqual(['a', '2020-01-01', '2020-12-31'])
  })

  it('moves the beginning of one that it overlaps, and keeps its end', () => {
    expect(matched([held('a', '2020-01-01', '2020-06-30')], { from: '2020-06-30' })).toEqual([
      'a',
      '2020-06-30',
      '2020-06-30',
    ])
    expect(matched([held('a', '2020-01-01')], { from: '2019-06-01' })).toEqual(['a', '2019-06-01', null])
  })

  it('is a place of its own where it touches none', () => {
    expect(matched([held('a', '2020-01-01', '2020-06-30')], { from: '2020-07-01' })).toEqual([
      undefined,
      '2020-07-01',
      null,
    ])
    const early = { from: '2019-01-01', to: '2019-12-31' }
    expect(matched([held('a', '2020-01-01')], early)).toEqual([undefined, '2019-01-01', '2019-12-31'])
  })

  it('revives one that was dropped before it began', () => {
    expect(matched([held('a', '2020-07-01', '2020-06-15')], { from: '2020-07-01' })).toEqual(['a', '2020-07-01', null])
  })
})
