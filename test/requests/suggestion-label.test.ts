import { describe, expect, test } from 'vitest'
import { Intent } from '../../src/contract/intent.ts'
import { BY_PRESS, isSaid, suggestionLabel } from '../../src/requests/suggestion-label.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { TYPED_AS } from '../understand/typed-as.ts'

const unit = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'
const names = {
  units: [
    { id: unit, name: 'Bộ Y tế' },
    { id: other, name: 'Bộ Lao động - Thương binh và Xã hội' },
  ],
  teams: [{ key: '3', name: 'Đoàn công tác số 3' }],
}

const label = (t: typeof vi, intent: Intent, asked?: number): string => {
  if (!isSaid(intent)) throw new Error(`no sentence leads to ${intent.kind}`)
  return suggestionLabel(t, intent, names, asked)
}

const SAID: readonly (readonly [Intent, string, string])[] = [
  [
    { kind: 'round.propose.form', item: 'ND-DLCN', day: '2020-06-26', time: '17:00', version: 3 },
    'Mở đợt lấy ý kiến ND-DLCN, bản 3, hạn 26/06/2020 17:00',
    'Open a round on ND-DLCN, version 3, due 26 June 2020 17:00',
  ],
  [
    { kind: 'round.change.form', item: 'ND-DLCN', change: 'withdraw' },
    'Thu hồi đợt lấy ý kiến ND-DLCN',
    'Withdraw the round on ND-DLCN',
  ],
  [
    { kind: 'round.change.form', item: 'ND-DLCN', change: 'extend', plusWorkingDays: 3, reason: 'nghỉ lễ' },
    'Gia hạn đợt lấy ý kiến ND-DLCN, thêm 3 ngày làm việc, lý do: nghỉ lễ',
    'Extend the round on ND-DLCN, by 3 working days, reason: nghỉ lễ',
  ],
  [
    { kind: 'schedule.show', team: '3', from: '2020-06-22', to: '2020-06-28' },
    'Lịch Đoàn công tác số 3, 22/06–28/06/2020',
    'Schedule: Inspection team 3, 22 June–28 June 2020',
  ],
  [
    { kind: 'reminder.preview', item: 'ND-DLCN', people: ['Bộ Tài chính', 'Bộ Nội vụ'] },
    'Nhắc Bộ Tài chính, Bộ Nội vụ về ND-DLCN',
    'Remind Ministry of Finance, Ministry of Home Affairs about ND-DLCN',
  ],
  [
    { kind: 'visit.check.form', number: 12, day: '2020-06-22', time: '08:00', endTime: '11:30' },
    'Đổi lịch KT-12, 22/06/2020 08:00–11:30',
    'Move KT-12, 22 June 2020 08:00–11:30',
  ],
  [
    { kind: 'visit.check.form', unit, team: '3', shiftDays: 2 },
    'Xếp lịch kiểm tra Bộ Y tế, Đoàn công tác số 3, lùi 2 ngày',
    'Plan the visit to the Ministry of Health, Inspection team 3, 2 days later',
  ],
  [
    { kind: 'record.save.form', item: 'ND-DLCN', named: 'BTC', position: 'agree' },
    'Ghi ý kiến thay BTC, ND-DLCN, đồng ý',
    'Record the opinion of BTC on ND-DLCN, agree',
  ],
  [
    { kind: 'nudge.snooze.form', item: 'ND-DLCN', until: '2020-06-26' },
    'Hoãn lời nhắc về ND-DLCN, đến 26/06/2020',
    'Postpone reminders about ND-DLCN, until 26 June 2020',
  ],
  [{ kind: 'nudge.snooze.form', days: 3 }, 'Hoãn lời nhắc, thêm 3 ngày', 'Postpone reminders, by 3 days'],
  [
    { kind: 'leave.save.form', named: 'anh Bình', from: '2020-06-25', to: '2020-06-30' },
    'Nhập ngày nghỉ của anh Bình, 25/06–30/06/2020',
    'Enter leave of anh Bình, 25 June–30 June 2020',
  ],
]

test.each(SAID)('says what a press on it does: %j', (intent, inVietnamese, inEnglish) => {
  expect([label(vi, intent), label(en, intent)]).toEqual([inVietnamese, inEnglish])
})

test('says how many people a round asks that it ends, and of no other change', () => {
  const of = (change: 'withdraw' | 'extend') => ({ kind: 'round.change.form', item: 'ND-DLCN', change }) as const
  expect(label(vi, of('withdraw'), 19)).toBe('Thu hồi đợt lấy ý kiến ND-DLCN, đang lấy ý kiến 19 người')
  expect(label(vi, of('extend'), 19)).toBe('Gia hạn đợt lấy ý kiến ND-DLCN')
})

test('is no longer than a button of Slack, and one line', () => {
  const reason = 'vì\ncòn nhiều đơn vị chưa kịp nghiên cứu dự thảo, đề nghị thêm thời gian'
  const said = label(vi, { kind: 'round.change.form', item: 'ND-DLCN', change: 'extend', day: '2020-07-07', reason })
  expect([...said].length).toBe(75)
  expect(said).not.toContain('\n')
})

test('exists for exactly the intents that sentences lead to', () => {
  const pressed = Object.entries(TYPED_AS).flatMap(([kind, typed]) => (typed === 'pressed' ? [kind] : []))
  expect([...BY_PRESS].toSorted()).toEqual(pressed.toSorted())
})

/** One of each with as little as there can be, and what may be said for it, one at a time. */
const PARTS: readonly (readonly [Intent, Readonly<Record<string, unknown>>])[] = [
  [{ kind: 'plan.show' }, { quarter: '2020-Q2' }],
  [{ kind: 'plan.show' }, { quarter: 'none' }],
  [{ kind: 'status.show' }, { item: 'ND-DLCN' }],
  [{ kind: 'round.propose.form' }, { item: 'ND-DLCN', day: '2020-06-26', time: '17:00', workingDays: 20, version: 3 }],
  ...(['extend', 'close', 'reopen', 'withdraw'] as const).map(
    (change): readonly [Intent, Readonly<Record<string, unknown>>] => [
      { kind: 'round.change.form', change },
      { item: 'ND-DLCN', day: '2020-06-26', time: '17:00', plusDays: 3, plusWorkingDays: 3, reason: 'R' },
    ],
  ),
  [
    { kind: 'opinion.type', item: 'ND-DLCN' },
    { position: 'disagree', body: 'B' },
  ],
  [{ kind: 'opinion.list' }, { item: 'ND-DLCN' }],
  [{ kind: 'draft.find', item: 'ND-DLCN' }, { words: 'W' }],
  [{ kind: 'record.save.form' }, { item: 'ND-DLCN', named: 'BTC', position: 'agree' }],
  [{ kind: 'record.export' }, { item: 'ND-DLCN', what: 'dossier', format: 'xlsx' }],
  [{ kind: 'remark.list' }, { item: 'ND-DLCN' }],
  [{ kind: 'answer.list' }, { item: 'ND-DLCN' }],
  [{ kind: 'remark.group.form' }, { item: 'ND-DLCN' }],
  [{ kind: 'nudge.list' }, { item: 'ND-DLCN' }],
  [{ kind: 'reminder.preview' }, { item: 'ND-DLCN', quarter: '2020-Q2', people: ['BTC'] }],
  [{ kind: 'leave.save.form' }, { named: 'BTC', from: '2020-06-20', to: '2020-06-25' }],
  [{ kind: 'delegation.save.form' }, { item: 'ND-DLCN', named: 'BTC', from: '2020-06-20', to: '2020-06-25' }],
  [{ kind: 'date.explain' }, { item: 'ND-DLCN', day: '2020-06-20' }],
  ...(['schedule.show', 'calendar.export'] as const).map(
    (kind): readonly [Intent, Readonly<Record<string, unknown>>] => [
      { kind },
      { team: '3', unit, mine: true, named: 'BTC', from: '2020-06-20', to: '2020-06-25', next: true },
    ],
  ),
  [{ kind: 'visit.show' }, { number: 12, unit }],
  [
    { kind: 'visit.check.form' },
    {
      number: 12,
      unit,
      team: '3',
      day: '2020-06-22',
      time: '08:00',
      endDay: '2020-06-23',
      endTime: '11:30',
      place: 'P',
      note: 'N',
      reason: 'R',
      shiftDays: 2,
      another: true,
    },
  ],
  [{ kind: 'visit.cancel.form' }, { number: 12, unit, reason: 'R' }],
  [{ kind: 'visit.report.form' }, { number: 12, unit }],
  [
    { kind: 'move.ask.form' },
    {
      number: 12,
      unit,
      day: '2020-06-22',
      time: '08:00',
      endDay: '2020-06-23',
      endTime: '11:30',
      shiftDays: 2,
      reason: 'R',
    },
  ],
  [{ kind: 'team.show' }, { team: '3' }],
  [{ kind: 'duty.save.form' }, { team: '3', named: 'BTC' }],
  [{ kind: 'overview.show' }, { month: '2020-06', year: 2020 }],
]

describe.each([
  ['Vietnamese', vi],
  ['English', en],
] as const)('in %s', (_, t) => {
  test('everything that was said shows', () => {
    for (const [intent, parts] of PARTS)
      for (const [name, value] of Object.entries(parts)) {
        const more = Intent.parse({ ...intent, [name]: value })
        expect({ more, label: label(t, more) }).not.toEqual({ more, label: label(t, intent) })
      }
  })

  test('no two of them are called alike', () => {
    const plain = PARTS.map(([intent]) => intent).filter(
      (intent, place, all) => all.findIndex(({ kind }) => kind === intent.kind) === place,
    )
    const kinds = ['home.show', 'help.show', 'leave.list', 'delegation.list', 'digest.show', 'calendar.list'] as const
    const labels = [...plain, ...kinds.map((kind) => ({ kind })), { kind: 'rehearsal.show.form' } as const].map((one) =>
      label(t, one),
    )
    expect(labels.toSorted()).toEqual([...new Set(labels)].toSorted())
  })
})
