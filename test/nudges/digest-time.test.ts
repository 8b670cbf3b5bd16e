import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDay, isWorkingDay } from '../../src/calendar/calendar.ts'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { addDays, dayIn, timeIn } from '../../src/calendar/zoned.ts'
import { type DigestTime, defaultDigest, digestDay, parseDigestTime } from '../../src/nudges/digest/digest-time.ts'

const zone = 'Asia/Ho_Chi_Minh'
const monday: DigestTime = { weekday: 1, time: '08:00' }
const at = (local: string) => new Date(`${local}:00+07:00`)

it('is set by a weekday and a time within office hours, or is off', () => {
  expect(parseDigestTime('MON 08:00')).toEqual(defaultDigest)
  expect(parseDigestTime(' fri  16:59 ')).toEqual({ weekday: 5, time: '16:59' })
  expect(parseDigestTime('sun 12:00')).toEqual({ weekday: 7, time: '12:00' })
  expect([parseDigestTime('off'), parseDigestTime('OFF')]).toEqual(['off', 'off'])
  for (const wrong of [
    '',
    'MON',
    '08:00',
    'MON 07:59',
    'MON 17:00',
    'MON 8:00',
    'T2 08:00',
    'MON 08:00 x',
    'off 08:00',
  ])
    expect(parseDigestTime(wrong), wrong).toBeUndefined()
  expect(parseDigestTime('MON 10:60')).toBeUndefined()
})

describe('the day of a digest', () => {
  const day = (local: string, setting: DigestTime = monday) => digestDay(VIETNAM, zone, setting, at(local))?.day

  it('is the Monday from its time on, and nothing once it is more than five days old', () => {
    expect(day('2020-06-22T07:59')).toBeUndefined()
    expect(day('2020-06-22T08:00')).toBe('2020-06-22')
    expect(day('2020-06-27T08:00')).toBe('2020-06-22')
    expect(day('2020-06-27T08:01')).toBeUndefined()
  })

  it('moves past days off: the day in lieu of 1 May, National Day, Tết', () => {
    expect(day('2021-05-03T12:00')).toBeUndefined()
    expect(day('2021-05-04T08:00')).toBe('2021-05-04')
    expect(day('2024-09-03T12:00')).toBeUndefined()
    expect(day('2024-09-04T08:00')).toBe('2024-09-04')
    expect(day('2020-01-29T12:00')).toBeUndefined()
    expect(day('2020-01-30T08:00')).toBe('2020-01-30')
  })

  it('that several weeks would give after a long holiday is found from each of them', () => {
    // Off from Monday 3 February to Friday 6 March 2020: five Mondays, all of them moved to the 9th of March.
    const off = Array.from({ length: 33 }, (_, n) => addDays('2020-02-03', n))
    const entry = (day: string): [string, CalendarDay] => [
      day,
      { day, kind: 'holiday', name: 'x', nameEn: 'x', source: 'x' },
    ]
    const calendar = { ...VIETNAM, days: new Map([...VIETNAM.days, ...off.map(entry)]) }
    const found = (local: string) => digestDay(calendar, zone, { weekday: 4, time: '08:00' }, at(local))?.day
    expect(found('2020-03-08T12:00')).toBeUndefined()
    // Monday the 9th: of this week's Thursday nothing has come, of those of the weeks before it has.
    expect(found('2020-03-09T07:59')).toBeUndefined()
    expect(found('2020-03-09T08:00')).toBe('2020-03-09')
  })

  it('is the one that is set, or none', () => {
    expect(day('2020-06-26T16:30', { weekday: 5, time: '16:30' })).toBe('2020-06-26')
    expect(day('2020-06-26T16:29', { weekday: 5, time: '16:30' })).toBeUndefined()
    expect(day('2020-06-22T08:00', 'off')).toBeUndefined()
  })

  it('is always worked, never ahead and never older than five days, wherever the committee sits', () => {
    const instants = fc.date({ min: at('2020-02-10T00:00'), max: at('2027-12-01T00:00'), noInvalidDate: true })
    const zones = fc.constantFrom(zone, 'Europe/Berlin', 'America/New_York', 'Pacific/Apia')
    fc.assert(
      fc.property(instants, zones, fc.integer({ min: 1, max: 7 }), (now, where, weekday) => {
        const due = digestDay(VIETNAM, where, { weekday, time: '09:15' }, now)
        if (due === undefined) return
        expect(isWorkingDay(VIETNAM, due.day)).toBe(true)
        expect([dayIn(due.at, where), timeIn(due.at, where)]).toEqual([due.day, '09:15'])
        expect(due.at <= now && now.getTime() - due.at.getTime() <= 5 * 86_400_000).toBe(true)
      }),
    )
  })
})
