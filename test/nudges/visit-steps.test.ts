import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { workingDaysBetween } from '../../src/calendar/working-days.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../src/calendar/zoned.ts'
import {
  type DueVisit,
  dueVisits,
  standsAt,
  type TeamSeat,
  type VisitFacts,
  visitKey,
  visitKeys,
  visitMoments,
} from '../../src/nudges/visits/visit-steps.ts'
import { runs } from '../support/runs.ts'

const zone = 'Asia/Ho_Chi_Minh'
const newYork = 'America/New_York'
const rules = { calendar: VIETNAM, zone }
const local = (text: string) => new Date(`${text}:00+07:00`)
const visit = (starts: string, more: Partial<VisitFacts> = {}): VisitFacts => ({
  id: 'v',
  starts: local(starts),
  ends: local(`${starts.slice(0, 10)}T17:00`),
  state: 'planned',
  toldAt: local('2020-01-02T09:00'),
  ...more,
})
const seat = (more: Partial<TeamSeat> = {}): TeamSeat => ({
  visit: 'v',
  person: 'p',
  reports: true,
  alone: false,
  zone,
  absences: [],
  planned: new Set(),
  ...more,
})
const due = (facts: VisitFacts, one: TeamSeat, now: string) =>
  dueVisits(rules, new Map([[facts.id, facts]]), [one], local(now)).map(({ step }) => step)
const shown = (facts: VisitFacts, reader = zone) =>
  visitMoments(rules, facts, reader).map(({ step, at }) => `${step} ${dayIn(at, reader)} ${timeIn(at, reader)}`)

describe('the steps of a visit', () => {
  it('stand a week and a day before it, and on the working day after', () => {
    expect(shown(visit('2020-06-10T08:00'))).toEqual([
      'T-7 2020-06-03 08:30',
      'T-1 2020-06-09 08:30',
      'report 2020-06-11 08:30',
    ])
  })

  it('move back from a weekend, and the report past one', () => {
    // Monday the 8th: the day before is a Sunday. Friday the 12th: the next working day is Monday.
    expect(shown(visit('2020-06-08T08:00'))[1]).toBe('T-1 2020-06-05 08:30')
    expect(shown(visit('2020-06-12T08:00'))[2]).toBe('report 2020-06-15 08:30')
  })

  it('stand on one day only once, over a long holiday', () => {
    // 23 to 29 January 2020 are Tết; a visit on the 30th is told of on the 22nd for both.
    expect(shown(visit('2020-01-30T08:00'))).toEqual(['T-1 2020-01-22 08:30', 'report 2020-01-31 08:30'])
  })

  it('never come past the beginning, however early it is and however far away the reader', () => {
    expect(shown(visit('2020-06-10T00:30'), 'Pacific/Honolulu')[1]).toBe('T-1 2020-06-08 08:30')
    expect(shown(visit('2020-06-10T00:30'))[1]).toBe('T-1 2020-06-09 08:30')
    // 08:30 of the 9th in Honolulu is 01:30 of the 10th in Hà Nội.
    expect(shown(visit('2020-06-10T01:30'), 'Pacific/Honolulu')[1]).toBe('T-1 2020-06-08 08:30')
    expect(shown(visit('2020-06-10T01:31'), 'Pacific/Honolulu')[1]).toBe('T-1 2020-06-09 08:30')
  })

  it('ask for the report after the last day of a visit of several', () => {
    const long = visit('2020-06-08T08:00', { ends: local('2020-06-10T11:30') })
    expect(shown(long)[2]).toBe('report 2020-06-11 08:30')
    expect(shown(visit('2020-06-08T08:00', { ends: local('2020-06-10T00:00') }))[2]).toBe('report 2020-06-10 08:30')
    const midnight = local('2020-06-10T00:00')
    expect(shown(visit('2020-06-10T00:00', { ends: midnight }))[2]).toBe('report 2020-06-11 08:30')
  })

  it('ask for the report after the end on the clocks of somebody far away too', () => {
    // 08:30 of the 11th in Auckland is 16:30 of the 10th in New York.
    const asked = (ends: string) => {
      const facts = { starts: toInstant('2020-06-10', '08:00', newYork), ends: toInstant('2020-06-10', ends, newYork) }
      return visitMoments({ calendar: VIETNAM, zone: newYork }, facts, 'Pacific/Auckland').at(-1)?.day
    }
    expect(['16:29', '16:30', '17:00'].map(asked)).toEqual(['2020-06-11', '2020-06-12', '2020-06-12'])
  })
})

describe('who is due', () => {
  const facts = visit('2020-06-10T08:00')
  const planned = (...steps: DueVisit['step'][]) => new Set(steps.map((step) => visitKey(facts, step, 'p')))

  it('is reminded at the step, not a minute earlier, and once', () => {
    expect(due(facts, seat(), '2020-06-03T08:29')).toEqual([])
    expect(due(facts, seat(), '2020-06-03T08:30')).toEqual(['T-7'])
    expect(due(facts, seat({ planned: planned('T-7') }), '2020-06-03T08:31')).toEqual([])
    expect(due(facts, seat({ planned: planned('T-7') }), '2020-06-09T08:30')).toEqual(['T-1'])
  })

  it('is reminded of a confirmed visit as of a planned one, and on the team without having to report', () => {
    const mate = seat({ reports: false })
    for (const state of ['planned', 'confirmed']) {
      expect(due({ ...facts, state }, mate, '2020-06-03T08:30')).toEqual(['T-7'])
      expect(due({ ...facts, state }, mate, '2020-06-09T08:30')).toEqual(['T-1'])
    }
  })

  it('has one key for each step of a visit', () => {
    expect(visitKeys(facts, 'p')).toEqual([
      'visit:v:2020-06-10T01:00:00.000Z:T-7:p',
      'visit:v:2020-06-10T01:00:00.000Z:T-1:p',
      'visit:v:2020-06-10T01:00:00.000Z:report:p',
    ])
  })

  it('hears nothing of a visit that is done, called off or has begun, but the request for the report', () => {
    for (const state of ['done', 'cancelled'])
      for (const now of ['2020-06-03T09:00', '2020-06-09T09:00', '2020-06-11T09:00'])
        expect(due({ ...facts, state }, seat(), now)).toEqual([])
    expect(due(facts, seat(), '2020-06-10T08:00')).toEqual([])
    expect(due(facts, seat(), '2020-06-10T16:59')).toEqual([])
    expect(due(facts, seat(), '2020-06-11T08:29')).toEqual([])
    expect(due(facts, seat(), '2020-06-11T08:30')).toEqual(['report'])
    expect(due(facts, seat({ reports: false }), '2020-06-11T08:30')).toEqual([])
  })

  it('gets the latest alone after a long sleep, and no request for a report more than ten working days late', () => {
    expect(due(facts, seat(), '2020-06-09T10:00')).toEqual(['T-1'])
    expect(due(facts, seat({ planned: planned('T-7') }), '2020-06-25T16:59')).toEqual(['report'])
    expect(due(facts, seat(), '2020-06-26T08:00')).toEqual([])
  })

  it('is not reminded of what the notification about the visit has covered', () => {
    const late = visit('2020-06-10T08:00', { toldAt: local('2020-06-04T10:00') })
    expect(due(late, seat(), '2020-06-05T09:00')).toEqual([])
    expect(due(late, seat(), '2020-06-09T08:30')).toEqual(['T-1'])
    expect(due(visit('2020-06-10T08:00', { toldAt: local('2020-06-09T09:00') }), seat(), '2020-06-09T10:00')).toEqual(
      [],
    )
    expect(due(visit('2020-06-10T08:00', { toldAt: local('2020-06-12T09:00') }), seat(), '2020-06-12T10:00')).toEqual(
      [],
    )
  })

  it('is covered by a letter of the very minute of the step, and by none of a minute before', () => {
    const told = (time: string) => due({ ...facts, toldAt: local(`2020-06-09T${time}`) }, seat(), '2020-06-09T09:00')
    expect([told('08:29'), told('08:30')]).toEqual([['T-1'], []])
  })

  it('is nobody of a visit that has no date any more', () => {
    expect(dueVisits(rules, new Map(), [seat()], local('2020-06-09T08:30'))).toEqual([])
  })

  it('is left in peace on leave, but the only leader by the last steps', () => {
    const absences = [{ fromDay: '2020-06-01', toDay: '2020-06-30' }]
    for (const alone of [false, true]) expect(due(facts, seat({ absences, alone }), '2020-06-03T08:30')).toEqual([])
    expect(due(facts, seat({ absences }), '2020-06-09T08:30')).toEqual([])
    expect(due(facts, seat({ absences }), '2020-06-11T08:30')).toEqual([])
    expect(due(facts, seat({ absences, alone: true }), '2020-06-09T08:30')).toEqual(['T-1'])
    expect(due(facts, seat({ absences, alone: true }), '2020-06-11T08:30')).toEqual(['report'])
  })

  it('is on leave from its first day to its last, both included', () => {
    const away = (fromDay: string, toDay: string) =>
      due(facts, seat({ absences: [{ fromDay, toDay }] }), '2020-06-03T08:30')
    expect([away('2020-06-03', '2020-06-30'), away('2020-05-15', '2020-06-03')]).toEqual([[], []])
    expect([away('2020-06-04', '2020-06-30'), away('2020-05-15', '2020-06-02')]).toEqual([['T-7'], ['T-7']])
  })

  it('gets one after leave, and not two within the hour', () => {
    const absences = [{ fromDay: '2020-06-01', toDay: '2020-06-08' }]
    expect(due(facts, seat({ absences }), '2020-06-09T08:00')).toEqual([])
    expect(due(facts, seat({ absences }), '2020-06-09T08:30')).toEqual(['T-1'])
    expect(
      due(facts, seat({ absences: [{ fromDay: '2020-06-01', toDay: '2020-06-04' }] }), '2020-06-05T08:00'),
    ).toEqual(['T-7'])
  })

  it('is reminded anew of a visit that is moved, and of nothing old when the clock jumps back', () => {
    const moved = visit('2020-06-17T08:00', { toldAt: local('2020-06-05T09:00') })
    expect(due(moved, seat({ planned: planned('T-7', 'T-1') }), '2020-06-10T08:30')).toEqual(['T-7'])
    expect(due(facts, seat({ planned: planned('T-1') }), '2020-06-04T08:30')).toEqual([])
    // A clock that ran ahead past the visit has lost nobody the day before it.
    expect(due(facts, seat({ planned: planned('report') }), '2020-06-09T08:30')).toEqual(['T-1'])
  })
})

describe('what was planned and is about to go out', () => {
  const facts = visit('2020-06-10T08:00')
  const at = (step: DueVisit['step'], now: string, of: Partial<TeamSeat> = {}, more: Partial<VisitFacts> = {}) =>
    standsAt(rules, { ...facts, ...more }, seat(of), step, local(now))

  it('falls out once it has begun, is called off or done, or a later step has come', () => {
    expect(at('T-7', '2020-06-03T10:00')).toBe('due')
    expect(at('T-7', '2020-06-09T08:00')).toBe('over')
    expect(at('T-7', '2020-06-04T08:00', { planned: new Set([visitKey(facts, 'T-1', 'p')]) })).toBe('over')
    expect(at('T-1', '2020-06-10T07:59')).toBe('due')
    expect(at('T-1', '2020-06-10T08:00')).toBe('over')
    for (const state of ['done', 'cancelled']) expect(at('T-1', '2020-06-09T09:00', {}, { state })).toBe('over')
    expect(at('report', '2020-06-11T09:00', {}, { state: 'done' })).toBe('over')
    expect(at('report', '2020-06-26T09:00')).toBe('over')
    expect(at('report', '2020-06-11T09:00', { reports: false })).toBe('over')
  })

  it('falls out where there is no such step: a week before and a day before are one day', () => {
    expect(at('T-7', '2020-01-22T09:00', {}, visit('2020-01-30T08:00', { toldAt: local('2020-01-02T09:00') }))).toBe(
      'over',
    )
  })

  it('still goes out when the clock was set back, and a report is not asked for before the end', () => {
    // A clock that ran ahead past the visit has planned its report.
    expect(at('T-1', '2020-06-09T09:00', { planned: new Set([visitKey(facts, 'report', 'p')]) })).toBe('due')
    expect(at('report', '2020-06-11T08:29')).toEqual({ early: local('2020-06-11T08:30') })
    expect(at('report', '2020-06-11T08:30')).toBe('due')
    expect(at('T-1', '2020-06-05T09:00')).toBe('due')
    expect(at('report', '2020-06-10T09:00')).toEqual({ early: local('2020-06-11T08:30') })
  })

  it('is held back by leave that was entered since', () => {
    const absences = [{ fromDay: '2020-06-01', toDay: '2020-06-30' }]
    expect(at('T-1', '2020-06-09T09:00', { absences })).toBe('over')
    expect(at('T-1', '2020-06-09T09:00', { absences, alone: true })).toBe('due')
    expect(at('T-7', '2020-06-03T09:00', { absences, alone: true })).toBe('over')
  })
})

describe('whatever happens', () => {
  const zones = [zone, 'Europe/Paris', 'America/New_York', 'Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Kathmandu']
  const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2020-01-01', days))
  const time = fc.constantFrom('00:30', '07:00', '08:00', '08:30', '13:30', '23:30')
  const scene = fc.record({
    day,
    time,
    own: fc.constantFrom(...zones),
    reader: fc.constantFrom(...zones),
    hours: fc.integer({ min: 1, max: 80 }),
    told: fc.integer({ min: -20, max: 5 }),
    wakes: fc.array(fc.integer({ min: -25 * 24 * 60, max: 45 * 24 * 60 }), { minLength: 5, maxLength: 60 }),
    leave: fc.option(fc.record({ from: fc.integer({ min: -15, max: 20 }), days: fc.integer({ min: 0, max: 20 }) })),
    alone: fc.boolean(),
    /** After so many wake-ups it is moved by so many days. */
    move: fc.option(fc.record({ after: fc.nat(60), days: fc.integer({ min: -5, max: 9 }) })),
  })

  it('nobody is reminded past the beginning, outside office hours, on leave, or twice for one step', () => {
    fc.assert(
      fc.property(scene, ({ day, time, own, reader, hours, told, wakes, leave, alone, move }) => {
        const starts = toInstant(day, time, own)
        const at = (minutes: number) => new Date(starts.getTime() + minutes * 60_000)
        const lasts = hours * 3_600_000
        let facts: VisitFacts = {
          id: 'v',
          starts,
          ends: new Date(starts.getTime() + lasts),
          state: 'confirmed',
          toldAt: at(told * 1440),
        }
        const absences =
          leave === null ? [] : [{ fromDay: addDays(day, leave.from), toDay: addDays(day, leave.from + leave.days) }]
        const planned = new Set<string>()
        let latest = new Map<string, number>()
        // The clock of a wake-up may be behind that of the one before.
        wakes.forEach((minutes, count) => {
          const now = at(minutes)
          if (move?.after === count) {
            const moved = new Date(starts.getTime() + move.days * 86_400_000)
            facts = { ...facts, starts: moved, ends: new Date(moved.getTime() + lasts), toldAt: now }
            latest = new Map()
          }
          const seats = [seat({ zone: reader, absences, alone, planned })]
          for (const one of dueVisits({ calendar: VIETNAM, zone: own }, new Map([['v', facts]]), seats, now)) {
            const today = dayIn(now, reader)
            const clock = timeIn(now, reader)
            expect(isWorkingDay(VIETNAM, today) && clock >= '08:00' && clock < '17:00').toBe(true)
            if (one.step === 'report') {
              expect(now > facts.ends).toBe(true)
              expect(workingDaysBetween(VIETNAM, dayIn(one.at, reader), today)).toBeLessThanOrEqual(10)
            } else {
              expect(now < facts.starts).toBe(true)
              expect(now.getTime()).toBeGreaterThanOrEqual(one.at.getTime())
            }
            expect(one.at > facts.toldAt).toBe(true)
            const away = absences.some((each) => each.fromDay <= today && today <= each.toDay)
            if (away) expect(alone && one.step !== 'T-7').toBe(true)
            expect(planned.has(one.key)).toBe(false)
            // Never an earlier step after a later one, whatever the clock does.
            const before = latest.get(one.step === 'report' ? 'report' : 'way') ?? Number.NEGATIVE_INFINITY
            expect(one.at.getTime()).toBeGreaterThan(before)
            latest.set(one.step === 'report' ? 'report' : 'way', one.at.getTime())
            planned.add(one.key)
          }
        })
      }),
      { numRuns: runs(800) },
    )
  })

  it('who is awake at each step, at work and told in time gets every one of them', () => {
    fc.assert(
      fc.property(day, time, fc.constantFrom(...zones), fc.constantFrom(...zones), (day, time, own, reader) => {
        const starts = toInstant(day, time, own)
        const ends = new Date(starts.getTime() + 3 * 3_600_000)
        const facts = { id: 'v', starts, ends, state: 'planned', toldAt: new Date(0) }
        const planned = new Set<string>()
        const steps = visitMoments({ calendar: VIETNAM, zone: own }, facts, reader)
        const got = steps.flatMap(({ at }) =>
          dueVisits(
            { calendar: VIETNAM, zone: own },
            new Map([['v', facts]]),
            [seat({ zone: reader, planned })],
            at,
          ).map((one) => {
            planned.add(one.key)
            return one.step
          }),
        )
        expect(got).toEqual(steps.map(({ step }) => step))
        expect(got.slice(-2)).toEqual(['T-1', 'report'])
      }),
      { numRuns: runs(400) },
    )
  })
})
