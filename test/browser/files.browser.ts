import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import type { File, LinkedFile, Reply } from '../../src/contract/reply.ts'
import { png } from '../support/png.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage, overflow, picture } from './stage.ts'

const files: readonly File[] = [
  { name: 'doan-theo-quy.png', mediaType: 'image/png', base64: png(1200, 640), alt: 'Quý II: 9 chuyến' },
  {
    name: `${'lich-doan-'.repeat(12)}3.ics`,
    mediaType: 'text/calendar',
    base64: btoa('BEGIN:VCALENDAR'),
    alt: 'Lịch Đoàn kiểm tra số 3',
  },
]
const buttons = [{ label: 'Tháng sau', intent: { kind: 'overview.show' } as const }]
const answer: Reply = {
  kind: 'message',
  message: { text: 'Tổng quan', blocks: [{ kind: 'buttons', buttons }] },
  files,
}
const table: LinkedFile = {
  ...{ name: 'bang.docx', mediaType: 'text/csv', token: 't', path: '/files/t/bang.docx', alt: 'Tải bảng tổng hợp' },
  expires: 'Liên kết dùng được đến 10:00, 16/06/2020.',
}
const next: Reply = { kind: 'message', message: { text: 'Tháng 7' }, replaces: true }
const broken: Reply = {
  kind: 'message',
  message: { text: 'Còn lời' },
  files: files.map((file) => ({ ...file, base64: '%%%' })),
}

let browser: Browser
let served: Served
beforeAll(async () => {
  const host = fakeHost(({ input }) => {
    if (input.kind === 'typed' && input.text === 'bảng') return { ...answer, files: [], documents: [table] }
    if (input.kind === 'typed') return input.text === 'hỏng' ? broken : answer
    return JSON.stringify(input).includes('overview') ? next : { kind: 'message', message: { text: 'Kính chào' } }
  })
  served = await serveRoutes(createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' }), host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

async function open(width: number) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
  const { page, faults } = await openPage(context, served.origin)
  await page.getByRole('button', { name: /Bộ Công an/ }).click()
  await page.locator('.home[aria-busy=false]').waitFor()
  return { context, page, faults }
}

async function say(page: Page, text: string) {
  await page.locator('#composer-text').fill(text)
  await page.keyboard.press('Enter')
}

/** Whether the page still holds the bytes behind an address. */
const held = (page: Page, address: string | null) =>
  page.evaluate(
    `new Promise((tell) => { const img = new Image(); img.onload = () => tell(true); img.onerror = () => tell(false); img.src = ${JSON.stringify(address)} })`,
  )

test.each([360, 1280])('a picture wider than its card shows whole in a window %i wide', async (width) => {
  const { context, page, faults } = await open(width)
  await say(page, 'tổng quan')
  const shown = page.getByRole('img', { name: 'Quý II: 9 chuyến' })
  await shown.waitFor()
  const [image, card] = [await shown.boundingBox(), await page.locator('article.card').boundingBox()]
  if (image === null || card === null) throw new Error('nothing is drawn')
  expect(image.x).toBeGreaterThan(card.x)
  expect(image.x + image.width).toBeLessThan(card.x + card.width)
  expect(image.width / image.height).toBeCloseTo(1200 / 640, 1)
  expect(await overflow(page)).toBe(0)
  await picture(page, `6-files-${width}`)
  expect(faults).toEqual([])
  await context.close()
})

test('with the keyboard alone the calendar is found by its name and downloaded', async () => {
  const { context, page } = await open(360)
  await say(page, 'tổng quan')
  await page.getByRole('button', { name: 'Tháng sau' }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Tải tệp lịch: Lịch Đoàn kiểm tra số 3')
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  expect(download.suggestedFilename()).toBe(files[1]?.name)
  await context.close()
})

test('the bytes of a picture are let go of when another answer takes its place, or the page is drawn anew', async () => {
  const { context, page, faults } = await open(1280)
  const img = page.locator('.file img')
  await say(page, 'tổng quan')
  const first = await img.getAttribute('src')
  expect(await held(page, first)).toBe(true)
  await page.getByRole('button', { name: 'Tháng sau' }).click()
  await page.getByRole('article', { name: 'Tháng 7' }).getByText('Tháng 7').waitFor()
  expect(await img.count()).toBe(0)
  expect(await held(page, first)).toBe(false)
  await say(page, 'tổng quan')
  const second = await img.getAttribute('src')
  await page.getByRole('button', { name: 'English' }).click()
  await img.waitFor({ state: 'detached' })
  expect(await held(page, second)).toBe(false)
  expect(faults.filter((fault) => !fault.includes('ERR_FILE_NOT_FOUND'))).toEqual([])
  await context.close()
})

test('a file that cannot be read leaves the words', async () => {
  const { context, page, faults } = await open(360)
  await say(page, 'hỏng')
  await page.getByRole('article', { name: 'Còn lời' }).waitFor()
  expect(await page.locator('.file').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a document that is made when it is fetched is a link, with until when it works below it', async () => {
  const { context, page, faults } = await open(360)
  await say(page, 'bảng')
  const link = page.getByRole('link', { name: table.alt })
  await link.waitFor()
  expect(await link.getAttribute('href')).toBe(table.path)
  const said = await page.getByText(table.expires).boundingBox()
  const box = await link.boundingBox()
  if (said === null || box === null) throw new Error('nothing is drawn')
  expect(said.y).toBeGreaterThanOrEqual(box.y + box.height)
  await picture(page, 'document-360')
  await context.close()
  expect(faults).toEqual([])
})
