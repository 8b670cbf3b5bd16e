import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onceClient } from '../../../adapters/slack/client.ts'
import { createSlack } from '../../../adapters/slack/index.ts'
import { send } from '../../../adapters/slack/outgoing/send.ts'
import type { Delivery } from '../../../src/contract/adapter.ts'
import { portOf } from '../../support/listening.ts'
import type { SlackAnswer } from '../../support/slack-api.ts'
import { type SlackApp, slackApp, someone } from '../../support/slack-app.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
})
afterEach(() => app.stop())

const message = { text: 'Kính gửi <!channel> *Ông* A & B' }

test('a message goes to the person by id, escaped, without links or pictures unfolding', async () => {
  expect(await app.adapter.send(someone, message, 'key')).toEqual({ status: 'sent', ref: 'DU1:1600000000.000001' })
  expect(app.api.of('chat.postMessage')[0]?.args).toMatchObject({
    channel: 'U1',
    text: 'Kính gửi &lt;!channel&gt; *Ông* A &amp; B',
    mrkdwn: 'false',
    link_names: 'false',
    unfurl_links: 'false',
    unfurl_media: 'false',
    parse: 'none',
  })
})

test('a message goes to the stored conversation, and to the person when that is gone', async () => {
  const to = { ...someone, conversation: 'D7' }
  expect(await app.adapter.send(to, message, 'key')).toMatchObject({ status: 'sent', ref: 'D7:1600000000.000001' })
  app.api.next('chat.postMessage', { error: 'is_archived' })
  expect(await app.adapter.send(to, message, 'key')).toMatchObject({ status: 'sent', ref: 'DU1:1600000000.000002' })
})

const cases: readonly [string, SlackAnswer, Partial<Delivery>][] = [
  ['a rate limit', { status: 429, retryAfter: 17 }, { status: 'later', afterMs: 17_000 }],
  ['a rate limit that names no time', { status: 429 }, { status: 'later', afterMs: 30_000 }],
  ['the error ratelimited', { error: 'ratelimited' }, { status: 'later', afterMs: 30_000 }],
  ['a server error', { status: 503 }, { status: 'unsure' }],
  ['an error in the middle of it', { error: 'internal_error' }, { status: 'unsure' }],
  ['a page of some proxy', { status: 200, body: '<html>sign in</html>' }, { status: 'unsure' }],
  ['a connection cut after the message was sent', 'reset', { status: 'unsure' }],
  [
    'an unknown person',
    { error: 'user_not_found' },
    { status: 'never', why: 'no-such-person', detail: 'user_not_found' },
  ],
  ['a person without an account', { error: 'user_disabled' }, { status: 'never', why: 'no-such-person' }],
  ['a person hidden from the bot', { error: 'user_not_visible' }, { status: 'never', why: 'no-such-person' }],
  ['messages switched off', { error: 'messages_tab_disabled' }, { status: 'never', why: 'no-such-person' }],
  ['a restriction', { error: 'restricted_action' }, { status: 'never', why: 'blocked' }],
  ['a text too long', { error: 'msg_too_long' }, { status: 'never', why: 'too-long' }],
  ['blocks that are wrong', { error: 'invalid_blocks' }, { status: 'never', why: 'refused', detail: 'invalid_blocks' }],
  ['an error nobody knows', { error: 'something_new' }, { status: 'never', why: 'refused', detail: 'something_new' }],
  ['a dead installation', { error: 'account_inactive' }, { status: 'later', afterMs: 900_000 }],
]

test.each(cases)('%s is told as what it means, after one call', async (_, answer, delivery) => {
  app.api.next('chat.postMessage', answer)
  expect(await app.adapter.send(someone, message, 'key')).toMatchObject(delivery)
  expect(app.api.of('chat.postMessage')).toHaveLength(1)
})

test('a dead installation is told to the operator by the name of the variable', async () => {
  app.api.next('chat.postMessage', { error: 'token_revoked' })
  await app.adapter.send(someone, message, 'key')
  expect(app.logged).toContainEqual({
    level: 'error',
    facts: { error: 'token_revoked', variable: 'SLACK_BOT_TOKEN' },
    event: 'slack.installation-dead',
  })
})

test('a refused connection is certainly not delivered', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server.address())
  await new Promise((resolve) => server.close(resolve))
  const adapter = createSlack({ botToken: 'xoxb-test', signingSecret: 's', apiUrl: `http://127.0.0.1:${port}/api/` })
  expect(await adapter.send(someone, message, 'key')).toEqual({ status: 'later', afterMs: 5000, why: 'ECONNREFUSED' })
})

test('a call that is never answered is given up, and may have arrived', async () => {
  const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() }
  const client = onceClient({ botToken: 'xoxb-test', apiUrl: app.api.url, log: () => log }, 50)
  app.api.next('chat.postMessage', 'hang')
  expect(await send(client, someone, message, 'key', log)).toEqual({ status: 'unsure', why: 'TimeoutError' })
})

test('a message is rewritten by the ref that sending gave', async () => {
  expect(await app.adapter.update(someone, 'D1:1600000000.000009', message)).toEqual({
    status: 'sent',
    ref: 'D1:1600000000.000009',
  })
  expect(app.api.of('chat.update')[0]?.args).toMatchObject({ channel: 'D1', ts: '1600000000.000009' })
})

test.each(['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found'])(
  'an update answered %s is for a message that is gone',
  async (error) => {
    app.api.next('chat.update', { error })
    expect(await app.adapter.update(someone, 'D1:1600000000.000009', message)).toEqual({
      status: 'never',
      why: 'gone',
      detail: error,
    })
  },
)

test('a ref that is none of ours is gone, without a call', async () => {
  expect(await app.adapter.update(someone, 'nonsense', message)).toMatchObject({ status: 'never', why: 'gone' })
  expect(app.api.of('chat.update')).toEqual([])
})

test('a person is found by e-mail, a stranger and a deleted account are not', async () => {
  app.api.people.set('a@example.org', { id: 'U5', team_id: 'T1' })
  app.api.people.set('b@example.org', { id: 'U6', team_id: 'T1', deleted: true })
  expect(await app.adapter.find('a@example.org')).toEqual({ platform: 'slack', tenant: 'T1', user: 'U5' })
  expect(await app.adapter.find('b@example.org')).toBeUndefined()
  expect(await app.adapter.find('c@example.org')).toBeUndefined()
  app.api.next('users.lookupByEmail', { error: 'missing_scope' })
  await expect(app.adapter.find('a@example.org')).rejects.toThrow('missing_scope')
})

test('the log never holds what was written', async () => {
  app.api.next('chat.postMessage', { error: 'invalid_blocks' }, { status: 500 }, 'reset')
  for (const key of ['1', '2', '3']) await app.adapter.send(someone, { text: 'LỜI RIÊNG' }, key)
  expect(JSON.stringify(app.logged)).not.toContain('LỜI RIÊNG')
  expect(JSON.stringify(app.logged)).not.toContain('xoxb-test')
})

test('a message whose answer was lost is found again by its key, in the conversation and nowhere else', async () => {
  const about = { key: 'key', since: new Date(1_600_000_000_000) }
  const known = { ...someone, conversation: 'D7' }
  await app.adapter.send(someone, message, 'key')
  expect(await app.adapter.sought?.(known, about)).toEqual({ status: 'not-there' })
  expect(await app.adapter.sought?.(someone, { ...about, lastRef: 'DU1:1.1' })).toEqual({
    status: 'there',
    ref: 'DU1:1600000000.000001',
  })
  expect(await app.adapter.sought?.(someone, { ...about, key: 'other', lastRef: 'DU1:1.1' })).toEqual({
    status: 'not-there',
  })
  expect(await app.adapter.sought?.(someone, about)).toMatchObject({ status: 'unknown' })
  app.api.next('conversations.history', { status: 429, retryAfter: 3 })
  await expect(app.adapter.sought?.(known, about)).rejects.toThrow()
})
