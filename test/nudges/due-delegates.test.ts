import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, toInstant } from '../../src/calendar/zoned.ts'
import { atWork } from '../../src/nudges/ladder/at-work.ts'
import { ladderSteps, type RoundFacts } from '../../src/nudges/ladder/due.ts'
import { type DelegateFacts, dueToDelegates } from '../../src/nudges/ladder/due-delegates.ts'
import { defaultLadder } from '../../src/nudges/ladder/ladder.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const local = (text: string) => new Date(`${text}:00+07:00`)
const round: RoundFacts = {
  id: 'r',
  dueAt: local('2020-06-30T17:00'),
  startsAt: local('2020-06-01T09:00'),
  ladder: defaultLadder,
  takesLate: true,
}
const delegate = (more: Partial<DelegateFacts> = {}): DelegateFacts => ({
  round: 'r',
  person: 'm',
  taker: 'd',
  zone: 'America/New_York',
  givenAt: local('2020-06-01T10:00'),
  fromDay: '2020-06-01',
  toDay: '2020-07-31',
  planned: new Set(),
  ...more,
})
const due = (one: DelegateFacts, now: string, facts = round) =>
  dueToDelegates(rules, new Map([[facts.id, facts]]), [one], local(now)).map(({ step, taker }) => `${taker} ${step}`)

describe('the last step of a delegate', () => {
  it('moves back on the delegate’s own clocks where their office opens only past the deadline', () => {
    // 17:00 in Hà Nội is 06:00 in New York: it comes at 08:30 of the day before there, 19:30 in Hà Nội.
    expect(due(delegate(), '2020-06-29T19:29')).toEqual([])
    expect(due(delegate(), '2020-06-29T19:30')).toEqual(['d T-0'])
    expect(due(delegate({ zone }), '2020-06-29T19:30')).toEqual([])
    expect(due(delegate({ zone }), '2020-06-30T08:30')).toEqual(['d T-0'])
  })

  it('comes within their office hours, once, and not from the deadline on', () => {
    expect(due(delegate(), '2020-06-30T03:59')).toEqual(['d T-0'])
    expect(due(delegate(), '2020-06-30T04:00')).toEqual([])
    expect(due(delegate({ zone }), '2020-06-30T16:59')).toEqual(['d T-0'])
    expect(due(delegate({ zone }), '2020-06-30T17:00')).toEqual([])
    const early = { ...round, dueAt: local('2020-06-30T12:00') }
    expect(due(delegate({ zone }), '2020-06-30T11:59', early)).toEqual(['d T-0'])
    expect(due(delegate({ zone }), '2020-06-30T12:00', early)).toEqual([])
    const told = (step: string) => new Set([`nudge:r:${round.dueAt.toISOString()}:m:${step}:d`])
    expect(due(delegate({ planned: told('T-0') }), '2020-06-29T19:30')).toEqual([])
    // The ladder has been changed since, and it was another step then.
    expect(due(delegate({ planned: told('T-1') }), '2020-06-29T19:30')).toEqual([])
    const others = new Set([...told('T-0')].map((key) => key.replace(/d$/, 'e')))
    expect(due(delegate({ planned: others }), '2020-06-29T19:30')).toEqual(['d T-0'])
  })

  it('is of no round that takes no answers', () => {
    expect(dueToDelegates(rules, new Map(), [delegate({ zone })], local('2020-06-30T08:30'))).toEqual([])
  })

  it('counts on the first and the last day of the delegation, and on no other', () => {
    const on = (fromDay: string, toDay: string) => due(delegate({ zone, fromDay, toDay }), '2020-06-30T08:30')
    expect(on('2020-06-30', '2020-07-10')).toEqual(['d T-0'])
    expect(on('2020-06-01', '2020-06-30')).toEqual(['d T-0'])
    expect(on('2020-07-01', '2020-07-10')).toEqual([])
    expect(on('2020-06-01', '2020-06-29')).toEqual([])
  })

  it('is covered by the message about the deadline or about the delegation that came with it or after it', () => {
    const given = (at: string) => due(delegate({ zone, givenAt: local(at) }), '2020-06-30T10:00')
    expect(given('2020-06-30T08:29')).toEqual(['d T-0'])
    expect(given('2020-06-30T08:30')).toEqual([])
    const moved = (at: string) => due(delegate({ zone }), '2020-06-30T10:00', { ...round, startsAt: local(at) })
    expect(moved('2020-06-30T08:29')).toEqual(['d T-0'])
    expect(moved('2020-06-30T08:30')).toEqual([])
  })

  it('is one message where one delegate holds several delegations of one member', () => {
    const rounds = new Map([['r', round]])
    const both = [delegate({ zone }), delegate({ zone, fromDay: '2020-06-30', toDay: '2020-06-30' })]
    expect(dueToDelegates(rules, rounds, both, local('2020-06-30T08:30'))).toHaveLength(1)
  })

  it('is never lost while the clock goes on, wherever the delegate lives and whenever the deadline is', () => {
    const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'America/Los_Angeles')
    const times = fc.constantFrom('00:30', '08:00', '08:31', '12:00', '17:00', '23:59')
    fc.assert(
      fc.property(zones, times, fc.integer({ min: 0, max: 700 }), (where, time, days) => {
        const dueAt = toInstant(addDays('2020-03-01', days), time, zone)
        const facts = { ...round, dueAt, startsAt: new Date(dueAt.getTime() - 30 * 86_400_000) }
        const planned = new Set<string>()
        const sent: Date[] = []
        const ladders = new Map()
        const last =
          ladderSteps(rules, facts, where)
            .find((step) => step.last)
            ?.at.getTime() ?? 0
        const hours = Array.from({ length: 15 * 24 }, (_, hour) => dueAt.getTime() + (hour - 14 * 24) * 3_600_000)
        // A process wakes each minute, and a deadline at 08:31 leaves the step no more than that.
        for (const now of [...hours, last].sort((a, b) => a - b).map((at) => new Date(at))) {
          const span = { givenAt: facts.startsAt, fromDay: '2020-01-01', toDay: '2023-01-01' }
          const one = delegate({ zone: where, planned, ...span })
          for (const { key } of dueToDelegates(rules, new Map([['r', facts]]), [one], now, ladders)) {
            planned.add(key)
            sent.push(now)
            expect(atWork(VIETNAM, where, now)).toBe(true)
          }
        }
        expect(sent).toHaveLength(1)
        expect(sent[0]?.getTime()).toBeGreaterThanOrEqual(last)
        expect(sent[0]?.getTime()).toBeLessThan(dueAt.getTime())
      }),
      { numRuns: 15 },
    )
  })
})
