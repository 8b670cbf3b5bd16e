import { afterEach, expect, test } from 'vitest'
import { createWeb } from '../../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { seats, sitDown } from '../../support/web-seats.ts'

let served: Served | undefined
afterEach(() => served?.stop())

const to = { platform: 'web', tenant: 'local', user: 'bca' }

test('a page hears of what another replica sent, once, and nothing twice of what came from here', async () => {
  const ledger: { user: string; ref: string }[] = []
  const asked: (readonly string[])[] = []
  const web = createWeb({
    seats: async () => seats,
    signIn: async () => undefined,
    locale: 'vi',
    sentSince: async (users) => {
      asked.push(users)
      return ledger.filter(({ user }) => users.includes(user))
    },
  })
  served = await serveRoutes(
    web,
    fakeHost(() => ({ kind: 'none' })),
  )
  const tab = await sitDown(served.origin, 'bca')
  const page = await tab.listen()
  expect(await page.next()).toBe(': listening')
  await web.send(to, { text: 'từ đây' }, 'here')
  expect(await page.next()).toContain('"ref":"here"')
  ledger.push({ user: 'bca', ref: 'here' }, { user: 'dpv', ref: 'of-another' })
  const looks = asked.length
  await expect.poll(() => asked.length).toBeGreaterThan(looks + 1)
  ledger.push({ user: 'bca', ref: 'there' })
  const after = asked.length
  expect(await page.next()).toBe('event: look\ndata: {}')
  await expect.poll(() => asked.length).toBeGreaterThan(after + 2)
  await web.send(to, { text: 'rồi' }, 'last')
  // Nothing was said in between.
  expect(await page.next()).toContain('"ref":"last"')
  expect(asked.every((users) => users.join() === 'bca')).toBe(true)
  page.stop()
})
