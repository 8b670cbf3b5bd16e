import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { VOCABULARY } from './plan-vocabulary.ts'
import { understood } from './understood.ts'

const read = (text: string) => understand(text, VOCABULARY)

describe('what was once read wrongly', () => {
  it.each([
    // "sáng" is no "sang": all visits up to tomorrow were shown.
    ['sáng mai đoàn nào đi', 'schedule.show from 2020-06-17 to 2020-06-17'],
    ['sang mai doan nao di', 'schedule.show from 2020-06-17 to 2020-06-17'],
    ['chiều mai đoàn nào đi', 'schedule.show from 2020-06-17 to 2020-06-17'],
    ['sáng thứ hai đoàn nào đi', 'schedule.show from 2020-06-22 to 2020-06-22'],
    ['lịch sáng 22/6', 'schedule.show from 2020-06-22 to 2020-06-22'],
    ['sáng mai tôi đi đâu', 'schedule.show mine from 2020-06-17 to 2020-06-17'],
    ['dời KT-12 sang 8h sáng 22/6', 'visit.check.form KT-12 day 2020-06-22 time 08:00'],
    ['dời KT-12 sang mai', 'visit.check.form KT-12 day 2020-06-17'],
    // Who would read a report got the form that writes one.
    ['xem báo cáo KT-12', 'visit.show KT-12'],
    ['show report KT-12', 'visit.show KT-12'],
    ['xem hủy KT-12', 'visit.show KT-12'],
    ['KT-12 và KT-12', 'visit.show KT-12'],
  ])('%s', (text, expected) => expect(understood(read(text))).toBe(expected))

  it.each(['hủy KT-12 và KT-13', 'reschedule KT-12 and KT-13', 'báo cáo KT-12, KT-13', 'kt-12 kt-13'])(
    'of two visits both are offered, and neither is changed: %s',
    (text) =>
      expect(read(text)).toEqual({
        kind: 'unknown',
        nearest: [12, 13].map((number) => ({ kind: 'visit.show', number })),
      }),
  )

  it.each(['có', 'được', 'rồi', 'nào', 'gì', 'và', 'nhé', 'dạ có'])(
    'a word that only joins is no question: %s',
    (text) => expect(read(text)).toEqual({ kind: 'unknown', nearest: [] }),
  )

  it.each([
    'đồ ngu',
    'bot ngu quá',
    'im đi',
    'hủy đi',
    'hủy hết',
    'hủy tất cả các chuyến',
    'delete everything',
    'cancel all visits',
    'đừng hủy KT-12',
    'không hủy KT-12',
    'có nên hủy KT-12 không',
    'nếu mưa thì hủy KT-12',
    'xem rồi hủy KT-12',
    'hủy KT-999999999999',
    'KT-999999999999',
    'KT-0',
    'dời KT-12 sang 25h',
    'lịch tuần 99',
    'chuyển tiền cho đoàn 3',
    'hủy chuyến bay',
    'hủy nghỉ',
    'I am sick cancel my visits',
    'nhắc trưởng đoàn 3',
    '<script>alert(1)</script>',
    '\u{1F600}',
  ])('is help, and leads to no change: %s', (text) => {
    const reading = read(text)
    if (reading.kind === 'intent') expect(reading.intent.kind).toMatch(/\.(?:show|list)$/)
    else expect(reading.kind).toMatch(/^(?:unknown|no-such-day|ask)$/)
  })

  it.each(['31/06', '30/02/2021', 'tháng 13'])('a day that is none is said to be none: %s', (day) => {
    expect(understood(read(`dời KT-12 sang ${day}`))).toBe(`no such day ${day}`)
    expect(understood(read(`lịch ${day.startsWith('tháng') ? day : `ngày ${day}`}`))).toBe(`no such day ${day}`)
  })
})
