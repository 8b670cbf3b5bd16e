import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildCalendar, type Calendar, isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../src/calendar/zoned.ts'
import { atWork } from '../../src/nudges/ladder/at-work.ts'
import { type DueNudge, dueNudges, ladderSteps, type RoundFacts, type SeatFacts } from '../../src/nudges/ladder/due.ts'
import { defaultLadder, type Ladder } from '../../src/nudges/ladder/ladder.ts'
import { runs } from '../support/runs.ts'

const zone = 'Asia/Ho_Chi_Minh'
const rules = { calendar: VIETNAM, zone }
const local = (text: string) => new Date(`${text}:00+07:00`)
const round = (due: string, more: Partial<RoundFacts> = {}): RoundFacts => ({
  id: 'r',
  dueAt: local(due),
  startsAt: local('2020-01-02T09:00'),
  ladder: defaultLadder,
  takesLate: true,
  ...more,
})
const seat = (more: Partial<SeatFacts> = {}): SeatFacts => ({
  round: 'r',
  person: 'p',
  answered: false,
  zone,
  absences: [],
  planned: new Set(),
  ...more,
})
const due = (facts: RoundFacts, one: SeatFacts, now: string | Date) =>
  dueNudges(rules, new Map([[facts.id, facts]]), [one], typeof now === 'string' ? local(now) : now).map(
    ({ kind, step }) => (kind === 'step' ? step : `snooze ${step}`),
  )
const shown = (facts: RoundFacts, reader = zone) =>
  ladderSteps(rules, facts, reader).map((step) => `${step.step} ${dayIn(step.at, reader)} ${timeIn(step.at, reader)}`)

/** Everything a wake-up at each of these moments would send, each stored as it would be. */
function play(facts: RoundFacts, of: (now: Date) => SeatFacts, times: readonly Date[], calendar: Calendar = VIETNAM) {
  const planned = new Set<string>()
  const sent: (DueNudge & { readonly now: Date })[] = []
  for (const now of times) {
    const found = dueNudges({ calendar, zone }, new Map([[facts.id, facts]]), [{ ...of(now), planned }], now)
    for (const nudge of found) {
      planned.add(nudge.key)
      sent.push({ ...nudge, now })
    }
  }
  return sent
}

describe('the ladder of a deadline', () => {
  it('stands 14, 7, 3 and 1 days before it, on the day, and every second working day after', () => {
    expect(shown(round('2020-06-30T17:00'))).toEqual([
      'T-14 2020-06-16 08:30',
      'T-7 2020-06-23 08:30',
      // 27 June is a Saturday: back to Friday.
      'T-3 2020-06-26 08:30',
      'T-1 2020-06-29 08:30',
      'T-0 2020-06-30 08:30',
      'T+2 2020-07-02 08:30',
      'T+4 2020-07-06 08:30',
      'T+6 2020-07-08 08:30',
      'T+8 2020-07-10 08:30',
      'T+10 2020-07-14 08:30',
    ])
  })

  it('moves back from days off, and of several steps on one day keeps the nearest to the deadline', () => {
    // Monday 4 May 2020: behind it a weekend, 1 May and 30 April.
    expect(shown(round('2020-05-04T17:00', { takesLate: false }))).toEqual([
      'T-14 2020-04-20 08:30',
      'T-7 2020-04-27 08:30',
      'T-1 2020-04-29 08:30',
      'T-0 2020-05-04 08:30',
    ])
  })

  it('ends before an early deadline, and before it for somebody far away', () => {
    expect(shown(round('2020-06-30T08:00', { takesLate: false })).at(-1)).toBe('T-0 2020-06-29 08:30')
    expect(shown(round('2020-06-30T08:30', { takesLate: false })).at(-1)).toBe('T-0 2020-06-29 08:30')
    expect(shown(round('2020-06-30T08:31', { takesLate: false })).at(-1)).toBe('T-0 2020-06-30 08:30')
    // 17:00 in Hà Nội is 06:00 of the same day in New York.
    expect(shown(round('2020-06-30T17:00', { takesLate: false }), 'America/New_York').at(-1)).toBe(
      'T-0 2020-06-29 08:30',
    )
  })

  it('has no overdue step that somebody far away would get before the deadline, or at it', () => {
    // 08:30 of 1 July in Apia is 15:30 of 30 June in New York.
    const steps = (time: string) => {
      const facts = round('2020-06-30T17:00', {
        dueAt: toInstant('2020-06-30', time, 'America/New_York'),
        ladder: { ...defaultLadder, overdueEvery: 1, overdueMost: 2 },
      })
      const all = ladderSteps({ calendar: VIETNAM, zone: 'America/New_York' }, facts, 'Pacific/Apia')
      return all.filter(({ step }) => step.startsWith('T+')).map(({ step }) => step)
    }
    expect(steps('15:29')).toEqual(['T+1', 'T+2'])
    expect(steps('15:30')).toEqual(['T+2'])
    expect(steps('17:00')).toEqual(['T+2'])
  })

  it('passes over Tết: three days before 31/01/2020 is the 28th, and the day before that holiday the 22nd', () => {
    expect(shown(round('2020-01-31T17:00', { takesLate: false })).slice(-3)).toEqual([
      'T-3 2020-01-22 08:30',
      'T-1 2020-01-30 08:30',
      'T-0 2020-01-31 08:30',
    ])
  })
})

describe('who is due', () => {
  const facts = round('2020-06-30T17:00')
  const keyOf = (step: string) => `nudge:r:${facts.dueAt.toISOString()}:p:${step}`

  it('is nudged at the step, not a minute earlier, and once', () => {
    expect(due(facts, seat(), '2020-06-16T08:29')).toEqual([])
    expect(due(facts, seat(), '2020-06-16T08:30')).toEqual(['T-14'])
    expect(due(facts, seat({ planned: new Set([keyOf('T-14')]) }), '2020-06-16T08:31')).toEqual([])
  })

  it('is nudged once by a step that moved back from the deadline itself', () => {
    const early = round('2020-06-30T08:00')
    const told = seat({ planned: new Set([`nudge:r:${early.dueAt.toISOString()}:p:T-0`]) })
    expect(due(early, seat(), '2020-06-29T09:00')).toEqual(['T-0'])
    expect(due(early, told, '2020-06-29T10:00')).toEqual([])
  })

  it('is not nudged for the deadline at the very minute of it', () => {
    const noon = round('2020-06-30T12:00')
    expect(due(noon, seat(), '2020-06-30T11:59')).toEqual(['T-0'])
    expect(due(noon, seat(), '2020-06-30T12:00')).toEqual([])
  })

  it('is never nudged after answering', () => {
    expect(due(facts, seat({ answered: true }), '2020-06-30T08:30')).toEqual([])
  })

  it('gets one message after a long sleep, the latest; and nothing of old when the clock jumps back', () => {
    expect(due(facts, seat(), '2020-06-29T10:00')).toEqual(['T-1'])
    expect(due(facts, seat({ planned: new Set([keyOf('T-1')]) }), '2020-06-24T10:00')).toEqual([])
  })

  it('is not nudged for what the notification about the deadline has covered', () => {
    const late = round('2020-06-30T17:00', { startsAt: local('2020-06-22T10:00') })
    expect(due(late, seat(), '2020-06-22T10:01')).toEqual([])
    expect(due(late, seat(), '2020-06-23T08:30')).toEqual(['T-7'])
  })

  it('waits for the morning where the process slept past office hours, and is overdue past the deadline', () => {
    expect(due(facts, seat(), '2020-06-23T17:00')).toEqual([])
    expect(due(facts, seat(), '2020-06-24T08:00')).toEqual(['T-7'])
    expect(due(facts, seat(), '2020-07-01T09:00')).toEqual([])
    expect(due(facts, seat(), '2020-07-02T09:00')).toEqual(['T+2'])
    expect(due({ ...facts, takesLate: false }, seat(), '2020-07-02T09:00')).toEqual([])
  })

  it('is left in peace on leave, but for the last step', () => {
    const away = seat({ absences: [{ fromDay: '2020-06-20', toDay: '2020-07-05' }] })
    expect(due(facts, away, '2020-06-23T08:30')).toEqual([])
    expect(due(facts, away, '2020-06-29T08:30')).toEqual([])
    expect(due(facts, away, '2020-06-30T08:30')).toEqual(['T-0'])
    expect(due(facts, away, '2020-07-02T08:30')).toEqual([])
    expect(due(facts, away, '2020-07-06T08:30')).toEqual(['T+4'])
  })

  it('is on leave from its first day to its last, both included, and is due the same morning once it is over', () => {
    const away = (fromDay: string, toDay: string) =>
      due(facts, seat({ absences: [{ fromDay, toDay }] }), '2020-06-23T08:30')
    expect(away('2020-06-23', '2020-06-30')).toEqual([])
    expect(away('2020-06-15', '2020-06-23')).toEqual([])
    expect(away('2020-06-23', '2020-06-23')).toEqual([])
    expect(away('2020-06-24', '2020-06-30')).toEqual(['T-7'])
    expect(away('2020-06-15', '2020-06-22')).toEqual(['T-7'])
  })

  it('is reminded on the morning that they asked for, and never past the last step', () => {
    const later = seat({ snoozedUntil: '2020-06-24', planned: new Set([keyOf('T-14')]) })
    expect(due(facts, later, '2020-06-23T08:30')).toEqual([])
    expect(due(facts, later, '2020-06-24T08:30')).toEqual(['snooze 2020-06-24'])
    const reminded = { ...later, planned: new Set([keyOf('2020-06-24')]) }
    expect(due(facts, reminded, '2020-06-24T09:00')).toEqual([])
    expect(due(facts, reminded, '2020-06-26T08:30')).toEqual(['T-3'])
    expect(due(facts, seat({ snoozedUntil: '2020-07-20' }), '2020-06-30T08:30')).toEqual(['T-0'])
  })

  it('put off to a day off is reminded on the working day after it, and on the day of a step by that step', () => {
    const nudged = new Set([keyOf('T-14')])
    expect(due(facts, seat({ snoozedUntil: '2020-06-20', planned: nudged }), '2020-06-22T08:29')).toEqual([])
    expect(due(facts, seat({ snoozedUntil: '2020-06-20', planned: nudged }), '2020-06-22T08:30')).toEqual([
      'snooze 2020-06-22',
    ])
    expect(due(facts, seat({ snoozedUntil: '2020-06-26', planned: nudged }), '2020-06-26T08:30')).toEqual(['T-3'])
  })

  it('has put nothing off past the deadline, and nothing of a deadline that was set after that morning', () => {
    expect(due(facts, seat({ snoozedUntil: '2020-07-20' }), '2020-07-02T08:30')).toEqual(['T+2'])
    const moved = { ...facts, startsAt: local('2020-06-25T10:00') }
    expect(due(moved, seat({ snoozedUntil: '2020-06-24' }), '2020-06-25T11:00')).toEqual([])
    expect(due(moved, seat({ snoozedUntil: '2020-06-26' }), '2020-06-25T11:00')).toEqual([])
    expect(
      due({ ...facts, startsAt: local('2020-06-24T08:30') }, seat({ snoozedUntil: '2020-06-24' }), '2020-06-24T09:00'),
    ).toEqual([])
  })

  it('has put nothing off past the last step, though the deadline was set after that one', () => {
    const early = { ...facts, ladder: { ...defaultLadder, before: [7] }, startsAt: local('2020-06-24T09:00') }
    expect(due(early, seat({ snoozedUntil: '2020-06-26' }), '2020-06-26T08:30')).toEqual([])
  })

  it('has the latest step that had come once that morning is there, when it was a step that was put off', () => {
    // Nobody was awake on the morning itself: the later step says what it would.
    expect(due(facts, seat({ snoozedUntil: '2020-06-24' }), '2020-06-26T09:00')).toEqual(['T-3'])
  })

  it('as a successor gets the steps after the request to them, and after a deadline that was moved since', () => {
    const asked = seat({ askedAt: local('2020-06-22T10:00') })
    expect(due(facts, asked, '2020-06-22T11:00')).toEqual([])
    expect(due(facts, asked, '2020-06-23T08:30')).toEqual(['T-7'])
    expect(due(facts, seat({ askedAt: local('2020-06-23T08:30') }), '2020-06-23T09:00')).toEqual([])
    expect(due({ ...facts, startsAt: local('2020-06-24T10:00') }, asked, '2020-06-24T11:00')).toEqual([])
  })

  it('gets one after leave, at 08:00, unless a step comes that same day, before the deadline and past it', () => {
    const away = (toDay: string) => seat({ absences: [{ fromDay: '2020-06-15', toDay }] })
    expect(due(facts, away('2020-06-23'), '2020-06-24T08:00')).toEqual(['T-7'])
    expect(due(facts, away('2020-06-22'), '2020-06-23T08:00')).toEqual([])
    expect(due(facts, away('2020-06-22'), '2020-06-23T08:30')).toEqual(['T-7'])
    expect(due(facts, away('2020-07-02'), '2020-07-03T08:00')).toEqual(['T+2'])
    expect(due(facts, away('2020-07-05'), '2020-07-06T08:00')).toEqual([])
    expect(due(facts, away('2020-07-05'), '2020-07-06T08:30')).toEqual(['T+4'])
  })

  it('has the last step before the deadline, though an overdue one would come on the same day of theirs', () => {
    // 21:15 of 30 June in New York is 08:15 of 1 July in Hà Nội, where the first overdue step comes at 08:30.
    const ladder = { ...defaultLadder, overdueEvery: 1 }
    const west = round('2020-07-01T08:15', { ladder })
    const now = local('2020-07-01T08:10')
    const newYork = { calendar: VIETNAM, zone: 'America/New_York' }
    expect(dueNudges(newYork, new Map([['r', west]]), [seat()], now).map(({ step }) => step)).toEqual(['T-0'])
  })

  it('is nobody of a round that takes no answers', () => {
    expect(dueNudges(rules, new Map(), [seat()], local('2020-06-23T08:30'))).toEqual([])
  })

  it('has lost no last step by what a clock that ran ahead sent past the deadline', () => {
    const ahead = seat({ planned: new Set([keyOf('T+2')]) })
    expect(due(facts, ahead, '2020-06-30T08:30')).toEqual(['T-0'])
    expect(due(facts, ahead, '2020-06-29T09:00')).toEqual([])
    expect(due(facts, seat({ planned: new Set([keyOf('T-0'), keyOf('T+2')]) }), '2020-06-30T09:00')).toEqual([])
  })

  it('is not nudged anew when the ladder loses a step that was sent', () => {
    const ladder = { ...defaultLadder, before: [10, 0] }
    const changed = { ...facts, ladder }
    expect(due(changed, seat({ planned: new Set([keyOf('T-7')]) }), '2020-06-24T08:30')).toEqual([])
    // T-3 went out on Friday the 26th, on which T-4 of the new ladder falls; Monday's T-1 is a later step.
    const nearer = { ...facts, ladder: { ...defaultLadder, before: [4, 1] } }
    expect(due(nearer, seat({ planned: new Set([keyOf('T-3')]) }), '2020-06-26T09:00')).toEqual([])
    expect(due(nearer, seat({ planned: new Set([keyOf('T-3')]) }), '2020-06-29T09:00')).toEqual(['T-1'])
    // T-10 was the Saturday, and went out on the Friday, on which T-11 falls; it covers nothing later.
    const longer = { ...facts, ladder: { ...defaultLadder, before: [11, 7, 0] } }
    expect(due(longer, seat({ planned: new Set([keyOf('T-10')]) }), '2020-06-19T09:00')).toEqual([])
    expect(due(longer, seat({ planned: new Set([keyOf('T-10')]) }), '2020-06-23T09:00')).toEqual(['T-7'])
    expect(due(facts, seat({ planned: new Set([keyOf('T+3')]) }), '2020-07-03T09:00')).toEqual([])
    expect(due(facts, seat({ planned: new Set([keyOf('T+3')]) }), '2020-07-06T09:00')).toEqual(['T+4'])
    // A key that says no day of any ladder covers nothing, and neither does that of somebody else.
    for (const name of ['xT+3', 'T+3x', 'T+1000', '2020-06-31', ''])
      expect(due(facts, seat({ planned: new Set([keyOf(name)]) }), '2020-07-03T09:00'), name).toEqual(['T+2'])
  })

  it('has a new ladder when the deadline is moved', () => {
    const moved = { ...facts, dueAt: local('2020-07-07T17:00'), startsAt: local('2020-06-29T10:00') }
    const before = seat({ planned: new Set([keyOf('T-0'), keyOf('T-1')]) })
    expect(due(moved, before, '2020-06-29T10:01')).toEqual([])
    expect(due(moved, before, '2020-06-30T08:30')).toEqual(['T-7'])
  })
})

const zones = [zone, 'Europe/Paris', 'America/New_York', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC']
const day = fc.integer({ min: 0, max: 366 * 7 }).map((count) => addDays('2020-01-20', count))
const ladder: fc.Arbitrary<Ladder> = fc.record({
  before: fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 })
    .map((list) => list.sort((a, b) => b - a)),
  overdueEvery: fc.integer({ min: 1, max: 5 }),
  overdueMost: fc.integer({ min: 0, max: 5 }),
  escalateAfter: fc.constant(5),
  at: fc.constantFrom('08:00', '08:30', '12:15', '16:30'),
})
/** The country's calendar with a few more days off and Saturdays worked, as a decree might. */
const decree = fc.array(fc.tuple(day, fc.boolean()), { maxLength: 12 })
const decreed = (extra: readonly (readonly [string, boolean])[]) => {
  const days = new Map(VIETNAM.days)
  for (const [at, off] of extra)
    days.set(at, { day: at, kind: off ? 'holiday' : 'makeUpWork', name: 'x', nameEn: 'x', source: 'x' })
  return buildCalendar('x', { from: VIETNAM.from, to: VIETNAM.to }, [...days.values()])
}
const tale = fc.record({
  dueDay: day,
  time: fc.constantFrom('00:30', '08:00', '08:31', '12:00', '17:00', '23:59'),
  opened: fc.integer({ min: 0, max: 20 * 24 }),
  ladder,
  decree,
  takesLate: fc.boolean(),
  reader: fc.constantFrom(...zones),
  answered: fc.option(fc.integer({ min: -20 * 24, max: 9 * 24 })),
  leave: fc.option(fc.tuple(fc.integer({ min: -20, max: 6 }), fc.integer({ min: 0, max: 25 }))),
  snooze: fc.option(fc.tuple(fc.integer({ min: -20 * 24, max: 0 }), fc.constantFrom(1, 3))),
})
type Tale = typeof tale extends fc.Arbitrary<infer T> ? T : never
const storyOf = ({ dueDay, time, opened, leave, snooze, answered, ...rest }: Tale) => {
  const dueAt = toInstant(dueDay, time, zone)
  const hours = (count: number) => new Date(dueAt.getTime() + count * 3_600_000)
  const facts: RoundFacts = {
    id: 'r',
    dueAt,
    startsAt: hours(-opened),
    ladder: rest.ladder,
    takesLate: rest.takesLate,
  }
  const absences =
    leave === null ? [] : [{ fromDay: addDays(dueDay, leave[0]), toDay: addDays(dueDay, leave[0] + leave[1]) }]
  const answeredAt = answered === null ? undefined : hours(answered)
  const of = (now: Date): SeatFacts => ({
    ...seat({ zone: rest.reader, absences }),
    answered: answeredAt !== undefined && now >= answeredAt,
    ...(snooze !== null && now >= hours(snooze[0])
      ? { snoozedUntil: addDays(dayIn(hours(snooze[0]), rest.reader), snooze[1]) }
      : {}),
  })
  const ticks = Array.from({ length: opened + 9 * 24 }, (_, hour) => hours(hour - opened))
  return { facts, of, ticks, answeredAt, calendar: decreed(rest.decree), reader: rest.reader }
}

describe('whatever the rounds, answers, leaves, calendars and clocks', () => {
  it('nobody is nudged after answering, twice for one key, outside office hours or on a day off', () => {
    fc.assert(
      fc.property(tale, fc.array(fc.nat(5000), { maxLength: 60 }), (one, picks) => {
        const told = storyOf(one)
        // A clock that sleeps, and sometimes jumps back.
        const ticks = picks.length === 0 ? told.ticks : picks.flatMap((at) => told.ticks[at % told.ticks.length] ?? [])
        const sent = play(told.facts, told.of, ticks, told.calendar)
        expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length)
        for (const { now, at } of sent) {
          if (told.answeredAt !== undefined) expect(now.getTime()).toBeLessThan(told.answeredAt.getTime())
          expect(isWorkingDay(told.calendar, dayIn(now, told.reader))).toBe(true)
          const time = timeIn(now, told.reader)
          expect(time >= '08:00' && time < '17:00').toBe(true)
          expect(at.getTime()).toBeLessThanOrEqual(now.getTime())
        }
      }),
      { numRuns: runs(150) },
    )
  })

  it('the last step is never lost while the clock goes on, on leave and with a snooze too', () => {
    fc.assert(
      fc.property(tale, (one) => {
        const told = storyOf(one)
        const last = ladderSteps({ calendar: told.calendar, zone }, told.facts, told.reader).find((step) => step.last)
        if (last === undefined) throw new Error('a ladder without a last step')
        expect(last.at.getTime()).toBeLessThan(told.facts.dueAt.getTime())
        const missed = !told.ticks.some(
          (tick) =>
            tick >= last.at &&
            tick < told.facts.dueAt &&
            last.at > told.facts.startsAt &&
            atWork(told.calendar, told.reader, tick) &&
            !told.of(tick).answered,
        )
        const sent = play(told.facts, told.of, told.ticks, told.calendar)
        expect(sent.filter((nudge) => nudge.last)).toHaveLength(missed ? 0 : 1)
      }),
      { numRuns: runs(80) },
    )
  })

  it('a longer sleep never sends more', () => {
    fc.assert(
      fc.property(tale, fc.nat(1000), fc.integer({ min: 1, max: 400 }), (one, from, length) => {
        const told = storyOf(one)
        const asleep = (at: number) => at >= from % told.ticks.length && at < (from % told.ticks.length) + length
        const awake = play(told.facts, told.of, told.ticks, told.calendar)
        const slept = play(
          told.facts,
          told.of,
          told.ticks.filter((_, at) => !asleep(at)),
          told.calendar,
        )
        expect(slept.length).toBeLessThanOrEqual(awake.length)
      }),
      { numRuns: runs(40) },
    )
  })

  it('what is due does not depend on whom else it is asked for', () => {
    fc.assert(
      fc.property(fc.array(tale, { minLength: 2, maxLength: 5 }), fc.nat(2000), (tales, at) => {
        const stories = tales.map(storyOf)
        const now = stories[0]?.ticks[at % (stories[0]?.ticks.length ?? 1)] ?? new Date(0)
        const all = stories.map((told, n) => ({
          round: { ...told.facts, id: `r${n}` },
          seat: { ...told.of(now), round: `r${n}` },
        }))
        const rounds = new Map(all.map((one) => [one.round.id, one.round]))
        const together = dueNudges(
          rules,
          rounds,
          all.map((one) => one.seat),
          now,
        )
        const apart = all.flatMap((one) => dueNudges(rules, rounds, [one.seat], now))
        expect(together).toEqual(apart)
      }),
      { numRuns: runs(60) },
    )
  })
})
