import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage } from './stage.ts'
import { answer, request } from './stand-in.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  const host = fakeHost(answer)
  host.entries.set('bca', [{ kind: 'sent', ref: 'k1', at: '2020-06-16T01:00:00Z', message: request }])
  const banner = () => 'Dữ liệu mẫu'
  served = await serveRoutes(
    createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi', banner }),
    host,
  )
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

/** Goes on with the Tab key until what has the focus says `text`; fails when it never does. */
async function tabTo(page: Page, text: RegExp) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate<string>(
      '(({ tagName, labels, textContent }) => [tagName, labels?.[0]?.textContent, textContent].join(" "))(document.activeElement)',
    )
    if (text.test(focused)) return
  }
  throw new Error(`the Tab key never reaches ${text}`)
}

test('an opinion can be given with the keyboard alone', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const { page } = await openPage(context, served.origin)
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).waitFor()
  await tabTo(page, /^BUTTON .*Đại diện Bộ Công an/)
  await page.keyboard.press('Enter')
  await page.getByRole('log').getByRole('article').waitFor()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  await tabTo(page, /^A .*Xem tài liệu/)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
  await tabTo(page, /^INPUT Đồng ý/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, /^TEXTAREA Ý kiến chung/)
  await page.keyboard.type('Làm rõ khoản 2')
  await tabTo(page, /^BUTTON .*Lưu bản nháp/)
  await page.keyboard.press('Enter')
  await page.getByText('Mã biên nhận').waitFor()
  await tabTo(page, /^BUTTON .*Sửa/)
  await context.close()
})

/** Every control without an accessible name, and every id that is used twice or pointed to and not there. */
const nameless = `(() => {
  const faults = []
  for (const node of document.querySelectorAll('button, a[href], input, textarea, select, progress, [role=region], form')) {
    if (node.closest('[hidden]')) continue
    const by = node.getAttribute('aria-labelledby')
    const name = node.getAttribute('aria-label') ?? (by && document.getElementById(by)?.textContent) ??
      (node.labels?.length ? node.labels[0].textContent : node.textContent)
    if (!name || name.trim() === '') faults.push('no name: ' + node.outerHTML.slice(0, 120))
  }
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id)
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('twice: ' + id)
  for (const label of document.querySelectorAll('label')) if (!label.control) faults.push('label of nothing: ' + label.textContent)
  return faults
})()`

/**
 * Texts whose contrast with what lies behind them is under 4.5 to 1 (WCAG 2.2, 1.4.3), worked out from the computed
 * colours; the page has no picture and no gradient behind a text.
 */
const faint = `(() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => {
    const part = (c) => ((c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
  }
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor)
      if (colour.length === 3 || colour[3] === 1) return colour
    }
    return [255, 255, 255]
  }
  const faults = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let seen = 0
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement
    if (walker.currentNode.textContent.trim() === '' || !node.checkVisibility() || node.closest('.unseen, .skip, noscript')) continue
    seen += 1
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(behind(node))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < 4.5) faults.push(contrast.toFixed(2) + ' ' + node.className + ': ' + node.textContent.slice(0, 40))
  }
  if (seen < 10) faults.push('only ' + seen + ' texts seen')
  return faults
})()`

test.each(['light', 'dark'] as const)('everything has a name and can be read, in %s colours', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' })
  const { page } = await openPage(context, served.origin)
  const check = async () => {
    expect(await page.evaluate(nameless)).toEqual([])
    expect(await page.evaluate(faint)).toEqual([])
  }
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' }).click()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByText('Có 2 mục cần sửa').waitFor()
  await page.getByRole('textbox', { name: 'Nội dung tin nhắn' }).fill('bảng')
  await page.keyboard.press('Enter')
  await page.getByRole('progressbar').waitFor()
  await check()
  await context.close()
})
