import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { defaultLadder } from '../../src/nudges/ladder/ladder.ts'
import {
  type EscalationReader,
  escalationMessages,
  isLongOverdue,
} from '../../src/nudges/quarter-watch/escalation-messages.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const at = (local: string) => new Date(`${local}:00+07:00`)
const dueAt = at('2020-06-30T17:00')

describe('a round is long overdue', () => {
  const round = { dueAt, takesLate: true, ladder: defaultLadder }
  const is = (now: string, more: Partial<typeof round> = {}) => isLongOverdue(rules, { ...round, ...more }, at(now))

  it('from the ladder’s time on the set working day past its deadline, on the committee’s clocks', () => {
    // Five working days past Tuesday 30 June are Tuesday 7 July.
    expect(is('2020-07-07T08:29')).toBe(false)
    expect(is('2020-07-07T08:30')).toBe(true)
    expect(is('2020-07-20T00:00')).toBe(true)
    const ladder = { ...defaultLadder, escalateAfter: 1, at: '12:15' }
    expect(is('2020-07-01T12:14', { ladder })).toBe(false)
    expect(is('2020-07-01T12:15', { ladder })).toBe(true)
    // A deadline at 23:30 UTC is one of the next day in Hà Nội.
    const late = { dueAt: new Date('2020-06-30T23:30:00Z') }
    expect(is('2020-07-07T08:30', late)).toBe(false)
    expect(is('2020-07-08T08:30', late)).toBe(true)
  })

  it('never where late answers are refused or silence counts: nothing is awaited any more', () => {
    expect(is('2020-07-20T09:00', { takesLate: false })).toBe(false)
  })
})

describe('coordinators', () => {
  const reader = (id: string, more: Partial<EscalationReader> = {}): EscalationReader => ({
    id,
    zone,
    told: [],
    ...more,
  })
  const overdue = [
    { id: 'r1', dueAt, people: ['m1', 'm2'] },
    { id: 'r2', dueAt, people: ['m1'] },
  ]
  const keyOf = (round: string, member: string) => `escalation:${round}:2020-06-30T10:00:00.000Z:${member}:c`
  const named = (now: string, ...readers: EscalationReader[]) =>
    escalationMessages(rules, overdue, readers, at(now)).map(({ post, reasons }) => [
      post.personId,
      ...reasons.map(({ roundId, subject }) => `${roundId} ${subject}`),
    ])

  it('are told of everybody in one message a day, each member once a round and deadline', () => {
    const [message, ...more] = escalationMessages(rules, overdue, [reader('c')], at('2020-07-07T08:30'))
    expect(more).toEqual([])
    expect(message?.post).toEqual({
      key: 'escalation:2020-07-07:c',
      personId: 'c',
      letter: { kind: 'escalation', day: '2020-07-07' },
    })
    expect(message?.reasons).toEqual(
      [
        ['r1', 'm1'],
        ['r1', 'm2'],
        ['r2', 'm1'],
      ].map(([roundId = '', subject = '']) => ({
        key: keyOf(roundId, subject),
        kind: 'escalation',
        roundId,
        subject,
        step: '2020-07-07',
      })),
    )
  })

  it('are told of nobody twice, and of who came since this morning’s message on the next day', () => {
    const told = [{ key: keyOf('r1', 'm1'), step: '2020-07-07' }]
    expect(named('2020-07-07T10:00', reader('c', { told }))).toEqual([])
    expect(named('2020-07-08T08:00', reader('c', { told }))).toEqual([['c', 'r1 m2', 'r2 m1']])
    const all = [
      ...told,
      { key: keyOf('r1', 'm2'), step: '2020-07-07' },
      { key: keyOf('r2', 'm1'), step: '2020-07-07' },
    ]
    expect(named('2020-07-08T08:00', reader('c', { told: all }))).toEqual([])
  })

  it('are told within their own office hours, by the day of their own clocks', () => {
    const abroad = reader('d', { zone: 'America/New_York' })
    expect(named('2020-07-07T08:30', reader('c'), abroad).map(([id]) => id)).toEqual(['c'])
    const [message] = escalationMessages(rules, overdue, [abroad], at('2020-07-08T01:00'))
    expect(message?.post.key).toBe('escalation:2020-07-07:d')
    expect(named('2020-07-11T10:00', reader('c'))).toEqual([])
  })
})
