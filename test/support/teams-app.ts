import { createServer } from 'node:http'
import { type Cloud, createTeams, type TeamsOptions } from '../../adapters/msteams/index.ts'
import type { ChatAdapter, Host } from '../../src/contract/adapter.ts'
import type { Sleep } from '../../src/contract/answer-later.ts'
import { deliveryKey } from '../../src/contract/delivery-key.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Answer, Reply } from '../../src/contract/reply.ts'
import { closeServer, portOf } from './listening.ts'

type Logged = { readonly level: string; readonly event: string; readonly facts: object }
export type FakeHost = Host & { readonly heard: Inbound[]; readonly logged: Logged[] }

/** A core that answers by a script and remembers what the real one does: typed words, for one person, with their first answer. */
export function fakeHost(reply: (inbound: Inbound) => Reply): FakeHost {
  const heard: Inbound[] = []
  const logged: Logged[] = []
  const given = new Map<string, Reply>()
  const at = (level: string) => (facts: object, event: string) => void logged.push({ level, event, facts })
  return {
    heard,
    logged,
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    history: async () => ({ entries: [] }),
    file: async () => undefined,
    document: async () => undefined,
    page: async () => undefined,
    ways: async () => [],
    options: async () => ({ options: [], more: 0 }),
    async receive(inbound): Promise<Answer> {
      heard.push(inbound)
      const key = deliveryKey(inbound)
      const before = given.get(key)
      if (before !== undefined) return { reply: before, repeated: true }
      const first = reply(inbound)
      if (inbound.input.kind === 'typed') given.set(key, first)
      return { reply: first, repeated: false }
    },
  }
}

export type TeamsApp = {
  readonly adapter: ChatAdapter
  readonly url: string
  /** Posts to the messages route and waits until the adapter has finished with it, answer and all. */
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
  close(): Promise<void>
}

/** The adapter's route on a plain HTTP server, as the process serves it. */
export async function startTeamsApp(
  options: TeamsOptions,
  host: Host,
  cloud?: Cloud,
  sleep?: Sleep,
): Promise<TeamsApp> {
  const adapter = createTeams(options, cloud, sleep)
  await adapter.start(host)
  const [route] = adapter.routes
  let done: Promise<void> = Promise.resolve()
  const server = createServer((request, response) => {
    done = Promise.resolve(route?.handle(request, response))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server.address())}${route?.path}`
  return {
    adapter,
    url,
    async post(body, headers = {}) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const text = await response.text()
      await done
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
    },
    async close() {
      await adapter.stop()
      await closeServer(server)
    },
  }
}
