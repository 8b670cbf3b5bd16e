import { mkdirSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage } from './stage.ts'
import { answer, request } from './stand-in.ts'

let browser: Browser
let served: Served
let page: Page

beforeAll(async () => {
  const host = fakeHost(answer)
  host.entries.set('bca', [{ kind: 'sent', ref: 'k1', at: '2020-06-16T01:00:00Z', message: request }])
  const banner = () => 'Dữ liệu mẫu'
  const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi', banner })
  served = await serveRoutes(web, host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})
beforeEach(async () => {
  const context = await browser.newContext({ colorScheme: 'dark', reducedMotion: 'reduce' })
  page = (await openPage(context, served.origin)).page
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('log').getByRole('article').waitFor()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  await page.locator('#composer-text').fill('bảng')
  await page.keyboard.press('Enter')
  await page.getByRole('progressbar').waitFor()
  return () => context.close()
})

/** What stands on the sheets that the page is printed on. */
async function printed(name: string): Promise<string> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  const folder = process.env.SCREENS
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${folder}/print-${name}.pdf`, pdf)
  }
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

/** What leads through the page, and what can be pressed. */
const frame = ['Đôn đốc', 'Dữ liệu mẫu', 'Đổi vai trò', 'English', 'Kính chào', 'Gửi ', 'Đính kèm', 'Tìm']
const expectNone = (text: string, words: readonly string[]) =>
  expect(words.filter((word) => text.includes(word))).toEqual([])

test('the card that has the focus is printed, alone and whole', async () => {
  await page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' }).focus()
  const text = await printed('focused')
  expect(text).toContain('Đề nghị cho ý kiến')
  expect(text).toContain('17:00, Thứ Ba 30/06/2020 (giờ Việt Nam)')
  expect(text).toContain('Xem tài liệu')
  expect(text).toContain('https://example.org/du-thao.pdf')
  expectNone(text, [...frame, 'Tình hình:', 'Đã trả lời'])
  // Nothing is left over on the screen.
  expect(await page.locator('.printed, .unprinted').count()).toBe(0)
})

test('with the focus elsewhere the card that is in sight is printed', async () => {
  await page.locator('#composer-text').focus()
  const text = await printed('seen')
  expect(text).toContain('Tình hình: Dự thảo Nghị định về bảo vệ dữ liệu cá nhân')
  expect(text).toContain('Bộ Nông nghiệp và Phát triển nông thôn')
  expect(text).toContain('Đề nghị làm rõ khoản 2 Điều 5.')
  expectNone(text, [...frame, 'Đề nghị cho ý kiến', 'Gia hạn', 'Thu hồi'])
})

test('what is to be done is printed from its panel', async () => {
  await page.getByRole('heading', { name: /^Kính chào/ }).focus()
  const text = await printed('panel')
  expect(text).toContain('Kính chào Đồng chí đại diện Bộ Công an')
  expectNone(text, ['Đôn đốc', 'Dữ liệu mẫu', 'Tải lại', 'Đã trả lời', 'Trợ giúp'])
})

test('on paper all words are black on white, whatever the colours of the screen', async () => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const colours = await page.evaluate(`(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const seen = new Set()
    while (texts.nextNode()) {
      const node = texts.currentNode.parentElement
      if (texts.currentNode.textContent.trim() === '' || !node.checkVisibility() || node.closest('noscript')) continue
      for (let at = node; at; at = at.parentElement) {
        const behind = getComputedStyle(at).backgroundColor
        if (behind !== 'rgba(0, 0, 0, 0)') { seen.add(getComputedStyle(node).color + ' on ' + behind); break }
      }
    }
    return [...seen]
  })()`)
  expect(colours).toEqual(['rgb(0, 0, 0) on rgb(255, 255, 255)'])
})
