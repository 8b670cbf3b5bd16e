import { describe, expect, it } from 'vitest'
import { defaultLadder, Ladder } from '../../src/nudges/ladder/ladder.ts'
import { ladderOf, roundFacts, storedLadder } from '../../src/nudges/ladder/round-ladder.ts'

const good = (more: object) => Ladder.safeParse({ ...defaultLadder, ...more }).success

describe('a ladder, as docs/nudging.md has it', () => {
  it('is by default 14, 7, 3, 1 and 0 days before, five times after, every other day, and escalates after five', () => {
    expect(defaultLadder).toEqual({
      before: [14, 7, 3, 1, 0],
      overdueEvery: 2,
      overdueMost: 5,
      escalateAfter: 5,
      at: '08:30',
    })
    expect(Ladder.parse(defaultLadder)).toEqual(defaultLadder)
  })

  it('has 1 to 10 falling whole numbers of days before the deadline, each from 0 to 90', () => {
    for (const before of [[0], [90], [90, 0], [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]])
      expect(good({ before }), `${before}`).toBe(true)
    for (const before of [[], [91], [-1], [0.5], [7, 7], [3, 7], [7, 1, 3], [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]])
      expect(good({ before }), `${before}`).toBe(false)
  })

  it.each([
    ['overdueEvery', 1, 30],
    ['overdueMost', 0, 20],
    ['escalateAfter', 1, 60],
  ])('takes whole numbers for %s from %i to %i', (name, least, most) => {
    for (const number of [least, most]) expect(good({ [name]: number }), `${number}`).toBe(true)
    for (const number of [least - 1, most + 1, least + 0.5, String(least)])
      expect(good({ [name]: number }), `${number}`).toBe(false)
  })

  it('comes at a time within office hours', () => {
    for (const at of ['08:00', '12:15', '16:59']) expect(good({ at }), at).toBe(true)
    for (const at of ['07:59', '17:00', '8:30', '12:60', 'noon']) expect(good({ at }), at).toBe(false)
  })

  it('has no other fields and lacks none', () => {
    expect(good({ more: 1 })).toBe(false)
    expect(good({ at: undefined })).toBe(false)
  })
})

describe('the ladder of a round', () => {
  const of = (days: number) => ({ ladder: JSON.stringify({ ...defaultLadder, before: [days] }) })
  const none = { ladder: null }

  it('is its own, else its plan’s, else the default', () => {
    expect(ladderOf(of(5), of(6)).before).toEqual([5])
    expect(ladderOf(none, of(6)).before).toEqual([6])
    expect(ladderOf(none, none)).toEqual(defaultLadder)
  })

  it('passes over a stored one that cannot be read', () => {
    for (const broken of ['', '{', 'null', '{"before":[1]}', JSON.stringify({ ...defaultLadder, before: [1, 7] })]) {
      expect(storedLadder(broken), broken).toBeUndefined()
      expect(ladderOf({ ladder: broken }, of(6)).before, broken).toEqual([6])
    }
    expect(storedLadder(null)).toBeUndefined()
    expect(storedLadder(of(5).ladder)?.before).toEqual([5])
  })
})

describe('a stored round', () => {
  const round = {
    id: 'r',
    dueAt: new Date('2020-06-30T10:00:00Z'),
    openedAt: new Date('2020-06-01T02:00:00Z'),
    dueSetAt: null,
    ladder: null,
    late: 'accept',
    silence: 'none',
  }
  const plan = { ladder: null }

  it('begins its ladder with the notification that told of the deadline: the request, or that of an extension', () => {
    expect(roundFacts(round, plan)).toEqual({
      id: 'r',
      dueAt: round.dueAt,
      startsAt: round.openedAt,
      ladder: defaultLadder,
      takesLate: true,
    })
    const dueSetAt = new Date('2020-06-10T02:00:00Z')
    expect(roundFacts({ ...round, dueSetAt }, plan).startsAt).toBe(dueSetAt)
  })

  it('has overdue steps where late answers are accepted and silence is not deemed to agree', () => {
    expect(roundFacts({ ...round, late: 'refuse' }, plan).takesLate).toBe(false)
    expect(roundFacts({ ...round, silence: 'deemed' }, plan).takesLate).toBe(false)
    expect(roundFacts({ ...round, late: 'refuse', silence: 'deemed' }, plan).takesLate).toBe(false)
  })
})
