import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { scripts } from '../../../adapters/web/files.ts'
import { createWeb } from '../../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(() => served?.stop())

async function serve() {
  const web = createWeb({ signIn: async () => undefined, locale: 'vi' })
  served = await serveRoutes(
    web,
    fakeHost(() => ({ kind: 'none' })),
  )
  return { web, tab: webTab(served.origin) }
}

const folder = new URL('../../../adapters/web/page/', import.meta.url)
const source = (name: string) => readFileSync(new URL(name, folder), 'utf8')

test('the page may load and run nothing but its own files', async () => {
  const { tab } = await serve()
  const policy = (await tab.get('/')).headers.get('content-security-policy') ?? ''
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"]),
  )
  // Pictures come in the answers themselves.
  expect(policy.split('; ').filter((part) => part.startsWith('img-src'))).toEqual(["img-src 'self' blob:"])
  expect(policy).not.toMatch(/unsafe|data:|https?:|\*/)
  expect(source('index.html')).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="|https?:/)
})

test.each([
  ['/', 'text/html; charset=utf-8'],
  ['/web/app.js', 'text/javascript; charset=utf-8'],
  ['/web/texts.js', 'text/javascript; charset=utf-8'],
  ['/web/style.css', 'text/css; charset=utf-8'],
  ['/web/icon.svg', 'image/svg+xml'],
])('%s is served as %s and not sniffed', async (path, type) => {
  const { tab } = await serve()
  const got = await tab.get(path)
  expect(got.status).toBe(200)
  expect(got.headers.get('content-type')).toBe(type)
  expect(got.headers.get('x-content-type-options')).toBe('nosniff')
})

test('a file that has not changed is not sent again', async () => {
  const { tab } = await serve()
  const etag = (await tab.get('/web/app.js')).headers.get('etag') ?? ''
  const again = await tab.get('/web/app.js', { 'if-none-match': etag })
  expect([again.status, again.text]).toEqual([304, ''])
  // Who takes no packed bytes gets the same words by another tag.
  const plain = await tab.get('/web/app.js', { 'accept-encoding': 'identity' })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(plain.text).toBe((await tab.get('/web/app.js')).text)
  expect(plain.headers.get('etag')).not.toBe(etag)
  expect(Number((await tab.get('/web/app.js')).headers.get('content-length'))).toBeLessThan(plain.text.length / 2)
})

test('every script of the page is served, and every import of one is among them', async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect([...scripts].toSorted()).toEqual(files.toSorted())
  for (const name of files) {
    for (const [, imported = ''] of source(name).matchAll(/from '(\.[^']+\.js)'/g))
      expect(scripts).toContain(posix.join(posix.dirname(name), imported))
  }
})

test('no script of the page makes mark-up out of text', () => {
  for (const name of scripts) {
    expect(source(name)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b/)
  }
})

test('the outbox may send as fast as it likes, and nobody is found by e-mail', async () => {
  const { web } = await serve()
  expect(web.pace).toEqual({ perSecond: 1000, inFlight: 32, local: true })
  expect(await web.find('an@example.org')).toBeUndefined()
})
