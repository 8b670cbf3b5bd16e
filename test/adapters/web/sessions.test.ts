import { afterEach, expect, test } from 'vitest'
import { createWeb, type WebOptions } from '../../../adapters/web/index.ts'
import { createSessions, memoryStore } from '../../../adapters/web/sessions.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { enterByLink, seats, sitDown } from '../../support/web-seats.ts'
import { statusOf, webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(() => served?.stop())

const said = { id: 'd1', input: { kind: 'typed', text: 'tình hình' } }

async function serve(options: Partial<WebOptions> = {}) {
  const host = fakeHost(() => ({ kind: 'none' }))
  served = await serveRoutes(createWeb({ signIn: async () => undefined, locale: 'vi', ...options }), host)
  return { host, origin: served.origin, port: served.port }
}

const demo = { seats: async () => seats, banner: () => 'Dữ liệu mẫu' }

test('a page learns the seats, the banner, the language and the zone before anybody sits', async () => {
  const { origin } = await serve(demo)
  expect((await webTab(origin).get('/web/session')).json).toEqual({
    person: null,
    linked: null,
    seats,
    locale: 'vi',
    banner: 'Dữ liệu mẫu',
    timeZone: 'Asia/Ho_Chi_Minh',
  })
})

test('two tabs of one browser sit in two seats at once', async () => {
  const { host, origin } = await serve(demo)
  const coordinator = await sitDown(origin, 'dpv')
  const member = await sitDown(origin, 'bca')
  await coordinator.post('/web/inbound', said)
  await member.post('/web/inbound', said)
  await coordinator.post('/web/inbound', { ...said, id: 'd2' })
  expect(host.inbound.map((one) => one.from.user)).toEqual(['dpv', 'bca', 'dpv'])
  expect(host.inbound[1]).toMatchObject({ from: { platform: 'web', tenant: 'local' }, name: 'Đại diện Bộ Công an' })
})

test('a seat that is not on the list cannot be taken', async () => {
  const { origin } = await serve(demo)
  expect((await webTab(origin).post('/web/session', { user: 'chu-tich' })).status).toBe(404)
})

test('where seats may not be picked, none is listed and none can be taken', async () => {
  const { origin } = await serve()
  expect((await webTab(origin).get('/web/session')).json).toMatchObject({ seats: null })
  expect((await webTab(origin).post('/web/session', { user: 'dpv' })).status).toBe(403)
})

test('without a session nothing can be said, read or heard', async () => {
  const { host, origin } = await serve(demo)
  for (const tab of [webTab(origin), webTab(origin, 'made-up')]) {
    expect((await tab.post('/web/inbound', said)).status).toBe(401)
    expect((await tab.post('/web/history', '{}')).status).toBe(401)
    expect((await tab.get('/web/events')).status).toBe(401)
  }
  expect(host.inbound).toEqual([])
})

test('a tab that leaves is nobody', async () => {
  const { origin } = await serve(demo)
  const tab = await sitDown(origin, 'bca')
  await tab.post('/web/session', { leave: true })
  expect((await tab.post('/web/inbound', said)).status).toBe(401)
})

const links = (good: Map<string, { user: string; name: string }>) => ({
  signIn: async (token: string) => good.get(token),
})

test('who leaves takes the access link’s cookie away, so that nobody enters by it after them', async () => {
  const person = { user: 'bca', name: 'Bộ Công an' }
  const { origin } = await serve({ signIn: async (token) => (token === 'good' ? person : undefined) })
  const { tab } = await enterByLink(origin, 'dondoc_link=good')
  const left = await tab.post('/web/session', { leave: true }, { cookie: 'dondoc_link=good' })
  expect(left.headers.get('set-cookie')).toMatch(/^dondoc_link=; Path=\/;.*Max-Age=0/)
  expect((await tab.post('/web/inbound', said)).status).toBe(401)
})

test('an access link leaves a strict cookie that scripts cannot read, and goes on to the page', async () => {
  const { origin } = await serve(links(new Map([['tốt', { user: 'an', name: 'Nguyễn Văn An' }]])))
  const got = await webTab(origin).get(`/enter/${encodeURIComponent('tốt')}`)
  expect(got.status).toBe(303)
  expect(got.headers.get('location')).toBe('/')
  const cookie = got.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
  const { got: sat, tab } = await enterByLink(origin, cookie.split(';')[0] ?? '')
  expect(sat.json).toMatchObject({ person: { user: 'an', name: 'Nguyễn Văn An' } })
  expect((await tab.post('/web/inbound', said)).status).toBe(200)
})

test('behind a TLS proxy the cookie is for TLS alone', async () => {
  const { origin } = await serve(links(new Map([['t', { user: 'an', name: 'An' }]])))
  const got = await webTab(origin).get('/enter/t', { 'x-forwarded-proto': 'https' })
  expect(got.headers.get('set-cookie')).toMatch(/; Secure$/)
})

test('a wrong access link gives the page with 403 and no cookie', async () => {
  const { origin } = await serve(links(new Map()))
  for (const path of ['/enter/wrong', '/enter/', '/enter/%ff', `/enter/${'x'.repeat(600)}`]) {
    const got = await webTab(origin).get(path)
    expect(got.status).toBe(403)
    expect(got.headers.get('set-cookie')).toBeNull()
    expect(got.text).toContain('/web/app.js')
  }
})

test('a link that is revoked ends the sessions that began with it', async () => {
  const good = new Map([['t', { user: 'an', name: 'An' }]])
  const { host, origin } = await serve(links(good))
  const { tab } = await enterByLink(origin, 'dondoc_link=t')
  expect((await tab.post('/web/history', '{}')).status).toBe(200)
  good.clear()
  expect((await tab.post('/web/inbound', said)).status).toBe(401)
  expect(host.inbound).toEqual([])
  expect((await enterByLink(origin, 'dondoc_link=t')).got.status).toBe(401)
})

test('a link that came to belong to somebody else does not turn an open tab into them', async () => {
  const good = new Map([['t', { user: 'an', name: 'An' }]])
  const { origin } = await serve(links(good))
  const { tab } = await enterByLink(origin, 'dondoc_link=t')
  good.set('t', { user: 'binh', name: 'Bình' })
  expect((await tab.post('/web/history', '{}')).status).toBe(401)
})

test('requests of one tab at the same time do not lose it its session', async () => {
  const { origin } = await serve(links(new Map([['t', { user: 'an', name: 'An' }]])))
  const { tab } = await enterByLink(origin, 'dondoc_link=t')
  const got = await Promise.all(Array.from({ length: 20 }, () => tab.post('/web/history', '{}')))
  expect(new Set(got.map((one) => one.status))).toEqual(new Set([200]))
})

test('when too many tabs sit in one process’s memory, the oldest has to enter again', async () => {
  const sessions = createSessions(memoryStore(async () => undefined, 2))
  const bearer = (id: string) => Object.assign(Object.create(null), { headers: { authorization: `Bearer ${id}` } })
  const a = await sessions.open({ user: 'a', name: 'A' })
  const b = await sessions.open({ user: 'b', name: 'B' })
  await sessions.open({ user: 'c', name: 'C' })
  expect(await sessions.of(bearer(a))).toBeUndefined()
  expect((await sessions.of(bearer(b)))?.user).toBe('b')
})

test('a tab sits on every replica at once, and leaves all of them', async () => {
  const store = memoryStore(async () => undefined)
  const first = await serve({ ...demo, sessions: store })
  const stopFirst = served
  const second = await serve({ ...demo, sessions: store })
  try {
    const tab = await sitDown(first.origin, 'bca')
    const session = tab.session
    const other = webTab(second.origin, session)
    expect((await other.post('/web/inbound', said)).status).toBe(200)
    expect(second.host.inbound.map(({ from }) => from.user)).toEqual(['bca'])
    await other.post('/web/session', { leave: true })
    expect((await tab.post('/web/inbound', said)).status).toBe(401)
  } finally {
    await stopFirst?.stop()
  }
})

const form = { 'content-type': 'application/json' }

test.each([
  ['another site', { origin: 'http://example.org' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a cross-site request without an origin', { 'sec-fetch-site': 'cross-site' }],
])('a request from %s is refused', async (_who, headers) => {
  const { port } = await serve(demo)
  expect(await statusOf(port, 'POST', '/web/session', { ...form, ...headers }, '{"user":"dpv"}')).toBe(403)
  expect(await statusOf(port, 'GET', '/web/session', headers)).toBe(403)
})

test('the page of this very address is let in, also when a proxy in front of it speaks TLS', async () => {
  const { port } = await serve()
  const host = { host: 'chat.example' }
  expect(await statusOf(port, 'GET', '/web/session', { ...host, origin: 'https://chat.example' })).toBe(200)
  expect(await statusOf(port, 'GET', '/web/session', { ...host, origin: 'https://evil.example' })).toBe(403)
})

test('where seats are picked, only the names of this machine are answered to', async () => {
  const { port } = await serve(demo)
  for (const host of ['localhost:3978', '127.0.0.1', '[::1]:3978']) {
    expect(await statusOf(port, 'GET', '/web/session', { host })).toBe(200)
  }
  for (const host of ['rebound.example', '127.0.0.1.example', '10.0.0.5:3978']) {
    expect(await statusOf(port, 'GET', '/web/session', { host })).toBe(403)
    expect(await statusOf(port, 'GET', '/', { host })).toBe(403)
  }
})

test('a link followed from another site opens the page', async () => {
  const { port } = await serve(demo)
  const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
  expect(await statusOf(port, 'GET', '/', headers)).toBe(200)
})
