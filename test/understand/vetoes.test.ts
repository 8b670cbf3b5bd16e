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
