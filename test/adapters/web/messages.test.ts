import { afterEach, expect, test, vi } from 'vitest'
import { createWeb, type WebOptions } from '../../../adapters/web/index.ts'
import type { Reply } from '../../../src/contract/reply.ts'
import { manyProvisions } from '../../support/many-provisions.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { enterByLink, seats, sitDown } from '../../support/web-seats.ts'
import { webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(async () => {
  await served?.stop()
  vi.useRealTimers()
})

async function serve(reply: () => Reply = () => ({ kind: 'none' }), options: Partial<WebOptions> = {}) {
  const host = fakeHost(reply)
  const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi', ...options })
  served = await serveRoutes(web, host)
  return { host, web, origin: served.origin }
}

const to = (user: string) => ({ platform: 'web', tenant: 'local', user })
const hello: Reply = { kind: 'message', message: { text: 'Kính chào' } }

test('what a page says reaches the core as it was said, and the answer comes back as it is', async () => {
  const { host, origin } = await serve(() => hello)
  const tab = await sitDown(origin, 'bca')
  const input = { kind: 'filled', intent: { kind: 'record.save', round: 'r' }, values: { a: '<b>&\n', b: ['x', 'y'] } }
  const got = await tab.post('/web/inbound', { id: 'd1', locale: 'en', input })
  expect(got.json).toEqual({ reply: hello, repeated: false })
  expect(host.inbound).toEqual([
    { id: 'bca/d1', from: to('bca'), audience: 'private', name: 'Đại diện Bộ Công an', locale: 'en', input },
  ])
})

test('a retry carries its first delivery id and gets the first answer', async () => {
  const { host, origin } = await serve(() => hello)
  const tab = await sitDown(origin, 'bca')
  const said = { id: 'same', input: { kind: 'pressed', intent: { kind: 'home.show' } } }
  await tab.post('/web/inbound', said)
  expect((await tab.post('/web/inbound', said)).json).toEqual({ reply: hello, repeated: true })
  expect(host.inbound.map((one) => one.id)).toEqual(['bca/same', 'bca/same'])
})

test('nobody gets the stored answer to somebody else by naming their delivery id', async () => {
  const { host, origin } = await serve(() => hello)
  const said = { id: 'same', input: { kind: 'pressed', intent: { kind: 'home.show' } } }
  await (await sitDown(origin, 'bca')).post('/web/inbound', said)
  expect((await (await sitDown(origin, 'dpv')).post('/web/inbound', said)).json).toMatchObject({ repeated: false })
  expect(new Set(host.inbound.map((one) => one.id)).size).toBe(2)
})

test.each([
  ['no JSON', '{"id":'],
  ['null', 'null'],
  ['bytes that are no UTF-8', Buffer.from('{"id":"a","input":{"kind":"typed","text":"\xff"}}', 'latin1')],
  ['no id', { input: { kind: 'typed', text: 'x' } }],
  ['an overlong id', { id: 'x'.repeat(201), input: { kind: 'typed', text: 'x' } }],
  ['an unknown kind', { id: 'a', input: { kind: 'shouted', text: 'x' } }],
  ['an uninstall', { id: 'a', input: { kind: 'left' } }],
  ['a language nobody here speaks', { id: 'a', locale: 'fr', input: { kind: 'typed', text: 'x' } }],
  ['a value that is a number', { id: 'a', input: { kind: 'filled', intent: {}, values: { n: 3 } } }],
])('%s is answered 400 and goes no further', async (_what, body) => {
  const { host, origin } = await serve()
  expect((await (await sitDown(origin, 'bca')).post('/web/inbound', body)).status).toBe(400)
  expect(host.inbound).toEqual([])
})

test('a body over 1 MiB is answered 413, one just under it is taken', async () => {
  const { host, origin } = await serve()
  const tab = await sitDown(origin, 'bca')
  const said = (length: number) => ({ id: `d${length}`, input: { kind: 'typed', text: 'x'.repeat(length) } })
  expect((await tab.post('/web/inbound', said(1024 * 1024))).status).toBe(413)
  expect((await tab.post('/web/inbound', said(1024 * 1024 - 100))).status).toBe(200)
  expect(host.inbound).toHaveLength(1)
})

test('a body that is not called JSON is answered 415', async () => {
  const { origin } = await serve()
  const tab = await sitDown(origin, 'bca')
  expect((await tab.post('/web/inbound', 'id=1', { 'content-type': 'text/plain' })).status).toBe(415)
})

test('an answer that fails is a 500 with nothing of the fault in it, and is logged', async () => {
  const { host, origin } = await serve(() => {
    throw new Error('secret words')
  })
  const got = await (await sitDown(origin, 'bca')).post('/web/inbound', {
    id: 'a',
    input: { kind: 'typed', text: 'x' },
  })
  expect(got.status).toBe(500)
  expect(got.text).not.toContain('secret')
  expect(host.errors).toEqual(['web.failed'])
})

test('the history is what the ledger holds for this person', async () => {
  const { host, origin } = await serve(undefined, { banner: () => 'Dữ liệu mẫu' })
  const letter = { kind: 'sent' as const, ref: 'k1', at: '2020-06-16T01:00:00Z', message: { text: 'Kính gửi' } }
  host.entries.set('bca', [letter])
  const mine = await (await sitDown(origin, 'bca')).post('/web/history', '{}')
  expect(mine.json).toEqual({ entries: [letter], locale: 'vi', banner: 'Dữ liệu mẫu' })
  expect((await (await sitDown(origin, 'dpv')).post('/web/history', '{}')).json).toMatchObject({ entries: [] })
  expect(host.asked.map((one) => one.to)).toEqual([to('bca'), to('dpv')])
})

test('a draft to be read whole comes compressed and is kept by nobody, to whom the core gives it', async () => {
  const { host, origin } = await serve()
  const id = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
  const provisions = manyProvisions(2000).map((one) => ({ ...one, label: '' }))
  const read = { id, heading: 'Dự thảo ND-DLCN, bản 1', facts: [], provisions, places: [], remarks: [] }
  host.documents.set(`bca ${id}`, read)
  const tab = await sitDown(origin, 'bca')
  const got = await tab.post('/web/document', { id })
  expect(got.json).toEqual(read)
  expect(got.headers.get('content-encoding')).toBe('gzip')
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect(got.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(Number(got.headers.get('content-length'))).toBeLessThan(JSON.stringify(read).length / 4)
  expect((await tab.post('/web/document', { id }, { 'accept-encoding': 'identity' })).json).toEqual(read)
  expect((await (await sitDown(origin, 'dpv')).post('/web/document', { id })).status).toBe(404)
  expect((await tab.post('/web/document', { id: '../x' })).status).toBe(400)
  expect((await tab.post('/web/document', { id }, { origin: 'https://example.org' })).status).toBe(403)
  expect((await webTab(origin, 'none').post('/web/document', { id })).status).toBe(401)
})

test('what a picker offers comes from the core to whoever is signed in, and nothing to anybody else', async () => {
  const { host, origin } = await serve()
  const found = { options: [{ value: 'a', label: 'Bộ Tư pháp' }], more: 3, said: 'Còn 3.' }
  const asked: unknown[] = []
  Object.assign(host, {
    options: async (...one: unknown[]) => {
      asked.push(one)
      return found
    },
  })
  const tab = await sitDown(origin, 'bca')
  const got = await tab.post('/web/options', { from: 'people', typed: 'bo tu phap' })
  expect([got.status, got.json]).toEqual([200, found])
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect(got.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect(asked).toEqual([[to('bca'), 'people', 'bo tu phap', 60]])
  for (const body of [
    { from: 'everything', typed: '' },
    { from: 'people' },
    { from: 'people', typed: 'x'.repeat(2000) },
  ])
    expect((await tab.post('/web/options', body)).status).toBe(400)
  expect((await webTab(origin, 'none').post('/web/options', { from: 'people', typed: '' })).status).toBe(401)
  expect((await tab.post('/web/options', { from: 'people', typed: '' }, { origin: 'https://a.vn' })).status).toBe(403)
  expect(asked).toHaveLength(1)
})

test('an instant that no database has is refused, and words that are looked for are handed on', async () => {
  const { host, origin } = await serve(undefined)
  const tab = await sitDown(origin, 'bca')
  for (const upTo of ['0000-01-01T00:00:00Z', 'yesterday'])
    expect((await tab.post('/web/history', { upTo })).status).toBe(400)
  expect((await tab.post('/web/history', { upTo: '2020-06-16T02:00:00.000Z', find: ' Điều 5 ' })).status).toBe(200)
  expect(host.asked.map((one) => one.wanted)).toEqual([
    { limit: 100, upTo: '2020-06-16T02:00:00.000Z', find: 'Điều 5' },
  ])
})

test('a notification and its update reach every open tab of the person and no other', async () => {
  const { web, origin } = await serve()
  const listening = await Promise.all(['bca', 'bca', 'dpv'].map(async (user) => (await sitDown(origin, user)).listen()))
  for (const each of listening) expect(await each.next()).toBe(': listening')
  expect(await web.send(to('bca'), { text: 'Hạn 30/06\n\nevent: x' }, 'k1')).toEqual({ status: 'sent', ref: 'k1' })
  expect(await web.update(to('bca'), 'k1', { text: 'Đã trả lời' })).toEqual({ status: 'sent', ref: 'k1' })
  await web.send(to('dpv'), { text: 'Báo cáo' }, 'k2')
  const [one, other, coordinator] = listening
  const sent = `event: sent\ndata: ${JSON.stringify({ ref: 'k1', message: { text: 'Hạn 30/06\n\nevent: x' } })}`
  const updated = `event: updated\ndata: ${JSON.stringify({ ref: 'k1', message: { text: 'Đã trả lời' } })}`
  expect([await one?.next(), await one?.next()]).toEqual([sent, updated])
  expect([await other?.next(), await other?.next()]).toEqual([sent, updated])
  expect(await coordinator?.next()).toContain('k2')
})

test('a notification to somebody without an open page is sent all the same: the ledger keeps it', async () => {
  const { web } = await serve()
  expect(await web.send(to('bca'), { text: 'x' }, 'k9')).toEqual({ status: 'sent', ref: 'k9' })
})

test('an open line is kept warm, and ends when its access link is revoked', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const good = new Map([['t', { user: 'an', name: 'An' }]])
  const { origin } = await serve(undefined, { signIn: async (token) => good.get(token) })
  const { tab } = await enterByLink(origin, 'dondoc_link=t')
  const line = await tab.listen()
  await line.next()
  vi.advanceTimersByTime(20_000)
  expect(await line.next()).toBe(': still here')
  good.clear()
  vi.advanceTimersByTime(20_000)
  expect(await line.next()).toBeUndefined()
})

test('stopping ends the open lines', async () => {
  const { web, origin } = await serve()
  const line = await (await sitDown(origin, 'bca')).listen()
  await line.next()
  await web.stop()
  expect(await line.next()).toBeUndefined()
})

test('a seventeenth tab of one person takes the line of the first', async () => {
  const { web, origin } = await serve()
  const tab = await sitDown(origin, 'bca')
  const lines = []
  for (let at = 0; at < 17; at += 1) {
    const line = await tab.listen()
    await line.next()
    lines.push(line)
  }
  await web.send(to('bca'), { text: 'x' }, 'k1')
  expect(await lines[0]?.next()).toBeUndefined()
  expect(await lines[1]?.next()).toContain('k1')
  expect(await lines[16]?.next()).toContain('k1')
})

test('a page is told to whom the core gives it, and an address that is none is a page that there is not', async () => {
  const { host, origin } = await serve()
  const place = { page: 'today' } as const
  const page = {
    place,
    under: 'today',
    title: 'Thứ Ba',
    trail: [],
    lead: [],
    buttons: [],
    main: [],
    aside: [],
  } as const
  host.pages.set('bca today', page)
  const tab = await sitDown(origin, 'bca')
  const got = await tab.post('/web/page', { place, locale: 'vi' })
  expect(got.json).toEqual(page)
  expect(got.headers.get('cache-control')).toBe('no-store')
  expect((await tab.post('/web/page', { locale: 'vi' })).json).toEqual([])
  expect((await (await sitDown(origin, 'dpv')).post('/web/page', { place })).status).toBe(404)
  for (const none of [
    { page: 'nowhere' },
    { page: 'round', round: '../x' },
    { page: 'plan', year: 'x' },
    null,
    'today',
    7,
  ])
    expect((await tab.post('/web/page', { place: none })).status, JSON.stringify(none)).toBe(404)
  expect((await tab.post('/web/page', { place, locale: 'fr' })).status).toBe(400)
  expect((await tab.post('/web/page', { place }, { origin: 'https://example.org' })).status).toBe(403)
  expect((await webTab(origin, 'none').post('/web/page', { place })).status).toBe(401)
})
