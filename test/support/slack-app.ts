import { createServer } from 'node:http'
import { vi } from 'vitest'
import { createSlack } from '../../adapters/slack/index.ts'
import type { SlackOptions } from '../../adapters/slack/options.ts'
import type { ChatAdapter, Host } from '../../src/contract/adapter.ts'
import type { Address } from '../../src/contract/address.ts'
import type { Sleep } from '../../src/contract/answer-later.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Answer, Reply } from '../../src/contract/reply.ts'
import { portOf } from './listening.ts'
import { type SlackApi, slackApi } from './slack-api.ts'
import { postEvent, signingSecret } from './slack-requests.ts'

export type SlackApp = {
  readonly adapter: ChatAdapter
  readonly api: SlackApi
  /** Where Slack posts to. */
  readonly url: string
  readonly received: readonly Inbound[]
  /** What the host makes, by the token. */
  readonly documents: Map<string, { readonly bytes: Uint8Array }>
  readonly logged: readonly { level: string; facts: object; event: string }[]
  /** What the host answers from now on. */
  answers(next: Reply | ((inbound: Inbound) => Answer | Promise<Answer>)): void
  stop(): Promise<void>
}

export const someone: Address = { platform: 'slack', tenant: 'T1', user: 'U1' }

/** The adapter on a server of its own, between a stand-in of Slack and a host that answers as it is told. `before` it starts. */
export async function slackApp(
  options: Partial<SlackOptions> = {},
  before: (api: SlackApi) => void = () => undefined,
  sleep?: Sleep,
): Promise<SlackApp> {
  const api = await slackApi()
  before(api)
  const adapter = createSlack({ botToken: 'xoxb-test', signingSecret, apiUrl: api.url, ...options }, sleep)
  const received: Inbound[] = []
  const documents = new Map<string, { readonly bytes: Uint8Array }>()
  const logged: { level: string; facts: object; event: string }[] = []
  let answer: (inbound: Inbound) => Answer | Promise<Answer> = () => ({ reply: { kind: 'none' }, repeated: false })
  const at = (level: string) => (facts: object, event: string) => void logged.push({ level, facts, event })
  const host: Host = {
    async receive(inbound) {
      received.push(inbound)
      return answer(inbound)
    },
    history: async () => ({ entries: [] }),
    document: async () => undefined,
    page: async () => undefined,
    ways: async () => [],
    options: async () => ({ options: [], more: 0 }),
    file: async (token) => documents.get(token),
    log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
  }
  await adapter.start(host)
  const [route] = adapter.routes
  if (route === undefined) throw new Error('no route')
  const server = createServer((request, response) => void route.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    adapter,
    api,
    url: `http://127.0.0.1:${portOf(server.address())}${route.path}`,
    received,
    documents,
    logged,
    answers(next) {
      answer = typeof next === 'function' ? next : () => ({ reply: next, repeated: false })
    },
    async stop() {
      await adapter.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await api.stop()
    },
  }
}

/**
 * Whether a request stays unanswered for as long as the host has not answered. Another request goes there and back in
 * between, so that an answer given too early has had the time to arrive.
 */
export async function waitsForHost(app: SlackApp, request: () => Promise<{ status: number }>): Promise<boolean> {
  const host = Promise.withResolvers<Answer>()
  app.answers(() => host.promise)
  let open = true
  const response = request().finally(() => {
    open = false
  })
  await vi.waitUntil(() => app.received.length > 0, { timeout: 10_000, interval: 10 })
  await postEvent(app.url, { type: 'url_verification', challenge: 'there and back' })
  const waited = open
  host.resolve({ reply: { kind: 'none' }, repeated: false })
  return waited && (await response).status === 200
}
