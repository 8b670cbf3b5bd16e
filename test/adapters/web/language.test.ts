import { afterEach, expect, test } from 'vitest'
import { createWeb, type WebOptions } from '../../../adapters/web/index.ts'
import { accepted } from '../../../adapters/web/spoken.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { seats, sitDown } from '../../support/web-seats.ts'
import { webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(() => served?.stop())

/** Seats and banner say in which language they were asked for. */
async function serve(options: Partial<WebOptions> = {}) {
  const host = fakeHost(() => ({ kind: 'none' }))
  const web = createWeb({
    signIn: async () => undefined,
    locale: 'vi',
    seats: async (locale) => seats.map((seat) => ({ ...seat, roles: [locale] })),
    banner: (locale) => `banner ${locale}`,
    ...options,
  })
  served = await serveRoutes(web, host)
  return { origin: served.origin }
}

test.each([
  ['en', 'en'],
  ['en-GB,en;q=0.9,vi;q=0.8', 'en'],
  ['vi-VN, en;q=0.9', 'vi'],
  ['fr-FR, en;q=0.5, vi;q=0.7', 'vi'],
  ['en;q=0, vi;q=0.1', 'vi'],
  ['EN-us', 'en'],
  ['fr', undefined],
  ['*', undefined],
  ['', undefined],
] as const)('a browser that asks for %j is spoken to in %s', (header, language) => {
  expect(accepted(header)).toBe(language)
})

test('before anybody sits the browser’s language counts, seats and banner too, and else the committee’s', async () => {
  const { origin } = await serve()
  const told = async (language: string) =>
    (await webTab(origin).get('/web/session', { 'accept-language': language })).json
  expect(await told('en-GB')).toMatchObject({ locale: 'en', banner: 'banner en', seats: [{ roles: ['en'] }, {}] })
  expect(await told('fr')).toMatchObject({ locale: 'vi', banner: 'banner vi', seats: [{ roles: ['vi'] }, {}] })
})

test('what was chosen in the page comes before that, and nonsense does not', async () => {
  const { origin } = await serve()
  const told = async (locale: string) =>
    (await webTab(origin).get(`/web/session?locale=${locale}`, { 'accept-language': 'vi' })).json
  expect(await told('en')).toMatchObject({ locale: 'en', banner: 'banner en' })
  expect(await told('fr')).toMatchObject({ locale: 'vi', banner: 'banner vi' })
})

test('whoever sits has the language that they chose, in whatever browser it is', async () => {
  const chosen = new Map<string, 'vi' | 'en'>()
  const { origin } = await serve({ languageOf: async (user) => chosen.get(user) })
  const sat = await webTab(origin).post('/web/session', { user: 'bca' })
  expect(sat.json).toMatchObject({ person: { user: 'bca', locale: null } })
  const tab = await sitDown(origin, 'bca')
  const said = { id: 'd1', locale: 'vi', input: { kind: 'typed', text: 'x' } }
  expect((await tab.post('/web/inbound', said)).json).toEqual({ reply: { kind: 'none' }, repeated: false })

  chosen.set('bca', 'en')
  expect((await webTab(origin).post('/web/session', { user: 'bca' })).json).toMatchObject({ person: { locale: 'en' } })
  expect((await tab.get('/web/session', { 'accept-language': 'vi' })).json).toMatchObject({ locale: 'en' })
  expect((await tab.post('/web/inbound', { ...said, id: 'd2' })).json).toMatchObject({ locale: 'en' })
  expect((await tab.post('/web/history', {})).json).toMatchObject({ locale: 'en', banner: 'banner en' })
  expect((await tab.post('/web/history', { locale: 'vi' })).json).toMatchObject({ locale: 'vi', banner: 'banner vi' })
  expect((await (await sitDown(origin, 'dpv')).post('/web/history', {})).json).toMatchObject({ locale: 'vi' })
})
