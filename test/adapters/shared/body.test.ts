import { createServer, IncomingMessage, request } from 'node:http'
import { type AddressInfo, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseJson, readBody } from '../../../adapters/shared/body.ts'
import { respond } from '../../../adapters/shared/respond.ts'

const limits = { largest: 100, patience: 1000 }
let close = () => Promise.resolve()
afterEach(() => close())

/** A server that says what it read, and what each request became. */
async function serve() {
  const read: (string | number)[] = []
  const server = createServer(async (incoming, response) => {
    const body = await readBody(incoming, limits)
    read.push(typeof body === 'string' ? body : body.length)
    respond(response, body === 'too-large' ? 413 : 200, { read: read.at(-1) })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  close = () => {
    server.closeAllConnections()
    return new Promise<void>((done) => server.close(() => done()))
  }
  const { port } = server.address() as AddressInfo
  return { read, port }
}

/** Sends a body in pieces; resolves to the status and whether the connection is closed. */
function send(port: number, pieces: readonly string[], headers: Record<string, string> = {}, end?: 'never ends') {
  return new Promise<{ status: number | undefined; connection: string | undefined }>((done, failed) => {
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false }, (response) => {
      response.resume()
      done({ status: response.statusCode, connection: response.headers.connection })
    })
    sent.on('error', failed)
    for (const piece of pieces) sent.write(piece)
    if (end === undefined) sent.end()
  })
}

it('a body is read whole, in however many pieces it comes', async () => {
  const { read, port } = await serve()
  expect((await send(port, ['a'.repeat(60), 'b'.repeat(40)])).status).toBe(200)
  expect((await send(port, [])).status).toBe(200)
  expect(read).toEqual([100, 0])
})

it('what is too large is read to its end and refused; beyond patience it is refused unread', async () => {
  const { read, port } = await serve()
  const over = await send(port, ['a'.repeat(60), 'b'.repeat(41)])
  expect(over).toEqual({ status: 413, connection: 'close' })
  expect((await send(port, ['a'.repeat(1001)], { 'content-length': '1001' })).status).toBe(413)
  expect(read).toEqual(['too-large', 'too-large'])
})

it('whoever sends without end is answered in the middle of it', async () => {
  const { read, port } = await serve()
  const flood = Array.from({ length: 11 }, () => 'a'.repeat(100))
  expect(await send(port, flood, {}, 'never ends')).toEqual({ status: 413, connection: 'close' })
  expect(read).toEqual(['too-large'])
})

it('a body that breaks off is gone, and ends nothing', async () => {
  const { read, port } = await serve()
  const sent = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': '50' } })
  sent.on('error', () => {})
  sent.write('abc', () => sent.destroy())
  while (read.length === 0) await new Promise(setImmediate)
  expect(read).toEqual(['gone'])
})

describe('a pace', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  /** A request of which so many bytes come at the beginning of each second; what became of it. */
  async function coming(...bytes: readonly number[]) {
    const incoming = new IncomingMessage(new Socket())
    const body = readBody(incoming, { largest: 1_000, patience: 1_000, pace: { bytes: 10, everyMs: 3_000 } })
    for (const some of bytes) {
      if (some > 0) incoming.push(Buffer.alloc(some))
      await new Promise(setImmediate)
      vi.advanceTimersByTime(1_000)
    }
    if (!incoming.destroyed) incoming.push(null)
    const read = await body
    return typeof read === 'string' ? read : read.length
  }

  it('is kept by who sends so much in each span, however unevenly', async () => {
    expect(await coming(0, 0, 10, 10, 0, 0, 4, 3, 3)).toBe(30)
  })

  it('cuts off who stalls, and who sends a byte now and then', async () => {
    expect(await coming(900, 0, 0, 0, 0, 0)).toBe('gone')
    expect(await coming(900, 0, 0, 1, 1, 1)).toBe('gone')
  })
})

it('JSON is UTF-8 and nothing else', () => {
  expect(parseJson(Buffer.from('{"a":"ệ"}'))).toEqual({ a: 'ệ' })
  expect(parseJson(Buffer.from('{"a"'))).toBeUndefined()
  expect(parseJson(Buffer.from([0x22, 0xff, 0x22]))).toBeUndefined()
})
