import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderForm } from '../../../adapters/slack/forms.ts'
import type { Form } from '../../../src/contract/form.ts'
import { type SlackApp, slackApp, waitsForHost } from '../../support/slack-app.ts'
import { postInteraction, submissionPayload } from '../../support/slack-requests.ts'
import { validateView } from '../../support/slack-validate.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const round = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
const origin = { channel: 'D1', ts: '1592269200.000200' }
const form: Form = {
  title: 'Ý kiến',
  submit: 'Lưu',
  intent: { kind: 'opinion.save', round, revision: 3 },
  opens: { kind: 'opinion.edit', round },
  fields: [
    {
      kind: 'choice',
      name: 'position',
      label: 'Lập trường',
      options: [{ value: 'agree', label: 'Đồng ý' }],
      required: true,
    },
    { kind: 'text', name: 'body', label: 'Nội dung', multiline: true },
    {
      kind: 'choices',
      name: 'people',
      label: 'Ai',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    },
    { kind: 'date', name: 'day', label: 'Ngày' },
    { kind: 'time', name: 'time', label: 'Giờ' },
  ],
}
const typed = (words: string) => (field: string) =>
  ({
    position: { selected_option: { value: 'agree' } },
    body: { value: words },
    people: { selected_options: [{ value: 'a' }, { value: 'b' }] },
    day: { selected_date: '2020-06-30' },
    time: { selected_time: '17:00' },
  })[field]
const submit = (words = 'Nhất trí', from: typeof origin | undefined = origin) =>
  postInteraction(app.url, submissionPayload(renderForm(form, 'n1', from), typed(words)))

test('a form comes back with its intent and every value under its name', async () => {
  expect(await submit()).toEqual({ status: 200, body: '' })
  expect(app.received[0]).toMatchObject({
    from: { platform: 'slack', tenant: 'T1', user: 'U1', conversation: 'D1' },
    audience: 'private',
    input: {
      kind: 'filled',
      intent: form.intent,
      values: { position: 'agree', body: 'Nhất trí', people: ['a', 'b'], day: '2020-06-30', time: '17:00' },
    },
  })
})

test('what was left empty comes back empty', async () => {
  await postInteraction(
    app.url,
    submissionPayload(renderForm(form, 'n1'), () => ({})),
  )
  expect(app.received[0]?.input).toMatchObject({ values: { position: '', body: '', people: [], day: '', time: '' } })
})

test('the same form sent twice has one delivery id, a corrected one another', async () => {
  await submit('một')
  await submit('một')
  await submit('hai')
  const ids = app.received.map((inbound) => inbound.id)
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).not.toBe(ids[0])
})

test('a text of 50,000 characters goes out in parts and comes back whole', async () => {
  const long = 'Điều 5, khoản 2: a & b < c.\n'.repeat(1800)
  const view = renderForm(
    { ...form, fields: [{ kind: 'text', name: 'body', label: 'Nội dung', multiline: true, value: long }] },
    'n1',
  )
  expect(validateView(view)).toEqual([])
  await postInteraction(
    app.url,
    submissionPayload(view, (_field, _part, element) => ({
      value: 'initial_value' in element ? element.initial_value : '',
    })),
  )
  expect(app.received[0]?.input).toEqual({ kind: 'filled', intent: form.intent, values: { body: long } })
})

test('an answer that replaces rewrites the card the form was opened from', async () => {
  app.answers({ kind: 'message', message: { text: 'Đã ghi nhận' }, replaces: true })
  expect(await submit()).toEqual({ status: 200, body: '' })
  expect(await app.api.called('chat.update')).toMatchObject([{ args: { ...origin, text: 'Đã ghi nhận' } }])
  expect(app.api.of('chat.postMessage')).toEqual([])
})

test('any other answer is posted to the person', async () => {
  app.answers({ kind: 'message', message: { text: 'Đã ghi nhận' } })
  await submit()
  expect(await app.api.called('chat.postMessage')).toMatchObject([{ args: { channel: 'D1' } }])
  app.answers({ kind: 'message', message: { text: 'Đã ghi nhận' }, replaces: true })
  await postInteraction(app.url, submissionPayload(renderForm(form, 'n1'), typed('x')))
  expect(await app.api.called('chat.postMessage', 2)).toMatchObject([{}, { args: { channel: 'U1' } }])
})

test('a form that follows takes the place of the first, with fields of its own', async () => {
  app.answers({ kind: 'form', form })
  const response = JSON.parse((await submit()).body)
  expect(response.response_action).toBe('update')
  expect(validateView(response.view)).toEqual([])
  expect(response.view.private_metadata).toContain('"origin"')
  expect(response.view.blocks[0].block_id).not.toBe(renderForm(form, 'n1').blocks[0]?.block_id)
})

test('a refused form stays open, with what is wrong under each field and the rest under the first', async () => {
  app.answers({
    kind: 'invalid',
    message: 'Chưa lưu được.',
    fields: { position: 'Chọn một.', body: 'Cần nêu lý do.', other: 'Và khác.' },
  })
  const response = JSON.parse((await submit()).body)
  expect(response).toEqual({
    response_action: 'errors',
    errors: {
      'field/n1/0/position': 'Chưa lưu được.\nVà khác.\nChọn một.',
      'field/n1/0/body': 'Cần nêu lý do.',
    },
  })
  expect(app.api.of('chat.postMessage')).toEqual([])
})

test('a form is acknowledged only after it was received', async () => {
  expect(await waitsForHost(app, () => submit())).toBe(true)
})

test('a form whose intent Slack would not carry is refused when it is rendered', () => {
  const tooLarge: Form = { ...form, intent: { kind: 'opinion.typed', item: 'ND-DLCN', body: 'x'.repeat(3000) } }
  expect(() => renderForm(tooLarge, 'n1')).toThrow(RangeError)
})
