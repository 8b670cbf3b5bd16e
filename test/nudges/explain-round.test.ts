import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import {
  type ExplainedRound,
  explainDeadline,
  mayKnowNudges,
  nudgesOf,
} from '../../src/nudges/explain/explain-round.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (local: string) => new Date(`${local}:00+07:00`)
const dueAt = at('2020-06-30T17:00')
const openedAt = at('2020-06-01T09:00')
const round = (more: Partial<ExplainedRound> = {}): ExplainedRound => ({
  id: 'r',
  number: 1,
  state: 'open',
  openedAt,
  dueAt,
  dueRule: 'set',
  dueDays: null,
  dueSetAt: null,
  dueBefore: null,
  changeReason: null,
  closedAt: null,
  answersDueAt: null,
  answersSetAt: null,
  ladder: null,
  late: 'accept',
  silence: 'none',
  item: {
    key: 'ND',
    title: 'Nghị định',
    titleEn: null,
    quarter: '2020-Q2',
    draftingAgency: null,
    plan: { ladder: null },
  },
  asked: [{}],
  opinions: [],
  ...more,
})
type Reading = Parameters<typeof mayKnowNudges>[0]
const reading = (more: Partial<Reading> = {}): Reading => ({
  zone,
  calendar: VIETNAM,
  audience: 'private',
  actor: { roles: new Set(['member']), organisation: null },
  ...more,
})
const coordinator: Partial<Reading> = { actor: { roles: new Set(['coordinator']), organisation: null } }
const steps = (facts: ExplainedRound, reader = zone) => nudgesOf(reading(), facts, reader).map(({ step }) => step.step)

describe('where a deadline comes from', () => {
  const origin = (facts: ExplainedRound, more: Partial<Reading> = {}) =>
    explainDeadline(reading(more), facts, zone, false).origin

  it('is its quarter, whose steps are told, and whether the calendar has changed since', () => {
    const derived = round({ dueRule: 'quarter-end' })
    expect(origin(derived)).toMatchObject({
      rule: 'quarter-end',
      quarter: '2020-Q2',
      moved: false,
      steps: [{ kind: 'quarterEnd', day: '2020-06-30' }, { kind: 'workingDay' }],
    })
    expect(origin({ ...derived, dueAt: at('2020-06-29T17:00') })).toMatchObject({ rule: 'quarter-end', moved: true })
    // The item has lost its quarter.
    expect(origin({ ...derived, item: { ...derived.item, quarter: null } })).toMatchObject({ rule: 'set' })
  })

  it('is so many working days from the opening, with the days off, and whether the calendar has changed since', () => {
    const counted = round({ dueRule: 'working-days', dueDays: 20, openedAt: at('2020-04-01T23:30') })
    expect(origin({ ...counted, dueAt: at('2020-05-04T17:00') })).toMatchObject({
      rule: 'working-days',
      count: 20,
      opened: '2020-04-01',
      counted: { day: '2020-05-04' },
      moved: false,
    })
    expect(origin({ ...counted, dueAt: at('2020-05-05T17:00') })).toMatchObject({ rule: 'working-days', moved: true })
  })

  it('is whoever set it: at the opening, or by a change that tells what it was before', () => {
    expect(origin(round())).toStrictEqual({ rule: 'set', when: { at: openedAt, change: false } })
    const dueSetAt = at('2020-06-10T09:00')
    const dueBefore = at('2020-06-20T17:00')
    expect(origin(round({ dueSetAt, dueBefore, changeReason: 'bão' }))).toStrictEqual({
      rule: 'set',
      when: { at: dueSetAt, change: true },
      before: dueBefore,
      reason: 'bão',
    })
    // Changed before that moment was kept: nobody knows when.
    expect(origin(round({ changeReason: 'bão' }))).toStrictEqual({ rule: 'set', reason: 'bão' })
  })

  it('tells the reason for a change to one reader, not to a channel, and never that of an ending', () => {
    const changed = round({ dueSetAt: at('2020-06-10T09:00'), changeReason: 'bão' })
    expect(origin(changed, { audience: 'shared' })).not.toHaveProperty('reason')
    expect(origin({ ...changed, state: 'closed' })).not.toHaveProperty('reason')
  })
})

describe('the nudges of a round', () => {
  it('are those that the notification about the deadline has not covered', () => {
    expect(steps(round({ late: 'refuse' }))).toEqual(['T-14', 'T-7', 'T-3', 'T-1', 'T-0'])
    expect(steps(round({ late: 'refuse', dueSetAt: at('2020-06-23T08:29') }))).toEqual(['T-7', 'T-3', 'T-1', 'T-0'])
    expect(steps(round({ late: 'refuse', dueSetAt: at('2020-06-23T08:30') }))).toEqual(['T-3', 'T-1', 'T-0'])
    expect(steps(round({ silence: 'deemed' })).at(-1)).toBe('T-0')
    expect(steps(round()).slice(-2)).toEqual(['T+8', 'T+10'])
  })

  it('end with an answer', () => {
    const answered = (time: string) => steps(round({ opinions: [{ at: at(time) }] }))
    expect(answered('2020-06-23T08:29')).toEqual(['T-14'])
    expect(answered('2020-06-23T08:30')).toEqual(['T-14', 'T-7'])
  })

  it('name the days off that a step moved back over, from the day of the rule on', () => {
    // 27 June is a Saturday; the deadline of 4 May has 1 May and a weekend behind it.
    const passed = (facts: ExplainedRound, name: string) =>
      nudgesOf(reading(), facts, zone)
        .find(({ step }) => step.step === name)
        ?.passed.map(({ day }) => day)
    expect(passed(round(), 'T-3')).toEqual(['2020-06-27'])
    expect(passed(round(), 'T-1')).toEqual([])
    const may = round({ dueAt: at('2020-05-04T17:00'), openedAt: at('2020-04-01T09:00') })
    expect(passed(may, 'T-1')).toEqual(['2020-05-03', '2020-05-02', '2020-05-01', '2020-04-30'])
  })

  it('may be asked for on one day, and go by the reader’s own clocks', () => {
    const on = nudgesOf(reading(), round(), zone, ({ day }) => day === '2020-06-26')
    expect(on.map(({ step }) => step.step)).toEqual(['T-3'])
    const [first] = nudgesOf(reading(), round(), 'Europe/Berlin')
    expect(first?.step.at).toEqual(at('2020-06-16T13:30'))
  })

  it('are known to who was asked and to coordinators, and to no channel', () => {
    const others = round({ asked: [] })
    expect(mayKnowNudges(reading(), round())).toBe(true)
    expect(mayKnowNudges(reading(), others)).toBe(false)
    expect(mayKnowNudges(reading(coordinator), others)).toBe(true)
    expect(mayKnowNudges(reading({ audience: 'shared' }), round())).toBe(false)
    expect(mayKnowNudges(reading({ ...coordinator, audience: 'shared' }), others)).toBe(false)
  })

  it('stand beside the deadline where they were asked for and may be known', () => {
    const beside = (withNudges: boolean, of: ExplainedRound) =>
      explainDeadline(reading(), of, zone, withNudges).nudges.length
    expect([beside(true, round()), beside(false, round()), beside(true, round({ asked: [] }))]).toEqual([10, 0, 0])
  })
})

it('a deadline’s day is explained on the committee’s calendar', () => {
  const facts = round({ dueAt: new Date('2020-06-29T17:30:00Z') })
  expect(explainDeadline(reading(), facts, 'Europe/Berlin', false)).toMatchObject({
    kind: 'deadline',
    round: { id: 'r' },
    day: { day: '2020-06-30', working: true },
  })
})
