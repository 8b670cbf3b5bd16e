import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Log, Route } from '../contract/adapter.ts'
import { answer } from './answer.ts'
import { createFinder } from './find-route.ts'
import { type Check, healthRoutes } from './health.ts'
import { listenOn } from './listen-on.ts'
import type { Metrics } from './metrics.ts'

export type Server = {
  /** Gives the address it listens on, with the port chosen where `port` is 0. Throws one line naming HOST or PORT. */
  listen(at: { readonly host: string; readonly port: number }): Promise<{ readonly url: string; readonly port: number }>
  /**
   * Takes no new connections, ends open event streams, lets requests under way finish for up to `graceMs`
   * (10 seconds), then cuts what is left.
   */
  close(graceMs?: number): Promise<void>
}

export type ServerOptions = {
  readonly routes: readonly Route[]
  readonly checks: readonly Check[]
  readonly metrics: Metrics
  readonly log: Log
}

const graceForAnswersMs = 10_000
/** An answer that has begun and takes longer than this to end is a stream. */
const streamAfterMs = 500

/** The one HTTP server of the process: the adapters' routes and those for health and metrics. */
export function createServer({ routes, checks, metrics, log }: ServerOptions): Server {
  const find = createFinder([...routes, ...healthRoutes(checks, metrics, log)])
  const open = new Set<ServerResponse>()
  let closing = false

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    open.add(response)
    // A browser asks for an icon beside any answer, and would name the address of this one, which may be a key.
    response.setHeader('referrer-policy', 'no-referrer')
    response.once('close', () => {
      open.delete(response)
      // Its connection would be kept for the next request, which never comes.
      if (closing) setImmediate(() => server.closeIdleConnections())
    })
    const found = find(request.method ?? '', request.url ?? '')
    switch (found.kind) {
      case 'found':
        return await run(found.route, request, response)
      case 'malformed':
        return answer(response, 400, { error: 'malformed-address' })
      case 'missing':
        return answer(response, 404, { error: 'not-found' })
      case 'wrong-method':
        return answer(response, 405, { error: 'wrong-method' }, { allow: found.allow.join(', ') })
      default:
        return found satisfies never
    }
  }

  async function run(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await route.handle(request, response)
    } catch (error) {
      // The route's path, not the request's: that may hold a token.
      log.error({ method: request.method, path: route.path, err: error }, 'server.failed')
      if (response.headersSent) response.destroy()
      else answer(response, 500, { error: 'failed' })
    }
  }

  const server = createHttpServer(
    // A caller that sends slowly must not hold a connection for ever: whoever reads a body says how long it may take, and
    // files take longest. Load balancers keep their connections for about a minute.
    {
      headersTimeout: 10_000,
      requestTimeout: 11 * 60_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 5_000,
    },
    (request, response) => void handle(request, response),
  )

  return {
    async listen(at) {
      const place = await listenOn(server, at)
      // Such as too many open files: one connection is lost, the server goes on.
      server.on('error', (error) => log.error({ err: error }, 'server.error'))
      return place
    },
    async close(graceMs = graceForAnswersMs) {
      closing = true
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      const streams = setTimeout(
        () => {
          for (const response of open) if (response.headersSent) response.destroy()
        },
        Math.min(streamAfterMs, graceMs),
      )
      const rest = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearTimeout(streams)
      clearTimeout(rest)
    },
  }
}
