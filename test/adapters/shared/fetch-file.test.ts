import { createServer, type RequestListener, type Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { type Fetched, fetchFile, type Reach } from '../../../adapters/shared/fetch-file.ts'
import { heldBytes } from '../../../adapters/shared/held-bytes.ts'
import { isPublicAddress, publicLookup } from '../../../adapters/shared/public-address.ts'
import { mostFileBytes } from '../../../src/contract/inbound.ts'
import { portOf } from '../../support/listening.ts'

const open: Server[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.closeAllConnections()
})

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  open.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return `http://127.0.0.1:${portOf(server.address())}/secret-path`
}

const all = 4 * mostFileBytes
type More = {
  readonly reach?: Reach
  readonly most?: number
  readonly signal?: AbortSignal
  readonly takes?: () => boolean
}
async function fetched(url: string, { most = all, ...more }: More = {}): Promise<Fetched> {
  const held = heldBytes(most)
  const limits = { reach: 'loopback', signal: AbortSignal.timeout(20_000), ...more } as const
  const got = await fetchFile({ url, headers: { authorization: 'Bearer t' } }, { ...limits, held })
  // Whatever happened, only what was given out is still counted.
  const kept = 'bytes' in got ? got.bytes.length : 0
  expect(held.take(most - kept)).toBe(true)
  return got
}

test('a file comes byte for byte, asked for with its headers', async () => {
  const asked: unknown[] = []
  const url = await serve((request, response) => {
    asked.push(request.headers.authorization)
    response.end(Buffer.from([0, 255, 10, 13, 0]))
  })
  expect(await fetched(url)).toEqual({ bytes: Buffer.from([0, 255, 10, 13, 0]) })
  expect(asked).toEqual(['Bearer t'])
})

test('a file as large as is taken comes whole, also in pieces of which nobody told the sum', async () => {
  const url = await serve((_, response) => void response.write(Buffer.alloc(mostFileBytes), () => response.end()))
  const got = await fetched(url)
  expect('bytes' in got && got.bytes.length).toBe(mostFileBytes)
})

test.each([true, false])('what is too large is left at once, told before (%s) or not', async (told) => {
  let sent = 0
  const url = await serve((_, response) => {
    if (told) response.setHeader('content-length', 1e12)
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024))) sent += 1
    }
    response.on('drain', more)
    more()
  })
  expect(await fetched(url)).toMatchObject({ missing: 'too-large' })
  expect(sent).toBeLessThan(64)
})

test('an answer that breaks off is no file', async () => {
  const url = await serve((_, response) => {
    response.setHeader('content-length', 10)
    response.write('12345', () => response.destroy())
  })
  expect(await fetched(url)).toMatchObject({ missing: 'not-fetched' })
})

test('an answer that never ends is left when the time is up', async () => {
  const gone = new AbortController()
  const url = await serve((_, response) => void response.write('1', () => gone.abort()))
  expect(await fetched(url, { signal: gone.signal })).toEqual({ missing: 'not-fetched', why: 'too slow' })
})

test('a redirect is not followed', async () => {
  let asked = 0
  const url = await serve((_, response) => {
    asked += 1
    response.writeHead(302, { location: '/' }).end()
  })
  expect(await fetched(url)).toEqual({ missing: 'not-fetched', why: 'http 302' })
  expect(asked).toBe(1)
})

test.each([
  ['of another type', { 'content-type': 'text/html; charset=utf-8' }, 'another media type'],
  ['packed', { 'content-encoding': 'gzip' }, 'encoded'],
])('an answer %s is no file', async (_, headers, why) => {
  const url = await serve((_, response) => void response.writeHead(200, headers).end('x'))
  expect(await fetched(url, { takes: () => why === 'encoded' })).toEqual({ missing: 'not-fetched', why })
})

test('what would be too much at once is not fetched', async () => {
  const url = await serve((_, response) => void response.end('12345'))
  expect(await fetched(url, { most: 4 })).toEqual({ missing: 'not-fetched', why: 'too much at once' })
})

test.each<readonly [Reach, readonly string[]]>([
  ['loopback', ['https://files.slack.com/x', 'ftp://127.0.0.1/x', 'no address', '']],
  ['known', ['http://files.slack.com/x', 'file:///etc/passwd', 'http://127.0.0.1/x']],
  [
    'public',
    [
      'http://a.sharepoint.com/x',
      'https://127.0.0.1/x',
      'https://10.0.0.1/x',
      'https://2130706433/x',
      'https://[::1]/x',
    ],
  ],
])('%s: an address that may not be asked is not', async (reach, urls) => {
  for (const url of urls) expect(await fetched(url, { reach }), url).toEqual({ missing: 'not-fetched', why: 'address' })
})

test('a name that leads to this machine is refused when the connection asks for it', async () => {
  expect(await fetched('https://localhost:1/x', { reach: 'public' })).toEqual({
    missing: 'not-fetched',
    why: 'NOT_PUBLIC',
  })
})

test('a name of this machine gives no address to a connection that asks for one or for all', async () => {
  for (const options of [{}, { all: true }]) {
    const error = await new Promise((done) => publicLookup('localhost', options, done))
    expect(error).toMatchObject({ code: 'NOT_PUBLIC' })
  }
})

test.each([
  [true, ['8.8.8.8', '52.104.1.1', '172.32.0.1', '100.128.0.1', '2620:1ec:a92::1', '2a02::1']],
  [
    false,
    [
      ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.2', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
      ...['192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fc00::1', 'ff02::1'],
      ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'x', ''],
    ],
  ],
])('addresses of the public net (%s) are told from all others', (expected, addresses) => {
  for (const address of addresses) expect(isPublicAddress(address), address).toBe(expected)
})
