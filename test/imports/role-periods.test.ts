import { describe, expect, it } from 'vitest'
import { diffRoles, lastDay } from '../../src/imports/people/role-periods.ts'

const today = '2020-06-16'
type Given = Parameters<typeof diffRoles>
const diff = (roles: Given[0], wanted: Given[1][number], day: string) => diffRoles(roles, [wanted], day)
const held = (id: string, fromDay: string, toDay: string | null = null, role = 'member') => ({
  id,
  role,
  fromDay,
  toDay,
})
const nothing = { add: [], change: [], end: [] }
/** A row that says no days, in a file without a column for the end. */
const plain = { roles: ['member'], from: null, to: undefined }
const period = (fromDay: string, toDay: string | null = null) => ({ role: 'member', fromDay, toDay })

it('a role that is ended today was held until yesterday', () => {
  expect(lastDay('2020-03-01')).toBe('2020-02-29')
})

describe('a row that names a role without days', () => {
  it('begins it today where nobody held it', () => {
    expect(diff([], plain, today)).toEqual({ ...nothing, add: [period(today)] })
    expect(diff([held('a', '2020-01-01', null, 'chair')], plain, today).add).toEqual([period(today)])
  })

  it('leaves one alone that goes on, with its end where it has one', () => {
    expect(diff([held('a', '2020-01-01')], plain, today)).toEqual(nothing)
    expect(diff([held('a', '2020-01-01', today)], plain, today)).toEqual(nothing)
    expect(diff([held('a', '2020-01-01', '2020-12-31')], plain, today)).toEqual(nothing)
  })

  it('begins one anew that has run out, and leaves the old period as it was', () => {
    expect(diff([held('a', '2020-01-01', '2020-06-15')], plain, today)).toEqual({
      ...nothing,
      add: [period(today)],
    })
  })

  it('means the latest of several periods', () => {
    const both = [held('a', '2020-01-01', '2020-06-30'), held('b', '2020-07-01')]
    expect(diff(both, { ...plain, to: '2020-12-31' }, today).change).toEqual([
      { id: 'b', ...period('2020-07-01', '2020-12-31') },
    ])
    expect(diff(both.toReversed(), { ...plain, to: '2020-12-31' }, today).change).toEqual([
      { id: 'b', ...period('2020-07-01', '2020-12-31') },
    ])
  })
})

describe('a row that gives an end alone', () => {
  it('changes the end of the period that goes on, and takes it away where the cell is empty', () => {
    const one = [held('a', '2020-01-01', '2020-09-30')]
    expect(diff(one, { ...plain, to: '2020-12-31' }, today)).toEqual({
      ...nothing,
      change: [{ id: 'a', ...period('2020-01-01', '2020-12-31') }],
    })
    expect(diff(one, { ...plain, to: null }, today).change).toEqual([{ id: 'a', ...period('2020-01-01') }])
  })

  it('means the period that ends so, even a past one, before the one that goes on', () => {
    const both = [held('a', '2019-01-01', '2019-12-31'), held('b', '2020-01-01')]
    expect(diff(both, { ...plain, to: '2019-12-31' }, today)).toEqual(nothing)
  })

  it('whose cell is empty means the latest that goes on, though an earlier one has no end already', () => {
    const both = [held('a', '2020-01-01'), held('b', '2020-05-01', '2020-12-31')]
    expect(diff(both, { ...plain, to: null }, today).change).toEqual([{ id: 'b', ...period('2020-05-01') }])
  })

  it('whose cell is empty does not revive a period that has run out', () => {
    expect(diff([held('a', '2020-01-01', '2020-06-15')], { ...plain, to: null }, today)).toEqual({
      ...nothing,
      add: [period(today)],
    })
  })
})

describe('a row that gives a beginning', () => {
  it('means the period that begins so, even where a later one overlaps', () => {
    const both = [held('a', '2020-01-01'), held('b', '2020-05-01')]
    expect(diff(both, { roles: ['member'], from: '2020-01-01', to: '2020-12-31' }, today).change).toEqual([
      { id: 'a', ...period('2020-01-01', '2020-12-31') },
    ])
  })

  it('moves the beginning of a period that it overlaps, on its last day too', () => {
    for (const from of ['2020-02-01', '2020-06-30'])
      expect(diff([held('a', '2020-01-01', '2020-06-30')], { roles: ['member'], from, to: undefined }, today)).toEqual({
        ...nothing,
        change: [{ id: 'a', ...period(from, '2020-06-30') }],
      })
    expect(diff([held('a', '2020-01-01')], { roles: ['member'], from: '2019-06-01', to: '2020-01-01' }, today)).toEqual(
      { ...nothing, change: [{ id: 'a', ...period('2019-06-01', '2020-01-01') }] },
    )
  })

  it('adds a period where it touches none', () => {
    const one = [held('a', '2020-01-01', '2020-06-30')]
    const later = { roles: ['member'], from: '2020-07-01', to: undefined }
    expect(diff(one, later, today)).toEqual({ ...nothing, add: [period('2020-07-01')] })
    const earlier = { roles: ['member'], from: '2019-01-01', to: '2019-12-31' }
    expect(diff(one, earlier, today)).toEqual({ ...nothing, add: [period('2019-01-01', '2019-12-31')] })
  })

  it('and an empty end reaches into every later period', () => {
    const wanted = { roles: ['member'], from: '2019-01-01', to: null }
    expect(diff([held('a', '2020-01-01')], wanted, today).change).toEqual([{ id: 'a', ...period('2019-01-01') }])
  })
})

it('a role that the row no longer names ends where it goes on, and a past one is left alone', () => {
  const roles = [
    held('a', '2020-01-01', null, 'chair'),
    held('b', '2020-01-01', today, 'team'),
    held('c', '2019-01-01', '2020-06-15', 'drafter'),
    held('d', '2020-01-01'),
  ]
  expect(diff(roles, plain, today)).toEqual({ ...nothing, end: ['a', 'b'] })
})

it('an end before the beginning is told of, a period of one day is none', () => {
  const wanted = { roles: ['chair', 'member'], from: '2020-06-02', to: '2020-06-01' }
  expect(diff([], wanted, today).backwards).toEqual({ role: 'chair', fromDay: '2020-06-02', toDay: '2020-06-01' })
  expect(diff([], { ...wanted, to: '2020-06-02' }, today)).not.toHaveProperty('backwards')
  expect(diff([], { ...wanted, to: null }, today)).not.toHaveProperty('backwards')
})

it('several rows of one person have a period each, and the stored one goes to the row that begins with it', () => {
  const [past, now] = [
    { roles: ['member'], from: '2020-01-01', to: '2020-03-31' },
    { roles: ['member'], from: '2020-05-01', to: null },
  ]
  const ended = {
    ...nothing,
    add: [period('2020-05-01')],
    change: [{ id: 'a', ...period('2020-01-01', '2020-03-31') }],
  }
  expect(diffRoles([held('a', '2020-02-01')], [past, now], today)).toEqual(ended)
  expect(diffRoles([held('a', '2020-01-01')], [now, past], today)).toEqual(ended)
})
