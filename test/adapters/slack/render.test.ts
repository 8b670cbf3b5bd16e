import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderForm } from '../../../adapters/slack/drawing/forms.ts'
import { renderHome, renderMessage, renderModal, renderOpener } from '../../../adapters/slack/drawing/render.ts'
import { clean, cut, lengthOf, pieces } from '../../../adapters/slack/drawing/split.ts'
import { readSubmission } from '../../../adapters/slack/incoming/receive.ts'
import type { Block } from '../../../src/contract/message.ts'
import { anyCharacter } from '../../support/any-text.ts'
import { runs } from '../../support/runs.ts'
import { anyForm, anyMessage } from '../../support/slack-arbitrary.ts'
import { submissionPayload } from '../../support/slack-requests.ts'
import { validateMessage, validateView } from '../../support/slack-validate.ts'

const tried = { numRuns: runs(150) }

test('every message, whatever is in it, is one that Slack takes', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      expect(validateMessage(renderMessage(message))).toEqual([])
    }),
    tried,
  )
})

test('every message can stand in the home tab and in a dialogue', () => {
  fc.assert(
    fc.property(anyMessage, (message) => {
      expect(validateView(renderHome(message))).toEqual([])
      expect(validateView(renderModal(message))).toEqual([])
    }),
    tried,
  )
})

test('every form is one that Slack takes, as a dialogue and as the card that opens it', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const view = renderForm(form, 'n1', { origin: { channel: 'D1', ts: '1592269200.000200' } })
      expect(validateView(view)).toEqual([])
      expect(validateMessage(renderOpener(form))).toEqual([])
    }),
    tried,
  )
})

test('a form sent back as it was shown brings back every value it was filled in with', () => {
  fc.assert(
    fc.property(anyForm, (form) => {
      const untouched = (_field: string, _part: number, element: object) => ({
        value: Reflect.get(element, 'initial_value') ?? null,
        selected_option: Reflect.get(element, 'initial_option') ?? null,
        selected_options: Reflect.get(element, 'initial_options') ?? [],
        selected_date: Reflect.get(element, 'initial_date') ?? null,
        selected_time: Reflect.get(element, 'initial_time') ?? null,
      })
      const { inbound } = readSubmission(submissionPayload(renderForm(form, 'n1'), untouched))
      const values = inbound.input.kind === 'filled' ? inbound.input.values : {}
      for (const field of form.fields) {
        if (field.kind === 'text') expect(values[field.name]).toBe(clean(field.value ?? ''))
        if (field.kind === 'choice' && field.options.length > 0) expect(values[field.name]).toBe(field.value ?? '')
        if (field.kind === 'choices' && field.options.length > 0) expect(values[field.name]).toEqual(field.value ?? [])
      }
    }),
    tried,
  )
})

test('pieces joined are the text, and none is longer than allowed', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), fc.integer({ min: 10, max: 60 }), (text, max) => {
      const parts = pieces(text, max)
      expect(parts.join('')).toBe(clean(text))
      for (const part of parts) expect(lengthOf(part)).toBeLessThanOrEqual(max)
      expect(lengthOf(cut(text, max))).toBeLessThanOrEqual(max)
    }),
  )
})

test('one more than Slack takes of anything is not sent so', () => {
  const dividers = Array.from({ length: 120 }, (): Block => ({ kind: 'divider' }))
  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ value: `${at}`, label: 'l' }))
  const buttons: Block = {
    kind: 'buttons',
    buttons: many(26).map((one) => ({ label: one.label, intent: { kind: 'help.show' } })),
  }
  const wide: Block = { kind: 'table', columns: many(21).map((one) => one.label), rows: [] }
  expect(validateMessage(renderMessage({ text: 't', title: 'x'.repeat(151), blocks: [buttons, wide] }))).toEqual([])
  expect(validateMessage(renderMessage({ text: 't', blocks: dividers }))).toEqual([])
  expect(validateView(renderHome({ text: 't', blocks: dividers }))).toEqual([])
  const shared = {
    title: 't',
    submit: 's',
    intent: { kind: 'help.show' },
    opens: { kind: 'help.show' },
    intro: dividers,
  } as const
  for (const count of [11, 101]) {
    const options = many(count)
    const fields = [
      { kind: 'choice', name: 'one', label: 'l', options },
      { kind: 'choices', name: 'some', label: 'l', options },
    ] as const
    expect(validateView(renderForm({ ...shared, fields }, 'n'))).toEqual([])
  }
})

test('what was said and is not used stands beside the button that opens a form', () => {
  const form = {
    title: 'F',
    submit: 's',
    intent: { kind: 'leave.save' },
    opens: { kind: 'leave.save.form' },
    intro: [{ kind: 'text', text: 'Chưa dùng: “X”', tone: 'warning' }],
    fields: [],
  } as const
  const shown = JSON.stringify(renderOpener(form).blocks)
  expect(shown).toContain('Chưa dùng: “X”')
  expect(shown.indexOf('Chưa dùng')).toBeLessThan(shown.indexOf('"actions"'))
})

test('what is cut says so', () => {
  expect(cut('Nghị định', 9)).toBe('Nghị định')
  expect(cut('Nghị định', 6)).toBe('Nghị …')
  expect(cut('😀😀😀', 4)).toBe('😀…')
})

const button = (label: string): Block => ({ kind: 'buttons', buttons: [{ label, intent: { kind: 'help.show' } }] })

test('a message too long for Slack shows "…" and keeps the buttons that end it', () => {
  const blocks: Block[] = Array.from({ length: 80 }, (_, at) => ({
    kind: 'text',
    text: `Đoạn ${at} ${'x'.repeat(200)}`,
  }))
  const { blocks: rendered } = renderMessage({ text: 't', blocks: [...blocks, button('Gửi')] })
  const shown = JSON.stringify(rendered)
  expect(shown).toContain('Đoạn 0 ')
  expect(shown).not.toContain('Đoạn 79 ')
  expect(JSON.stringify(rendered.at(-2))).toContain('"…"')
  expect(rendered.at(-1)).toMatchObject({ type: 'actions' })
})

test('mark-up and mentions in any text are shown to the letter', () => {
  const evil = '<!channel> <@U1> *đậm* :smile: <https://example.org|đây> &amp;'
  const { blocks } = renderMessage({
    text: evil,
    blocks: [
      { kind: 'text', text: evil },
      { kind: 'quote', text: evil, by: evil },
      { kind: 'list', items: [evil] },
      { kind: 'facts', facts: [{ label: evil, value: evil }] },
    ],
  })
  expect(JSON.stringify(blocks)).not.toContain('mrkdwn')
  expect(JSON.stringify(blocks).split(evil)).toHaveLength(7)
})

test('a table is a table in a message, the second one and one in a view are lines', () => {
  const table: Block = {
    kind: 'table',
    columns: ['Thành viên', 'Ý kiến'],
    rows: [
      ['A', ''],
      ['B', 'Đồng ý'],
    ],
  }
  const message = { text: 't', blocks: [table, table] }
  expect(renderMessage(message).blocks.map((block) => block.type)).toEqual(['table', 'rich_text'])
  const lines = JSON.stringify(renderHome(message).blocks)
  expect(lines).toContain('Thành viên  Ý kiến\\nA\\nB           Đồng ý')
})

test('a table of more than 100 rows is shown as lines, every row of it', () => {
  const rows = Array.from({ length: 150 }, (_, at) => [`hàng ${at}`])
  const { blocks } = renderMessage({ text: 't', blocks: [{ kind: 'table', columns: ['Tên'], rows }] })
  expect(JSON.stringify(blocks)).toContain('hàng 149')
})

test('progress is a bar and the words, full only when all is done', () => {
  const bar = (done: number, total: number) =>
    JSON.stringify(renderMessage({ text: 't', blocks: [{ kind: 'progress', label: 'nhãn', done, total }] }))
  expect(bar(0, 19)).toContain('░'.repeat(20))
  expect(bar(1, 2000)).toContain(`█${'░'.repeat(19)}`)
  expect(bar(1999, 2000)).toContain(`${'█'.repeat(19)}░`)
  expect(bar(19, 19)).toContain('█'.repeat(20))
  expect(bar(12, 19)).toContain('nhãn')
})

test('a title longer than a header is shown whole', () => {
  const title = 'Nghị định '.repeat(30).trim()
  expect(JSON.stringify(renderMessage({ text: 't', title }).blocks)).toContain(title)
  expect(
    JSON.stringify(
      renderForm({ title, submit: 's', intent: { kind: 'help.show' }, opens: { kind: 'help.show' }, fields: [] }, 'n')
        .blocks,
    ),
  ).toContain(title)
})

test('a menu of more than 100 options is grouped, one of 2,000 shows those chosen and says how many there are', () => {
  const options = Array.from({ length: 2000 }, (_, at) => ({ value: `m${at}`, label: `Thành viên ${at}` }))
  const form = (count: number, value: string[]) =>
    renderForm(
      {
        title: 't',
        submit: 's',
        intent: { kind: 'help.show' },
        opens: { kind: 'help.show' },
        fields: [{ kind: 'choices', name: 'n', label: 'l', options: options.slice(0, count), value }],
      },
      'n',
    )
  expect(JSON.stringify(form(150, []))).toContain('101–150')
  const view = form(2000, ['m1999'])
  expect(validateView(view)).toEqual([])
  expect(JSON.stringify(view)).toContain('Thành viên 1999')
  expect(JSON.stringify(view)).toContain('… 500/2000')
})

test('an intent too large for a button is refused when it is rendered', () => {
  const large: Block = {
    kind: 'buttons',
    buttons: [{ label: 'l', intent: { kind: 'opinion.type', item: 'x', body: 'x'.repeat(2000) } }],
  }
  expect(() => renderMessage({ text: 't', blocks: [large] })).toThrow(RangeError)
})
