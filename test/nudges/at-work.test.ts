import { describe, expect, it } from 'vitest'
import { VIETNAM } from '../../src/calendar/vietnam.ts'
import { atWork, nextAtWork, officeHold } from '../../src/nudges/ladder/at-work.ts'

const zone = 'Asia/Ho_Chi_Minh'
const hanoi = (local: string) => new Date(`${local}:00+07:00`)

describe('office hours, as docs/nudging.md has them', () => {
  it('are 08:00 to 17:00 on the reader’s clocks', () => {
    const at = (time: string, reader = zone) => atWork(VIETNAM, reader, hanoi(`2020-06-16T${time}`))
    expect(['07:59', '08:00', '16:59', '17:00'].map((time) => at(time))).toEqual([false, true, true, false])
    // Berlin is five hours behind.
    expect(['12:59', '13:00', '21:59', '22:00'].map((time) => at(time, 'Europe/Berlin'))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('are on working days of the committee’s calendar: no weekend and no holiday, but a worked Saturday', () => {
    const at = (day: string) => atWork(VIETNAM, zone, hanoi(`${day}T10:00`))
    expect(['2020-06-19', '2020-06-20', '2020-06-21', '2020-09-02', '2024-05-04'].map(at)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ])
    // It is Saturday in Hà Nội, and still Friday in New York.
    expect(atWork(VIETNAM, 'America/New_York', hanoi('2020-06-20T01:00'))).toBe(true)
  })

  it.each([
    // In the morning of a working day: that day. Else the next working day.
    ['2020-06-16T07:59', '2020-06-16T08:00'],
    ['2020-06-16T00:00', '2020-06-16T08:00'],
    ['2020-06-16T17:00', '2020-06-17T08:00'],
    ['2020-06-19T17:00', '2020-06-22T08:00'],
    ['2020-06-20T06:00', '2020-06-22T08:00'],
    ['2020-06-20T10:00', '2020-06-22T08:00'],
    ['2020-01-22T20:00', '2020-01-30T08:00'],
  ])('from %s on begin next at %s, and until then a message waits', (now, next) => {
    expect(nextAtWork(VIETNAM, zone, hanoi(now))).toEqual(hanoi(next))
    expect(officeHold(VIETNAM, zone, hanoi(now))).toEqual({ wait: hanoi(next), why: 'outside office hours' })
  })

  it('hold back no message while they last', () => {
    expect(officeHold(VIETNAM, zone, hanoi('2020-06-16T08:00'))).toBeUndefined()
    expect(officeHold(VIETNAM, zone, hanoi('2020-06-16T16:59'))).toBeUndefined()
  })
})
