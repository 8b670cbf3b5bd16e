import { expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { speaker } from './blind/judge.ts'

/** What the days and hours of a sentence become in what it leads to. Today is Tuesday 16/06/2020. */
const cases: readonly (readonly [who: string, typed: string, expected: Readonly<Record<string, unknown>>])[] = [
  // When somebody is back says that they were away until the day before.
  ['member', 'off on 25 and 26 June, back Monday', { from: '2020-06-25', to: '2020-06-26' }],
  ['member', "I'm off on 25 June, back on Monday", { from: '2020-06-25', to: '2020-06-28' }],
  ['member', "I'm off wed, back thurs", { from: '2020-06-17', to: '2020-06-17' }],
  ['member', 'nghỉ 25 và 26/6, thứ 2 đi làm lại', { from: '2020-06-25', to: '2020-06-26' }],
  ['member', 'mai nghỉ, thứ 6 đi làm lại', { from: '2020-06-17', to: '2020-06-18' }],
  // Who is off on a day is on leave.
  ['member', 'off 25 June', { kind: 'leave.save.form', from: '2020-06-25', to: '2020-06-25' }],
  ['leader', 'toi vang tu thu 5 toi thu 7 tuan nay', { from: '2020-06-18', to: '2020-06-20' }],
  // A day of a reason is none of the change.
  [
    'leader',
    'Could KT-7 be put to 9 July? The vice chair of the province is abroad until the 8th',
    { day: '2020-07-09', reason: 'The vice chair of the province is abroad until the 8th' },
  ],
  // The hours of both ends.
  [
    'coordinator',
    'team 1 to Bắc Ninh, 8 July 2020, 8.00am, with return on the following day at 4.30pm',
    { day: '2020-07-08', time: '08:00', endDay: '2020-07-09', endTime: '16:30' },
  ],
  [
    'coordinator',
    'đoàn 1 đi Bắc Ninh 8h ngày 8/7, về 16h30 hôm sau',
    { day: '2020-07-08', time: '08:00', endDay: '2020-07-09', endTime: '16:30' },
  ],
  ['coordinator', 'push the strategy deadline back a week', { change: 'extend', plusDays: 7 }],
  ['coordinator', 'put off Bac Kan a day', { shiftDays: 1 }],
]

test.each(cases)('%s: %s', (who, typed, expected) => {
  const meant = understand(typed, speaker(who))
  expect(meant.kind).toBe('intent')
  if (meant.kind !== 'intent') return
  expect(meant.intent).toMatchObject(expected)
  expect(meant.unused ?? []).toEqual([])
})

test('who is named as standing in is not the one who is away', () => {
  const meant = understand('I am away this Thursday and Mr Son will lead instead of me', speaker('leader'))
  expect(meant.kind === 'intent' && meant.intent.kind === 'leave.save.form').toBe(false)
})
