import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer as createNetServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createServer, type Server } from '../../src/server/http.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { quiet } from '../support/quiet.ts'

const nginx = process.env.NGINX ?? '/usr/sbin/nginx'
const key = 'Zm9vYmFyYmF6cXV1eGNvcmdlZ3JhdWx0Z2FycGx5d2E'

let folder: string
let server: Server
let proxy: ChildProcess
let said: string[]
let [plain, secure] = [0, 0]

/** The example of docs/operating.md on loopback, without certificates: otherwise as it stands there. */
async function startExample(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-nginx-'))
  mkdirSync(join(folder, 'temp'))
  const host = { host: '127.0.0.1', port: 0 }
  const handle = (_request: unknown, response: { end(text: string): void }) => response.end('here')
  const routes = ['/', '/enter/*', '/calendar/*', '/files/*'].map((path) => ({ method: 'GET' as const, path, handle }))
  server = createServer({ routes, checks: [], metrics: createMetrics(async () => new Map()), log: quiet })
  const { port } = await server.listen(host)
  ;[plain, secure] = [await freePort(), await freePort()]
  const dead = await freePort()
  const [, example = ''] = /```nginx\n([\s\S]*?)```/.exec(readFileSync('docs/operating.md', 'utf8')) ?? []
  const config = example
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ssl;', `listen 127.0.0.1:${secure};`)
    .replace(/ssl_certificate.*\n/g, '\n')
    .replace('127.0.0.1:3978', `127.0.0.1:${dead}`)
    .replace('127.0.0.1:3979', `127.0.0.1:${port}`)
    .replaceAll('/var/log/nginx/', `${folder}/`)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp/${name};`)
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; ${user} pid nginx.pid; error_log stderr; events {} http { ${temp.join(' ')}\n${config} }`,
  )
  proxy = spawn(nginx, ['-p', folder, '-c', 'nginx.conf'], { stdio: ['ignore', 'ignore', 'pipe'] })
  said = []
  proxy.stderr?.on('data', (part) => said.push(String(part)))
  await vi.waitFor(() => ask(plain, 'GET / HTTP/1.0\r\n\r\n'), { timeout: 30_000, interval: 50 })
}

async function freePort(): Promise<number> {
  const probe = createNetServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Sends bytes as they are, since a client would put them right, and gives the whole answer. */
async function ask(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(request)
  return await text(socket)
}

const get = (path: string, more = '') => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`

beforeEach(async ({ skip }) => {
  if (!existsSync(nginx)) return skip('nginx is not installed')
  await startExample()
}, 60_000)
afterEach(async () => {
  if (!existsSync(nginx)) return
  proxy.kill('SIGKILL')
  await server.close(0)
  rmSync(folder, { recursive: true, force: true })
})

it('keeps paths that are keys out of nginx’s logs in the documented example, whatever becomes of the request', async () => {
  const paths = [
    `/enter/${key}`,
    `/calendar/${key}.ics`,
    `/calendar/${key}.ics?from=${key}`,
    `/files/${key}/nd-dlcn.docx`,
    `//enter/${key}`,
    `/%65nter/${key}`,
    `/Enter/${key}`,
    `/CALENDAR/${key}.ics`,
    `/./enter/${key}`,
    `/dondoc/enter/${key}`,
  ]
  // One of the two replicas is down: nginx tells each request that it tried there to its log of errors.
  for (const path of paths) expect(await ask(secure, get(path))).toMatch(/^HTTP\/1.1 (?:200|404)/)
  expect(await ask(plain, get(`/enter/${key}`))).toContain(`Location: https://x/enter/${key}`)
  expect(await ask(secure, `POST /enter/${key} HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n`)).toContain(
    ' 413 ',
  )
  expect(await ask(secure, get(`/enter/${key}`, `Cookie: ${'x'.repeat(40_000)}\r\n`))).toContain(' 400 ')
  expect(await ask(secure, get(`/enter/${key}${'x'.repeat(40_000)}`))).toContain(' 414 ')
  expect(await ask(secure, `GET /enter/${key} HTTP/9.9\r\n\r\n`)).toMatch(/ 50\d | 400 /)
  expect(await ask(secure, get('/', `Referer: https://x/enter/${key}\r\n`))).toContain(' 200 ')
  await server.close(0)
  expect(await ask(secure, get('/', `Referer: https://x/enter/${key}\r\n`))).toContain(' 502 ')
  const failed = await ask(secure, get(`/enter/${key}`))
  expect(failed).toContain(' 502 ')
  expect(failed).toMatch(/referrer-policy: no-referrer/i)

  proxy.kill('SIGQUIT')
  await once(proxy, 'close')
  const access = readFileSync(join(folder, 'dondoc.log'), 'utf8')
  expect(access).toContain('GET /enter/... 200 ')
  expect(access).toContain('GET /calendar/... 200 ')
  expect(access).toContain('GET /files/... 200 ')
  expect(access).toContain('GET / 200 ')
  expect(access.trim().split('\n').length).toBeGreaterThan(paths.length + 6)
  expect(access).toMatch(/GET \/ 502 .* replica .*127\.0\.0\.1:\d+.* 502/)
  for (const log of [access, said.join('')]) expect(log).not.toContain(key)
  // Whatever else nginx wrote.
  expect(readdirSync(folder).filter((name) => name.endsWith('.log'))).toEqual(['dondoc.log'])
}, 60_000)
