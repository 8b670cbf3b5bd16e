import { expect, test } from 'vitest'
import { takes } from './printed.ts'

test.each([
  ['gia hạn ND-DLCN đến hết ngày 25/6 nhé', ['đến hết ngày 25/6']],
  ['dời KT-1 sang 2h chiều 24/6 vì trùng họp', ['sang 2h chiều 24/6']],
  ['nghỉ từ 25.6 đến 30.6, về quê', ['từ 25.6 đến 30.6']],
  ['nghỉ 22, 23 và 24/6', ['22', '23', '24/6']],
  ['Reschedule KT-3 to next Tuesday 9:00-11:30, please', ['to next Tuesday 9:00-11:30']],
  ['postpone KT-1 by two days', ['by two days']],
  ['đoàn 3 tháng 6', ['tháng 6']],
  ['doi lich thu 5 (25/6) luc 8h30sang', ['thu 5 (25/6) luc 8h30sang']],
])('%s: the words that are taken', (sentence, expected) => {
  expect(takes(sentence)).toEqual(expected)
})
