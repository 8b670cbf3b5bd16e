import { describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Message } from '../../src/contract/message.ts'
import { Invalid } from '../../src/contract/refusal.ts'
import { readForm } from '../../src/conversation/form-values.ts'
import { vi } from '../../src/texts/vi.ts'
import { isCarried } from '../../src/visits/carried.ts'
import { givenOf, readTimes } from '../../src/visits/changes/visit-terms.ts'
import { readMove, timeFields } from '../../src/visits/move-requests/move-times.ts'
import type { Visit } from '../../src/visits/visits.ts'
import { at } from '../support/visits.ts'

const zone = 'Asia/Ho_Chi_Minh'
const none = { starts: null, ends: null }
const day = '2020-06-22'
const time = '08:00'
const starts = at('2020-06-22T08:00')

describe('the times of a visit', () => {
  const read = (given: Parameters<typeof readTimes>[0]) => readTimes(given, zone, vi)

  it('may all be left out, and without an end none is stated', () => {
    expect(read({})).toEqual({ ...none, problems: {} })
    expect(read({ day: '', time: '', endDay: '', endTime: '' })).toEqual({ ...none, problems: {} })
    expect(read({ day, time })).toEqual({ starts, ends: null, problems: {} })
  })

  it('need a day where anything else is given, and a day its time', () => {
    for (const given of [{ time }, { endDay: day }, { endTime: time }])
      expect(read(given)).toEqual({ ...none, problems: { day: vi.visits.needsDay } })
    expect(read({ day })).toEqual({ ...none, problems: { time: vi.visits.needsTime } })
    expect(read({ day, endTime: '09:00' })).toEqual({ ...none, problems: { time: vi.visits.needsTime } })
  })

  it('end on the first day where only the hour of the end is given; a day alone is no end', () => {
    expect(read({ day, time, endTime: '11:30' })).toEqual({ starts, ends: at('2020-06-22T11:30'), problems: {} })
    expect(read({ day, time, endDay: '2020-06-23', endTime: '11:30' }).ends).toEqual(at('2020-06-23T11:30'))
    expect(read({ day, time, endDay: day })).toEqual({
      starts,
      ends: null,
      problems: { endTime: vi.visits.needsEndTime },
    })
  })

  it('end after they begin; it is told at the field that was filled in', () => {
    expect(read({ day, time, endTime: time }).problems).toEqual({ endTime: vi.visits.endsBefore })
    expect(read({ day, time, endDay: '2020-06-21', endTime: '09:00' }).problems).toEqual({
      endDay: vi.visits.endsBefore,
    })
    expect(read({ day, time, endTime: '08:01' }).problems).toEqual({})
  })

  it('take a month at most, the day at whose midnight they end not counted', () => {
    const problems = (endDay: string, endTime: string) => read({ day, time, endDay, endTime }).problems
    expect(problems('2020-07-22', '23:59')).toEqual({})
    expect(problems('2020-07-23', '00:00')).toEqual({})
    expect(problems('2020-07-23', '00:01')).toEqual({ endDay: vi.visits.tooLong(31) })
  })
})

const visit: Pick<Visit, 'starts' | 'ends' | 'place' | 'note'> = { ...none, place: null, note: null }

it('a form shows what is stored, and the day of the end only where it is another', () => {
  const shown = { day: undefined, time: undefined, endDay: undefined, endTime: undefined }
  expect(givenOf(visit, zone)).toEqual({ ...shown, place: undefined, note: undefined })
  expect(givenOf({ starts, ends: at('2020-06-22T11:30'), place: 'Hà Nội', note: 'Mang hồ sơ' }, zone)).toEqual({
    ...shown,
    day,
    time,
    endTime: '11:30',
    place: 'Hà Nội',
    note: 'Mang hồ sơ',
  })
  expect(givenOf({ ...visit, starts, ends: at('2020-06-23T11:30') }, zone)).toMatchObject({
    endDay: '2020-06-23',
    endTime: '11:30',
  })
})

/** A whole row. */
const row = (more: Partial<Visit>): Visit => ({
  id: 'v',
  number: 1,
  liveKey: null,
  year: 2020,
  teamId: 't1',
  unitId: 'byt',
  state: 'planned',
  report: null,
  revision: 1,
  sequence: 0,
  changedAt: starts,
  team: { key: '1', name: 'Đoàn 1' },
  unit: { name: 'Bộ Y tế' },
  ...visit,
  ...more,
})

describe('the form that asks for another time begins', () => {
  const ends = at('2020-06-22T11:30')
  const own = { day, time, endDay: '', endTime: '11:30' }

  it('with the visit’s own times, where none were typed or none that exist', () => {
    expect(timeFields(zone, row({ starts, ends }), {})).toEqual(own)
    expect(timeFields(zone, row({ starts, ends }), { day: '2020-06-31', time: '25:00' })).toEqual(own)
    expect(timeFields(zone, row({ starts }), {})).toEqual({ ...own, endTime: '' })
  })

  it('with what was typed, and the visit stays as long as it was', () => {
    expect(timeFields(zone, row({ starts, ends }), { day: '2020-06-24' })).toEqual({ ...own, day: '2020-06-24' })
    expect(timeFields(zone, row({ starts, ends }), { time: '14:00' })).toEqual({
      ...own,
      time: '14:00',
      endTime: '17:30',
    })
    expect(timeFields(zone, row({ starts, ends }), { day: '2020-06-24', time: '22:00' })).toEqual({
      day: '2020-06-24',
      time: '22:00',
      endDay: '2020-06-25',
      endTime: '01:30',
    })
  })

  it('with the half that was typed of a visit without a date', () => {
    expect(timeFields(zone, row({ ends }), { day, time })).toEqual({ day, time, endDay: '', endTime: '' })
    expect(timeFields(zone, row({}), {})).toEqual({ day: '', time: '', endDay: '', endTime: '' })
    expect(timeFields(zone, row({}), { day })).toEqual({ day, time: '', endDay: '', endTime: '' })
    expect(timeFields(zone, row({}), { time })).toEqual({ day: '', time, endDay: '', endTime: '' })
    expect(timeFields(zone, row({}), { day, time })).toEqual({ day, time, endDay: '', endTime: '' })
  })
})

describe('the new time that is asked for', () => {
  const now = at('2020-06-16T08:00')
  /** What is read, or what is wrong by field. */
  function read(values: Readonly<Record<string, string>>) {
    try {
      return readMove(readForm(values, vi), { texts: vi, zone, now })
    } catch (error) {
      if (error instanceof Invalid) return error.reply.fields
      throw error
    }
  }

  it('is read on the committee’s clocks', () => {
    expect(read({ day, time })).toEqual({ starts, ends: null })
    expect(read({ day, time, endDay: '2020-06-23', endTime: '11:30' })).toEqual({
      starts,
      ends: at('2020-06-23T11:30'),
    })
  })

  it('must be given, exist and end after it begins', () => {
    expect(read({})).toEqual({ day: vi.errors.required, time: vi.errors.required })
    expect(read({ day: '2020-06-31', time: '8', endDay: 'mai', endTime: '24:00' })).toEqual({
      day: vi.errors.badDay,
      time: vi.errors.badTime,
      endDay: vi.errors.badDay,
      endTime: vi.errors.badTime,
    })
    expect(read({ day, time, endTime: '07:00' })).toEqual({ endTime: vi.visits.endsBefore })
  })

  it('must be to come', () => {
    expect(read({ day: '2020-06-16', time })).toEqual({ day: vi.moves.past })
    expect(read({ day: '2020-06-16', time: '08:01' })).toEqual({ starts: at('2020-06-16T08:01'), ends: null })
  })

  it('that is read too long is told so at its field', () => {
    const tooLong = vi.errors.tooLong
    expect(read({ day: `${day}T08:00`, time: '08:00:00', endDay: `${day}T08:00`, endTime: '08:00:00' })).toEqual({
      day: tooLong(16, 10),
      time: tooLong(8, 5),
      endDay: tooLong(16, 10),
      endTime: tooLong(8, 5),
    })
  })
})

describe('words are carried by the buttons of a message', () => {
  const message = (...intents: readonly Intent[]): Message => ({
    text: 't',
    blocks: [
      { kind: 'text', text: 'x'.repeat(5000) },
      {
        kind: 'buttons',
        buttons: [
          { label: 'l', url: `https://example.org/${'x'.repeat(3000)}` },
          ...intents.map((intent) => ({ label: 'l', intent })),
        ],
      },
    ],
  })
  const typed = (length: number): Intent => ({ kind: 'opinion.type', item: 'ND', body: 'x'.repeat(length) })
  const longest = 2000 - JSON.stringify(typed(0)).length

  it('as far as each intent fits into a button, as JSON', () => {
    expect(isCarried({ text: 't' })).toBe(true)
    expect(isCarried(message())).toBe(true)
    expect(isCarried(message(typed(longest)))).toBe(true)
    expect(isCarried(message(typed(longest + 1)))).toBe(false)
    expect(isCarried(message(typed(1), typed(longest + 1)))).toBe(false)
  })

  it('only where the intent would be taken when it comes back', () => {
    expect(isCarried(message({ kind: 'item.show', item: 'x'.repeat(1500) }))).toBe(false)
  })
})
