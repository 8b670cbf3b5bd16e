import fc from 'fast-check'
import type { Field, Form } from '../../src/contract/form.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { Block, Button, Message, Own } from '../../src/contract/message.ts'
import { anyCharacter } from './any-text.ts'

/** What people type when they mean harm, or nothing at all. */
const nasty = [
  '',
  ' ',
  '\n',
  '<!channel>',
  '<@U1|x> <https://example.org|đây> &amp; *đậm* _x_ `x` :smile:',
  '&<>'.repeat(2000),
  'Điều 5, khoản 2. '.repeat(3000),
  '😀'.repeat(5000),
  'x'.repeat(50_000),
  '\ud800',
  '\u0000\u0007',
]

const text = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: anyCharacter, maxLength: 120 }) },
  { weight: 2, arbitrary: fc.constantFrom(...nasty) },
)
const intent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constant<Intent>({ kind: 'help.show' }),
  fc.record({ kind: fc.constant('opinion.show' as const), round: fc.uuid() }),
  fc.record({ kind: fc.constant('item.show' as const), item: fc.string({ minLength: 1, maxLength: 40 }) }),
)
const style = fc.option(fc.constantFrom('primary' as const, 'danger' as const), { nil: undefined })
const button: fc.Arbitrary<Button> = fc
  .tuple(
    text,
    style,
    fc.oneof(
      intent.map((one) => ({ intent: one })),
      fc.constant({ url: 'https://example.org/x?a=1&b=2' }),
    ),
  )
  .map(([label, styled, target]) => ({ label, ...(styled === undefined ? {} : { style: styled }), ...target }))

const own: fc.Arbitrary<{ readonly own?: Own }> = fc.record(
  { own: fc.record({ row: text, buttons: fc.array(button, { maxLength: 4 }) }) },
  { requiredKeys: [] },
)
const item = fc.oneof(
  text,
  fc.record({ text: text, own: fc.record({ row: text, buttons: fc.array(button, { maxLength: 3 }) }) }),
)
const choice: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('choice' as const),
  label: text,
  submit: text,
  missing: text,
  options: fc.array(fc.record({ label: text, intent }), { maxLength: 130 }),
})

const block: fc.Arbitrary<Block> = fc.oneof(
  choice,
  fc.tuple(fc.record({ kind: fc.constant('text' as const), text: text }), own).map(([row, of]) => ({ ...row, ...of })),
  fc
    .tuple(fc.record({ kind: fc.constant('quote' as const), text: text, by: text }), own)
    .map(([row, of]) => ({ ...row, ...of })),
  fc
    .tuple(fc.record({ kind: fc.constant('progress' as const), label: text, done: fc.nat(50), total: fc.nat(50) }), own)
    .map(([row, of]) => ({ ...row, ...of })),
  fc.record({ kind: fc.constant('buttons' as const), label: text, buttons: fc.array(button, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('text' as const),
    text,
    tone: fc.constantFrom('plain', 'strong', 'subtle', 'warning'),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(item, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(text, { maxLength: 24 }),
    rows: fc.array(fc.array(text, { maxLength: 24 }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('progress' as const), label: text, done: fc.nat(50), total: fc.nat(50) }),
  fc.record({ kind: fc.constant('quote' as const), text, by: text }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
  fc.constant<Block>({ kind: 'divider' }),
)

export const anyMessage: fc.Arbitrary<Message> = fc
  .tuple(text, fc.option(text, { nil: undefined }), fc.option(fc.array(block, { maxLength: 60 }), { nil: undefined }))
  .map(([words, title, blocks]) => ({
    text: words,
    ...(title === undefined ? {} : { title }),
    ...(blocks === undefined ? {} : { blocks }),
  }))

const name = fc.string({ minLength: 1, maxLength: 40 })
const options = fc.uniqueArray(fc.record({ value: fc.uuid(), label: text }), {
  maxLength: 130,
  selector: (one) => one.value,
})
const more = fc.record({ hint: text, required: fc.boolean() }, { requiredKeys: [] })

const field: fc.Arbitrary<Field> = fc.oneof(
  fc
    .tuple(name, text, text, fc.boolean(), fc.integer({ min: 1, max: 100_000 }), more)
    .map(([key, label, value, multiline, maxLength, rest]) => ({
      kind: 'text' as const,
      name: key,
      label,
      value,
      multiline,
      maxLength,
      ...rest,
    })),
  fc.tuple(name, text, options, fc.nat(200), more).map(([key, label, offered, at, rest]) => {
    const chosen = offered[at]
    return {
      kind: 'choice' as const,
      name: key,
      label,
      options: offered,
      ...(chosen ? { value: chosen.value } : {}),
      ...rest,
    }
  }),
  fc.tuple(name, text, options, fc.nat(200), more).map(([key, label, offered, upTo, rest]) => ({
    kind: 'choices' as const,
    name: key,
    label,
    options: offered,
    value: offered.slice(0, upTo).map((one) => one.value),
    ...rest,
  })),
  fc
    .tuple(name, text, fc.constantFrom('2020-06-30', '2020-02-31', 'no day', ''), more)
    .map(([key, label, value, rest]) => ({ kind: 'date' as const, name: key, label, value, ...rest })),
  fc
    .tuple(name, text, fc.constantFrom('17:00', '25:00', 'noon', ''), more)
    .map(([key, label, value, rest]) => ({ kind: 'time' as const, name: key, label, value, ...rest })),
  fc.tuple(name, text, text).map(([key, label, instead]) => ({ kind: 'file' as const, name: key, label, instead })),
)

export const anyForm: fc.Arbitrary<Form> = fc.record({
  title: text,
  submit: text,
  intent,
  opens: intent,
  intro: fc.array(block, { maxLength: 30 }),
  fields: fc.uniqueArray(field, { maxLength: 3, selector: (one) => one.name }),
})
