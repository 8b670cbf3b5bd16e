import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { createWeb } from '../../../adapters/web/index.ts'
import type { Host } from '../../../src/contract/adapter.ts'
import type { Inbound, SentFile } from '../../../src/contract/inbound.ts'
import type { Message } from '../../../src/contract/message.ts'
import { launch, patienceMs } from '../../browser/stage.ts'
import { seats, sitDown } from '../../support/web-seats.ts'
import { inParts } from '../../support/web-tab.ts'
import type { Driver, Platform, Screen, ShownFile } from './driver.ts'
import { scriptedHost } from './host.ts'
import { serveRoutes } from './server.ts'
import { forgeries, web } from './web-driver.ts'
import { fillIn, lookFor } from './web-page-form.ts'

/** The web chat with its page, in Chromium: what is shown is read from the page, and done with mouse and keyboard. */
export const webPage: Platform = {
  ...web,
  name: 'the web page',
  gaps: [...web.gaps, 'second answer', 'too large'],
  open,
  close: async () => (await browser)?.close(),
}

let browser: Promise<Browser> | undefined
const person = { platform: 'web', tenant: 'local', user: 'bca' }
const picturesDrawn =
  'Promise.allSettled([...document.querySelectorAll(".log .file img")].map((img) => img.decode())).then(() => 0)'
const plain = ({ name, mediaType, bytes = new Uint8Array(1) }: SentFile) => ({ name, mediaType, bytes: [...bytes] })
/** Drops files on the page, as a browser tells of it. */
const dropping = (files: readonly SentFile[]) => `(() => {
  const dataTransfer = new DataTransfer()
  for (const { name, mediaType, bytes } of ${JSON.stringify(files.map(plain))})
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name, { type: mediaType }))
  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
})()`
const readPage = readFileSync(new URL('read-page.js', import.meta.url), 'utf8')

const Shown = z.object({
  words: z.string(),
  notification: z.string(),
  buttons: z.array(z.object({ label: z.string(), heard: z.string(), url: z.string().optional() })),
  reading: z.array(z.string()),
  choice: z.object({ label: z.string(), options: z.array(z.string()) }).nullable(),
  acting: z.array(z.string()),
})
const Field = z.object({
  kind: z.enum(['text', 'choice', 'choices', 'pick', 'date', 'time', 'file']),
  label: z.string(),
  error: z.string(),
  options: z.array(z.string()),
  value: z.union([z.string(), z.array(z.string())]),
})
const Read = z.object({
  files: z.array(z.object({ picture: z.boolean(), alt: z.string(), acting: z.array(z.string()) })),
  cards: z.array(Shown),
  form: Shown.extend({ title: z.string(), fields: z.array(Field) }).optional(),
})

async function open(): Promise<Driver> {
  browser ??= launch()
  const server = await serveRoutes()
  const context = await (await browser).newContext({ reducedMotion: 'reduce', locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const host = scriptedHost()
  /** The core's ledger, where a page reads what it missed. */
  const ledger = new Map<string, Message>()
  const make = () => createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' })
  let adapter = make()
  let tab = await start()
  let last: unknown
  let count = 0

  async function start() {
    await adapter.start(
      pageHost(host, ledger, (inbound) => {
        const { id, locale, input, files } = inbound
        const said = { id: id.replace(`${person.user}/`, ''), locale, input }
        last = files === undefined ? said : inParts(said, files)
      }),
    )
    server.use(adapter)
    return sitDown(server.origin, person.user)
  }

  /** Does something that makes the page speak, and waits for what it is answered. */
  async function speaks(act: () => Promise<void>): Promise<number> {
    // After a restart of the server the page is refused, sits down again by itself, and says it once more.
    const answered = page.waitForResponse((response) => {
      if (!response.url().endsWith('/web/inbound') || response.status() === 401) return false
      const request = response.request()
      // The panel sends no files, and what Chromium tells of a body with some is cut.
      if (request.headers()['content-type']?.startsWith('multipart/form-data')) return true
      return !isPanel(Said.parse(request.postDataJSON()).input)
    })
    await act()
    return (await answered).status()
  }

  /** Chooses in the list of a card, and takes it; without a choice the page says so itself, and nothing is sent. */
  async function choose(card: number, at: number | undefined): Promise<number> {
    const choice = page.locator('.log > article:not(.asking)').nth(card).locator('.choice')
    await choice.locator('select').selectOption({ index: at === undefined ? 0 : at + 1 })
    if (at !== undefined) return speaks(() => choice.locator('button').click())
    await choice.locator('button').click()
    await choice.locator('.problem').waitFor()
    return 0
  }

  async function shown(): Promise<Screen> {
    await server.settled()
    const busy = page.locator('.talk [aria-busy="true"], .talk [aria-disabled="true"]')
    while ((await busy.count()) > 0) await busy.first().waitFor({ state: 'detached' })
    await page.evaluate(picturesDrawn)
    const { cards, form, files } = Read.parse(await page.evaluate(readPage))
    const asking = page.locator('.log > article.asking').last()
    return {
      files: await downloaded(page, files),
      cards: cards.map((card, at) => ({
        ...card,
        choice: card.choice === null ? undefined : { ...card.choice, choose: (chosen) => choose(at, chosen) },
        buttons: card.buttons.map(({ label, heard, url }, nth) => ({
          label,
          heard,
          ...(url === undefined ? {} : { url }),
          press: () =>
            speaks(() =>
              page
                .locator('.log > article:not(.asking)')
                .nth(at)
                .locator('.body :is(button, a):not(.choice *)')
                .nth(nth)
                .click(),
            ),
        })),
      })),
      form: form && {
        ...form,
        choice: undefined,
        buttons: [],
        look: (label, typed) => lookFor(asking, form.fields, label, typed),
        fill: (answers, given) => speaks(() => fillIn(asking, form.fields, answers, given)),
      },
    }
  }

  /** A notification is there when the page shows it, by the line or by the ledger. */
  const standsThere = ({ text }: Message) =>
    page
      .locator('.log > article')
      .and(page.locator(`[aria-label=${JSON.stringify(text)}]`))
      .last()
      .waitFor()

  await page.goto(server.origin)
  await page.getByRole('button', { name: seats.find(({ user }) => user === person.user)?.name ?? '' }).click()
  await page.locator('.home[aria-busy=false]').waitFor()
  return {
    host,
    person,
    type: (text, _audience, files = []) =>
      speaks(async () => {
        if (files.length > 0) {
          await page.evaluate(dropping(files))
          await page
            .locator('.chosen li')
            .nth(files.length - 1)
            .waitFor()
        }
        await page.locator('#composer-text').fill(text)
        await page.locator('.composer button[type=submit]').click()
      }),
    change: () => Promise.reject(new Error('nobody edits on the page')),
    preview: () => Promise.reject(new Error('the page draws no previews')),
    move: () => Promise.reject(new Error('nobody installs a page')),
    redeliver: async () => (await tab.post('/web/inbound', last)).status,
    shown,
    sought: async (key) => await adapter.sought?.(person, { key, since: new Date() }),
    async send(message, key = `key-${++count}`) {
      const delivery = await adapter.send(person, message, key)
      if (delivery.status === 'sent') ledger.set(delivery.ref, message)
      await standsThere(message)
      return delivery
    },
    async update(ref, message) {
      const delivery = await adapter.update(person, ref, message)
      if (delivery.status === 'sent') ledger.set(delivery.ref, message)
      await standsThere(message)
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
      tab = await start()
    },
    async stop() {
      await context.close()
      await adapter.stop()
      await server.stop()
    },
  }
}

/** The files with what their links give to somebody who follows them, one after the other. */
async function downloaded(page: Page, files: z.infer<typeof Read>['files']): Promise<ShownFile[]> {
  const all: ShownFile[] = []
  for (const [at, file] of files.entries()) {
    const link = page.locator('.log .file').nth(at).locator('a')
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    const base64 = readFileSync(await download.path()).toString('base64')
    all.push({ ...file, name: download.suggestedFilename(), base64 })
  }
  return all
}

const Said = z.object({ input: z.object({ kind: z.string(), intent: z.unknown().optional() }) })

/** What the page asks by itself, for its panel and its language. */
function isPanel(input: { readonly kind: string; readonly intent?: unknown }): boolean {
  const asked = z.object({ kind: z.enum(['home.show', 'language.set']) }).safeParse(input.intent)
  return input.kind === 'pressed' && asked.success
}

/** The scripted core, which hears nothing of the panel; and the ledger. `heard` is told what the core hears. */
function pageHost(host: Host, ledger: ReadonlyMap<string, Message>, heard: (inbound: Inbound) => void): Host {
  const receive = async (inbound: Inbound) => {
    if (isPanel(inbound.input))
      return { reply: { kind: 'message', message: { text: 'Trang chủ' } } as const, repeated: false }
    heard(inbound)
    return host.receive(inbound)
  }
  const at = '2020-06-16T02:00:00.000Z'
  const history = async () => ({
    entries: [...ledger].map(([ref, message]) => ({ kind: 'sent' as const, ref, at, message })),
  })
  return { ...host, receive, history }
}
