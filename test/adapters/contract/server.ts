import { createServer } from 'node:http'
import type { ChatAdapter } from '../../../src/contract/adapter.ts'
import { portOf } from '../../support/listening.ts'

/** Nothing listens there, and it is no port that fetch refuses by itself. */
export const deadPort = 2

export type RouteServer = {
  readonly origin: string
  /** Serves this adapter's routes from now on. */
  use(adapter: ChatAdapter): void
  underWay(): boolean
  /** Resolves when every route asked so far has come to its end, what it does after its answer included. */
  settled(): Promise<void>
  /** Throws what a route threw: nothing may come out of one. */
  stop(): Promise<void>
}

/** The one HTTP server of the process, in small: the routes of one adapter on a free loopback port. */
export async function serveRoutes(): Promise<RouteServer> {
  let adapter: ChatAdapter | undefined
  const working = new Set<Promise<void>>()
  const thrown: unknown[] = []
  const server = createServer((request, response) => {
    const [path] = (request.url ?? '/').split('?')
    const found = adapter?.routes.find((route) => route.method === request.method && route.path === path)
    if (found === undefined) return void response.writeHead(404).end()
    const work: Promise<void> = Promise.resolve(found.handle(request, response))
      .catch((error: unknown) => void thrown.push(error))
      .finally(() => working.delete(work))
    working.add(work)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    use(next) {
      adapter = next
    },
    underWay: () => working.size > 0,
    async settled() {
      while (working.size > 0) await Promise.all(working)
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      if (thrown.length > 0) throw new Error('a route threw', { cause: thrown })
    },
  }
}
