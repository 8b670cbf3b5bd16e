import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Message } from '../../../src/contract/message.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { type SlackApp, slackApp, waitsForHost } from '../../support/slack-app.ts'
import { postInteraction, pressPayload } from '../../support/slack-requests.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const round = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
const card: Message = { text: 'Thẻ ý kiến' }
const form: Reply = {
  kind: 'form',
  form: {
    title: 'Ý kiến',
    submit: 'Lưu',
    intent: { kind: 'opinion.save', round, revision: 3 },
    opens: { kind: 'opinion.save.form', round },
    fields: [{ kind: 'text', name: 'body', label: 'Nội dung', multiline: true }],
  },
}
const press = (more: object = {}) =>
  postInteraction(app.url, pressPayload({ kind: 'opinion.show', round }, app.api.responseUrl, more))
const inChannel = { channel: { id: 'C1', name: 'general' } }
const ephemeral = { ...inChannel, container: { type: 'message', is_ephemeral: true }, message: undefined }

test('a press carries its whole intent, with the conversation it was made in', async () => {
  expect((await press()).status).toBe(200)
  expect(app.received).toEqual([
    {
      id: '98765.43210.abcdef',
      from: { platform: 'slack', tenant: 'T1', user: 'U1', conversation: 'D1' },
      audience: 'private',
      name: 'thanh.vien',
      input: { kind: 'pressed', intent: { kind: 'opinion.show', round } },
    },
  ])
})

test('an intent that is no JSON is passed on for the core to refuse', async () => {
  await press({ actions: [{ type: 'button', action_id: 'intent/0', value: 'junk{' }] })
  expect(app.received[0]?.input).toEqual({ kind: 'pressed', intent: 'junk{' })
})

test('an answer that replaces rewrites the card that was pressed', async () => {
  app.answers({ kind: 'message', message: card, replaces: true })
  await press()
  const [updated] = await app.api.called('chat.update')
  expect(updated?.args).toMatchObject({ channel: 'D1', ts: '1592269200.000200', text: 'Thẻ ý kiến' })
  expect(app.api.of('chat.postMessage')).toEqual([])
})

test('an answer that replaces a card which is gone is posted anew', async () => {
  app.answers({ kind: 'message', message: card, replaces: true })
  app.api.next('chat.update', { error: 'message_not_found' })
  await press()
  const [posted] = await app.api.called('chat.postMessage')
  expect(posted?.args).toMatchObject({ channel: 'D1', text: 'Thẻ ý kiến' })
})

test('an answer that does not replace is posted below the card', async () => {
  app.answers({ kind: 'message', message: card })
  await press()
  const [posted] = await app.api.called('chat.postMessage')
  expect(posted?.args).toMatchObject({ channel: 'D1', text: 'Thẻ ý kiến' })
  expect(app.api.of('chat.update')).toEqual([])
})

test('a press on a card in a channel is answered to the one person and leaves the card alone', async () => {
  app.answers({ kind: 'message', message: card, replaces: true })
  await press(inChannel)
  const [answer] = await app.api.called('response_url')
  expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false })
  expect(app.received[0]?.from).toEqual({ platform: 'slack', tenant: 'T1', user: 'U1' })
  expect(app.received[0]?.audience).toBe('private')
})

test('a press on a card that only the person sees replaces it', async () => {
  app.answers({ kind: 'message', message: card, replaces: true })
  await press(ephemeral)
  const [answer] = await app.api.called('response_url')
  expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: true })
})

test('where only the person sees the card, the conversation is not taken for theirs with the bot', async () => {
  await press({ ...ephemeral, channel: { id: 'D9', name: 'directmessage' } })
  expect(app.received[0]?.from).toEqual({ platform: 'slack', tenant: 'T1', user: 'U1' })
})

test("when the response_url is used up, the answer goes to the person's own conversation", async () => {
  app.answers({ kind: 'message', message: card })
  app.api.next('response_url', { status: 404 })
  await press(ephemeral)
  const [posted] = await app.api.called('chat.postMessage')
  expect(posted?.args.channel).toBe('U1')
})

test('a form opens, and remembers the card that it was opened from', async () => {
  app.answers(form)
  await press()
  const [opened] = await app.api.called('views.open')
  expect(opened?.args).toMatchObject({
    trigger_id: '98765.43210.abcdef',
    view: {
      type: 'modal',
      private_metadata: JSON.stringify({
        intent: { kind: 'opinion.save', round, revision: 3 },
        origin: { channel: 'D1', ts: '1592269200.000200' },
      }),
    },
  })
})

test('a form that cannot be opened any more comes as a card with the button that opens it', async () => {
  app.answers(form)
  app.api.next('views.open', { error: 'expired_trigger_id' })
  await press()
  const [posted] = await app.api.called('chat.postMessage')
  expect(JSON.stringify(posted?.args.blocks)).toContain('opinion.save.form')
})

test('a press in a dialogue changes that dialogue', async () => {
  app.answers(form)
  const view = { id: 'V9', type: 'modal', hash: 'h1', private_metadata: '' }
  await press({ channel: undefined, message: undefined, container: { type: 'view' }, view })
  const [updated] = await app.api.called('views.update')
  expect(updated?.args).toMatchObject({ view_id: 'V9', hash: 'h1', view: { type: 'modal' } })
})

test.each(['home.show', 'home'])(
  'a press in the home tab is answered over it, and home itself (%s) is published again',
  async (kind) => {
    const view = { id: 'V8', type: 'home', hash: 'h1', private_metadata: '' }
    const home = { channel: undefined, message: undefined, container: { type: 'view' }, view }
    app.answers({ kind: 'message', message: card, replaces: true })
    await press(home)
    const [opened] = await app.api.called('views.open')
    expect(opened?.args).toMatchObject({ view: { type: 'modal', title: { text: 'Thẻ ý kiến' } } })
    await postInteraction(app.url, pressPayload({ kind }, app.api.responseUrl, { ...home, trigger_id: '2.2.2' }))
    expect(await app.api.called('views.publish')).toMatchObject([{ args: { user_id: 'U1' } }])
  },
)

test.each([
  ['home', 'language.set'],
  ['modal', 'language.set'],
  ['modal', 'language'],
])('after another language was chosen in a %s view (%s) the home tab is published in it', async (type, chosen) => {
  let language = 'vi'
  app.answers(({ id, input }) => {
    const kind = input.kind === 'pressed' ? Object(input.intent).kind : undefined
    if (kind === chosen) language = 'en'
    if (kind === 'home.show')
      return { reply: { kind: 'message', message: { text: `${language} ${id}` } }, repeated: false }
    return { reply: { kind: 'message', message: card }, repeated: false }
  })
  const view = { id: 'V8', type, hash: 'h1', private_metadata: '' }
  const at = { channel: undefined, message: undefined, container: { type: 'view' }, view }
  await postInteraction(app.url, pressPayload({ kind: chosen, locale: 'en' }, app.api.responseUrl, at))
  const [published] = await app.api.called('views.publish')
  expect(JSON.stringify(published?.args.view)).toContain('en 98765.43210.abcdef#home')
  expect(app.received.map(({ from }) => from.user)).toEqual(['U1', 'U1'])
})

test('any other press leaves the home tab as it is', async () => {
  app.answers({ kind: 'message', message: card })
  await press()
  await app.api.called('chat.postMessage')
  await app.adapter.stop()
  expect(app.api.of('views.publish')).toEqual([])
})

test('a refusal and a silence to a press are shown as such', async () => {
  app.answers({ kind: 'invalid', message: 'Đợt này đã đóng.', fields: {} })
  await press()
  expect(await app.api.called('chat.postMessage')).toMatchObject([{ args: { text: 'Đợt này đã đóng.' } }])
  app.answers({ kind: 'none' })
  expect((await press()).status).toBe(200)
  expect(app.api.of('chat.postMessage')).toHaveLength(1)
})

test.each([
  ['a message below the card', 'chat.postMessage', {}],
  ['the card rewritten', 'chat.update', { replaces: true as const }],
  ['the answer at the response_url', 'response_url', {}],
])('%s is shown later where Slack takes no more for the moment', async (_, method, how) => {
  const waits: number[] = []
  const patient = await slackApp(
    {},
    () => undefined,
    async (ms) => void waits.push(ms),
  )
  patient.answers({ kind: 'message', message: card, ...how })
  patient.api.next(method, { status: 429, retryAfter: 7 })
  const more = method === 'response_url' ? inChannel : {}
  await postInteraction(patient.url, pressPayload({ kind: 'help.show' }, patient.api.responseUrl, more))
  await patient.api.called(method, 2)
  await patient.stop()
  expect(waits).toEqual([7_000])
  expect(patient.api.of(method)).toHaveLength(2)
})

test('presses of two people under one id are answered to each of them', async () => {
  app.answers(({ from }) => ({ reply: { kind: 'message', message: { text: `Của ${from.user}` } }, repeated: false }))
  for (const user of ['U1', 'U2', 'U1', 'U2'])
    await press({ user: { id: user, name: 'x', team_id: 'T1' }, channel: { id: `D${user}`, name: 'directmessage' } })
  const posted = await app.api.called('chat.postMessage', 2)
  expect(posted.map(({ args }) => [args.channel, args.text])).toEqual([
    ['DU1', 'Của U1'],
    ['DU2', 'Của U2'],
  ])
})

test('a press is acknowledged only after it was received', async () => {
  expect(await waitsForHost(app, () => press())).toBe(true)
})

test('a button that opens an address is acknowledged and told to nobody', async () => {
  expect((await press({ actions: [{ type: 'button', action_id: 'open/0', url: 'https://a.vn' }] })).status).toBe(200)
  expect(app.received).toEqual([])
})
