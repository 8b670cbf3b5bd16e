import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What one platform saw. */
export type Seen = {
  /** By conversation: how many messages arrived there. */
  readonly arrived: Map<string, number>
  /** Those of them whose answer said so, by conversation. */
  readonly acknowledged: Set<string>
  calls: number
  limited: number
  /** `performance.now()` of the first and the last message that arrived. */
  first: number
  last: number
}

/** How a platform fails calls, as a share of them, in turn: 429, 500, 412, a reset before, a lost answer after. */
export type Faults = { readonly share: number }

/** At most `most` messages in any stretch of `withinMs`, and one a second into one conversation. */
export type Limit = { readonly most: number; readonly withinMs: number }

export type Platforms = {
  readonly url: string
  readonly slack: Seen
  readonly teams: Seen
  stop(): Promise<void>
}

/**
 * Slack's Web API (`/api/`) and Teams' connector (`/teams/`) on loopback. They enforce the limits: a message beyond them is
 * answered with 429 and does not arrive. Slack tells what stands in a conversation.
 */
export async function limitedPlatforms(limits: { slack: Limit; teams: Limit }, faults: Faults): Promise<Platforms> {
  const slack = seen()
  const teams = seen()
  const histories = new Map<string, object[]>()
  const gates = { slack: gate(limits.slack), teams: gate(limits.teams) }
  // The same faults in every run.
  const kinds = ['429', '500', '412', 'reset', 'lost'] as const
  let turn = 0
  const fate = () => {
    turn += 1
    const every = faults.share === 0 ? Number.POSITIVE_INFINITY : 1 / faults.share
    return turn % Math.round(every) === 0 ? kinds[Math.floor(turn / every) % kinds.length] : undefined
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request)
    const path = request.url ?? ''
    const json = (status: number, value: object, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))
    if (path === '/api/auth.test') return json(200, { ok: true, user_id: 'UBOT', team_id: 'T1' })
    const args = new URLSearchParams(path.startsWith('/api/') ? body : '')
    if (path === '/api/conversations.history')
      return json(200, { ok: true, messages: histories.get(args.get('channel') ?? '') ?? [], has_more: false })
    const platform = path.startsWith('/api/') ? 'slack' : 'teams'
    const place =
      platform === 'slack' ? args.get('channel') : /conversations\/([^/]+)\//.exec(decodeURIComponent(path))?.[1]
    if (place === null || place === undefined) return json(404, {})
    const here = platform === 'slack' ? slack : teams
    here.calls += 1
    const wait = gates[platform](place)
    const fault = wait === undefined ? fate() : undefined
    if (wait !== undefined) here.limited += 1
    if (wait !== undefined || fault === '429')
      return json(429, {}, { 'retry-after': String(Math.ceil((wait ?? 1000) / 1000)) })
    if (fault === 'reset') return void request.socket.resetAndDestroy()
    if (fault === '412') return json(platform === 'slack' ? 200 : 412, { ok: false, error: 'service_unavailable' })
    if (fault === '500') return json(500, {})
    // A card that is rewritten is no second message.
    const isNew = platform === 'slack' ? path === '/api/chat.postMessage' : request.method === 'POST'
    if (isNew) {
      here.arrived.set(place, (here.arrived.get(place) ?? 0) + 1)
      here.last = performance.now()
      if (here.first === 0) here.first = here.last
    }
    const ts = `1592269200.${String(here.calls).padStart(6, '0')}`
    const metadata: unknown = JSON.parse(args.get('metadata') ?? 'null')
    if (platform === 'slack' && isNew) histories.set(place, [...(histories.get(place) ?? []), { ts, metadata }])
    if (fault === 'lost') return void request.socket.destroy()
    here.acknowledged.add(place)
    // About what a call to a platform takes.
    setTimeout(() => json(200, platform === 'slack' ? { ok: true, channel: place, ts } : { id: `a${ts}` }), 80)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    slack,
    teams,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const seen = (): Seen => ({ arrived: new Map(), acknowledged: new Set(), calls: 0, limited: 0, first: 0, last: 0 })

/** Lets a message into a conversation, or gives in how many milliseconds it may be tried again. */
function gate({ most, withinMs }: Limit): (place: string) => number | undefined {
  const taken: number[] = []
  const places = new Map<string, number>()
  return (place) => {
    const now = performance.now()
    while (taken.length > 0 && (taken[0] ?? 0) <= now - withinMs) taken.shift()
    const before = places.get(place)
    if (before !== undefined && now - before < 1000) return 1000
    if (taken.length >= most) return (taken[0] ?? now) + withinMs - now
    taken.push(now)
    places.set(place, now)
    return undefined
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
