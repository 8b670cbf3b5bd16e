import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { platforms, web } from '../../adapters/index.ts'
import type { Log } from '../../src/contract/adapter.ts'
import { readConfig } from '../../src/server/config.ts'
import { type Job, startSchedule } from '../../src/server/schedule.ts'
import { start } from '../../src/server/start.ts'
import { keepingLog } from '../support/quiet.ts'

/** Chromium without anything that would reach out of this machine. `CHROMIUM` names another one than Debian's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // The page begins in the language for which its browser asks.
      '--accept-lang=vi-VN',
    ],
  })
}

/** What hangs ends then; no test passes or fails by how fast the machine is. */
export const patienceMs = 120_000

/** A page that gathers what went wrong in it: script errors, and what the content security policy stopped. */
export async function openPage(context: BrowserContext, address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => {
    // A refused or broken request is the subject of some journeys; the page itself must not be at fault.
    if (line.type() === 'error' && !/Failed to load resource/.test(line.text())) faults.push(line.text())
  })
  await page.goto(address)
  return { page, faults }
}

/** Keeps a picture where `SCREENS` names a folder, for people to look at. */
export async function picture(page: Page, name: string, fullPage = true) {
  const folder = process.env.SCREENS
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage })
}

/** How many CSS pixels the page is wider than its window: more than none is a page that scrolls sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

/**
 * The whole process, as `npm start` runs it on an empty folder, with a clock to move on. Nudges come when the test says
 * so: whether a minute begins while it runs must not matter.
 */
export async function playProcess(log: Log) {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-story-'))
  let ahead = 0
  const jobs = new Map<string, Job>()
  const whole = await start(
    readConfig({ DATABASE_URL: `file:${folder}/dondoc.db`, PORT: '0' }, platforms),
    { platforms, web },
    log,
    () => new Date(Date.now() + ahead),
    (all, to) => {
      for (const job of all) jobs.set(job.name, job)
      return startSchedule(
        all.filter((job) => job.name !== 'nudge'),
        to,
      )
    },
  )
  return {
    url: whole.url,
    /** Of the process, to put into it what would take long by hand. */
    database: `file:${folder}/dondoc.db`,
    /** Lets so many hours go by, and wakes up what looks at the clock. */
    async hours(count: number) {
      ahead += count * 3_600_000
      for (const name of ['settle', 'nudge']) await jobs.get(name)?.run()
    },
    async stop() {
      await whole.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A browser and the whole process for the tests of a file; what it logs as an error fails the file. */
export function stageOfFile() {
  let browser: Browser | undefined
  let whole: Awaited<ReturnType<typeof playProcess>> | undefined
  const { log, lines } = keepingLog()
  beforeAll(async () => {
    browser = await launch()
    whole = await playProcess(log)
  })
  afterAll(async () => {
    await browser?.close()
    await whole?.stop()
    expect(lines.filter((line) => line.level === 'error')).toEqual([])
  })
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the stage stands once the tests begin')
    return thing
  }
  return {
    get browser() {
      return there(browser)
    },
    get whole() {
      return there(whole)
    },
  }
}

/** Takes a seat of the sample in a tab of its own. */
export async function sitDown(context: BrowserContext, whole: { readonly url: string }, name: string) {
  const { page, faults } = await openPage(context, whole.url)
  await page.getByRole('button', { name }).click()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  return { page, faults }
}

/** Types a sentence and sends it. */
export async function say(page: Page, words: string) {
  await page.getByRole('textbox', { name: 'Nội dung tin nhắn' }).fill(words)
  await page.keyboard.press('Enter')
}

/** Presses the newest button of that name in the conversation. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).last().click()
