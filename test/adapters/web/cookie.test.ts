import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { expect, it } from 'vitest'
import { decoded, linkCookie, linkOf } from '../../../adapters/web/cookie.ts'

function request(headers: Readonly<Record<string, string>> = {}): IncomingMessage {
  const asked = new IncomingMessage(new Socket())
  Object.assign(asked.headers, headers)
  return asked
}

it('the link is kept out of reach of scripts and of other sites, and over TLS sent over TLS alone', () => {
  expect(linkCookie(request(), 'a;b')).toBe('dondoc_link=a%3Bb; Path=/; HttpOnly; SameSite=Strict')
  expect(linkCookie(request({ 'x-forwarded-proto': 'https' }), 'a')).toBe(
    'dondoc_link=a; Path=/; HttpOnly; SameSite=Strict; Secure',
  )
  expect(linkCookie(request({ 'x-forwarded-proto': 'http' }), 'a')).not.toContain('Secure')
})

it('who leaves keeps none', () => {
  expect(linkCookie(request(), '')).toBe('dondoc_link=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0')
})

it('the link is found among other cookies, as it was kept', () => {
  const found = (cookie: string) => linkOf(request({ cookie }))
  expect(found('dondoc_link=a%3Bb')).toBe('a;b')
  expect(found('x=1; dondoc_link=a; y=2')).toBe('a')
  expect(found('other_dondoc_link=a')).toBeUndefined()
  expect(found('dondoc_link=')).toBeUndefined()
  expect(found('dondoc_link')).toBeUndefined()
  expect(found('dondoc_link=; dondoc_link=a')).toBe('a')
  expect(found('dondoc_link=%')).toBeUndefined()
  expect(linkOf(request())).toBeUndefined()
})

it('what is no percent-encoding is nothing', () => {
  expect(decoded('a%20b')).toBe('a b')
  expect(decoded('%')).toBeUndefined()
})
