import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { RoundFacts, SeatFacts } from '../../src/nudges/ladder/due.ts'
import type { DelegateFacts } from '../../src/nudges/ladder/due-delegates.ts'
import { defaultLadder } from '../../src/nudges/ladder/ladder.ts'
import { stepMessages } from '../../src/nudges/ladder/step-messages.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const at = (local: string) => new Date(`${local}:00+07:00`)
const round = (id: string, due: string): RoundFacts => ({
  id,
  dueAt: at(due),
  startsAt: at('2020-06-01T09:00'),
  ladder: defaultLadder,
  takesLate: true,
})
const seat = (of: string, person: string, more: Partial<SeatFacts> = {}): SeatFacts => ({
  round: of,
  person,
  answered: false,
  zone,
  absences: [],
  planned: new Set(),
  ...more,
})
const delegate = (of: string, person: string, taker: string): DelegateFacts => ({
  round: of,
  person,
  taker,
  zone,
  givenAt: at('2020-06-01T10:00'),
  fromDay: '2020-06-01',
  toDay: '2020-07-31',
  planned: new Set(),
})
const planned = (
  rounds: readonly RoundFacts[],
  seats: readonly SeatFacts[],
  now: string,
  delegates: readonly DelegateFacts[] = [],
) => stepMessages(rules, { rounds: new Map(rounds.map((one) => [one.id, one])), seats, delegates }, at(now))

/** The 30th of June, and another round that is due a week later: on the 30th both have a step. */
const first = round('r1', '2020-06-30T17:00')
const second = round('r2', '2020-07-07T17:00')
const due = { r1: '2020-06-30T10:00:00.000Z', r2: '2020-07-07T10:00:00.000Z' }

describe('a nudge', () => {
  it('is one message about its round, under its own key, with its reason', () => {
    expect(planned([first], [seat('r1', 'm')], '2020-06-23T08:30')).toEqual([
      {
        post: {
          key: `letter:nudge:r1:${due.r1}:m:T-7`,
          personId: 'm',
          letter: { kind: 'nudge', card: true, entries: [{ round: 'r1', step: 'T-7', due: due.r1 }] },
          subject: 'r1',
        },
        reasons: [{ key: `nudge:r1:${due.r1}:m:T-7`, kind: 'step', roundId: 'r1', step: 'T-7' }],
      },
    ])
  })

  it('that was asked for says so in its reason', () => {
    const [message] = planned([first], [seat('r1', 'm', { snoozedUntil: '2020-06-24' })], '2020-06-24T08:30')
    expect(message?.reasons).toEqual([
      { key: `nudge:r1:${due.r1}:m:2020-06-24`, kind: 'snooze', roundId: 'r1', step: '2020-06-24' },
    ])
  })

  it('of the last step says that it is that', () => {
    const [message] = planned([first], [seat('r1', 'm')], '2020-06-30T08:30')
    expect(message?.post.letter).toMatchObject({ entries: [{ round: 'r1', step: 'T-0', due: due.r1, last: true }] })
  })
})

describe('several things due for one person', () => {
  const keyOf = (id: 'r1' | 'r2', step: string, person = 'm') => `nudge:${id}:${due[id]}:${person}:${step}`

  it('make one message, the nearest deadline first, whichever was read first', () => {
    for (const rounds of [
      [first, second],
      [second, first],
    ]) {
      const seats = rounds.map(({ id }) => seat(id, 'm'))
      const [message, ...more] = planned(rounds, seats, '2020-06-30T08:30')
      expect(more).toEqual([])
      expect(message?.post).toEqual({
        key: `letter:${keyOf('r1', 'T-0')}`,
        personId: 'm',
        letter: {
          kind: 'nudge',
          card: true,
          entries: [
            { round: 'r1', step: 'T-0', due: due.r1, last: true },
            { round: 'r2', step: 'T-7', due: due.r2 },
          ],
        },
      })
      expect(message?.reasons.map(({ key }) => key)).toEqual([keyOf('r1', 'T-0'), keyOf('r2', 'T-7')])
    }
  })

  it('with one deadline stand in the order of their keys, so that replicas make the same message', () => {
    const same = round('r0', '2020-06-30T17:00')
    for (const rounds of [
      [first, same],
      [same, first],
    ]) {
      const seats = rounds.map(({ id }) => seat(id, 'm'))
      const [message] = planned(rounds, seats, '2020-06-23T08:30')
      expect(message?.reasons.map(({ roundId }) => roundId)).toEqual(['r0', 'r1'])
    }
  })

  it('are apart from what is due for others', () => {
    const messages = planned([first], [seat('r1', 'm'), seat('r1', 'n')], '2020-06-23T08:30')
    expect(messages.map(({ post }) => post.personId)).toEqual(['m', 'n'])
  })
})

describe('a delegate', () => {
  it('is told of the last step for the member, beside what is due for themselves', () => {
    const seats = [seat('r2', 'd'), seat('r1', 'm')]
    const messages = planned([first, second], seats, '2020-06-30T08:30', [delegate('r1', 'm', 'd')])
    const theirs = messages.find(({ post }) => post.personId === 'd')
    expect(theirs?.post.letter).toEqual({
      kind: 'nudge',
      card: true,
      entries: [
        { round: 'r1', step: 'T-0', due: due.r1, last: true, for: 'm' },
        { round: 'r2', step: 'T-7', due: due.r2 },
      ],
    })
    expect(theirs?.reasons[0]).toEqual({
      key: `nudge:r1:${due.r1}:m:T-0:d`,
      kind: 'step',
      roundId: 'r1',
      subject: 'm',
      step: 'T-0',
    })
    expect(messages.filter(({ post }) => post.personId === 'm')).toHaveLength(1)
  })
})

it('nobody to whom nothing is due gets a message', () => {
  expect(planned([first], [seat('r1', 'm', { answered: true })], '2020-06-23T08:30')).toEqual([])
})
