import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import {
  holdUpcoming,
  lackOf,
  type Occasion,
  occasionsFrom,
  type UpcomingReader,
  upcomingMessages,
  upcomingOccasion,
} from '../../src/nudges/quarter-watch/upcoming-messages.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const at = (local: string) => new Date(`${local}:00+07:00`)
const middle: Occasion = { quarter: '2020-Q2', step: 'T-30', at: at('2020-05-29T08:30') }

describe('an occasion to tell of what a quarter lacks', () => {
  const found = (local: string) => upcomingOccasion(rules, at(local))

  it('is the latest of the running quarter, in the committee’s office hours', () => {
    expect(found('2020-05-29T08:29')?.step).toBe('quarter-start')
    expect(found('2020-05-29T08:30')).toEqual(middle)
    expect(found('2020-05-29T17:00')).toBeUndefined()
    expect(found('2020-05-30T10:00')).toBeUndefined()
    expect(found('2020-06-01T08:00')).toEqual(middle)
    // The last day of the quarter, and the first of the next one.
    expect(found('2020-06-30T16:59')).toMatchObject({ quarter: '2020-Q2', step: 'T-14' })
    expect(found('2020-07-01T08:00')).toBeUndefined()
    expect(found('2020-07-01T08:30')).toMatchObject({ quarter: '2020-Q3', step: 'quarter-start' })
  })

  it('is followed by the later ones of its quarter', () => {
    expect(occasionsFrom(rules, { ...middle, at: at('2020-04-01T08:30') })).toEqual(['quarter-start', 'T-30', 'T-14'])
    expect(occasionsFrom(rules, middle)).toEqual(['T-30', 'T-14'])
  })
})

it('an item lacks a round, or the draft of its open one, and nothing once it has had both', () => {
  expect(lackOf(undefined)).toBe('round')
  const none = { draftUrl: null, documentId: null }
  expect(lackOf({ state: 'open', ...none })).toBe('draft')
  expect(lackOf({ state: 'open', ...none, draftUrl: 'https://example.vn/du-thao' })).toBeUndefined()
  expect(lackOf({ state: 'open', ...none, documentId: 'a-file' })).toBeUndefined()
  expect(lackOf({ state: 'closed', ...none })).toBeUndefined()
})

describe('what a quarter lacks', () => {
  type Rows = Parameters<typeof upcomingMessages>[2]
  const base: Rows = {
    lacking: ['A', null],
    coordinators: ['c1', 'c2'],
    drafters: [
      { id: 'd1', organisation: 'A' },
      { id: 'd2', organisation: 'B' },
      { id: 'd3', organisation: null },
      { id: 'c1', organisation: 'A' },
    ],
    told: new Set(),
  }
  const told = (rows: Partial<Rows> = {}) =>
    upcomingMessages(rules, middle, { ...base, ...rows }).map(({ post }) => post.personId)

  it('is told to coordinators, and to each drafting agency of its own items, nobody twice', () => {
    expect(told()).toEqual(['c1', 'c2', 'd1'])
    expect(told({ lacking: [null] })).toEqual(['c1', 'c2'])
    expect(told({ lacking: ['B'] })).toEqual(['c1', 'c2', 'd2'])
    expect(told({ lacking: [] })).toEqual([])
  })

  it('is told once an occasion, under its permanent key, and not behind a later one', () => {
    expect(upcomingMessages(rules, middle, base)[0]).toEqual({
      post: {
        key: 'upcoming:2020-Q2:T-30:c1',
        personId: 'c1',
        letter: { kind: 'upcoming', quarter: '2020-Q2', step: 'T-30' },
      },
      reasons: [{ key: 'upcoming:2020-Q2:T-30:c1', kind: 'upcoming', step: 'T-30' }],
    })
    expect(told({ told: new Set(['upcoming:2020-Q2:T-30:c1']) })).toEqual(['c2', 'd1'])
    expect(told({ told: new Set(['upcoming:2020-Q2:T-14:c2']) })).toEqual(['c1', 'd1'])
    // What came before, or in another quarter, covers nothing.
    expect(told({ told: new Set(['upcoming:2020-Q2:quarter-start:c1', 'upcoming:2020-Q1:T-14:c1']) })).toContain('c1')
  })
})

describe('an upcoming message that is about to go out', () => {
  const coordinator: UpcomingReader = { id: 'c', coordinates: true, agency: null, zone }
  const drafter: UpcomingReader = { id: 'd', coordinates: false, agency: 'A', zone }
  type Rows = Parameters<typeof holdUpcoming>[3]
  const hold = (reader: UpcomingReader, now: string, rows: Partial<Rows> = {}, step = middle.step) =>
    holdUpcoming(
      rules,
      { quarter: '2020-Q2', step },
      reader,
      { lacking: ['A', null], told: new Set(), ...rows },
      at(now),
    )

  it('goes out in the reader’s office hours', () => {
    for (const reader of [coordinator, drafter]) expect(hold(reader, '2020-05-29T08:30')).toBeUndefined()
    expect(hold(coordinator, '2020-05-29T17:00')).toMatchObject({ wait: at('2020-06-01T08:00') })
    expect(hold({ ...drafter, zone: 'Europe/Berlin' }, '2020-05-29T08:30')).toMatchObject({
      wait: at('2020-05-29T13:00'),
    })
  })

  it('is dropped for who holds neither role any more', () => {
    const nobody = { ...coordinator, coordinates: false }
    expect(hold(nobody, '2020-05-29T08:30')).toEqual({ drop: 'neither coordinator nor drafting agency any more' })
    expect(hold({ ...coordinator, agency: 'B' }, '2020-05-29T08:30')).toBeUndefined()
  })

  it('is dropped from the quarter’s default deadline on', () => {
    expect(hold(coordinator, '2020-06-30T16:59')).toBeUndefined()
    expect(hold(coordinator, '2020-06-30T17:00')).toEqual({ drop: 'the quarter is over' })
  })

  it('is dropped where a later occasion has been planned for the reader', () => {
    const told = (...keys: string[]) => ({ told: new Set(keys) })
    const dropped = { drop: 'a later occasion has come since' }
    expect(hold(coordinator, '2020-06-16T10:00', told('upcoming:2020-Q2:T-14:c'))).toEqual(dropped)
    expect(hold(coordinator, '2020-06-16T10:00', told('upcoming:2020-Q2:T-14:c'), 'quarter-start')).toEqual(dropped)
    expect(hold(coordinator, '2020-06-16T10:00', told('upcoming:2020-Q2:T-30:c'), 'quarter-start')).toEqual(dropped)
    // Its own, an earlier one, another person's.
    const others = told('upcoming:2020-Q2:T-30:c', 'upcoming:2020-Q2:quarter-start:c', 'upcoming:2020-Q2:T-14:d')
    expect(hold(coordinator, '2020-06-16T10:00', others)).toBeUndefined()
    expect(hold(coordinator, '2020-06-16T10:00', told('upcoming:2020-Q2:T-14:c'), 'T-14')).toBeUndefined()
  })

  it('is dropped where nothing of the reader’s is lacking any more', () => {
    const dropped = { drop: 'every item has a round and a draft by now' }
    expect(hold(coordinator, '2020-05-29T08:30', { lacking: [] })).toEqual(dropped)
    expect(hold(drafter, '2020-05-29T08:30', { lacking: ['B', null] })).toEqual(dropped)
    expect(hold(coordinator, '2020-05-29T08:30', { lacking: ['B'] })).toBeUndefined()
  })
})
