import { expect, test } from 'vitest'
import { plain } from '../../src/contract/plain.ts'

const intent = { kind: 'help.show' } as const
const own = (row: string) => ({ row, buttons: [{ label: 'Sửa', intent }] })

test('what can be done to a row stands behind its words', () => {
  const message = {
    text: 'x',
    blocks: [
      { kind: 'text', text: 'Dòng một', own: own('một') },
      { kind: 'list', items: ['không có nút', { text: 'có nút', own: own('hai') }] },
      { kind: 'progress', label: '3/7', done: 3, total: 7, own: own('ba') },
      { kind: 'quote', by: 'Bộ Y tế', text: 'Lời\nhai dòng', own: own('bốn') },
    ],
  } as const
  expect(plain(message).split('\n')).toEqual([
    'Dòng một [Sửa]',
    '- không có nút',
    '- có nút [Sửa]',
    '3/7 [Sửa]',
    'Bộ Y tế:',
    '> Lời',
    '> hai dòng [Sửa]',
  ])
})

test('a group says its name, and a list of choices what there is to choose', () => {
  const options = ['Đoàn 1', 'Đoàn 2'].map((label) => ({ label, intent }))
  const choice = { kind: 'choice', label: 'Đoàn nào?', submit: 'Xem', missing: 'Chưa chọn.', options } as const
  const group = { kind: 'buttons', label: 'Tra cứu', buttons: [{ label: 'Mở', url: 'https://a.vn/' }] } as const
  expect(plain({ text: 'x', blocks: [group, choice] })).toBe('Tra cứu: [Mở] https://a.vn/\nĐoàn nào? [Đoàn 1] [Đoàn 2]')
})
