import fc from 'fast-check'
import type { Field, Form } from '../../../src/contract/form.ts'
import type { Intent } from '../../../src/contract/intent.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { everyField, sly } from './samples.ts'

const words = (maxLength: number) =>
  fc.oneof(fc.string({ unit: anyCharacter, minLength: 1, maxLength }), fc.constant(sly.slice(0, maxLength)))
const id = fc.uuid({ version: 4 })
const item = words(40).filter((text) => text.length <= 40)
const revision = fc.nat(10_000)
const all = { requiredKeys: [] }

/** Intents as buttons carry them: small, and with any characters in them. */
export const anyIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constantFrom<Intent>({ kind: 'help.show' }, { kind: 'opinion.list' }, { kind: 'access.make.form' }),
  item.map((key): Intent => ({ kind: 'item.show', item: key })),
  fc
    .record({ quarter: fc.constantFrom('2020-Q2', 'none') }, all)
    .map((rest): Intent => ({ kind: 'plan.show', ...rest })),
  fc
    .record({ item, proposal: id, workingDays: fc.nat(9999) }, all)
    .map((rest): Intent => ({ kind: 'round.propose.form', ...rest })),
  fc.record({ proposal: id, revision }).map((rest): Intent => ({ kind: 'round.open', ...rest })),
  fc
    .record({ round: id, day: fc.constant('2020-06-30'), time: fc.constant('17:00'), reason: words(200) }, all)
    .map((rest): Intent => ({ kind: 'round.change.form', change: 'extend', ...rest })),
  fc.tuple(item, words(200)).map(([key, body]): Intent => ({ kind: 'opinion.type', item: key, body })),
  fc
    .record({ person: id, version: fc.integer({ min: 1, max: 99 }), draft: fc.constant<true>(true) }, all)
    .chain((rest) => id.map((round): Intent => ({ kind: 'version.read', round, ...rest }))),
)

/** Of one line or of several; no characters that a keyboard does not have, for those are taken out on the way. */
const line = fc
  .string({
    unit: fc.oneof(fc.constantFrom(...'ếữđ <>&*_~`,%"\\{}|😀ạ'), fc.string({ minLength: 1, maxLength: 1 })),
    maxLength: 60,
  })
  .map((text) => text.trim())
const paragraphs = fc.array(line, { maxLength: 4 }).map((lines) => lines.join('\n').trim())
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const options = fc
  .uniqueArray(fc.stringMatching(/^[a-zA-Z0-9 ,%:.-]{1,20}$/), { minLength: 1, maxLength: 20 })
  .map((values) => values.map((value, at) => ({ value, label: `Lựa chọn ${at}` })))

/** A question with what it begins with, if anything; its label and name are given by its place. */
const field: fc.Arbitrary<(at: number) => Field> = fc.oneof(
  fc.tuple(fc.boolean(), optional(line), optional(paragraphs)).map(([multiline, one, many]) => (at: number): Field => {
    const value = multiline ? many : one
    return { kind: 'text', ...called(at), multiline, ...(value === undefined ? {} : { value }) }
  }),
  options
    .chain((list) => fc.tuple(fc.constant(list), optional(fc.constantFrom(...list))))
    .map(
      ([list, chosen]) =>
        (at: number): Field => ({
          ...{ kind: 'choice', ...called(at), options: list },
          ...(chosen === undefined ? {} : { value: chosen.value }),
        }),
    ),
  options
    .chain((list) => fc.tuple(fc.constant(list), fc.subarray(list)))
    .map(
      ([list, chosen]) =>
        (at: number): Field => ({
          ...{ kind: 'choices', ...called(at), options: list },
          value: chosen.map(({ value }) => value),
        }),
    ),
  optional(fc.constantFrom('2020-02-29', '2020-12-31')).map(
    (value) =>
      (at: number): Field => ({
        ...{ kind: 'date', ...called(at) },
        ...(value === undefined ? {} : { value }),
      }),
  ),
  optional(fc.constantFrom('00:00', '23:59')).map(
    (value) =>
      (at: number): Field => ({
        ...{ kind: 'time', ...called(at) },
        ...(value === undefined ? {} : { value }),
      }),
  ),
)

const called = (at: number) => ({ name: `tên.${at}`, label: `Câu hỏi ${at}` })

export const anyForm: fc.Arbitrary<Form> = fc
  .tuple(anyIntent, fc.array(field, { minLength: 1, maxLength: 6 }))
  .map(([intent, fields]) => ({ ...everyField, intent, intro: [], fields: fields.map((make, at) => make(at)) }))
