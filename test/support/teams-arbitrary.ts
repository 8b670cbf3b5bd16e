import fc from 'fast-check'
import type { Field, Form } from '../../src/contract/form.ts'
import type { Intent } from '../../src/contract/intent.ts'
import type { Block, Button, Message, Own } from '../../src/contract/message.ts'
import { anyCharacter, anyUrl } from './any-text.ts'

/** Texts that try to act: mark-up, mentions, macros, breaks, halves of characters, and very long ones. */
const hostile = fc.constantFrom(
  '**đậm** _nghiêng_ [đi](https://x.invalid)',
  '<at>Mọi người</at> <b>x</b> &lt;',
  '{{DATE(2020-06-16T00:00:00Z)}}',
  '1. một\n- hai\r\n\r\n# ba',
  '',
  '\u0000\u202e\ud83d',
  'x'.repeat(50_000),
  'Điều 5\n'.repeat(3_000),
)
export const words = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: anyCharacter, maxLength: 60 }) },
  { weight: 1, arbitrary: hostile },
)

const intent = fc.constantFrom<Intent>(
  { kind: 'help.show' },
  { kind: 'status.show', item: 'ND-DLCN' },
  { kind: 'round.open', proposal: '00000000-0000-4000-8000-000000000000', revision: 3 },
)

const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({ label: words, style: fc.constantFrom('primary' as const, 'danger' as const), intent }),
  fc.record({ label: words, intent }),
  fc.record({ label: words, url: fc.oneof(anyUrl, fc.constant('javascript:alert(1)')) }),
)

const own: fc.Arbitrary<{ readonly own?: Own }> = fc.record(
  { own: fc.record({ row: words, buttons: fc.array(button, { maxLength: 4 }) }) },
  { requiredKeys: [] },
)
const item = fc.oneof(
  words,
  fc.record({ text: words, own: fc.record({ row: words, buttons: fc.array(button, { maxLength: 3 }) }) }),
)
const choice: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('choice' as const),
  label: words,
  submit: words,
  missing: words,
  options: fc.array(fc.record({ label: words, intent }), { maxLength: 130 }),
})

const block: fc.Arbitrary<Block> = fc.oneof(
  choice,
  fc.tuple(fc.record({ kind: fc.constant('text' as const), text: words }), own).map(([row, of]) => ({ ...row, ...of })),
  fc
    .tuple(fc.record({ kind: fc.constant('quote' as const), text: words, by: words }), own)
    .map(([row, of]) => ({ ...row, ...of })),
  fc
    .tuple(
      fc.record({ kind: fc.constant('progress' as const), label: words, done: fc.nat(50), total: fc.nat(50) }),
      own,
    )
    .map(([row, of]) => ({ ...row, ...of })),
  fc.record({ kind: fc.constant('buttons' as const), label: words, buttons: fc.array(button, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constant('text' as const),
    text: words,
    tone: fc.constantFrom('plain' as const, 'strong' as const, 'subtle' as const, 'warning' as const),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: words }), { maxLength: 12 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(item, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(words, { maxLength: 5 }),
    rows: fc.array(fc.array(words, { maxLength: 6 }), { maxLength: 12 }),
  }),
  fc
    .record({ label: words, total: fc.nat(2_000), part: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ label, total, part }) => ({ kind: 'progress' as const, label, total, done: Math.floor(total * part) })),
  fc.record({ kind: fc.constant('quote' as const), text: words }),
  fc.record({ kind: fc.constant('quote' as const), text: words, by: words }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 20 }) }),
  fc.record({ kind: fc.constant('divider' as const) }),
)

const blocks = fc.array(block, { maxLength: 15 })

export const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ text: words }),
  fc.record({ text: words, title: words, blocks }),
  fc.record({ text: words, blocks }),
)

const name = fc.stringMatching(/^[a-z][a-zA-Z.]{0,15}$/)
const option = fc.record({ value: fc.string({ minLength: 1, maxLength: 12 }), label: words })
const options = fc.uniqueArray(option, { minLength: 1, maxLength: 30, selector: (each) => each.value })
const rest = { name, label: words, required: fc.boolean() }

const field: fc.Arbitrary<Field> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    ...rest,
    value: words,
    hint: words,
    multiline: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({ kind: fc.constant('text' as const), ...rest }),
  options.chain((list) =>
    fc.record({
      kind: fc.constant('choice' as const),
      ...rest,
      options: fc.constant(list),
      value: fc.constantFrom(...list.map((each) => each.value), 'absent'),
    }),
  ),
  options.chain((list) =>
    fc.record({
      kind: fc.constant('choices' as const),
      ...rest,
      options: fc.constant(list),
      value: fc.subarray(list.map((each) => each.value)),
    }),
  ),
  fc.record({ kind: fc.constant('date' as const), ...rest, value: fc.constant('2020-06-30') }),
  fc.record({ kind: fc.constant('time' as const), ...rest, value: fc.constant('17:00') }),
  fc.record({ kind: fc.constant('file' as const), name, label: words, instead: words }),
)

export const form: fc.Arbitrary<Form> = fc.record({
  title: words,
  submit: words,
  intent,
  opens: intent,
  intro: blocks,
  fields: fc.uniqueArray(field, { minLength: 1, maxLength: 8, selector: (each) => each.name }),
})
