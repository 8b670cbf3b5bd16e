import { expect, it } from 'vitest'
import { isOfAnotherVersion, presentName } from '../../src/contract/former-intents.ts'

it.each([
  ['pressed', 'opinion.edit', 'opinion.save.form'],
  ['pressed', 'help', 'help.show'],
  ['filled', 'visit.cancelled', 'visit.cancel'],
  // The name has changed its meaning: with a button it opened the form.
  ['pressed', 'visit.cancel', 'visit.cancel.form'],
  ['filled', 'visit.cancel', 'visit.cancel'],
  ['pressed', 'round.change', 'round.change.form'],
  ['filled', 'round.changed', 'round.change'],
  ['pressed', 'opinion.submit', 'opinion.submit'],
  ['pressed', 'constructor', 'constructor'],
] as const)('%s, %s means %s today', (how, kind, today) => {
  expect(presentName(how, { kind, round: 'r', sure: true })).toEqual({ kind: today, round: 'r', sure: true })
})

it.each([null, undefined, 5, 'help', [], {}, { kind: 7 }])('what is no intent stays as it is: %j', (intent) => {
  expect(presentName('pressed', intent)).toEqual(intent)
  expect(isOfAnotherVersion(intent)).toBe(false)
})

it.each([
  [{ kind: 'round.reschedule' }, true],
  [{ kind: 'help.show' }, false],
  [{ kind: 'board.show', round: 'no id' }, false],
  [{ kind: 'Round' }, false],
  [{ kind: '<!channel>' }, false],
  [{ kind: 'a'.repeat(61) }, false],
])('%j is of another version: %s', (intent, is) => {
  expect(isOfAnotherVersion(intent)).toBe(is)
})
