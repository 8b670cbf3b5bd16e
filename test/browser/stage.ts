import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

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
    ],
  })
}

/** A page that gathers what went wrong in it: script errors, and what the content security policy stopped. */
export async function openPage(context: BrowserContext, address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage()
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
