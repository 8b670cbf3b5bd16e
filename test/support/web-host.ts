import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ChatAdapter, Host } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import type { ReadableDocument } from '../../src/contract/document.ts'
import type { HistoryEntry, HistoryWanted } from '../../src/contract/history.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Page } from '../../src/contract/page.ts'
import type { Reply } from '../../src/contract/reply.ts'

export type FakeHost = Host & {
  /** Everything that came in, in order. */
  readonly inbound: Inbound[]
  /** What `history` gives, by user. */
  readonly entries: Map<string, HistoryEntry[]>
  /** What `document` gives, by user and id. */
  readonly documents: Map<string, ReadableDocument>
  /** What `page` gives, by user and the page's name. */
  readonly pages: Map<string, Page>
  readonly asked: { to: Address; wanted: HistoryWanted }[]
  /** The names of what was logged as an error. */
  readonly errors: string[]
}

/** A core that answers as `script` says, and answers a repeated delivery id with its first answer. */
export function fakeHost(script: (inbound: Inbound) => Reply | Promise<Reply>): FakeHost {
  const inbound: Inbound[] = []
  const entries = new Map<string, HistoryEntry[]>()
  const documents = new Map<string, ReadableDocument>()
  const pages = new Map<string, Page>()
  const asked: { to: Address; wanted: HistoryWanted }[] = []
  const errors: string[] = []
  const answers = new Map<string, Promise<Reply>>()
  const nothing = () => undefined
  return {
    inbound,
    entries,
    documents,
    pages,
    asked,
    errors,
    async receive(one) {
      inbound.push(one)
      const before = answers.get(one.id)
      if (before !== undefined) return { reply: await before, repeated: true }
      const reply = Promise.resolve(script(one))
      answers.set(one.id, reply)
      return { reply: await reply, repeated: false }
    },
    async history(to, wanted) {
      asked.push({ to, wanted })
      return { entries: entries.get(to.user) ?? [] }
    },
    file: async () => undefined,
    options: async () => ({ options: [], more: 0 }),
    ways: async () => [],
    page: async (of, { page }) => pages.get(`${of.user} ${page}`),
    document: async (of, id) => documents.get(`${of.user} ${id}`),
    log: { debug: nothing, info: nothing, warn: nothing, error: (_facts, event) => errors.push(event) },
  }
}

export type Served = { readonly origin: string; readonly port: number; stop(): Promise<void> }

/** Serves an adapter's routes on a free loopback port, as the app does. Closing cuts what is still open. */
export async function serveRoutes(adapter: ChatAdapter, host: Host, port = 0): Promise<Served> {
  await adapter.start(host)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const found = adapter.routes.find(
      (route) =>
        route.method === request.method &&
        (route.path.endsWith('/*') ? path.startsWith(route.path.slice(0, -1)) : route.path === path),
    )
    if (found !== undefined) void found.handle(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async stop() {
      await adapter.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
