import { App, LogLevel } from '@slack/bolt'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { renderForm } from '../../../adapters/slack/drawing/forms.ts'
import { HeldSocketModeReceiver } from '../../../adapters/slack/incoming/receiver.ts'
import { createSlack } from '../../../adapters/slack/index.ts'
import type { Host } from '../../../src/contract/adapter.ts'
import type { Form } from '../../../src/contract/form.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { type SlackApi, slackApi } from '../../support/slack-api.ts'
import {
  commandBody,
  eventBody,
  messageEvent,
  pressPayload,
  signingSecret,
  submissionPayload,
} from '../../support/slack-requests.ts'

let api: SlackApi
beforeEach(async () => {
  api = await slackApi()
})
afterEach(() => api.stop())

const nothing = () => {}
const patiently = { timeout: 10_000 }
const host: Host = {
  receive: async () => ({ reply: { kind: 'none' }, repeated: false }),
  history: async () => ({ entries: [] }),
  file: async () => undefined,
  page: async () => undefined,
  ways: async () => [],
  document: async () => undefined,
  options: async () => ({ options: [], more: 0 }),
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
}

test('a token that Slack refuses is refused at start, by the name of its variable', async () => {
  api.next('auth.test', { error: 'invalid_auth' })
  const adapter = createSlack({ botToken: 'xoxb-wrong', signingSecret, apiUrl: api.url })
  await expect(adapter.start(host)).rejects.toThrow('SLACK_BOT_TOKEN')
})

test('an unreachable Slack does not keep the program from starting', async () => {
  api.next('auth.test', { status: 500 })
  const adapter = createSlack({ botToken: 'xoxb-test', signingSecret, apiUrl: api.url })
  await expect(adapter.start(host)).resolves.toBeUndefined()
  await adapter.stop()
})

test('without Socket Mode a signing secret is needed', () => {
  expect(() => createSlack({ botToken: 'xoxb-test' })).toThrow('SLACK_SIGNING_SECRET')
})

test('Socket Mode has no route, and a refused app token is named', async () => {
  const adapter = createSlack({ botToken: 'xoxb-test', appToken: 'xapp-wrong', apiUrl: api.url })
  expect(adapter.routes).toEqual([])
  api.next('apps.connections.open', { error: 'invalid_auth' })
  await expect(adapter.start(host)).rejects.toThrow('SLACK_APP_TOKEN')
})

test('in Socket Mode an event is acknowledged after its listener, and not at all when that fails', async () => {
  const logger = { ...host.log, setLevel: nothing, getLevel: () => LogLevel.ERROR, setName: nothing }
  const receiver = new HeldSocketModeReceiver({ appToken: 'xapp-test', logger })
  const app = new App({ receiver, authorize: async () => ({}), ignoreSelf: false, convoStore: false, logger })
  const order: string[] = []
  let fails = false
  app.event('message', async () => {
    order.push('received')
    if (fails) throw new Error('the database is away')
  })
  app.error(async (error) => {
    order.push('failed')
    throw error
  })
  const deliver = () =>
    receiver.client.emit('slack_event', {
      ack: async () => void order.push('acknowledged'),
      body: eventBody(messageEvent('help')),
    })
  deliver()
  await expect.poll(() => order, patiently).toEqual(['received', 'acknowledged'])
  fails = true
  deliver()
  await expect.poll(() => order, patiently).toEqual(['received', 'acknowledged', 'received', 'failed'])
  await new Promise((resolve) => setImmediate(resolve))
  expect(order).toHaveLength(4)
})

test('over a socket, events, commands, presses and forms arrive and are answered as over HTTP', async () => {
  const received: Inbound[] = []
  const adapter = createSlack({ botToken: 'xoxb-test', appToken: 'xapp-test', apiUrl: api.url })
  let reply: Reply = { kind: 'message', message: { text: 'Xin chào' } }
  await adapter.start({
    ...host,
    async receive(inbound) {
      received.push(inbound)
      return { reply, repeated: false }
    },
  })
  await api.socket.deliver('events_api', eventBody(messageEvent('help'), 'Ev1'))
  expect(api.of('chat.postMessage')).toHaveLength(1)
  await api.socket.deliver('slash_commands', commandBody('/dondoc', 'tình hình', api.responseUrl))
  await api.called('response_url')
  await api.socket.deliver('interactive', pressPayload({ kind: 'help.show' }, api.responseUrl))
  await api.called('chat.postMessage', 2)
  reply = { kind: 'invalid', message: 'Chưa lưu được.', fields: {} }
  const form: Form = {
    title: 't',
    submit: 's',
    intent: { kind: 'help.show' },
    opens: { kind: 'help.show' },
    fields: [{ kind: 'text', name: 'body', label: 'l' }],
  }
  const view = submissionPayload(renderForm(form, 'n1'), () => ({ value: 'x' }))
  expect(await api.socket.deliver('interactive', view)).toMatchObject({
    response_action: 'update',
    view: { blocks: [{ block_id: 'warning' }, { block_id: 'field/n1/0/body' }] },
  })
  expect(received.map((inbound) => inbound.input.kind)).toEqual(['typed', 'typed', 'pressed', 'filled'])
  await adapter.stop()
})
