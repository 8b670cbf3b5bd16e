import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { renderForm } from '../../../adapters/slack/drawing/forms.ts'
import type { Form } from '../../../src/contract/form.ts'
import { type SlackApp, slackApp, waitsForHost } from '../../support/slack-app.ts'
import { wordsOf } from '../../support/slack-person.ts'
import {
  commandBody,
  postCommand,
  postInteraction,
  pressPayload,
  submissionPayload,
} from '../../support/slack-requests.ts'
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
  opens: { kind: 'opinion.save.form', round },
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
  postInteraction(app.url, submissionPayload(renderForm(form, 'n1', { origin: from }), typed(words)))

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

const refused = (message: string, fields: Record<string, string> = {}) =>
  app.answers({ kind: 'invalid', message, fields })
/** What stands above the fields. */
const warning = (view: { blocks: { block_id: string }[] }) =>
  wordsOf({ blocks: view.blocks.filter((block) => block.block_id === 'warning') })

test('a refused form stays open, with an error under each wrong field and none under a right one', async () => {
  refused('Chưa lưu được.', { body: 'Cần nêu lý do.', day: 'Đã qua.' })
  expect(JSON.parse((await submit()).body)).toEqual({
    response_action: 'errors',
    errors: { 'field/n1/0/body': 'Chưa lưu được.\nCần nêu lý do.', 'field/n1/0/day': 'Đã qua.' },
  })
  refused('Đã qua.', { day: 'Đã qua.' })
  expect(JSON.parse((await submit()).body)).toEqual({
    response_action: 'errors',
    errors: { 'field/n1/0/day': 'Đã qua.' },
  })
  expect(app.api.of('chat.postMessage')).toEqual([])
})

test('what concerns no field stands above them all, and the form keeps what was typed', async () => {
  refused('Đợt này đã đóng.')
  const { response_action, view } = JSON.parse((await submit('Lời của tôi')).body)
  expect(response_action).toBe('update')
  expect(validateView(view)).toEqual([])
  expect(warning(view)).toBe('! Đợt này đã đóng.')
  expect(
    view.blocks.map(({ block_id, element }: { block_id: string; element?: object }) => [block_id, element]),
  ).toMatchObject([
    ['warning', undefined],
    ['field/n1/0/position', { initial_option: { value: 'agree' } }],
    ['field/n1/0/body', { initial_value: 'Lời của tôi' }],
    ['field/n1/0/people', { initial_options: [{ value: 'a' }, { value: 'b' }] }],
    ['field/n1/0/day', { initial_date: '2020-06-30' }],
    ['field/n1/0/time', { initial_time: '17:00' }],
  ])
})

test('what was emptied stays empty above which a warning is put', async () => {
  const { blocks, ...rest } = renderForm(
    { ...form, fields: [{ kind: 'text', name: 'body', label: 'Nội dung', value: 'cũ' }] },
    'n1',
  )
  refused('Chưa được.')
  const { body } = await postInteraction(
    app.url,
    submissionPayload({ ...rest, blocks }, () => ({ value: null })),
  )
  expect(JSON.parse(body).view.blocks[1].element).not.toHaveProperty('initial_value')
})

test('an error of a field that is not asked is told with the others above the fields', async () => {
  refused('Chưa lưu được.', { body: 'Cần nêu lý do.', other: 'Và khác.' })
  const { view } = JSON.parse((await submit()).body)
  expect(warning(view)).toBe('! Chưa lưu được.\nNội dung: Cần nêu lý do.\nVà khác.')
})

test('a form under a warning is the same delivery when it is sent again, and the warning makes space for the next', async () => {
  refused('Chưa được.')
  const { view } = JSON.parse((await submit('một')).body)
  const again = (words: string) =>
    postInteraction(app.url, submissionPayload({ ...view, id: 'V1', hash: 'of the update' }, typed(words)))
  refused('Có mục chưa đúng.', { body: 'Cần nêu lý do.' })
  const next = JSON.parse((await again('một')).body)
  expect(warning(next.view)).toBe('! Có mục chưa đúng.\nNội dung: Cần nêu lý do.')
  expect(validateView(next.view)).toEqual([])
  await again('hai')
  const [first, second, third] = app.received.map((inbound) => inbound.id)
  expect(second).toBe(first)
  expect(third).not.toBe(first)
  expect(app.received[1]?.from.conversation).toBe('D1')
})

test('a form of as many fields as Slack takes has space for a warning', async () => {
  const fields = Array.from({ length: 99 }, (_, at) => ({ kind: 'text', name: `f${at}`, label: `${at}` }) as const)
  const view = renderForm({ ...form, fields }, 'n1')
  refused('Chưa được.')
  const { body } = await postInteraction(
    app.url,
    submissionPayload(view, () => ({ value: 'x' })),
  )
  expect(validateView(JSON.parse(body).view)).toEqual([])
})

describe('a form that was opened in a channel', () => {
  const done = { reply: { kind: 'message', message: { text: 'Đã ghi nhận' } }, repeated: false } as const
  const words = 'Hệ thống đã trả lời biểu mẫu trong cuộc trao đổi riêng.'
  const fill = (view: unknown, words = 'x') => postInteraction(app.url, submissionPayload(Object(view), typed(words)))
  const openedForm = async () => (await app.api.called('views.open')).at(-1)?.args.view

  async function byCommand(channel: string) {
    app.answers({ kind: 'form', form })
    await postCommand(app.url, { ...commandBody('/dondoc', 'góp ý', app.api.responseUrl), channel_id: channel })
    app.answers(() => ({ ...done, elsewhere: words }))
    return await openedForm()
  }
  async function byPress() {
    app.answers({ kind: 'form', form })
    const at = { channel: { id: 'C1' }, message: undefined, container: { type: 'message', is_ephemeral: true } }
    await postInteraction(app.url, pressPayload({ kind: 'opinion.save.form', round }, app.api.responseUrl, at))
    app.answers(() => ({ ...done, elsewhere: words }))
    return await openedForm()
  }

  test.each([
    ['a command', () => byCommand('C1')],
    ['a press', byPress],
  ])('by %s is answered in private, and the person is told so there', async (_, open) => {
    await fill(await open())
    expect(await app.api.called('response_url')).toMatchObject([
      { args: { response_type: 'ephemeral', replace_original: false, text: words } },
    ])
    expect(app.api.of('chat.postMessage')).toMatchObject([{ args: { channel: 'U1', text: 'Đã ghi nhận' } }])
    expect(JSON.stringify(app.logged)).not.toContain(app.api.responseUrl)
  })

  test('still tells it after a refusal and after the form that follows', async () => {
    const view = await byCommand('C1')
    refused('Chưa được.')
    const warned = JSON.parse((await fill(view)).body).view
    app.answers({ kind: 'form', form })
    const next = JSON.parse((await fill(warned)).body).view
    app.answers(() => ({ ...done, elsewhere: words }))
    await fill(next)
    expect(await app.api.called('response_url')).toHaveLength(1)
  })

  test('tells nothing where the answer stands in that very conversation, or is not shown', async () => {
    await fill(await byCommand('DU1'))
    await app.api.called('chat.postMessage')
    const view = await byCommand('C1')
    app.api.next('chat.postMessage', { error: 'user_not_found' })
    await fill(view, 'khác')
    await app.adapter.stop()
    expect(app.api.of('chat.postMessage')).toHaveLength(2)
    expect(app.api.of('response_url')).toEqual([])
  })

  test('opens all the same where its intent leaves no space for that', async () => {
    const large: Form = { ...form, intent: { kind: 'opinion.type', item: 'ND-DLCN', body: 'x'.repeat(2900) } }
    const url = 'https://hooks.slack.example/x'
    const { private_metadata } = renderForm(large, 'n1', { aside: { url } })
    expect(private_metadata).not.toContain(url)
    expect(renderForm(form, 'n1', { aside: { url } }).private_metadata).toContain(url)
  })
})

test('a form is acknowledged only after it was received', async () => {
  expect(await waitsForHost(app, () => submit())).toBe(true)
})

test('a form whose intent Slack would not carry is refused when it is rendered', () => {
  const tooLarge: Form = { ...form, intent: { kind: 'opinion.type', item: 'ND-DLCN', body: 'x'.repeat(3000) } }
  expect(() => renderForm(tooLarge, 'n1')).toThrow(RangeError)
})
