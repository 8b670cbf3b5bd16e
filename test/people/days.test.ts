import { expect, it } from 'vitest'
import { Invalid } from '../../src/contract/refusal.ts'
import { readForm } from '../../src/conversation/form-values.ts'
import { readDays } from '../../src/people/days.ts'
import { vi } from '../../src/texts/vi.ts'

const said = { backwards: 'backwards', past: 'past', tooLong: 'too long' }
const { badDay, required } = vi.errors

/** What is read of a form's two days on 16/06/2020, and what is wrong by field. */
function read(from: string, to: string) {
  const form = readForm({ from, to }, vi)
  const days = readDays(form, { errors: vi.errors, said }, '2020-06-16')
  try {
    form.check()
    return { days, wrong: {} }
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    return { days, wrong: error.reply.fields }
  }
}

it.each([
  ['2020-06-16', '2020-06-16'],
  ['2020-06-01', '2020-06-16'],
  ['2020-07-01', '2020-07-12'],
  ['2020-07-01', '2021-07-01'],
])('%s to %s is taken', (from, to) => {
  expect(read(from, to)).toEqual({ days: { from, to }, wrong: {} })
})

it.each([
  ['the wrong way round', '2020-07-02', '2020-07-01', said.backwards],
  ['wholly past', '2020-06-01', '2020-06-15', said.past],
  ['longer than a year', '2020-07-01', '2021-07-02', said.tooLong],
])('what is %s is told at the end', (_, from, to, wrong) => {
  expect(read(from, to).wrong).toEqual({ to: wrong })
})

it('a day that no calendar has, or none at all, is told where it stands, and the other day is kept', () => {
  expect(read('2020-06-31', '2020-01-01')).toEqual({ days: { from: '', to: '2020-01-01' }, wrong: { from: badDay } })
  expect(read('2020-06-20', 'mai')).toEqual({ days: { from: '2020-06-20', to: '' }, wrong: { to: badDay } })
  expect(read('', '')).toEqual({ days: { from: '', to: '' }, wrong: { from: required, to: required } })
})
