import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import type { RoundFacts } from '../../src/nudges/ladder/due.ts'
import { defaultLadder } from '../../src/nudges/ladder/ladder.ts'
import { putOffs, putOffTo } from '../../src/nudges/ladder/put-offs.ts'

const zone = 'Asia/Ho_Chi_Minh'
const at = (local: string) => new Date(`${local}:00+07:00`)
const round: RoundFacts = {
  id: 'r',
  dueAt: at('2020-06-30T17:00'),
  startsAt: at('2020-06-01T09:00'),
  ladder: defaultLadder,
  takesLate: true,
}
const offered = (now: string, reader = zone, facts = round) =>
  [...putOffs({ calendar: VIETNAM, zone }, facts, reader, at(now))].map(
    ([days, { untilDay, last }]) => `${days}: ${untilDay}${last ? ' last' : ''}`,
  )

describe('[Hoãn lời nhắc]', () => {
  it('puts off by one day or three, to a working day', () => {
    expect(offered('2020-06-16T09:00')).toEqual(['1: 2020-06-17', '3: 2020-06-19'])
    // From a Friday both come to the Monday.
    expect(offered('2020-06-19T09:00')).toEqual(['1: 2020-06-22', '3: 2020-06-22'])
  })

  it('never reaches past the last step before the deadline, and says where it ends there', () => {
    expect(offered('2020-06-26T09:00')).toEqual(['1: 2020-06-29', '3: 2020-06-29'])
    expect(offered('2020-06-28T09:00')).toEqual(['1: 2020-06-29', '3: 2020-06-30 last'])
    expect(offered('2020-06-29T09:00')).toEqual(['1: 2020-06-30 last', '3: 2020-06-30 last'])
  })

  it('is not offered on the day of the last step or after it', () => {
    expect(offered('2020-06-30T00:00')).toEqual([])
    expect(offered('2020-06-30T08:30')).toEqual([])
    expect(offered('2020-07-02T09:00')).toEqual([])
  })

  it('goes by the reader’s own calendar', () => {
    // 17:00 in Hà Nội is 06:00 in New York, whose last step is therefore that of the 29th; it is eleven hours behind.
    expect(offered('2020-06-28T09:00', 'America/New_York')).toEqual(['1: 2020-06-29 last', '3: 2020-06-29 last'])
    expect(offered('2020-06-29T10:59', 'America/New_York')).toEqual(['1: 2020-06-29 last', '3: 2020-06-29 last'])
    expect(offered('2020-06-29T11:00', 'America/New_York')).toEqual([])
  })
})

describe('“nhắc tôi” until a day', () => {
  const to = (now: string, until: string, reader = zone) =>
    putOffTo({ calendar: VIETNAM, zone }, round, reader, at(now), { until })

  it('comes on that day, or on the working day after it', () => {
    expect(to('2020-06-16T09:00', '2020-06-24')).toEqual({ untilDay: '2020-06-24', last: false })
    expect(to('2020-06-16T09:00', '2020-06-20')).toEqual({ untilDay: '2020-06-22', last: false })
  })

  it('never reaches past the last step, however far the day is', () => {
    for (const until of ['2020-06-30', '2020-07-20', '9999-12-31'])
      expect(to('2020-06-16T09:00', until), until).toEqual({ untilDay: '2020-06-30', last: true })
    // On the Saturday before it, a day of that weekend comes to the Monday.
    expect(to('2020-06-26T09:00', '2020-06-28')).toEqual({ untilDay: '2020-06-29', last: false })
    expect(to('2020-06-26T09:00', '2020-06-29', 'America/New_York')).toEqual({ untilDay: '2020-06-29', last: true })
  })

  it('is none for a day that is not to come on the reader’s calendar, nor from the day of the last step on', () => {
    expect(to('2020-06-17T09:00', '2020-06-16')).toBeUndefined()
    expect(to('2020-06-17T09:00', '2020-06-17')).toBeUndefined()
    expect(to('2020-06-17T09:00', '2020-06-17', 'America/New_York')).toBeDefined()
    expect(to('2020-06-30T00:00', '2020-07-01')).toBeUndefined()
  })
})
