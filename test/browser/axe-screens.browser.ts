import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepingLog } from '../support/quiet.ts'
import { axeFaults } from './axe.ts'
import { launch, openPage, picture, playProcess } from './stage.ts'

const coordinator = 'Điều phối viên 1'
const leader = 'Trưởng đoàn số 3'
const member = 'Thành viên – Bộ Tài chính'

/** What is typed, so that each screen that somebody works with stands in the conversation: cards first, then forms. */
const asked: readonly (readonly [who: string, about: string, sentences: readonly string[]])[] = [
  [coordinator, 'plan and help', ['trợ giúp', 'kế hoạch quý II', 'vì sao 30/06?', 'các đoàn']],
  [coordinator, 'a round', ['tình hình ND-DLCN', 'nhắc ND-DLCN', 'bảng tổng hợp ND-DLCN', 'bản tin']],
  [coordinator, 'visits', ['xếp Bộ Y tế cho đoàn 3 ngày 22/06 08:00', 'tổng quan lịch', 'bảng lịch tháng 6']],
  [coordinator, 'forms', ['gia hạn ND-DLCN', 'ghi ý kiến thay Bộ Y tế ND-DLCN', 'diễn tập', 'liên kết truy cập']],
  [member, 'a request and its form', ['góp ý ND-DLCN', 'góp ý ND-DLCN Điều 5: chưa rõ']],
  [member, 'forms', ['nghỉ từ 20/06 đến 25/06', 'ủy quyền', 'hoãn nhắc ND-DLCN']],
  [leader, 'a schedule', ['lịch đoàn 3', 'chuyến tiếp theo', 'liên kết lịch', 'xin dời chuyến Bộ Y tế sang 24/06 9h']],
]

let browser: Browser
let whole: Awaited<ReturnType<typeof playProcess>>
const { log, lines } = keepingLog()
beforeAll(async () => {
  browser = await launch()
  whole = await playProcess(log)
})
afterAll(async () => {
  await browser.close()
  await whole.stop()
  expect(lines.filter((line) => line.level === 'error')).toEqual([])
})

/** Types a sentence and waits until it is answered, by a card or a form. */
async function say(page: Page, words: string) {
  const before = await page.locator('.log > article').count()
  await page.locator('#composer-text').fill(words)
  await page.keyboard.press('Enter')
  await page.locator('.log > article').nth(before).waitFor()
}

async function sit(name: string, language: string) {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const { page, faults } = await openPage(context, whole.url)
  await page.getByRole('main').getByRole('button', { name }).click()
  await page.locator('.home[aria-busy=false]').waitFor()
  await page.locator('#languages').getByRole('button', { name: language }).click()
  await page.locator(`html[lang=${language === 'English' ? 'en' : 'vi'}] .home[aria-busy=false]`).waitFor()
  return { page, faults, close: () => context.close() }
}

test('a round and a visit are there to be looked at', async () => {
  const { page, close } = await sit(coordinator, 'Tiếng Việt')
  await say(page, 'lấy ý kiến ND-DLCN')
  await page.locator('.asking button[type=submit]').click()
  await page.getByRole('log').getByRole('button', { name: 'Mở đợt và gửi' }).click()
  await page.getByRole('log').getByRole('button', { name: 'Tình hình' }).last().waitFor()
  await say(page, 'xếp Bộ Y tế cho đoàn 3 ngày 23/06 08:00')
  await page.locator('.asking button[type=submit]').click()
  await page.getByRole('log').getByRole('button', { name: 'Lưu và báo' }).last().click()
  await page.getByText('23/06/2020').last().waitFor()
  await close()
})

const screens = ['Tiếng Việt', 'English'].flatMap((language) => asked.map((each) => [language, ...each] as const))
test.each(screens)('axe finds nothing in %s where %s has %s', async (language, who, about, sentences) => {
  const { page, faults, close } = await sit(who, language)
  for (const sentence of sentences) await say(page, sentence)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `axe-${language}-${who}-${about}`)
  expect(faults).toEqual([])
  await close()
})
