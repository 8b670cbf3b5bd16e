import { once } from 'node:events'
import { Agent, get, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import type { Route } from '../../src/contract/adapter.ts'
import { createFinder } from '../../src/server/find-route.ts'
import type { Check } from '../../src/server/health.ts'
import { createServer, type Server } from '../../src/server/http.ts'
import { createMetrics } from '../../src/server/metrics.ts'
import { keepingLog } from '../support/quiet.ts'

const running: Server[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close(0)
})

async function serve(routes: readonly Route[] = [], checks: readonly Check[] = []) {
  const { log, lines } = keepingLog()
  const metrics = createMetrics(async () => new Map([['waiting', 3]]))
  const server = createServer({ routes, checks, metrics, log })
  running.push(server)
  const { url, port } = await server.listen({ host: '127.0.0.1', port: 0 })
  return { server, url, port, lines, metrics }
}

const says =
  (text: string): Route['handle'] =>
  (_request, response) => {
    response.end(text)
  }

it('an exact path comes before a wide one, and the longer wide one before the shorter', () => {
  const route = (path: string): Route => ({ method: 'GET', path, handle: says(path) })
  const find = createFinder([route('/a/*'), route('/a/b/*'), route('/a/b/c'), route('/')])
  const path = (url: string) => {
    const found = find('GET', url)
    return found.kind === 'found' ? found.route.path : found.kind
  }
  expect(path('/a/b/c?x=/a')).toBe('/a/b/c')
  expect(path('/a/b/d')).toBe('/a/b/*')
  expect(path('/a/x/y')).toBe('/a/*')
  expect(path('/a')).toBe('missing')
  expect(path('/')).toBe('/')
  expect(path('http://other/a')).toBe('malformed')
  expect(path('/a/%zz')).toBe('malformed')
  expect(() => createFinder([route('/x'), route('/x')])).toThrow('two routes for GET /x')
})

it('every answer keeps its own address from what a browser asks for next: a page, a failure, a path that is not there', async () => {
  const fails = () => {
    throw new Error('broken')
  }
  const busy: Route['handle'] = (_request, response) => void response.writeHead(503, { 'retry-after': '2' }).end()
  const { url } = await serve([
    { method: 'GET', path: '/enter/*', handle: says('page') },
    { method: 'GET', path: '/calendar/*', handle: fails },
    { method: 'GET', path: '/busy', handle: busy },
  ])
  for (const path of ['enter/key', 'calendar/key.ics', 'busy', 'Enter/key', '%zz', 'healthz']) {
    const answer = await fetch(url + path)
    expect([path, answer.headers.get('referrer-policy')]).toEqual([path, 'no-referrer'])
  }
})

it('what is not there is 404, a wrong method is 405 with the right ones, a malformed address 400', async () => {
  const { url, port } = await serve([
    { method: 'GET', path: '/page', handle: says('page') },
    { method: 'POST', path: '/in', handle: says('in') },
  ])
  expect((await fetch(`${url}nothing`)).status).toBe(404)
  const wrong = await fetch(`${url}page`, { method: 'POST' })
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  expect((await fetch(`${url}in`)).headers.get('allow')).toBe('POST')
  expect((await fetch(`${url}in`, { method: 'DELETE' })).status).toBe(405)
  expect((await fetch(`${url}%zz`)).status).toBe(400)
  expect(await raw(port, 'GET http://other/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain(' 400 ')
  expect(await raw(port, 'nonsense\r\n\r\n')).toContain(' 400 ')
  expect(await (await fetch(`${url}page`)).text()).toBe('page')
})

it('HEAD is answered as GET without the body', async () => {
  const { url } = await serve([{ method: 'GET', path: '/page', handle: says('page') }])
  const response = await fetch(`${url}page`, { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
})

it('a handler that fails answers 500 and is logged once, without the address that was asked for', async () => {
  const { url, lines } = await serve([
    {
      method: 'GET',
      path: '/enter/*',
      handle: async () => {
        throw new Error('bug')
      },
    },
    {
      method: 'GET',
      path: '/sync',
      handle: () => {
        throw new Error('bug')
      },
    },
  ])
  expect((await fetch(`${url}enter/a-token`)).status).toBe(500)
  expect((await fetch(`${url}sync`)).status).toBe(500)
  expect(lines).toMatchObject([
    { level: 'error', event: 'server.failed', facts: { path: '/enter/*' } },
    { level: 'error', event: 'server.failed', facts: { path: '/sync' } },
  ])
  expect(JSON.stringify(lines)).not.toContain('a-token')
})

it('it is alive at once, and ready when every part is; a part that is not is named, its reason only logged', async () => {
  let state: string | undefined = 'not started'
  const { url, lines } = await serve(
    [],
    [
      { name: 'database', why: async () => undefined },
      { name: 'slack', why: async () => state },
      {
        name: 'teams',
        why: async () => {
          if (state !== undefined) throw new Error('postgresql://user:secret@db')
          return undefined
        },
      },
    ],
  )
  expect((await fetch(`${url}healthz`)).status).toBe(200)
  const before = await fetch(`${url}readyz`)
  expect(before.status).toBe(503)
  expect(await before.json()).toEqual({
    status: 'not ready',
    parts: { database: 'ready', slack: 'not started', teams: 'failed' },
  })
  expect(lines).toMatchObject([{ event: 'server.not-ready', facts: { part: 'teams' } }])
  state = undefined
  expect((await fetch(`${url}readyz`)).status).toBe(200)
})

it('metrics tell requests, their time, the outbox and the sends', async () => {
  const { url, metrics } = await serve()
  metrics.request({ platform: 'slack', kind: 'opinion.submit', outcome: 'message' }, 0.02)
  metrics.send('teams', 'later')
  const response = await fetch(`${url}metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toContain('dondoc_requests_total{platform="slack",kind="opinion.submit",outcome="message"} 1')
  expect(text).toContain('dondoc_request_seconds_bucket{le="0.025",platform="slack"} 1')
  expect(text).toContain('dondoc_sends_total{platform="teams",result="later"} 1')
  expect(text).toContain('dondoc_outbox_rows{status="waiting"} 3')
})

it('a port in use is told in one line that names PORT', async () => {
  const { port } = await serve()
  const second = createServer({
    routes: [],
    checks: [],
    metrics: createMetrics(async () => new Map()),
    ...keepingLog(),
  })
  await expect(second.listen({ host: '127.0.0.1', port })).rejects.toThrow(/^PORT: \d+ on 127\.0\.0\.1 is in use: .*$/)
  await expect(second.listen({ host: '192.0.2.1', port: 0 })).rejects.toThrow(/^HOST: 192\.0\.2\.1 is no address/)
})

it('closing lets a request under way finish, ends open streams, and keeps no idle connection', async () => {
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  const { server, port } = await serve([
    {
      method: 'GET',
      path: '/slow',
      handle: async (_request, response) => {
        begun.resolve()
        await finish.promise
        response.end('done')
      },
    },
    {
      method: 'GET',
      path: '/events',
      handle: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
      },
    },
  ])
  const agent = new Agent({ keepAlive: true })
  const streamed = get({ port, path: '/events', agent })
  const [stream]: IncomingMessage[] = await once(streamed, 'response')
  const slow = httpRequest({ port, path: '/slow', agent }).end()
  const answered = once(slow, 'response')
  await begun.promise
  const streamEnded = new Promise((done) => stream?.on('error', done).on('close', done).resume())
  // Longer than the test may take: nothing here is cut off.
  const closed = server.close(60_000)
  await streamEnded
  finish.resolve()
  const [answer]: IncomingMessage[] = await answered
  expect(answer?.statusCode).toBe(200)
  answer?.resume()
  await closed
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  agent.destroy()
})

it('closing cuts off what does not end in time', async () => {
  const { server, port } = await serve([{ method: 'GET', path: '/never', handle: () => undefined }])
  const hanging = get({ port, path: '/never', agent: false })
  const failed = once(hanging, 'error')
  await once(hanging, 'socket')
  await server.close(50)
  await failed
})

async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(text)
  let all = ''
  for await (const chunk of socket) all += String(chunk)
  return all
}
