import { readFileSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { heldBytes, sharesOf } from '../../../adapters/shared/held-bytes.ts'
import { createWeb } from '../../../adapters/web/index.ts'
import { mostTogether, readParts } from '../../../adapters/web/parts.ts'
import { mostFileBytes, mostFilesFetched } from '../../../src/contract/inbound.ts'
import { closeServer, portOf } from '../../support/listening.ts'
import { fakeHost, type Served, serveRoutes } from '../../support/web-host.ts'
import { seats, sitDown } from '../../support/web-seats.ts'
import { inParts, webTab } from '../../support/web-tab.ts'

let served: Served | undefined
afterEach(() => served?.stop())

async function serve() {
  const host = fakeHost(() => ({ kind: 'none' }))
  const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' })
  served = await serveRoutes(web, host)
  return { host, origin: served.origin, tab: await sitDown(served.origin, 'bca') }
}

const said = { id: 'd1', input: { kind: 'typed', text: 'xem' } }
const bytes = new Uint8Array([0, 13, 10, 45, 45, 255])
const large = new Uint8Array(mostFileBytes)
const file = { name: 'Công văn "số 12".pdf', mediaType: 'application/pdf', bytes }

test('files come with their bytes, names and fields beside what was said', async () => {
  const { host, tab } = await serve()
  const got = await tab.post('/web/inbound', inParts(said, [file, { ...file, name: 'b%22.pdf', field: 'letter' }]))
  expect(got.status).toBe(200)
  expect(host.inbound).toMatchObject([{ id: 'bca/d1', input: said.input }])
  expect(host.inbound[0]?.files).toEqual([
    { ...file, size: bytes.length },
    { ...file, name: 'b".pdf', size: bytes.length, field: 'letter' },
  ])
})

test('what is too large or too many is told by name', async () => {
  const { host, tab } = await serve()
  const many = Array.from({ length: mostFilesFetched }, () => file)
  const over = { ...file, bytes: new Uint8Array(mostFileBytes + 1) }
  expect((await tab.post('/web/inbound', inParts(said, [over, ...many]))).status).toBe(200)
  const missing = host.inbound[0]?.files?.map((one) => one.missing)
  expect(missing).toEqual(['too-large', ...many.slice(1).map(() => undefined), 'too-many'])
})

test('more than is taken together is answered 413', async () => {
  const { host, tab } = await serve()
  const body = inParts(
    said,
    Array.from({ length: 4 }, () => ({ ...file, bytes: large })),
  )
  expect((await tab.post('/web/inbound', body)).status).toBe(413)
  expect(host.inbound).toEqual([])
})

const multipart = { 'content-type': 'multipart/form-data; boundary=x' }

test('whoever sends while too much is held is asked to come again; what was taken is given back', async () => {
  const held = heldBytes(10_000)
  const answers: unknown[] = []
  const server = createServer(async (request, response) => {
    const parts = await readParts(request, held)
    answers.push(parts.ok ? parts.files.length : parts.status)
    if (parts.ok) parts.release()
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const post = (body: FormData) => fetch(`http://127.0.0.1:${portOf(server.address())}`, { method: 'POST', body })
  for (const size of [1_000, 6_000, 4_000]) await post(inParts(said, [{ ...file, bytes: new Uint8Array(size) }]))
  await post(new FormData())
  expect(answers).toEqual([1, 503, 1, 400])
  expect(held.take(10_000)).toBe(true)
  await closeServer(server)
})

test('who says that much will come and sends nothing keeps nobody else out', async () => {
  const held = heldBytes(10_000)
  let come = () => {}
  const arrived = new Promise<void>((resolve) => {
    come = resolve
  })
  const server = createServer(async (request, response) => {
    if (request.headers['x-slow'] === '1') come()
    const parts = await readParts(request, held)
    if (parts.ok) parts.release()
    response.writeHead(parts.ok ? 200 : parts.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = { port: portOf(server.address()), method: 'POST' }
  const slow = httpRequest({ ...at, headers: { ...multipart, 'x-slow': '1', 'content-length': 4_900 } })
  slow.on('error', () => undefined).write('--x')
  await arrived
  const body = inParts(said, [{ ...file, bytes: new Uint8Array(1_000) }])
  expect((await fetch(`http://127.0.0.1:${at.port}`, { method: 'POST', body })).status).toBe(200)
  slow.destroy()
  await closeServer(server)
})

test('who has sent much and then stalls is cut off, and what was held for them is given back', async () => {
  const held = heldBytes(10_000)
  const server = createServer(async (request, response) => {
    const parts = await readParts(request, held, { bytes: 1_000, everyMs: 5 })
    if (parts.ok) parts.release()
    response.writeHead(parts.ok ? 200 : parts.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = { port: portOf(server.address()), method: 'POST' }
  const slow = httpRequest({ ...at, headers: { ...multipart, 'content-length': 4_900 } })
  const cut = new Promise((resolve) => slow.on('error', resolve))
  slow.write(`--x${'y'.repeat(4_800)}`)
  expect(await cut).toMatchObject({ code: 'ECONNRESET' })
  expect(held.take(10_000)).toBe(true)
  await closeServer(server)
})

test('one person gets a share of what is held, and gives it back; others send beside them', async () => {
  const all = heldBytes(250)
  const heldBy = sharesOf(all, 100)
  expect(heldBy('a').take(100)).toBe(true)
  expect(heldBy('a').take(1)).toBe(false)
  expect(heldBy('b').take(100)).toBe(true)
  // All together hold no more than there is.
  expect(heldBy('c').take(51)).toBe(false)
  expect(heldBy('c').take(50)).toBe(true)
  heldBy('a').give(60)
  expect(heldBy('a').take(60)).toBe(true)
  for (const [who, bytes] of [
    ['a', 100],
    ['b', 100],
    ['c', 50],
  ] as const)
    heldBy(who).give(bytes)
  expect(all.take(250)).toBe(true)
})

test('while one person holds all that they may and stalls, another’s files arrive, and theirs are asked to wait', async () => {
  const heldBy = sharesOf(heldBytes(10_000), 5_000)
  let come = () => {}
  const arrived = new Promise<void>((resolve) => {
    come = resolve
  })
  const server = createServer(async (request, response) => {
    const own = heldBy(String(request.headers['x-who']))
    const take = (bytes: number) => own.take(bytes) && (bytes < 4_000 || come() === undefined)
    const parts = await readParts(request, { ...own, take })
    if (parts.ok) parts.release()
    response.writeHead(parts.ok ? 200 : parts.status).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = { port: portOf(server.address()), method: 'POST' }
  const slow = httpRequest({ ...at, headers: { ...multipart, 'x-who': 'a', 'content-length': 2_450 } })
  slow.on('error', () => undefined).write(`--x${'y'.repeat(2_400)}`)
  await arrived
  const body = inParts(said, [{ ...file, bytes: new Uint8Array(1_000) }])
  const post = async (who: string) =>
    (await fetch(`http://127.0.0.1:${at.port}`, { method: 'POST', body, headers: { 'x-who': who } })).status
  expect(await post('a')).toBe(503)
  expect(await post('b')).toBe(200)
  slow.destroy()
  await closeServer(server)
})

const withPart = (name: string, value: string | Blob) => {
  const form = inParts(said, [])
  form.append(name, value)
  return form
}
test.each([
  ['nothing said', () => new FormData()],
  ['what was said as a file', () => inParts(said, []).set('said', new Blob(['{}']))],
  ['a part of another name', () => withPart('other', new Blob(['x']))],
  ['a body that is not what it says', () => 'x'],
  ['a body that breaks off', () => '--x\r\ncontent-disposition: form-data; name="said"\r\n\r\n{}'],
])('%s is answered 400 and goes no further', async (_, body) => {
  const { host, tab } = await serve()
  const made = body()
  const got = await tab.post('/web/inbound', made ?? new FormData(), typeof made === 'string' ? multipart : {})
  expect(got.status).toBe(400)
  expect(host.inbound).toEqual([])
})

test('from another origin, or without a session, files are refused', async () => {
  const { host, origin, tab } = await serve()
  const statuses = [
    await tab.post('/web/inbound', inParts(said, [file]), { origin: 'http://elsewhere.invalid' }),
    await webTab(origin).post('/web/inbound', inParts(said, [file])),
  ]
  expect(statuses.map(({ status }) => status)).toEqual([403, 401])
  expect(host.inbound).toEqual([])
})

test('a page of before tells of files by name, and brings no bytes', async () => {
  const { host, tab } = await serve()
  const files = [{ name: 'a.pdf', size: 3, bytes: 'AAAA', missing: 'too-large' }]
  expect((await tab.post('/web/inbound', { ...said, files })).status).toBe(200)
  expect(host.inbound[0]?.files).toEqual([{ name: 'a.pdf', size: 3, missing: 'not-fetched' }])
})

test('the page knows what the server takes', () => {
  const source = readFileSync(new URL('../../../adapters/web/page/files/attach.js', import.meta.url), 'utf8')
  const [, megabytes, files, together] =
    /most = \{ bytes: (\d+) \* 1024 \* 1024, files: (\d+), together: (\d+) \* 1024 \* 1024 \}/.exec(source) ?? []
  expect([megabytes, files, together].map(Number)).toEqual([
    mostFileBytes / 1024 / 1024,
    mostFilesFetched,
    mostTogether / 1024 / 1024,
  ])
})
