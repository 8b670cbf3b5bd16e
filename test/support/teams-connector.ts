import { createServer, type IncomingMessage } from 'node:http'
import { z } from 'zod'
import { closeServer, portOf } from './listening.ts'
import { teamsFiles } from './teams-files.ts'

/** One request that the bot made to Teams' connector. */
export type ConnectorRequest = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: unknown
}

/** How the stand-in answers one request; `lost` takes the request and cuts the line, `hang` when it is told to. */
export type Behaviour =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: object | string }
  | 'lost'
  | 'hang'

/** An activity as it stands now; `rewritten` counts how often it was changed. */
export type TeamsMessage = {
  readonly id: string
  readonly conversation: string
  readonly summary: string
  readonly card: Record<string, unknown>
  readonly rewritten: number
}

export type TeamsConnector = {
  /** What stands in the conversations, in the order of posting, by activity id. */
  readonly messages: ReadonlyMap<string, TeamsMessage>
  /** The `serviceUrl` of activities. */
  readonly url: string
  readonly requests: ConnectorRequest[]
  /** For the next request; afterwards everything is well again unless more were set. */
  next(...behaviours: Behaviour[]): void
  /** Conversations into which the bot may not write: it was removed, or blocked. */
  readonly closed: Set<string>
  /** Files of people, as attachments of an activity. */
  readonly files: Pick<ReturnType<typeof teamsFiles>, 'keepFile' | 'keepPicture'>
  /** Cuts the lines of requests that hang. */
  cutHung(): void
  close(): Promise<void>
}

/** A stand-in for Teams' connector on loopback: takes new and changed activities, and fails as it is told to. */
export async function startTeamsConnector(): Promise<TeamsConnector> {
  const requests: ConnectorRequest[] = []
  const queue: Behaviour[] = []
  const messages = new Map<string, TeamsMessage>()
  const closed = new Set<string>()
  const hung = new Set<IncomingMessage>()
  const files = teamsFiles(() => base)
  const server = createServer(async (request, response) => {
    const body = await readAll(request)
    requests.push({
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      authorization: request.headers.authorization,
      body: body === '' ? undefined : JSON.parse(body),
    })
    const isClosed = [...closed].some((conversation) => requests.at(-1)?.path.includes(`/${conversation}/`))
    const behaviour = isClosed ? refusal : queue.shift()
    if (behaviour === 'hang') return void hung.add(request)
    if (behaviour === 'lost') {
      request.socket.destroy()
      return
    }
    if (behaviour === undefined && files.give(request, response)) return
    if (behaviour === undefined) {
      note(messages, requests.at(-1), `a-${requests.length}`)
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: `a-${requests.length}` }))
      return
    }
    const text = typeof behaviour.body === 'string' ? behaviour.body : JSON.stringify(behaviour.body ?? {})
    response.writeHead(behaviour.status, { 'content-type': 'application/json', ...behaviour.headers }).end(text)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${portOf(server.address())}`
  return {
    url: `${base}/teams/`,
    files,
    cutHung() {
      for (const request of hung) request.socket.destroy()
      hung.clear()
    },
    requests,
    messages,
    closed,
    next(...behaviours) {
      queue.push(...behaviours)
    },
    close: () => closeServer(server),
  }
}

const refusal: Behaviour = { status: 403, body: { error: { code: 'BotNotInConversationRoster', message: 'x' } } }

/** Keeps a new activity under its id, or what became of one that is changed. */
function note(messages: Map<string, TeamsMessage>, request: ConnectorRequest | undefined, id: string): void {
  const [, conversation, activity] = /\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(request?.path ?? '') ?? []
  if (request === undefined || conversation === undefined || !Sent.safeParse(request.body).success) return
  const before = request.method === 'PUT' ? messages.get(activity ?? '') : undefined
  if (request.method === 'PUT' && before === undefined) return
  const place = before ?? { id, conversation, rewritten: -1 }
  messages.set(place.id, { ...place, ...sentCard(request), rewritten: place.rewritten + 1 })
}

const Sent = z.object({
  summary: z.string(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.record(z.string(), z.unknown()) })),
})

/** The card of a request that wrote an activity, and its summary. */
export function sentCard(request: ConnectorRequest | undefined): { summary: string; card: Record<string, unknown> } {
  const sent = Sent.parse(request?.body)
  const [attachment] = sent.attachments
  if (attachment === undefined) throw new Error('no card was sent')
  return { summary: sent.summary, card: attachment.content }
}

const CardAction = z.object({
  type: z.string(),
  title: z.string(),
  tooltip: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  url: z.string().optional(),
})
export type CardAction = z.infer<typeof CardAction>

/** Every action of a card, in order, fallbacks left out. */
export function actionsOf(card: unknown): CardAction[] {
  return everyElement(card).flatMap((element) => {
    const parsed = CardAction.safeParse(element)
    return parsed.success && parsed.data.type.startsWith('Action.') ? [parsed.data] : []
  })
}

/** Every object with a `type` in a card, in order, fallbacks left out. */
export function everyElement(card: unknown): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap(everyElement)
  if (typeof card !== 'object' || card === null) return []
  const own = 'type' in card ? [{ ...card }] : []
  return [
    ...own,
    ...Object.entries(card).flatMap(([key, value]) =>
      key === 'fallback' || key === 'data' ? [] : everyElement(value),
    ),
  ]
}

/** All that a card says, a line an element. */
export function wordsOf(card: unknown): string {
  return everyElement(card)
    .flatMap((element) => (typeof element.text === 'string' ? [element.text] : []))
    .join('\n')
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
