import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import { methods, receivingScopes } from '../../adapters/slack/drawing/surface.ts'
import { portOf } from './listening.ts'
import { type SlackFile, slackFiles } from './slack-files.ts'
import { type SlackSocket, slackSocket } from './slack-socket.ts'
import { validateMessage, validateView } from './slack-validate.ts'

/**
 * One call that the adapter made: a Web API method with its arguments, `response_url` with the body posted there, or
 * `upload` of a file, or `file` for one that a person sent.
 */
type SlackCall = { readonly method: string; readonly args: Record<string, unknown> }

/** A message as it stands now; `rewritten` counts how often it was changed. */
export type SlackMessage = {
  readonly channel: string
  readonly ts: string
  readonly thread?: string
  readonly text: unknown
  readonly blocks: unknown
  readonly metadata?: unknown
  readonly rewritten: number
}

/** How the stand-in answers the next call of a method, instead of doing it. */
export type SlackAnswer =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number; readonly body?: string }
  /** Reads the call and never answers; cuts the connection. */
  | 'hang'
  | 'reset'

export type SlackApi = {
  /** For `apiUrl`. */
  readonly url: string
  /** For a payload's `response_url`. */
  readonly responseUrl: string
  readonly calls: readonly SlackCall[]
  of(method: string): readonly SlackCall[]
  /** Queues answers for the next calls of a method. */
  next(method: string, ...answers: readonly SlackAnswer[]): void
  /** Resolves when a method has been called so often, and with those calls. */
  called(method: string, times?: number): Promise<readonly SlackCall[]>
  people: Map<string, { id: string; team_id: string; deleted?: boolean }>
  /** What stands in the conversations, in the order of posting; by `channel:ts`. */
  readonly messages: ReadonlyMap<string, SlackMessage>
  /** The files that stand in the conversations, in the order of sharing. */
  readonly files: readonly SlackFile[]
  /** Keeps a file of a person's; what a message or a form tells of it. */
  keep(file: Parameters<ReturnType<typeof slackFiles>['keep']>[0]): object
  /** Files are given only when they are let go. */
  hold(): void
  letGo(): void
  /** What the app may do; without `files:read` nobody gets a file. */
  readonly scopes: Set<string>
  /** Cuts the connections of calls that hang. */
  cutHung(): void
  /** For adapters in Socket Mode. */
  readonly socket: SlackSocket
  stop(): Promise<void>
}

/**
 * Slack's Web API on loopback, as far as the adapter uses it. Blocks and views are checked as Slack would check them
 * and refused with `invalid_blocks`; messages get a ts that counts up; a message to `U1` lands in the conversation `DU1`;
 * a trigger opens one dialogue; whoever is not among `people` is active in `T1`.
 */
export async function slackApi(): Promise<SlackApi> {
  const calls: SlackCall[] = []
  const queued = new Map<string, SlackAnswer[]>()
  const waiting = new Set<() => void>()
  const people: SlackApi['people'] = new Map()
  const messages = new Map<string, SlackMessage>()
  const hung = new Set<IncomingMessage>()
  const triggers = new Set<unknown>()
  const files = slackFiles(() => base)
  const scopes = new Set([...receivingScopes, ...Object.values(methods).flat()])
  let held: PromiseWithResolvers<void> | undefined
  let count = 0

  const results: Record<string, (args: Record<string, unknown>) => object> = {
    ...files.results,
    'auth.test': () => ({ ok: true, team_id: 'T1', user_id: 'UBOT', bot_id: 'BBOT' }),
    'chat.postMessage': (args) => {
      count += 1
      const to = String(args.channel)
      const channel = /^[UW]/.test(to) ? `D${to}` : to
      const ts = `1600000000.${String(count).padStart(6, '0')}`
      const wrong = validateMessage(args)
      const thread = typeof args.thread_ts === 'string' ? { thread: args.thread_ts } : {}
      const { text, blocks, metadata } = args
      if (wrong.length === 0)
        messages.set(`${channel}:${ts}`, { channel, ts, ...thread, text, blocks, metadata, rewritten: 0 })
      return checked(wrong, { channel, ts })
    },
    'conversations.history': ({ channel, oldest, limit, include_all_metadata: all }) => {
      const found = [...messages.values()]
        .filter((message) => message.channel === channel && Number(message.ts) > Number(oldest ?? 0))
        .reverse()
      const page = found.slice(0, Number(limit ?? 100))
      return {
        ok: true,
        messages: page.map(({ ts, metadata }) => ({ type: 'message', ts, ...(all === 'true' ? { metadata } : {}) })),
        has_more: found.length > page.length,
      }
    },
    'chat.update': (args) => {
      const { channel, ts, text, blocks } = args
      const wrong = validateMessage(args)
      const before = messages.get(`${channel}:${ts}`)
      if (wrong.length === 0 && before !== undefined)
        messages.set(`${channel}:${ts}`, { ...before, text, blocks, rewritten: before.rewritten + 1 })
      return checked(wrong, { channel, ts })
    },
    'views.open': (args) => {
      // An input for files is refused to an app that may not read any.
      if (!scopes.has('files:read') && JSON.stringify(args.view).includes('"file_input"'))
        return { ok: false, error: 'invalid_arguments' }
      if (triggers.has(args.trigger_id)) return { ok: false, error: 'expired_trigger_id' }
      triggers.add(args.trigger_id)
      return checked(validateView(args.view), { view: { id: 'V1' } })
    },
    'views.update': (args) => checked(validateView(args.view), { view: { id: 'V1' } }),
    'views.publish': (args) => checked(validateView(args.view), { view: { id: 'V1' } }),
    'apps.connections.open': () => ({ ok: true, url: `ws://127.0.0.1:${portOf(server.address())}/socket` }),
    'users.info': ({ user }) => {
      const known = [...people.values()].find(({ id }) => id === user)
      return { ok: true, user: known ?? { id: user, team_id: 'T1', deleted: false } }
    },
    'users.lookupByEmail': (args) => {
      const user = people.get(String(args.email))
      return user === undefined ? { ok: false, error: 'users_not_found' } : { ok: true, user }
    },
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await body(request)
    const raw = bytes.toString('utf8')
    const [path = '', trigger] = (request.url ?? '').split('?')
    const method = methodOf(path)
    const told = trigger === undefined ? {} : { trigger }
    const args =
      method === 'response_url' ? { ...object(JSON.parse(raw)), ...told } : method === 'upload' ? {} : decoded(raw)
    calls.push({ method, args })
    for (const look of waiting) look()
    const instead = queued.get(method)?.shift()
    if (instead === 'hang') return void hung.add(request)
    if (instead === 'reset') return void request.socket.resetAndDestroy()
    if (instead !== undefined && 'status' in instead) {
      const headers = instead.retryAfter === undefined ? {} : { 'retry-after': String(instead.retryAfter) }
      return void response.writeHead(instead.status, headers).end(instead.body ?? '')
    }
    if (method === 'file') {
      await held?.promise
      const { status, headers, bytes = '' } = files.give(path, request.headers.authorization, scopes)
      return void response.writeHead(status, headers).end(bytes)
    }
    if (method === 'upload') return void response.writeHead(files.take(path, bytes)).end('OK')
    if (method === 'response_url') {
      const wrong = validateMessage(args)
      return void response.writeHead(wrong.length === 0 ? 200 : 400).end(wrong.length === 0 ? 'ok' : wrong.join())
    }
    const result = instead === undefined ? results[method]?.(args) : { ok: false, error: instead.error }
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': [...scopes].join() })
    response.end(JSON.stringify(result ?? { ok: false, error: 'unknown_method' }))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = slackSocket(server)
  const base = `http://127.0.0.1:${portOf(server.address())}`
  const of = (method: string) => calls.filter((call) => call.method === method)
  return {
    url: `${base}/api/`,
    responseUrl: `${base}/response`,
    calls,
    of,
    people,
    messages,
    files: files.shared,
    keep: files.keep,
    scopes,
    hold() {
      held = Promise.withResolvers()
    },
    letGo: () => held?.resolve(),
    cutHung() {
      for (const request of hung) request.socket.destroy()
      hung.clear()
    },
    socket,
    next: (method, ...answers) => void queued.set(method, [...(queued.get(method) ?? []), ...answers]),
    called: (method, times = 1) =>
      new Promise((resolve) => {
        const look = () => {
          if (of(method).length < times) return
          waiting.delete(look)
          resolve(of(method))
        }
        waiting.add(look)
        look()
      }),
    async stop() {
      socket.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function checked(wrong: readonly string[], result: object): object {
  return wrong.length === 0 ? { ok: true, ...result } : { ok: false, error: 'invalid_blocks', wrong }
}

function methodOf(path: string): string {
  if (path === '/response') return 'response_url'
  if (path.startsWith('/files-pri/')) return 'file'
  return path.startsWith('/upload/') ? 'upload' : path.replace('/api/', '')
}

async function body(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

function decoded(raw: string): Record<string, unknown> {
  const args: Record<string, unknown> = { ...parse(raw) }
  for (const key of ['blocks', 'view', 'metadata', 'files'])
    if (typeof args[key] === 'string') args[key] = JSON.parse(args[key])
  return args
}

function object(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
