import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { visitMessages } from '../../src/nudges/visits/visit-messages.ts'
import type { TeamSeat, VisitFacts } from '../../src/nudges/visits/visit-steps.ts'
import { type TeamDuty, teamOn } from '../../src/nudges/visits/visit-team.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const at = (local: string) => new Date(`${local}:00+07:00`)
const visit = (id: string, starts: string): VisitFacts => ({
  id,
  starts: at(starts),
  ends: at(`${starts.slice(0, 10)}T17:00`),
  state: 'planned',
  toldAt: at('2020-05-01T09:00'),
})
const seat = (of: string, person: string, planned: readonly string[] = []): TeamSeat => ({
  visit: of,
  person,
  reports: true,
  alone: false,
  zone,
  absences: [],
  planned: new Set(planned),
})
/** On the 9th of June the first has its last step, and the second that of a week before. */
const visits = new Map([visit('v1', '2020-06-10T08:00'), visit('v2', '2020-06-16T08:00')].map((one) => [one.id, one]))
const starts = { v1: '2020-06-10T01:00:00.000Z', v2: '2020-06-16T01:00:00.000Z' }
const planned = (seats: readonly TeamSeat[]) => visitMessages(rules, visits, seats, at('2020-06-09T08:30'))

describe('a reminder of a visit', () => {
  it('is one message about it, under its own key, with its reason', () => {
    const key = `visit:v1:${starts.v1}:T-1:p`
    expect(planned([seat('v1', 'p')])).toEqual([
      {
        post: {
          key: `letter:${key}`,
          personId: 'p',
          letter: { kind: 'visits-due', card: true, entries: [{ visit: 'v1', starts: starts.v1, step: 'T-1' }] },
          subject: 'v1',
        },
        reasons: [{ key, kind: 'visit', subject: 'v1', step: 'T-1' }],
      },
    ])
  })

  it('and others that are due for one person make one message, apart from those for others', () => {
    const messages = planned([seat('v1', 'p'), seat('v2', 'p'), seat('v2', 'q')])
    expect(messages.map(({ post, reasons }) => [post.personId, reasons.length])).toEqual([
      ['p', 2],
      ['q', 1],
    ])
    expect(messages[0]?.post).toEqual({
      key: `letter:visit:v1:${starts.v1}:T-1:p`,
      personId: 'p',
      letter: {
        kind: 'visits-due',
        card: true,
        entries: [
          { visit: 'v1', starts: starts.v1, step: 'T-1' },
          { visit: 'v2', starts: starts.v2, step: 'T-7' },
        ],
      },
    })
  })

  it('is none where nothing is due', () => {
    expect(planned([seat('v1', 'p', [`visit:v1:${starts.v1}:T-1:p`])])).toEqual([])
  })
})

describe('the team of a day', () => {
  const duty = (personId: string, name: string, more: Partial<TeamDuty> = {}): TeamDuty => ({
    teamId: 't',
    personId,
    duty: name,
    fromDay: null,
    toDay: null,
    ...more,
  })
  const on = (...duties: TeamDuty[]) =>
    teamOn(duties, 't', '2020-06-10').map(
      ({ person, leads, reports, alone }) =>
        `${person}${leads ? ' leads' : ''}${reports ? ' reports' : ''}${alone ? ' alone' : ''}`,
    )

  it('is asked for the report at its leaders, and whole where it has none', () => {
    expect(on(duty('a', 'leader'), duty('b', 'member'))).toEqual(['a leads reports alone', 'b'])
    expect(on(duty('a', 'leader'), duty('b', 'leader'), duty('c', 'member'))).toEqual([
      'a leads reports',
      'b leads reports',
      'c',
    ])
    expect(on(duty('a', 'member'), duty('b', 'secretary'))).toEqual(['a reports', 'b reports'])
  })

  it('is whoever’s duty covers that day, both ends included, each once', () => {
    const ends = (fromDay: string | null, toDay: string | null) => on(duty('a', 'member', { fromDay, toDay })).length
    expect([ends('2020-06-10', null), ends(null, '2020-06-10'), ends('2020-06-10', '2020-06-10')]).toEqual([1, 1, 1])
    expect([ends('2020-06-11', null), ends(null, '2020-06-09')]).toEqual([0, 0])
    expect(on(duty('a', 'member'), duty('a', 'leader'))).toEqual(['a leads reports alone'])
    // A leader of another day leads nobody on this one.
    expect(on(duty('a', 'leader', { toDay: '2020-06-09' }), duty('b', 'member'))).toEqual(['b reports'])
  })

  it('is nobody of another team', () => {
    expect(on(duty('a', 'leader', { teamId: 'other' }), duty('b', 'member'))).toEqual(['b reports'])
  })
})
