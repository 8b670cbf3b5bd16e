import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { digestMessages, dueDigest, holdDigest } from '../../src/nudges/digest/digest-messages.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const at = (local: string) => new Date(`${local}:00+07:00`)

describe('a digest', () => {
  const digest = { day: '2020-06-22', at: at('2020-06-22T08:00') }
  const planned = (rows: Partial<Parameters<typeof digestMessages>[1]> = {}) =>
    digestMessages(digest, { began: [at('2020-06-01T09:00')], readers: ['c1', 'c2'], told: new Set(), ...rows })
  const readers = (rows: Partial<Parameters<typeof digestMessages>[1]>) =>
    planned(rows).map(({ post }) => post.personId)

  it('is put into the ledger from its time on, in the committee’s office hours', () => {
    const due = (local: string) => dueDigest(rules, { weekday: 1, time: '08:00' }, at(local))?.day
    expect(due('2020-06-22T07:59')).toBeUndefined()
    expect(due('2020-06-22T08:00')).toBe('2020-06-22')
    expect(due('2020-06-22T17:00')).toBeUndefined()
    expect(due('2020-06-23T08:00')).toBe('2020-06-22')
    expect(due('2020-06-27T08:00')).toBeUndefined()
    expect(dueDigest(rules, 'off', at('2020-06-22T08:00'))).toBeUndefined()
  })

  it('goes once to each of its readers, under a permanent key of its day', () => {
    expect(planned()[0]).toEqual({
      post: { key: 'digest:2020-06-22:c1', personId: 'c1', letter: { kind: 'digest', day: '2020-06-22' } },
      reasons: [{ key: 'digest:2020-06-22:c1', kind: 'digest', step: '2020-06-22' }],
    })
    // Somebody is coordinator and chair; somebody has got it.
    expect(readers({ readers: ['c1', 'c2', 'c1'] })).toEqual(['c1', 'c2'])
    expect(readers({ told: new Set(['digest:2020-06-22:c1', 'digest:2020-06-15:c2']) })).toEqual(['c2'])
  })

  it('is left out where it was due before there was a plan or an open round', () => {
    expect(readers({ began: [] })).toEqual([])
    expect(readers({ began: [at('2020-06-22T08:01')] })).toEqual([])
    expect(readers({ began: [at('2020-06-22T08:00')] })).toEqual(['c1', 'c2'])
    expect(readers({ began: [at('2020-06-23T08:00'), at('2020-06-21T08:00')] })).toEqual(['c1', 'c2'])
  })
})

describe('a digest that is about to go out', () => {
  const hold = (now: string, reader: Partial<Parameters<typeof holdDigest>[2]> = {}) =>
    holdDigest(rules, '2020-06-22', { reads: true, zone, ...reader }, at(now))

  it('goes out in the reader’s office hours', () => {
    expect(hold('2020-06-22T08:00')).toBeUndefined()
    expect(hold('2020-06-22T17:00')).toMatchObject({ wait: at('2020-06-23T08:00') })
    expect(hold('2020-06-22T08:00', { zone: 'Europe/Berlin' })).toMatchObject({ wait: at('2020-06-22T13:00') })
  })

  it('is dropped for who reads none any more, and when it is more than five days old', () => {
    expect(hold('2020-06-22T08:00', { reads: false })).toMatchObject({ drop: expect.any(String) })
    expect(hold('2020-06-27T12:00')).toMatchObject({ wait: at('2020-06-29T08:00') })
    expect(hold('2020-06-28T00:00')).toEqual({ drop: 'the digest is old' })
    // By the committee's calendar: in Berlin it is the 27th still.
    expect(hold('2020-06-28T00:00', { zone: 'Europe/Berlin' })).toEqual({ drop: 'the digest is old' })
  })
})
