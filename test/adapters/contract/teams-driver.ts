import { createTeams } from '../../../adapters/msteams/index.ts'
import type { Inbound } from '../../../src/contract/inbound.ts'
import {
  activity,
  CHAT,
  executed,
  htmlCopy,
  inChannel,
  markInChannel,
  TENANT,
  typed,
} from '../../support/teams-activities.ts'
import { type Behaviour, startTeamsConnector } from '../../support/teams-connector.ts'
import { startTeamsCloud, type TeamsCloud } from '../../support/teams-tokens.ts'
import { type Driver, type Fault, type Platform, rateLimitSeconds } from './driver.ts'
import { scriptedHost } from './host.ts'
import { deadPort, serveRoutes } from './server.ts'
import { asks, cardForm } from './teams-form.ts'
import { cardOf, type Element, list, object, picturesOf, type TeamsCard } from './teams-screen.ts'

const options = { appId: 'app-1', appPassword: 'secret', auth: 'required' } as const
const us = { id: '28:bot', name: 'Đôn đốc' }
const shared = { ...inChannel, entities: [{ type: 'mention', text: '<at>Đôn đốc</at>', mentioned: us }] }

const faults: Readonly<Partial<Record<Fault, Behaviour>>> = {
  'rate limit': { status: 429, headers: { 'retry-after': String(rateLimitSeconds) } },
  'server error': { status: 502 },
  'lost answer': 'lost',
  nobody: { status: 404, body: { error: { code: 'ConversationNotFound' } } },
  blocked: { status: 403, body: { error: { code: 'MessageWritesBlocked' } } },
  gone: { status: 404, body: { error: { code: 'ActivityNotFound' } } },
}

/** Microsoft's keys, made once: that takes longer than a whole test. */
let keys: Promise<TeamsCloud> | undefined

/** Teams with its tokens checked, in front of one person in a personal chat. */
export const teams: Platform = {
  name: 'teams',
  gaps: ['calendar file', 'file', 'preview', 'file in a form'],
  open,
  close: async () => (await keys)?.close(),
}

async function open(): Promise<Driver> {
  keys ??= startTeamsCloud()
  const [cloud, connector, server] = await Promise.all([keys, startTeamsConnector(), serveRoutes()])
  const host = scriptedHost()
  const url = `${server.origin}/api/messages`
  /** What the answer to a press put in a message's place, until the message itself is changed. */
  const inPlace = new Map<string, { card: Element; rewritten: number }>()
  let adapter = createTeams(options, cloud.cloud)
  let last = async () => 0
  let person: Inbound['from'] | undefined
  let unreachable = false
  let said: Record<string, unknown> = {}
  let count = 0

  async function start(): Promise<void> {
    await adapter.start(host)
    server.use(adapter)
  }

  const post = (body: string, token: string, contentType = 'application/json') =>
    fetch(url, { method: 'POST', headers: { 'content-type': contentType, authorization: `Bearer ${token}` }, body })
  const good = (serviceUrl = connector.url) => cloud.token(options.appId, serviceUrl)

  async function deliver(delivery: Record<string, unknown>): Promise<number> {
    const entities = [...list(delivery.entities), { type: 'clientInfo', platform: 'Windows' }]
    const body = JSON.stringify({ ...delivery, entities })
    last = async () => {
      const response = await post(body, good())
      const text = await response.text()
      const answer: Element = text === '' ? {} : JSON.parse(text)
      const pressed = connector.messages.get(String(delivery.replyToId))
      if (pressed !== undefined && answer.type === 'application/vnd.microsoft.card.adaptive')
        inPlace.set(pressed.id, { card: object(answer.value), rewritten: pressed.rewritten })
      return response.status
    }
    return last()
  }

  const press = (id: string) => (data: Element) => deliver(executed(connector.url, data, { replyToId: id }))

  /** What the client is answered that asks for what stands in a list; those on a desk do. */
  async function search(dataset: string, typedSoFar: string): Promise<Element[]> {
    const value = { kind: 'search', queryText: typedSoFar, queryOptions: { skip: 0, top: 15 }, dataset }
    const asking = activity(connector.url, { type: 'invoke', name: 'application/search', value })
    const answer: Element = object(await (await post(JSON.stringify(asking), good())).json())
    return list(object(answer.value).results)
  }

  /** A form in place of a card is drawn from the answer; a message must also have been changed, or it would revert. */
  function standing(conversation: string): { id: string; shown: TeamsCard }[] {
    return [...connector.messages.values()]
      .filter((message) => message.conversation === conversation)
      .map(({ id, card, summary, rewritten }) => {
        const drawn = inPlace.get(id)
        const form = drawn !== undefined && drawn.rewritten === rewritten && asks({ card: drawn.card, summary })
        return { id, shown: { card: form ? drawn.card : card, summary } }
      })
  }

  /** Where the core writes to: what it was told when the app was installed, or a service that nobody runs. */
  function address(): Inbound['from'] {
    if (person?.conversation === undefined) throw new Error('nobody is known')
    const gone = person.conversation.replace(connector.url, `http://127.0.0.1:${deadPort}/`)
    const now = unreachable ? { ...person, conversation: gone } : person
    unreachable = false
    return now
  }

  const moved = (kind: 'arrived' | 'left') =>
    deliver(activity(connector.url, { type: 'installationUpdate', action: kind === 'arrived' ? 'add' : 'remove' }))

  await start()
  await moved('arrived')
  person = host.received.pop()?.from
  return {
    host,
    person: address(),
    type(text, audience = 'private', files = []) {
      const marks = files.map((_, at) => markInChannel(at)).join('')
      said =
        audience === 'private'
          ? typed(connector.url, text, {
              attachments: [...files.map((file) => connector.files.keepFile(file)), htmlCopy(text)],
            })
          : typed(connector.url, `<at>Đôn đốc</at> ${text}`, { ...shared, attachments: [htmlCopy(text, marks)] })
      return deliver(said)
    },
    change(kind) {
      count += 1
      const timestamp = new Date(Date.UTC(2020, 5, 16, 2, 1, count)).toISOString()
      if (kind === 'deleted')
        return deliver({
          ...activity(connector.url, { type: 'messageDelete', timestamp, id: said.id }),
          channelData: { eventType: 'softDeleteMessage', tenant: { id: TENANT } },
        })
      const changed = typed(connector.url, `${said.text} sửa`, { type: 'messageUpdate', timestamp, id: said.id })
      return deliver({ ...changed, channelData: { eventType: 'editMessage', tenant: { id: TENANT } } })
    },
    preview: () => Promise.reject(new Error('Teams tells nobody of this')),
    move: moved,
    redeliver: () => last(),
    async shown(audience = 'private') {
      await server.settled()
      const cards = standing(audience === 'private' ? CHAT : inChannel.conversation.id)
      const asking = cards.findLast(({ shown }) => asks(shown))
      return {
        files: cards.flatMap(({ shown }) => picturesOf(shown)),
        cards: cards.filter((each) => each !== asking).map(({ id, shown }) => cardOf(shown, press(id))),
        form: asking && cardForm(asking.shown, press(asking.id), search),
      }
    },
    send: (message, key = `key-${++count}`) => adapter.send(address(), message, key),
    sought: async (key) => await adapter.sought?.(address(), { key, since: new Date() }),
    update: (ref, message) => adapter.update(address(), ref, message),
    fails(fault) {
      const behaviour = faults[fault]
      if (fault === 'sent file') connector.next({ status: 503 })
      else if (behaviour === undefined) unreachable = true
      else connector.next(behaviour)
    },
    async forge() {
      const body = JSON.stringify(typed(connector.url, 'giả mạo'))
      const elsewhere = cloud.token(options.appId, 'http://127.0.0.1:2/elsewhere')
      const tokens = ['', 'x.y.z', cloud.forged(options.appId, connector.url), cloud.token('app-2', connector.url)]
      return Promise.all([...tokens, elsewhere].map(async (token) => (await post(body, token)).status))
    },
    deliver: async (body, contentType) => (await post(body, good(), contentType)).status,
    underWay: server.underWay,
    halt: () => adapter.stop(),
    async restart() {
      adapter = createTeams(options, cloud.cloud)
      await start()
    },
    async stop() {
      await adapter.stop()
      await server.stop()
      await connector.close()
    },
  }
}
