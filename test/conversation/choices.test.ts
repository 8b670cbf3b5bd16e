import { expect, test } from 'vitest'
import { choiceOf } from '../../src/conversation/choices.ts'
import { vi } from '../../src/texts/vi.ts'

const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ label: `Đoàn ${at + 1}`, intent: { kind: 'help.show' } as const }))

test('a few that are alike are buttons under their question, many are a list with one press', () => {
  expect(choiceOf(vi, 'Đoàn nào?', [])).toEqual([])
  expect(choiceOf(vi, 'Đoàn nào?', options(5))).toEqual([{ kind: 'buttons', label: 'Đoàn nào?', buttons: options(5) }])
  expect(choiceOf(vi, 'Đoàn nào?', options(6))).toEqual([
    {
      kind: 'choice',
      label: 'Đoàn nào?',
      submit: vi.choices.submit,
      missing: vi.choices.missing,
      options: options(6),
    },
  ])
})
