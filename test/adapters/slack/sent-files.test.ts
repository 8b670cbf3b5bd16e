import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mostFileBytes, mostFilesFetched } from '../../../src/contract/inbound.ts'
import type { SlackAnswer } from '../../support/slack-api.ts'
import { type SlackApp, slackApp } from '../../support/slack-app.ts'
import { eventBody, messageEvent, postEvent } from '../../support/slack-requests.ts'

let app: SlackApp
beforeEach(async () => {
  app = await slackApp()
  app.answers({ kind: 'message', message: { text: 'Đã nhận' } })
})
afterEach(() => app.stop())

const bytes = Buffer.from('%PDF-1.7 Công văn số 12')
const file = { name: 'Công văn.pdf', mediaType: 'application/pdf', bytes }
const message = (files: readonly object[], more: object = {}) =>
  eventBody(messageEvent('xem', { subtype: 'file_share', files, ...more }))
const send = (...files: readonly object[]) => postEvent(app.url, message(files))
const given = () => app.received.at(-1)?.files ?? []
const outcome = () => given().map(({ missing, bytes: got }) => missing ?? Buffer.from(got ?? []).toString())
const lost = () => app.logged.filter(({ event }) => event === 'slack.file-not-fetched').map(({ facts }) => facts)

test('a file comes with its bytes, fetched with our token', async () => {
  expect((await send(app.api.keep(file))).status).toBe(200)
  expect(given()).toMatchObject([{ name: file.name, mediaType: file.mediaType, size: bytes.length }])
  expect(outcome()).toEqual([bytes.toString()])
  expect(lost()).toEqual([])
})

test('a file of which Slack tells the id alone is asked for', async () => {
  const { id } = { id: '', ...app.api.keep(file) }
  await send({ id, file_access: 'check_file_info' })
  expect(given()).toMatchObject([{ name: file.name }])
  expect(outcome()).toEqual([bytes.toString()])
})

test('without the scope Slack gives its login page, which is no file', async () => {
  app.api.scopes.delete('files:read')
  await send(app.api.keep(file))
  expect(outcome()).toEqual(['not-fetched'])
  expect(lost()).toEqual([{ why: 'another media type' }])
})

test('with a token that Slack does not know, the way to its login is not followed', async () => {
  await app.stop()
  app = await slackApp({ botToken: 'xoxb-other' })
  await send(app.api.keep(file))
  expect(outcome()).toEqual(['not-fetched'])
  expect(lost()).toEqual([{ why: 'http 302' }])
  expect(app.api.calls.filter(({ method }) => method !== 'auth.test')).toHaveLength(1)
})

const faults: readonly [string, SlackAnswer, object][] = [
  ['an error', { status: 500 }, { why: 'http 500' }],
  ['a rate limit', { status: 429, retryAfter: 9 }, { why: 'http 429' }],
  ['a broken connection', 'reset', { why: 'ECONNRESET' }],
]
test.each(faults)('%s costs that file alone', async (_, fault, fact) => {
  app.api.next('file', fault)
  await send(app.api.keep(file))
  await send(app.api.keep(file), app.api.keep(file))
  expect(app.received.map(({ files = [] }) => files.map(({ missing }) => missing))[0]).toEqual(['not-fetched'])
  expect(lost()).toEqual([fact])
})

test('a file that lies elsewhere gets no token of ours', async () => {
  const [own] = [app.api.keep(file)]
  const elsewhere = ['https://evil.example/x', 'https://slack.com.evil.example/x', 'http://files.slack.com/x']
  await send(own, ...elsewhere.map((url) => ({ id: 'F9', name: 'x.pdf', url_private: url })))
  expect(outcome()).toEqual([bytes.toString(), 'not-given', 'not-given', 'not-given'])
})

test('more than is taken is not asked for', async () => {
  const large = { ...file, size: mostFileBytes + 1 }
  const many = Array.from({ length: mostFilesFetched + 1 }, () => app.api.keep(file))
  await send(app.api.keep(large), ...many)
  expect(outcome()).toEqual(['too-large', ...many.slice(1).map(() => bytes.toString()), 'too-many'])
  expect(app.api.of('file')).toHaveLength(mostFilesFetched)
})

test('what is larger than Slack told is left', async () => {
  await send(app.api.keep({ ...file, bytes: Buffer.alloc(mostFileBytes + 1), size: 5 }))
  expect(outcome()).toEqual(['too-large'])
})

test('in a channel nothing is fetched', async () => {
  const mention = { type: 'app_mention', channel: 'C1', channel_type: undefined }
  await postEvent(app.url, message([app.api.keep(file)], mention))
  expect(app.received).toMatchObject([{ audience: 'shared', files: [{ name: file.name, missing: 'not-given' }] }])
  expect(app.api.of('file')).toEqual([])
})

test('of somebody who is none of ours nothing is fetched', async () => {
  await postEvent(app.url, message([app.api.keep(file)], { user_team: 'T9' }))
  expect(app.received).toMatchObject([{ outsider: 'other-tenant' }])
  expect(app.api.of('file')).toEqual([])
})

test('delivered again while it is fetched and after it, it is fetched and answered once', async () => {
  app.api.next('file', 'hang')
  const body = message([app.api.keep(file), app.api.keep(file)])
  const first = postEvent(app.url, body)
  await app.api.called('file', 2)
  const second = postEvent(app.url, body)
  // Another delivery there and back: the second has had the time to arrive.
  await postEvent(app.url, { type: 'url_verification', challenge: 'there and back' })
  expect(app.received).toEqual([])
  app.api.cutHung()
  expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([200, 200])
  expect((await postEvent(app.url, body)).status).toBe(200)
  expect(app.received).toHaveLength(1)
  expect(outcome()).toEqual(['not-fetched', bytes.toString()])
  expect(app.api.of('file')).toHaveLength(2)
  expect(app.api.of('chat.postMessage')).toHaveLength(1)
})

test('what had no answer yet is fetched and answered when it comes again', async () => {
  const reply = { kind: 'message', message: { text: 'Đã nhận' } } as const
  app.answers(() => ({ reply, repeated: false, provisional: true }))
  const body = message([app.api.keep(file)])
  await postEvent(app.url, body)
  app.answers(reply)
  await postEvent(app.url, body)
  await postEvent(app.url, body)
  expect(app.received).toHaveLength(2)
  expect(outcome()).toEqual([bytes.toString()])
  expect(app.api.of('chat.postMessage')).toHaveLength(2)
})

test('an answer that has to wait is given with the bytes when Slack delivers again', async () => {
  app.api.next('chat.postMessage', { status: 429, retryAfter: 30 })
  const body = message([app.api.keep(file)])
  expect((await postEvent(app.url, body)).status).toBe(500)
  expect((await postEvent(app.url, body)).status).toBe(200)
  expect(app.received).toHaveLength(2)
  expect(outcome()).toEqual([bytes.toString()])
})

test('no line of the log holds an address, a token or a name of a file', async () => {
  app.api.next('file', { status: 403 })
  await send(app.api.keep(file))
  await vi.waitUntil(() => lost().length > 0, { timeout: 60_000, interval: 10 })
  expect(JSON.stringify(app.logged)).not.toMatch(/files-pri|xoxb|Công văn/)
})
