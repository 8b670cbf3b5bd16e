import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { mostFileBytes } from '../../../src/contract/inbound.ts'
import { htmlCopy, inChannel, markInChannel, typed } from '../../support/teams-activities.ts'
import { type FakeHost, fakeHost, startTeamsApp, type TeamsApp } from '../../support/teams-app.ts'
import { startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts'
import { startTeamsCloud, type TeamsCloud } from '../../support/teams-tokens.ts'

let cloud: TeamsCloud | undefined
let connector: TeamsConnector
let app: TeamsApp
let host: FakeHost
beforeEach(async () => {
  cloud ??= await startTeamsCloud()
  connector = await startTeamsConnector()
  host = fakeHost(({ from }) =>
    from.conversation?.includes(connector.url)
      ? { kind: 'message', message: { text: 'Đã nhận' } }
      : // Nobody is there to be answered.
        { kind: 'none' },
  )
  app = await startTeamsApp({ appId: 'app-1', appPassword: 'secret', auth: 'required' }, host, cloud.cloud)
})
afterEach(async () => {
  await app.close()
  await connector.close()
})
afterAll(() => cloud?.close())

const bytes = Buffer.from('%PDF-1.7 Công văn số 12')
const file = { name: 'Công văn.pdf', bytes }
const send = (activity: Record<string, unknown>) =>
  app.post(activity, { authorization: `Bearer ${cloud?.token('app-1', connector.url)}` })
const message = (attachments: readonly object[], more: object = {}) =>
  typed(connector.url, 'xem', { attachments: [...attachments, htmlCopy('xem')], ...more })
const outcome = () =>
  (host.heard.at(-1)?.files ?? []).map(({ missing, bytes: got }) => missing ?? Buffer.from(got ?? []).toString())
const gets = () => connector.requests.filter(({ method }) => method === 'GET')
const lost = () => host.logged.filter(({ event }) => event === 'teams.file-not-fetched').map(({ facts }) => facts)

test('a file comes with its bytes from an address that is its own key, which sees no token of ours', async () => {
  expect((await send(message([connector.files.keepFile(file)]))).status).toBe(200)
  expect(outcome()).toEqual([bytes.toString()])
  expect(gets()).toMatchObject([{ authorization: undefined }])
})

test('a picture comes from the connector, which gets our token', async () => {
  await send(message([connector.files.keepPicture({ bytes })]))
  expect(outcome()).toEqual([bytes.toString()])
  expect(host.heard.at(-1)?.files).toMatchObject([{ mediaType: 'image/*' }])
  expect(gets()).toMatchObject([{ authorization: 'Bearer bot-token' }])
})

test('a picture that is said to lie elsewhere gets no token of ours', async () => {
  const elsewhere = ['https://evil.example/x.png', connector.url.replace('127.0.0.1', 'localhost'), 'no address']
  await send(message(elsewhere.map((contentUrl) => ({ contentType: 'image/png', contentUrl }))))
  expect(outcome()).toEqual(['not-given', 'not-given', 'not-given'])
  expect(gets()).toEqual([])
})

test('what is larger than is taken is left', async () => {
  await send(message([connector.files.keepFile({ ...file, bytes: Buffer.alloc(mostFileBytes + 1) })]))
  expect(outcome()).toEqual(['too-large'])
})

test('a page to log in is no file, unless a page was sent', async () => {
  const page = { bytes, mediaType: 'text/html' }
  const names = ['a.pdf', 'a.html']
  await send(message(names.map((name) => connector.files.keepFile({ ...page, name }))))
  expect(outcome()).toEqual(['not-fetched', bytes.toString()])
})

test('in a channel nothing is fetched', async () => {
  await send(message([connector.files.keepFile(file)], inChannel))
  await send(typed(connector.url, 'xem', { ...inChannel, attachments: [htmlCopy('xem', markInChannel(0))] }))
  expect(host.heard.map(({ files = [] }) => files.map(({ missing }) => missing))).toEqual([
    ['not-given'],
    ['not-given'],
  ])
  expect(gets()).toEqual([])
})

test('of somebody whom Teams does not name nothing is fetched', async () => {
  await send(message([connector.files.keepFile(file)], { from: { id: '29:guest', name: 'Khách' } }))
  expect(host.heard).toMatchObject([{ outsider: 'unnamed' }])
  expect(gets()).toEqual([])
})

test('delivered again while it is fetched and after it, it is fetched and answered once', async () => {
  connector.next('hang')
  const activity = message([connector.files.keepFile(file), connector.files.keepFile(file)])
  const first = send(activity)
  await vi.waitUntil(() => gets().length === 2, { timeout: 10_000 })
  const second = send(activity)
  // Another delivery there and back: the second has had the time to arrive.
  await send(typed(connector.url, 'khác'))
  connector.cutHung()
  expect((await Promise.all([first, second, send(activity)])).map(({ status }) => status)).toEqual([200, 200, 200])
  expect(host.heard).toHaveLength(2)
  expect(outcome()).toEqual(['not-fetched', bytes.toString()])
  expect(gets()).toHaveLength(2)
  expect([...connector.messages.values()]).toHaveLength(2)
})

test('no line of the log holds an address, a token or a name of a file', async () => {
  connector.next({ status: 403 })
  await send(message([connector.files.keepFile(file)]))
  expect(lost()).toEqual([{ why: 'http 403' }])
  expect(JSON.stringify(host.logged)).not.toMatch(/tempauth|bot-token|Công văn/)
})

test('where the connector is no stand-in, a file on this machine or in its network is not asked for', async () => {
  const serviceUrl = 'https://smba.trafficmanager.example/amer/'
  const urls = [`${connector.url}x`, 'https://127.0.0.1/x', 'https://169.254.169.254/x', 'https://localhost:1/x']
  const attachments = urls.map((downloadUrl) => ({
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name: 'x.pdf',
    content: { downloadUrl },
  }))
  const activity = typed(serviceUrl, 'xem', { attachments })
  await app.post(activity, { authorization: `Bearer ${cloud?.token('app-1', serviceUrl)}` })
  expect(outcome()).toEqual(urls.map(() => 'not-fetched'))
  expect(lost()).toEqual([...['address', 'address', 'address'].map((why) => ({ why })), { why: 'NOT_PUBLIC' }])
  expect(gets()).toEqual([])
})
