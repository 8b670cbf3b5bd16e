import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Reply } from '../../../src/contract/reply.ts'
import { type SlackApp, slackApp, waitsForHost } from '../../support/slack-app.ts'
import { commandBody, eventBody, messageEvent, postCommand, postEvent } from '../../support/slack-requests.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const hello: Reply = { kind: 'message', message: { text: 'Xin chào' } }
const form: Reply = {
  kind: 'form',
  form: {
    title: 'Ý kiến về dự thảo Nghị định bảo vệ dữ liệu cá nhân',
    submit: 'Lưu',
    intent: { kind: 'opinion.save', round: '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11', revision: 3 },
    opens: { kind: 'opinion.save.form', round: '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11' },
    fields: [{ kind: 'text', name: 'body', label: 'Nội dung', multiline: true }],
  },
}

test('a message to the bot is told as typed, in private, and answered in the same conversation', async () => {
  app.answers(hello)
  const response = await postEvent(app.url, eventBody(messageEvent('góp ý ND-DLCN đồng ý'), 'Ev7'))
  expect(response.status).toBe(200)
  expect(app.received).toEqual([
    {
      id: 'Ev7',
      from: { platform: 'slack', tenant: 'T1', user: 'U1', conversation: 'D1' },
      audience: 'private',
      message: 'D1:1592269200.000100',
      input: { kind: 'typed', text: 'góp ý ND-DLCN đồng ý' },
    },
  ])
  expect(app.api.of('chat.postMessage').map((call) => call.args.channel)).toEqual(['D1'])
})

test('a message in a thread is answered in that thread', async () => {
  app.answers(hello)
  await postEvent(app.url, eventBody(messageEvent('help', { thread_ts: '1592260000.000001' })))
  expect(app.api.of('chat.postMessage')[0]?.args.thread_ts).toBe('1592260000.000001')
})

test('50,000 characters arrive whole, with mark-up and mentions as words', async () => {
  app.answers({ kind: 'none' })
  const long = 'ý kiến '.repeat(7_200).trim()
  await postEvent(
    app.url,
    eventBody(messageEvent(`${long} &lt;!channel&gt; <@U9|Bình> <https://a.vn/x|đây> a &amp;lt; b`)),
  )
  expect(app.received[0]?.input).toEqual({
    kind: 'typed',
    text: `${long} <!channel> @Bình đây (https://a.vn/x) a &lt; b`,
  })
})

test.each([
  ['of a bot', { bot_id: 'B2' }],
  ['of our own', { user: 'UBOT' }],
  ['that was edited', { subtype: 'message_changed', user: undefined }],
  ['about somebody who joined', { subtype: 'channel_join' }],
  ['of a channel', { channel: 'C1', channel_type: 'channel' }],
])('a message %s is nobody speaking to us', async (_, more) => {
  app.answers(hello)
  expect((await postEvent(app.url, eventBody(messageEvent('help', more)))).status).toBe(200)
  expect(app.received).toEqual([])
  expect(app.api.of('chat.postMessage')).toEqual([])
})

test.each([
  ['said with /me', { subtype: 'me_message' }],
  ['sent from a thread to the conversation as well', { subtype: 'thread_broadcast', thread_ts: '1592260000.000001' }],
])('words %s are words', async (_, more) => {
  await postEvent(app.url, eventBody(messageEvent('góp ý ND-DLCN đồng ý', more)))
  expect(app.received).toMatchObject([{ input: { kind: 'typed', text: 'góp ý ND-DLCN đồng ý' } }])
})

test('files of a message that was passed on are told too; what was deleted again is not', async () => {
  const files = [
    { id: 'F1', mode: 'tombstone', name: 'bỏ.pdf' },
    { id: 'F2', file_access: 'check_file_info' },
  ]
  const attachments = [
    { is_share: true, text: 'xem', files: [{ id: 'F3', name: 'chuyển tiếp.pdf', size: 5 }] },
    { id: 1 },
  ]
  await postEvent(app.url, eventBody(messageEvent('help', { subtype: 'file_share', files, attachments })))
  const [first, second] = app.received[0]?.files ?? []
  expect([first, second]).toMatchObject([{ missing: 'not-fetched' }, { name: 'chuyển tiếp.pdf', size: 5 }])
})

const before = { type: 'message', user: 'U1', text: 'góp ý', ts: '1592269200.000100', team: 'T1' }
const edited = { ...before, text: 'góp ý khác', edited: { user: 'U1', ts: '1592269300.0' } }
const changed = (more: object) =>
  messageEvent('', { subtype: 'message_changed', user: undefined, text: undefined, hidden: true, ...more })

test.each([
  ['a preview that was drawn', { message: { ...before, attachments: [{ id: 1 }] }, previous_message: before }],
  ['a preview drawn after an edit', { message: { ...edited, attachments: [{ id: 1 }] }, previous_message: edited }],
  ['an answer in its thread', { message: { ...before, reply_count: 1 }, previous_message: before }],
  [
    'our own card',
    { message: { ...edited, user: 'UBOT', bot_id: 'B1' }, previous_message: { ...before, user: 'UBOT', bot_id: 'B1' } },
  ],
  ['a message in a channel', { message: edited, previous_message: before, channel: 'C1', channel_type: 'channel' }],
])('a change that is %s is no edit', async (_, more) => {
  await postEvent(app.url, eventBody(changed(more)))
  expect(app.received).toEqual([])
})

test('a deleted message that leaves a mark, since it was answered in its thread, is deleted', async () => {
  const tombstone = { ...before, user: 'USLACKBOT', subtype: 'tombstone', text: 'This message was deleted.' }
  await postEvent(app.url, eventBody(changed({ message: tombstone, previous_message: before })))
  expect(app.received).toMatchObject([{ message: 'D1:1592269200.000100', input: { kind: 'deleted' } }])
})

test('a message that comes with a file is still read', async () => {
  await postEvent(app.url, eventBody(messageEvent('help', { subtype: 'file_share' })))
  expect(app.received).toHaveLength(1)
})

test('a mention in a channel is shared, without our own mention, and answered in its thread', async () => {
  app.answers(hello)
  await postEvent(
    app.url,
    eventBody({
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      text: '<@UBOT> tình hình <@U2>',
      ts: '1592269200.000300',
    }),
  )
  expect(app.received[0]).toMatchObject({ audience: 'shared', input: { kind: 'typed', text: 'tình hình @U2' } })
  expect(app.received[0]?.from).toEqual({ platform: 'slack', tenant: 'T1', user: 'U1' })
  expect(app.api.of('chat.postMessage')[0]?.args).toMatchObject({ channel: 'C1', thread_ts: '1592269200.000300' })
})

test("a mention in the person's own conversation is the message that comes beside it", async () => {
  app.answers(hello)
  const said = { user: 'U1', text: '<@UBOT> help', ts: '1592269200.000300', channel: 'D1' }
  await postEvent(app.url, eventBody({ ...said, type: 'app_mention' }, 'Ev1'))
  await postEvent(app.url, eventBody({ ...said, type: 'message', channel_type: 'im' }, 'Ev2'))
  expect(app.received).toMatchObject([{ id: 'Ev2', input: { text: 'help' } }])
})

test('a form asked for by typing comes as a card whose one button opens it', async () => {
  app.answers(form)
  await postEvent(app.url, eventBody(messageEvent('góp ý ND-DLCN')))
  expect(JSON.stringify(app.api.of('chat.postMessage')[0]?.args.blocks)).toContain(
    JSON.stringify(JSON.stringify(form.kind === 'form' ? form.form.opens : '')),
  )
  expect(app.api.of('views.open')).toEqual([])
})

test('a redelivered event is received again and its answer posted once', async () => {
  let times = 0
  app.answers(() => {
    times += 1
    return { reply: hello, repeated: times > 1 }
  })
  const body = eventBody(messageEvent('help'))
  await Promise.all([postEvent(app.url, body), postEvent(app.url, body), postEvent(app.url, body)])
  await postEvent(app.url, body)
  expect(app.received).toHaveLength(4)
  expect(app.api.of('chat.postMessage')).toHaveLength(1)
})

test('an event whose answer Slack would not take yet is refused, and answered when it comes again', async () => {
  app.answers(hello)
  app.api.next('chat.postMessage', { status: 429, retryAfter: 30 })
  const body = eventBody(messageEvent('help'))
  expect((await postEvent(app.url, body)).status).toBe(500)
  expect((await postEvent(app.url, body)).status).toBe(200)
  expect(app.api.of('chat.postMessage')).toHaveLength(2)
})

test('an event is acknowledged only after it was received', async () => {
  expect(await waitsForHost(app, () => postEvent(app.url, eventBody(messageEvent('help'))))).toBe(true)
})

test('opening the home tab publishes what the host says is home; opening the messages does nothing', async () => {
  app.answers(hello)
  await postEvent(app.url, eventBody({ type: 'app_home_opened', user: 'U1', tab: 'messages', channel: 'D1' }, 'Ev1'))
  await postEvent(app.url, eventBody({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'D1' }, 'Ev2'))
  expect(app.received).toMatchObject([{ id: 'Ev2', input: { kind: 'pressed', intent: { kind: 'home.show' } } }])
  expect(app.api.of('views.publish')).toMatchObject([{ args: { user_id: 'U1', view: { type: 'home' } } }])
})

test.each([
  ['/dondoc', 'kế hoạch quý II', { kind: 'typed', text: 'kế hoạch quý II' }],
  ['/dondoc', '  ', { kind: 'pressed', intent: { kind: 'home.show' } }],
  ['/ykien', 'ND-DLCN đồng ý', { kind: 'typed', text: 'góp ý ND-DLCN đồng ý' }],
  ['/nhac', '', { kind: 'typed', text: 'nhắc' }],
  ['/lich', 'đoàn 3', { kind: 'typed', text: 'lịch đoàn 3' }],
  ['/lich', '', { kind: 'typed', text: 'lịch' }],
])('%s %s means what it says, and is answered to the one person', async (command, text, input) => {
  app.answers(hello)
  const response = await postCommand(app.url, commandBody(command, text, app.api.responseUrl))
  expect(response).toEqual({ status: 200, body: '' })
  expect(app.received[0]).toEqual({
    id: '13345224609.738474920.8088930838d88f008e0',
    from: { platform: 'slack', tenant: 'T1', user: 'U1' },
    audience: 'private',
    name: 'thanh.vien',
    input,
  })
  const [answer] = await app.api.called('response_url')
  expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: 'Xin chào' })
})

test('a command that asks for a form opens it', async () => {
  app.answers(form)
  await postCommand(app.url, commandBody('/ykien', 'ND-DLCN', app.api.responseUrl))
  const [opened] = await app.api.called('views.open')
  expect(opened?.args).toMatchObject({
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
    view: { type: 'modal' },
  })
})

test('a command whose trigger has expired gives the button that opens the form instead', async () => {
  app.answers(form)
  app.api.next('views.open', { error: 'expired_trigger_id' })
  await postCommand(app.url, commandBody('/ykien', 'ND-DLCN', app.api.responseUrl))
  const [answer] = await app.api.called('response_url')
  expect(JSON.stringify(answer?.args.blocks)).toContain('opinion.save.form')
})
