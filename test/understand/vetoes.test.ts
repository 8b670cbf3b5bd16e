import { describe, expect, test } from 'vitest'
import { understand } from '../../src/understand/understand.ts'
import { speaker } from './blind/judge.ts'
import { understood } from './understood.ts'

const read = (who: string, raw: string) => understand(raw, speaker(who))

describe('a change that words turn round is offered at most', () => {
  test.each([
    ['coordinator', 'cancel everything except KT-5'],
    ['coordinator', 'close all rounds other than the decree'],
    ['coordinator', 'remind everybody except MoH about the decree'],
    ['coordinator', 'chớ thu hồi nghị định'],
    ['coordinator', 'nghiêm cấm thu hồi nghị định'],
    ['coordinator', 'bác đề nghị hủy KT-5'],
    ['coordinator', 'hủy KT-5, à mà thôi'],
    ['coordinator', 'cancel KT-5, just kidding'],
    ['coordinator', 'move KT-5 off 26 June'],
    ['coordinator', 'KT-5 bị hủy'],
    ['coordinator', 'forget moving KT-12 to 24/6'],
    ['coordinator', 'ignore: extend the decree to 3 July'],
    ['coordinator', 'disregard, close ND-DLCN'],
    ['coordinator', 'bỏ qua việc dời KT-12 sang 24/6'],
    ['member', 'đồng ý nghị định?'],
    ['member', 'my boss agrees with the decree'],
    ['member', 'dự kiến đồng ý nghị định'],
    ['coordinator', 'record: MoH must agree to the decree'],
    ['coordinator', 'record MoH neither agrees nor objects to the decree'],
    ['member', 'chị Hà ủy quyền cho em từ 20/6 đến 30/6'],
    ['member', "I'm off every Friday"],
  ])('%s: %s', (who, raw) => {
    const found = read(who, raw)
    const kind = found.kind === 'intent' ? found.intent.kind : 'none'
    expect(kind, understood(found)).not.toMatch(/form$|preview$|opinion\.type$/)
  })
})

describe('what is said around a change makes it told, denied or asked', () => {
  const english = [
    'KT-12 to next Thursday',
    'KT-12 one day earlier',
    'Lào Cai -> 26/6',
    'strategy goes to 10/7',
    'move KT-12 to 24/6',
    'extend the decree to 10/7',
    'cancel KT-12',
    'close the strategy round',
    'remind Bộ Y tế about the decree',
  ]
  const verbs = [
    'dời KT-12 sang 24/6',
    'gia hạn nghị định đến 10/7',
    'hủy KT-12',
    'đóng đợt chiến lược',
    'nhắc Bộ Y tế về nghị định',
  ]
  const vietnamese = ['KT-12 sang 24/6', 'KT-12 sớm hơn 1 ngày', 'Lào Cai -> 26/6', ...verbs]
  test.each([
    ['X, does it', english],
    ['X, is it', english],
    ['X is that so', english],
    ['X, right', english],
    ['X eh', english],
    ['X, they say', english],
    ['X, so I hear', english],
    ['X, apparently', english],
    ['X is what people say', english],
    ['word is X', english],
    ['X is wrong', english],
    ['X is out of the question', english],
    ['X has been done', english],
    ['X would be a mistake', english],
    ['nobody wants X', english],
    ['they will X', english],
    ['in case X', english],
    ['X provided Hanh agrees', english],
    ['X subject to approval', english],
    ['X chứ gì', vietnamese],
    ['X để làm gì', vietnamese],
    ['X, nghe nói vậy', vietnamese],
    ['X, nghe bảo thế', vietnamese],
    ['hình như X', vietnamese],
    ['có tin X', vietnamese],
    ['X là sai', vietnamese],
    ['X bị từ chối', vietnamese],
    ['khỏi cần X', vietnamese],
    ['khỏi X', vietnamese],
    ['từng X', verbs],
    ['suýt X', verbs],
    ['đã X rồi', vietnamese],
  ])('%s', (frame, sentences) => {
    const acted = sentences.flatMap((sentence) =>
      ['coordinator', 'team', 'member'].flatMap((who) => {
        const found = read(who, frame.replace('X', sentence))
        return found.kind === 'intent' && /form$|preview$/.test(found.intent.kind)
          ? [`${who}: ${sentence} -> ${understood(found)}`]
          : []
      }),
    )
    expect(acted).toEqual([])
  })

  test.each([
    'KT-12 chớ sang 24/6',
    'KT-12 has been put back to next Thursday',
    'KT-12 was one day earlier',
    'KT-12 to next Thursday was the idea',
  ])('%s', (raw) => {
    const found = read('coordinator', raw)
    expect(found.kind === 'intent' ? found.intent.kind : 'none', understood(found)).not.toMatch(/form$/)
  })

  test.each([
    ['vì đường bị sạt lở, hủy KT-5', 'visit.cancel.form KT-5 | đường bị sạt lở'],
    ['đường bị sạt lở nên hủy KT-5', 'visit.cancel.form KT-5 | đường bị sạt lở'],
    ['hủy KT-5 vì ngày cũ sai rồi', 'visit.cancel.form KT-5 | ngày cũ sai rồi'],
    ['dời KT-5 sang 26/6 vì đoàn bận rồi', 'visit.check.form KT-5 day 2020-06-26 | đoàn bận rồi'],
    [
      'move KT-12 to 24/6 because the old date is wrong',
      'visit.check.form KT-12 day 2020-06-24 | the old date is wrong',
    ],
    ['dời KT-12 sang 24/6 để kịp họp', 'visit.check.form KT-12 day 2020-06-24 | kịp họp'],
  ])('in a reason they are part of it: %s', (raw, expected) => {
    expect(understood(read('coordinator', raw))).toBe(expected)
  })
})

test('a day behind a place that is not known is told, and is no last day', () => {
  const found = read('coordinator', 'Lào Cai to Friday and Hà Giang to Monday')
  expect(understood(found)).not.toContain('endDay')
})

describe('the same without these words is taken as it is', () => {
  test.each([
    ['coordinator', 'cancel KT-5', 'visit.cancel.form KT-5'],
    ['coordinator', 'thu hồi nghị định', 'ND-DLCN withdraw'],
    ['member', 'đồng ý nghị định', 'opinion.type ND-DLCN agree'],
    [
      'coordinator',
      'giao Sơn La cho đoàn 6 ngày 24/6 lúc 8h',
      'visit.check.form unit Sơn La team 6 day 2020-06-24 time 08:00',
    ],
  ])('%s: %s', (who, raw, expected) => {
    expect(understood(read(who, raw))).toContain(expected)
  })
})

test('of "from … to …" a visit is moved to the last', () => {
  expect(understood(read('coordinator', 'move KT-5 from 24 June to 26 June'))).toBe(
    'visit.check.form KT-5 day 2020-06-26',
  )
})

test('an item that stands before an opinion is the one that it is about', () => {
  const found = read('member', 'sau khi nghiên cứu ND-DLCN, Bộ Y tế không nhất trí')
  expect(understood(found)).toContain('ND-DLCN')
})

test('what stands behind the part that is read is told', () => {
  const found = read('coordinator', `nhắc các bộ còn thiếu nghị định ${'.'.repeat(2100)} but not today`)
  expect(found.kind === 'intent' ? found.unused?.join(' ') : '').toContain('not today')
})

test('which part of a day was said is told where a form has no place for it', () => {
  const found = read('coordinator', 'dời KT-5 sang 26/6 buổi chiều')
  expect(found.kind === 'intent' ? found.unused : []).toContain('chiều')
})
