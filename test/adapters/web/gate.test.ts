import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { mayEnter } from '../../../adapters/web/gate.ts'

type Asked = { readonly method?: string } & Readonly<Record<string, string>>

/** Whether a request with these headers comes in; where seats are picked without proof, only over loopback. */
function enters({ method = 'POST', ...headers }: Asked, loopbackOnly = false): boolean {
  const request = new IncomingMessage(new Socket())
  request.method = method
  Object.assign(request.headers, headers)
  return mayEnter(request, loopbackOnly)
}

it.each(['localhost', 'localhost:8080', 'dondoc.localhost:8080', '127.0.0.1', '127.10.20.30:80', '[::1]:8080'])(
  'where seats are picked without proof, %s is this machine',
  (host) => {
    expect(enters({ host }, true)).toBe(true)
  },
)

it.each([
  'example.org',
  'localhost.example.org',
  'notlocalhost',
  '127.0.0.1.example.org',
  'a127.0.0.1.example.org',
  '10.0.0.1',
  '[::2]',
])('where seats are picked without proof, %s is another, and comes in elsewhere', (host) => {
  expect(enters({ host }, true)).toBe(false)
  expect(enters({ host })).toBe(true)
})

it('without a host that makes sense nobody comes in', () => {
  expect(enters({})).toBe(false)
  expect(enters({ host: 'a b' })).toBe(false)
})

it('a page of the same origin comes in, behind a proxy that speaks TLS too', () => {
  const host = 'dondoc.example.org'
  for (const origin of ['http://dondoc.example.org', 'https://dondoc.example.org', 'https://dondoc.example.org:443'])
    expect(enters({ host, origin }), origin).toBe(true)
  expect(enters({ host: `${host}:443`, origin: `https://${host}` })).toBe(true)
  expect(enters({ host: `${host}:8443`, origin: `https://${host}:8443` })).toBe(true)
  // A port is taken off whole or not at all.
  expect(enters({ host: `${host}:8080`, origin: `http://${host}80` })).toBe(false)
})

it.each(['https://example.org', 'https://dondoc.example.org:8443', 'http://dondoc.example.org:4430', 'null', ''])(
  'a page of %j does not',
  (origin) => {
    expect(enters({ host: 'dondoc.example.org', origin })).toBe(false)
    expect(enters({ host: 'dondoc.example.org', origin, method: 'GET', 'sec-fetch-mode': 'navigate' })).toBe(false)
  },
)

it('what another site asks for without saying its origin comes in only where somebody followed a link', () => {
  const asked = { host: 'localhost', 'sec-fetch-site': 'cross-site' }
  expect(enters({ ...asked, method: 'GET', 'sec-fetch-mode': 'navigate' })).toBe(true)
  expect(enters({ ...asked, method: 'GET', 'sec-fetch-mode': 'no-cors' })).toBe(false)
  expect(enters({ ...asked, method: 'POST', 'sec-fetch-mode': 'navigate' })).toBe(false)
  expect(enters({ ...asked, 'sec-fetch-site': 'same-origin' })).toBe(true)
  expect(enters({ host: 'localhost' })).toBe(true)
})
