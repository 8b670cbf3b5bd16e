import { z } from 'zod'
import { refusedWith, withClashes } from '../../../adapters/shared/picking.ts'
import { createWeb } from '../../../adapters/web/index.ts'
import type { Field, Form, Found } from '../../../src/contract/form.ts'
import type { Inbound, SentFile } from '../../../src/contract/inbound.ts'
import type { Message } from '../../../src/contract/message.ts'
import type { File, Reply } from '../../../src/contract/reply.ts'
import { seats, sitDown } from '../../support/web-seats.ts'
import { inParts, webTab } from '../../support/web-tab.ts'
import type { Driver, Platform } from './driver.ts'
import { scriptedHost } from './host.ts'
import { serveRoutes } from './server.ts'
import { cardOf, fileOf, formOf, type Wrong } from './web-screen.ts'

/**
 * One tab of the web chat, as its page talks to the server. Nobody installs a page, nobody else reads what it shows, and
 * what is sent waits in the core's ledger: none of it can fail.
 */
export const web: Platform = {
  name: 'web',
  gaps: [
    ...(['shared', 'arrived', 'left', 'edited', 'preview'] as const),
    ...([
      'rate limit',
      'server error',
      'lost answer',
      'refused connection',
      'nobody',
      'blocked',
      'gone',
      'file',
      'sent file',
    ] as const),
  ],
  open,
}

const person = { platform: 'web', tenant: 'local', user: 'bca' }
const nothingWrong: Wrong = { message: '', fields: {} }

const Told = z.object({
  reply: z.custom<Reply>((reply) => z.object({ kind: z.string() }).safeParse(reply).success),
  repeated: z.boolean(),
})
const Options = z.custom<Found>(
  (it) => z.object({ options: z.array(z.object({ value: z.string() })) }).safeParse(it).success,
)
const withoutQuestions = (fields: readonly Field[]) => fields.filter(({ name }) => !/\/\d+$/.test(name))
const News = z.object({ ref: z.string(), message: z.custom<Message>((it) => z.object({}).safeParse(it).success) })

/** The open form, with the person's words, what is wrong with them, and the card it was opened from. */
type Asked = {
  readonly form: Form
  readonly held: Record<string, string | string[]>
  readonly wrong: Wrong
  readonly entry: string | undefined
}
type Shown = { readonly message: Message; readonly files: readonly File[] }
type From = {
  readonly entry?: string | undefined
  readonly asked?: Asked
  readonly files?: readonly SentFile[]
}

async function open(): Promise<Driver> {
  const server = await serveRoutes()
  const host = scriptedHost()
  const make = () => createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' })
  /** What the page shows, by the delivery or the notification it came with. */
  const entries = new Map<string, Shown>()
  /** The deliveries that were answered. */
  const answered = new Set<string>()
  let asked: Asked | undefined
  let adapter = make()
  let tab = webTab(server.origin)
  let line: Awaited<ReturnType<typeof tab.listen>> | undefined
  let last = async () => 0
  let count = 0

  async function start(): Promise<void> {
    await adapter.start(host)
    server.use(adapter)
    tab = await sitDown(server.origin, person.user)
    line = await tab.listen()
    await line.next()
  }

  /** Says it under an id of its own; asked again, the page does the same once more under the same id. */
  function say(input: Inbound['input'], from: From = {}) {
    const id = `said-${++count}`
    last = async () => {
      const said = { id, locale: 'vi', input }
      const { status, json } = await tab.post('/web/inbound', from.files?.length ? inParts(said, from.files) : said)
      if (status !== 200) return status
      const { reply, repeated } = Told.parse(json)
      // What stands there already is left as it is: the first answer again has no files.
      if (!(repeated && answered.has(id))) show(reply, id, from)
      answered.add(id)
      return status
    }
    return last()
  }

  function show(reply: Reply, id: string, from: From): void {
    if (reply.kind === 'form')
      asked = {
        form: { ...reply.form, fields: withClashes(reply.form.fields) },
        held: {},
        wrong: nothingWrong,
        entry: from.entry,
      }
    else if (reply.kind !== 'invalid') asked = undefined
    else if (from.asked !== undefined) {
      // What it asks of words takes the place of what it asked before.
      const fields = withClashes(refusedWith(withoutQuestions(from.asked.form.fields), reply.clashes))
      asked = { ...from.asked, form: { ...from.asked.form, fields }, wrong: reply }
    }
    if (reply.kind !== 'message') return
    const { message, files = [] } = reply
    entries.set(reply.replaces === true && from.entry !== undefined ? from.entry : id, { message, files })
  }

  const search = async (from: string, typed: string): Promise<Found> =>
    Options.parse((await tab.post('/web/options', { from, typed })).json)

  /** Waits for the notification on the open line: it is there when the page has heard it. */
  async function heard(): Promise<void> {
    const event = await line?.next()
    const news = News.parse(JSON.parse(/^data: (.*)$/m.exec(event ?? '')?.[1] ?? 'null'))
    entries.set(news.ref, { message: news.message, files: [] })
  }

  await start()
  return {
    host,
    person,
    type: (text, _audience, files = []) => say({ kind: 'typed', text }, { files }),
    change: () => Promise.reject(new Error('nobody edits on the page')),
    preview: () => Promise.reject(new Error('the page draws no previews')),
    move: () => Promise.reject(new Error('nobody installs a page')),
    redeliver: () => last(),
    async shown() {
      await server.settled()
      const open = asked
      return {
        files: [...entries.values()].flatMap(({ files }) => files.map(fileOf)),
        cards: [...entries].map(([entry, { message }]) =>
          cardOf(message, (intent) => say({ kind: 'pressed', intent }, { entry })),
        ),
        form:
          open &&
          formOf(
            open.form,
            open.held,
            open.wrong,
            (held, files) =>
              say(
                { kind: 'filled', intent: open.form.intent, values: held },
                { entry: open.entry, asked: { ...open, held }, files },
              ),
            search,
          ),
      }
    },
    sought: async (key) => await adapter.sought?.(person, { key, since: new Date() }),
    async send(message, key = `key-${++count}`) {
      const delivery = await adapter.send(person, message, key)
      await heard()
      return delivery
    },
    async update(ref, message) {
      const delivery = await adapter.update(person, ref, message)
      await heard()
      return delivery
    },
    fails: (fault) => {
      throw new Error(`the web chat knows no ${fault}`)
    },
    forge: () => forgeries(server.origin, tab),
    deliver: async (body, contentType = 'application/json') =>
      (await tab.post('/web/inbound', body, { 'content-type': contentType })).status,
    underWay: server.underWay,
    halt: () => adapter.stop(),
    async restart() {
      adapter = make()
      await start()
    },
    async stop() {
      line?.stop()
      await adapter.stop()
      await server.stop()
    },
  }
}

/** Words from a tab that has no session, or one that nobody was given; and from a page of another site. */
export async function forgeries(origin: string, tab: Awaited<ReturnType<typeof sitDown>>): Promise<readonly number[]> {
  const body = { id: 'forged', input: { kind: 'typed', text: 'giả mạo' } }
  const tries = [
    webTab(origin).post('/web/inbound', body),
    webTab(origin, 'somebody-else').post('/web/inbound', body),
    tab.post('/web/inbound', body, { origin: 'http://elsewhere.invalid' }),
    webTab(origin).post('/web/history', {}),
  ]
  return (await Promise.all(tries)).map(({ status }) => status)
}
