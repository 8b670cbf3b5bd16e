import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import { mostFileBytes } from '../../src/contract/inbound.ts'
import { type FakeHost, fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage, overflow, picture } from './stage.ts'

let browser: Browser
let served: Served
let host: FakeHost
beforeAll(async () => {
  host = fakeHost(() => ({ kind: 'message', message: { text: 'Đã nhận' } }))
  served = await serveRoutes(createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' }), host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})
beforeEach(() => {
  host.inbound.length = 0
})

async function open(width = 1200) {
  const context = await browser.newContext({ viewport: { width, height: 740 }, reducedMotion: 'reduce' })
  const { page, faults } = await openPage(context, served.origin)
  await page.getByRole('button', { name: /Bộ Công an/ }).click()
  await page.locator('.home[aria-busy=false]').waitFor()
  // The browser opens no window of its own for it.
  page.on('filechooser', () => {})
  return { context, page, faults }
}

const pdf = (name: string, text = `%PDF ${name}`) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(text),
})
const chosen = (page: Page) => page.getByRole('list', { name: 'Tệp sẽ gửi' }).locator('.name').allTextContents()
const attach = (page: Page) => page.getByRole('button', { name: 'Đính kèm' })
const send = (page: Page) => page.getByRole('button', { name: 'Gửi', exact: true })
const answered = (page: Page) => page.locator('.log').getByText('Đã nhận').last().waitFor()
const notice = (page: Page) => page.locator('#composer-notice')

/** By the button, as somebody with a keyboard does. */
async function choose(page: Page, ...files: ReturnType<typeof pdf>[]) {
  const before = (await chosen(page)).length
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), attach(page).press('Enter')])
  await chooser.setFiles(files)
  await expect.poll(async () => (await chosen(page)).length + Number(await notice(page).isVisible())).not.toBe(before)
}

/** `kind`: how the file gets there. */
const bring = (page: Page, kind: 'drop' | 'paste', name: string) =>
  page.evaluate(`(() => {
    const data = new DataTransfer()
    data.items.add(new File(['bytes of ${name}'], '${name}', { type: 'application/pdf' }))
    const more = { bubbles: true, cancelable: true }
    document.body.dispatchEvent(${
      kind === 'drop'
        ? "new DragEvent('drop', { dataTransfer: data, ...more })"
        : "new ClipboardEvent('paste', { clipboardData: data, ...more })"
    })
  })()`)

const sent = () => host.inbound.filter(({ input }) => input.kind === 'typed')
const contents = () =>
  sent().map(({ files = [] }) => files.map(({ name, bytes }) => [name, Buffer.from(bytes ?? []).toString()]))

test.each([1200, 330])(
  'files are chosen, dropped and pasted, taken away, and sent with the words (%i)',
  async (width) => {
    const { page, faults, context } = await open(width)
    const long = `${'Góp-ý-của-Bộ-Y-tế-'.repeat(8)}.pdf`
    await choose(page, pdf('một.pdf'), pdf(long))
    await bring(page, 'drop', 'hai.pdf')
    await expect.poll(() => chosen(page)).toEqual(['một.pdf', long, 'hai.pdf'])
    await bring(page, 'paste', 'ba.pdf')
    await expect.poll(() => chosen(page)).toHaveLength(4)
    await picture(page, `chosen-${width}`)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Bỏ tệp hai.pdf' }).focus()
    await page.keyboard.press('Enter')
    expect(await chosen(page)).toEqual(['một.pdf', long, 'ba.pdf'])
    // The focus goes on to the next file.
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Bỏ tệp ba.pdf')
    expect(sent()).toEqual([])
    await page.locator('#composer-text').fill('góp ý ND-DLCN')
    await page.keyboard.press('Enter')
    await answered(page)
    expect(sent()).toMatchObject([{ input: { text: 'góp ý ND-DLCN' } }])
    expect(contents()).toEqual([
      [
        ['một.pdf', '%PDF một.pdf'],
        [long, `%PDF ${long}`],
        ['ba.pdf', 'bytes of ba.pdf'],
      ],
    ])
    expect(await chosen(page)).toEqual([])
    expect(await page.locator('.said').last().textContent()).toContain('Tệp: ba.pdf')
    expect(faults).toEqual([])
    await context.close()
  },
)

test('a file goes without words, and the same one may be chosen again', async () => {
  const { page, context } = await open()
  for (const count of [1, 2]) {
    await choose(page, pdf('một.pdf'))
    await send(page).click()
    await expect.poll(() => sent().length).toBe(count)
    await expect.poll(() => chosen(page)).toEqual([])
  }
  expect(sent().map(({ input }) => input)).toEqual([1, 2].map(() => ({ kind: 'typed', text: '' })))
  expect(new Set(sent().map(({ id }) => id)).size).toBe(2)
  await context.close()
})

test('what is too large is said before anything is uploaded, and what may go stays', async () => {
  const { page, context } = await open()
  await choose(page, pdf('lớn.pdf', 'x'.repeat(mostFileBytes + 1)), pdf('nhỏ.pdf'))
  await expect.poll(() => notice(page).textContent()).toBe('Tệp “lớn.pdf” lớn hơn 20 MB nên không gửi được.')
  expect(await chosen(page)).toEqual(['nhỏ.pdf'])
  await choose(page, ...Array.from({ length: 10 }, (_, at) => pdf(`${at}.pdf`)))
  await expect.poll(() => notice(page).textContent()).toMatch(/nhiều nhất 10 tệp/)
  expect(await chosen(page)).toHaveLength(10)
  await context.close()
})

test('after a broken line the same files go again, as the same delivery', async () => {
  const { page, context } = await open()
  await choose(page, pdf('một.pdf'))
  await page.route('**/web/inbound', (route) => route.abort(), { times: 1 })
  await send(page).click()
  await expect.poll(() => notice(page).textContent()).toMatch(/Chưa gửi được/)
  expect(await chosen(page)).toEqual(['một.pdf'])
  // The answer is lost this time: the server has heard it.
  await page.route('**/web/inbound', (route) => route.fetch().then(() => route.abort()), { times: 1 })
  const retry = notice(page).getByRole('button', { name: 'Thử lại' })
  await retry.click()
  await expect.poll(() => sent().length).toBe(1)
  await retry.click()
  await answered(page)
  expect(contents()).toEqual([1, 2].map(() => [['một.pdf', '%PDF một.pdf']]))
  expect(new Set(sent().map(({ id }) => id)).size).toBe(1)
  await context.close()
})

test('another language keeps what was chosen, a reload loses it and says so', async () => {
  const { page, context } = await open()
  await choose(page, pdf('một.pdf'))
  await page.getByRole('button', { name: 'English' }).click()
  await expect.poll(() => page.locator('.chosen .name').allTextContents()).toEqual(['một.pdf'])
  await page.reload()
  await expect.poll(() => notice(page).textContent()).toContain('một.pdf')
  expect(await page.locator('.chosen .name').allTextContents()).toEqual([])
  await page.reload()
  await page.locator('.home[aria-busy=false]').waitFor()
  expect(await notice(page).isVisible()).toBe(false)
  await context.close()
})

test('a long upload says how far it has got', async () => {
  const { page, context } = await open()
  await choose(page, pdf('lớn.pdf', 'x'.repeat(mostFileBytes)))
  const client = await context.newCDPSession(page)
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * 1024 * 1024 }
  await client.send('Network.enable')
  await client.send('Network.emulateNetworkConditions', slow)
  await send(page).click()
  await page.getByRole('progressbar', { name: 'Đang tải tệp lên' }).waitFor()
  await expect.poll(() => page.locator('.composer [type=submit]').textContent()).toMatch(/Đang gửi… \d+%/)
  await client.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 })
  await answered(page)
  expect(await page.getByRole('progressbar').isVisible()).toBe(false)
  expect(sent()[0]?.files?.[0]?.bytes).toHaveLength(mostFileBytes)
  await context.close()
})
