import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { toInstant } from '../../src/calendar/zoned.ts'
import { findConflicts, isOfUnit, type Other, type Proposal, type World } from '../../src/visits/conflicts/conflicts.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (day: string, time = '08:00') => toInstant(day, time, zone)

const seat = (
  teamId: string,
  personId: string,
  duty = 'member',
  fromDay: string | null = null,
  toDay: string | null = null,
) => ({
  teamId,
  personId,
  duty,
  fromDay,
  toDay,
})
const people = new Map([
  ['lead', { name: 'Trưởng đoàn', organisation: 'Tổ công tác' }],
  ['an', { name: 'An', organisation: 'Cục Tin học hóa, Bộ Thông tin và Truyền thông' }],
  ['binh', { name: 'Bình', organisation: null }],
])
const world: World = {
  now: at('2020-06-01'),
  zone,
  calendar: VIETNAM,
  years: [2020],
  unit: { fromDay: null, toDay: null, names: ['Bộ Y tế', 'BYT'] },
  people,
  seats: [seat('t3', 'lead', 'leader'), seat('t3', 'an')],
  others: [],
  absences: [],
}
const proposal: Proposal = {
  visitId: 'v',
  teamId: 't3',
  unitId: 'byt',
  starts: at('2020-06-08'),
  ends: at('2020-06-08', '11:30'),
}
const other = (more: Partial<Other>): Other => ({
  id: 'o',
  number: 7,
  teamId: 't3',
  team: 'Đoàn 3',
  unitId: 'bca',
  unit: 'Bộ Công an',
  starts: at('2020-06-08', '10:00'),
  ends: at('2020-06-08', '16:00'),
  ...more,
})
const kinds = (more: Partial<World> = {}, of: Partial<Proposal> = {}) =>
  findConflicts({ ...proposal, ...of }, { ...world, ...more }).map((conflict) => conflict.kind)

describe('a proposal', () => {
  it('with a leader, on a worked day of the plan’s year, where nobody is elsewhere, has no conflict', () => {
    expect(kinds()).toEqual([])
  })

  it.each([
    ['a Sunday', '2020-06-07'],
    ['Reunification Day', '2020-04-30'],
  ])('on %s falls on a day off, and says which', (_, day) => {
    const found = findConflicts({ ...proposal, starts: at(day), ends: null }, { ...world, now: at('2020-01-02') })
    expect(found).toMatchObject([{ kind: 'day-off', day, why: { working: false } }])
  })

  it('over a weekend names both days off, and not the day at whose midnight it ends', () => {
    expect(kinds({}, { ends: at('2020-06-15', '00:00') })).toEqual(['day-off', 'day-off'])
  })

  it('of more than a month names the days off of its first 31 days', () => {
    expect(kinds({}, { starts: at('2020-06-10'), ends: at('2020-08-10') })).toEqual(Array(8).fill('day-off'))
  })

  it('that begins in the past, outside the plan’s year or at a unit the plan does not name is told of', () => {
    expect(kinds({ now: at('2020-06-08', '08:01') })).toEqual(['past'])
    expect(kinds({ now: at('2020-06-08') })).toEqual([])
    expect(kinds({}, { starts: at('2021-06-08'), ends: null })).toEqual(['outside-year'])
    expect(kinds({ years: [] })).toEqual(['not-inspected'])
    expect(kinds({ years: [2020, 2021] }, { starts: at('2021-06-08'), ends: null })).toEqual([])
  })

  it('at a unit that is no more, or not yet, on that day is told of', () => {
    const unit = { ...world.unit, toDay: '2020-06-07' }
    expect(kinds({ unit })).toEqual(['unit-gone'])
    expect(kinds({ unit: { ...unit, toDay: '2020-06-08' } })).toEqual([])
    expect(kinds({ unit: { ...unit, toDay: null, fromDay: '2020-06-09' } })).toEqual(['unit-gone'])
  })

  it('clashes with another visit of the team that overlaps, not with one that begins as it ends, nor with itself', () => {
    expect(kinds({ others: [other({})] })).toEqual(['team-elsewhere'])
    expect(kinds({ others: [other({ starts: at('2020-06-08', '11:30') })] })).toEqual([])
    expect(kinds({ others: [other({ id: 'v' })] })).toEqual([])
  })

  it('counts a visit without an end until five o’clock', () => {
    const open = other({ starts: at('2020-06-08', '07:00'), ends: null })
    expect(kinds({ others: [open] })).toEqual(['team-elsewhere'])
    expect(kinds({ others: [open] }, { starts: at('2020-06-08', '17:00'), ends: at('2020-06-08', '18:00') })).toEqual(
      [],
    )
  })

  it('clashes with another visit of the unit on that day, whichever hour and team', () => {
    const evening = other({ teamId: 't1', unitId: 'byt', starts: at('2020-06-08', '15:00') })
    expect(kinds({ others: [evening] })).toEqual(['unit-twice'])
    expect(kinds({ others: [{ ...evening, starts: at('2020-06-09'), ends: null }] })).toEqual([])
    const overnight = { ...evening, starts: at('2020-06-05') }
    expect(kinds({ others: [{ ...overnight, ends: at('2020-06-08', '00:00') }] })).toEqual([])
    expect(kinds({ others: [{ ...overnight, ends: at('2020-06-08', '00:01') }] })).toEqual(['unit-twice'])
  })

  it('clashes only perhaps where it takes an hour at least and no end is stated', () => {
    const found = (mine: Partial<Proposal>, theirs: Partial<Other>) =>
      findConflicts({ ...proposal, ...mine }, { ...world, others: [other(theirs)] }).map((one) =>
        'perhaps' in one ? `perhaps ${one.kind}` : one.kind,
      )
    const open = { starts: at('2020-06-08', '07:00'), ends: null }
    expect(found({}, open)).toEqual(['perhaps team-elsewhere'])
    expect(found({ starts: at('2020-06-08', '07:59') }, open)).toEqual(['team-elsewhere'])
    const early = { starts: at('2020-06-08'), ends: at('2020-06-08', '09:00') }
    expect(found(open, early)).toEqual(['perhaps team-elsewhere'])
    expect(found(open, { ...early, starts: at('2020-06-08', '07:59') })).toEqual(['team-elsewhere'])
    const until = { starts: at('2020-06-08', '07:00'), ends: at('2020-06-08', '17:00') }
    expect(found({}, until)).toEqual(['team-elsewhere'])
    expect(found({}, { ...until, endAssumed: true })).toEqual(['perhaps team-elsewhere'])
  })

  it('says of a person too whether they are elsewhere for certain', () => {
    const seats = [...world.seats, seat('t1', 'an')]
    const open = other({ teamId: 't1', starts: at('2020-06-08', '07:00'), ends: null })
    expect(findConflicts(proposal, { ...world, seats, others: [open] })).toEqual([
      { kind: 'person-elsewhere', person: 'An', other: open, perhaps: true },
    ])
  })

  it('names who is with another team at that time, while they sit on both', () => {
    const elsewhere = other({ teamId: 't1' })
    const seats = [...world.seats, seat('t1', 'an', 'member', '2020-06-08')]
    const found = findConflicts(proposal, { ...world, seats, others: [elsewhere] })
    expect(found).toMatchObject([{ kind: 'person-elsewhere', person: 'An', other: { number: 7 } }])
    expect(kinds({ seats: [...world.seats, seat('t1', 'an', 'member', '2020-06-09')], others: [elsewhere] })).toEqual(
      [],
    )
  })

  it('names who is on leave on any of its days', () => {
    const absences = [{ personId: 'lead', fromDay: '2020-06-01', toDay: '2020-06-08' }]
    expect(kinds({ absences })).toEqual(['on-leave'])
    expect(kinds({ absences: [{ personId: 'lead', fromDay: '2020-06-09', toDay: '2020-06-12' }] })).toEqual([])
    expect(kinds({ absences: [{ personId: 'lead', fromDay: '2020-06-08', toDay: '2020-06-12' }] })).toEqual([
      'on-leave',
    ])
    expect(kinds({ absences: [{ personId: 'lead', fromDay: '2020-06-01', toDay: '2020-06-07' }] })).toEqual([])
    expect(kinds({ absences: [{ personId: 'binh', fromDay: '2020-06-01', toDay: '2020-06-12' }] })).toEqual([])
  })

  it('of a team without a leader on that day, or without anybody, is told of', () => {
    expect(kinds({ seats: [seat('t3', 'lead', 'leader', null, '2020-06-07'), seat('t3', 'an')] })).toEqual([
      'no-leader',
    ])
    expect(kinds({ seats: [seat('t3', 'an'), seat('t1', 'lead', 'leader')] })).toEqual(['no-leader'])
    expect(kinds({ seats: [] })).toEqual(['nobody'])
    expect(kinds({ seats: [seat('t1', 'lead', 'leader')] })).toEqual(['nobody'])
  })

  it('warns of somebody from the inspected side: the unit itself or a part of it, by any of its names', () => {
    const unit = { ...world.unit, names: ['Bộ Thông tin và Truyền thông', 'BTTTT'] }
    expect(findConflicts(proposal, { ...world, unit })).toMatchObject([{ kind: 'own-side', person: 'An' }])
    const byShortName = new Map([...people, ['an', { name: 'An', organisation: 'Vụ KH-TC, btttt' }] as const])
    expect(kinds({ unit, people: byShortName })).toEqual(['own-side'])
    // A name within a longer word is another name.
    expect(
      kinds({
        unit: { ...unit, names: ['Tin'] },
        people: new Map([...people, ['an', { name: 'An', organisation: 'Tinh' }] as const]),
      }),
    ).toEqual([])
  })

  it('does not take somebody without an organisation, or a unit without a short name, for the inspected side', () => {
    expect(kinds({ seats: [...world.seats, seat('t3', 'binh')] })).toEqual([])
    expect(isOfUnit('—', [''])).toBe(false)
  })

  it('without a date is looked at for its team and unit alone, as of today', () => {
    const absences = [{ personId: 'lead', fromDay: '2020-01-01', toDay: '2020-12-31' }]
    expect(kinds({ others: [other({})], absences }, { starts: null, ends: null })).toEqual([])
    expect(kinds({ seats: [seat('t3', 'an')] }, { starts: null, ends: null })).toEqual(['no-leader'])
    expect(kinds({ years: [2021] }, { starts: null, ends: null })).toEqual([])
  })
})

const minutes = fc.integer({ min: 0, max: 10 * 24 * 60 })
const span = fc.tuple(minutes, fc.integer({ min: 1, max: 3 * 24 * 60 })).map(([from, length]) => ({
  starts: new Date(at('2020-06-08', '00:00').getTime() + from * 60_000),
  ends: new Date(at('2020-06-08', '00:00').getTime() + (from + length) * 60_000),
}))

test('two visits of a team clash exactly where a minute belongs to both, and either way round', () => {
  fc.assert(
    fc.property(span, span, (one, two) => {
      const clash = (a: typeof one, b: typeof one) => kinds({ others: [other({ ...b })] }, a).includes('team-elsewhere')
      const shared =
        Math.max(one.starts.getTime(), two.starts.getTime()) < Math.min(one.ends.getTime(), two.ends.getTime())
      expect(clash(one, two)).toBe(shared)
      expect(clash(two, one)).toBe(shared)
    }),
  )
})
