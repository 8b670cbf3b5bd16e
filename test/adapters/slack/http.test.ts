import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type SlackApp, slackApp } from '../../support/slack-app.ts'
import { eventBody, messageEvent, postEvent, postInteraction, postSigned } from '../../support/slack-requests.ts'

const form = 'application/x-www-form-urlencoded'
let app: SlackApp
beforeAll(async () => {
  app = await slackApp()
})
afterAll(() => app.stop())
afterEach(async () => {
  // Whatever was thrown at it, the next request is answered.
  const challenge = await postEvent(app.url, { type: 'url_verification', challenge: 'still here' })
  expect(challenge).toEqual({ status: 200, body: '{"challenge":"still here"}' })
})

const good = JSON.stringify(eventBody(messageEvent('help')))

test('a body with a wrong signature is answered 401 and goes no further', async () => {
  expect((await postSigned(app.url, good, { secret: 'another' })).status).toBe(401)
  expect((await postSigned(app.url, good, { signature: 'v0=' })).status).toBe(401)
  expect((await postSigned(app.url, good, { signature: 'nonsense' })).status).toBe(401)
  expect((await fetch(app.url, { method: 'POST', body: good })).status).toBe(401)
  expect(app.received).toEqual([])
})

test('a signed body is refused six minutes after and six minutes before its time', async () => {
  expect((await postSigned(app.url, good, { secondsOff: -360 })).status).toBe(401)
  expect((await postSigned(app.url, good, { secondsOff: 360 })).status).toBe(401)
  expect(app.received).toEqual([])
})

test('a signed body is taken four minutes after and four minutes before its time', async () => {
  const event = JSON.stringify(eventBody({ type: 'team_join' }))
  expect((await postSigned(app.url, event, { secondsOff: -240 })).status).toBe(200)
  expect((await postSigned(app.url, event, { secondsOff: 240 })).status).toBe(200)
})

test.each([
  ['payload=null', form],
  ['payload=%22text%22', form],
  ['payload=%5B%5D', form],
  ['payload=%7Bbroken', form],
  ['payload=', form],
  ['nothing=known', form],
  ['command=%2Fdondoc', form],
  ['null', 'application/json'],
  ['[]', 'application/json'],
  ['{}', 'application/json'],
  ['{broken', 'application/json'],
  ['{"type":"event_callback","event":null}', 'application/json'],
  ['{"type":"event_callback","event_id":"Ev1","event":5}', 'application/json'],
  ['{"command":{}}', 'application/json'],
  ['{"type":"view_submission","user":{"id":"U1"}}', 'application/json'],
])('the signed but unreadable body %s (%s) is answered 400', async (body, contentType) => {
  expect((await postSigned(app.url, body, { contentType })).status).toBe(400)
  expect(app.received).toEqual([])
})

test('an empty body is answered 400', async () => {
  expect((await postSigned(app.url, '')).status).toBe(400)
})

test('a body over 1 MiB is answered 413', async () => {
  const big = JSON.stringify({ type: 'event_callback', text: 'x'.repeat(1024 * 1024) })
  expect((await postSigned(app.url, big)).status).toBe(413)
})

test('a body that never ends is answered 413 once it has gone on for too long', async () => {
  const status = await new Promise<string>((resolve, reject) => {
    const { hostname, port, pathname } = new URL(app.url)
    const socket = connect(Number(port), hostname)
    socket.on('data', (data) => resolve(data.toString().split('\r\n')[0] ?? ''))
    socket.on('error', reject)
    socket.write(`POST ${pathname} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
    // One byte over eight MiB, and then silence: there is nothing left unread when the answer comes.
    for (let sent = 0; sent < 128; sent += 1) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)
    socket.write('1\r\nx\r\n')
  })
  expect(status).toBe('HTTP/1.1 413 Payload Too Large')
})

test('a sender that hangs up in the middle does no harm', async () => {
  const { hostname, port, pathname } = new URL(app.url)
  const socket = connect(Number(port), hostname)
  await new Promise<void>((resolve) => socket.on('connect', resolve))
  socket.write(`POST ${pathname} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf`)
  socket.resetAndDestroy()
})

test('a payload that this app has no use for is answered 404, an event of that kind 200', async () => {
  expect(
    (await postInteraction(app.url, { type: 'shortcut', user: { id: 'U1', team_id: 'T1' }, team: { id: 'T1' } }))
      .status,
  ).toBe(404)
  expect((await postEvent(app.url, eventBody({ type: 'reaction_added', user: 'U1', item: {} }))).status).toBe(200)
  expect(app.received).toEqual([])
})

test("Slack's check of a command's address is answered 200", async () => {
  expect((await postSigned(app.url, 'ssl_check=1&token=x', { contentType: form, signature: '' })).status).toBe(200)
})
