import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createWeb } from '../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage, overflow, picture } from './stage.ts'
import { answer, request } from './stand-in.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  const host = fakeHost(answer)
  const sent = Array.from({ length: 6 }, (_, at) => ({ ref: `k${at}`, at: `2020-06-1${at}T01:00:00Z` }))
  host.entries.set(
    'bca',
    sent.map((each) => ({ kind: 'sent' as const, ...each, message: request })),
  )
  const banner = () => 'Dữ liệu mẫu'
  const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi', banner })
  served = await serveRoutes(web, host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

const At = z.object({ at: z.string(), ring: z.boolean(), covered: z.boolean() })

/** What has the focus, whether that shows, and whether anything lies over its upper or lower edge. */
const where = `(() => {
  const node = document.activeElement
  if (node === null || node === document.body) return { at: '', ring: true, covered: false }
  const shown = node.matches('.option input') ? node.closest('.option') : node
  const { outlineStyle, outlineWidth } = getComputedStyle(shown)
  // The parts of a date have a mark of the browser's own.
  const ring = node.matches('[type=date], [type=time]') || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)
  const { left, top, bottom, width } = shown.getBoundingClientRect()
  const free = (y) => {
    const over = document.elementFromPoint(left + Math.min(20, width / 2), y)
    return over !== null && (shown.contains(over) || over.contains(shown))
  }
  // Of a text of many lines the browser shows the one that is written.
  const tall = bottom - top > innerHeight / 2 || node.matches('textarea')
  const name = node.getAttribute('aria-label') ?? node.labels?.[0]?.textContent ?? node.textContent
  return {
    at: node.tagName + ' ' + name.trim().slice(0, 40),
    ring,
    covered: !tall && !(free(Math.max(top, 0) + 2) && free(Math.min(bottom, innerHeight) - 2) && top >= 0 && bottom <= innerHeight),
  }
})()`

/** Goes with the key to the end of the page, or so many stops, and tells each at which something is wrong. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = 150) {
  const stops: string[] = []
  const faults: string[] = []
  while (stops.length < most) {
    await page.keyboard.press(key)
    const { at, ring, covered } = At.parse(await page.evaluate(where))
    if (at === '') return { stops, faults }
    stops.push(at)
    if (!ring) faults.push(`no mark of the focus: ${at}`)
    if (covered) faults.push(`covered: ${at}`)
  }
  return { stops, faults }
}

describe.each([
  ['a laptop', 1280, 800, 'none'],
  ['a phone', 360, 740, 'none'],
  ['a laptop at 200 %', 640, 400, 'none'],
  ['a laptop at 400 %', 320, 200, 'none'],
  ['forced colours', 1280, 800, 'active'],
] as const)('with the keyboard alone on %s', (name, width, height, forcedColors) => {
  test('every stop shows its focus, nothing lies over it, and both ways lead past the same stops', async () => {
    const context = await browser.newContext({ viewport: { width, height }, forcedColors, reducedMotion: 'reduce' })
    const { page, faults } = await openPage(context, served.origin)
    await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
    await page.locator('.home[aria-busy=false]').waitFor()
    await page.locator('.log > article').nth(5).waitFor()
    await page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' }).first().click()
    await page.getByRole('form').waitFor()
    expect(await overflow(page)).toBe(0)
    // The first stop of the document.
    const skip = page.getByRole('link', { name: 'Đến ô nhập tin nhắn' })
    await skip.focus()
    const down = await walk(page, 'Tab')
    await picture(page, `keyboard-${name}`, false)
    const up = await walk(page, 'Shift+Tab', down.stops.length)
    expect([...down.faults, ...up.faults]).toEqual([])
    expect(down.stops[0]).toMatch(/^BUTTON Tìm kiếm/)
    await page.keyboard.press('Shift+Tab')
    expect(await skip.and(page.locator(':focus')).count()).toBe(1)
    await page.keyboard.press('Enter')
    expect(await page.locator('#composer-text').and(page.locator(':focus')).count()).toBe(1)
    expect(down.stops.at(-1)).toBe('BUTTON Gửi')
    const once = (stops: readonly string[]) => stops.filter((stop, at) => stop !== stops[at - 1])
    expect(once(up.stops.toReversed())).toEqual(once(down.stops))
    expect(faults).toEqual([])
    await context.close()
  })
})

test('nothing moves by itself for who asked for less motion', async () => {
  const behaviours: string[] = []
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const context = await browser.newContext({ reducedMotion })
    const { page } = await openPage(context, served.origin)
    await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).waitFor()
    behaviours.push(z.string().parse(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')))
    const moving = `[...document.querySelectorAll('*')].filter((node) => {
      const { animationName, transitionDuration } = getComputedStyle(node)
      return animationName !== 'none' || /[1-9]/.test(transitionDuration)
    }).length`
    expect(await page.evaluate(moving)).toBe(0)
    await context.close()
  }
  expect(behaviours).toEqual(['auto', 'smooth'])
})
