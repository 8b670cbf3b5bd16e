import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { vi } from '../../src/texts/vi.ts'
import { storeRemarks } from '../support/many-remarks.ts'
import { keepingLog } from '../support/quiet.ts'
import { axeFaults } from './axe.ts'
import { launch, overflow, picture, playProcess, sitDown } from './stage.ts'

const drafter = 'Cơ quan soạn thảo – Bộ Công an (mẫu)'
const t = vi.desk.remarks

let browser: Browser
let whole: Awaited<ReturnType<typeof playProcess>>
let round: string
const { log, lines } = keepingLog()

beforeAll(async () => {
  browser = await launch()
  return () => browser.close()
})
beforeEach(async () => {
  whole = await playProcess(log)
  const { db, close } = await openDatabase(whole.database, log)
  round = await storeRemarks(db, 'ND-DLCN', 12, new Date('2020-06-15T10:00:00Z'))
  await close()
  return () => whole.stop()
})
afterAll(() => expect(lines.filter((line) => line.level === 'error')).toEqual([]))

const open = async (context: BrowserContext) => {
  const { page, faults } = await sitDown(context, whole, drafter)
  await page.evaluate(`location.hash = '#remarks?round=${round}'`)
  await page.locator('.remark').first().waitFor()
  return { page, faults }
}
const context = (width = 1280, colorScheme: 'light' | 'dark' = 'light') =>
  browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' })
const row = (page: Page, at: number) => page.locator('.remark').nth(at)
const answered = (page: Page, n: number) => page.getByText(t.answered(n, 12), { exact: true }).waitFor()
const current = (page: Page) =>
  page.evaluate(`[...document.querySelectorAll('.remark')].findIndex((row) => row.ariaCurrent === 'true')`)
const words = (page: Page, at: number) => row(page, at).getByRole('textbox').inputValue()

test('all remarks are answered by keyboard alone, and the last answer is undone', async () => {
  const tab = await context()
  const { page, faults } = await open(tab)
  for (let at = 0; at < 12; at += 1) {
    await page.keyboard.press(String((at % 4) + 1))
    // The number has led into the words already: "e" out of habit is no letter of them.
    if (at === 1) await page.keyboard.press('e')
    if (at % 4 === 1 || at % 4 === 2) await page.keyboard.type(`Nội dung ${at}: giữ j, k và 1.`)
    await page.keyboard.press('Control+Enter')
  }
  await answered(page, 12)
  // What was typed into a field is words, and no key.
  expect(await words(page, 1)).toBe('Nội dung 1: giữ j, k và 1.')
  await picture(page, 'remarks-answered')

  // From row to row; what keys mean beside a modifier is the browser's.
  await page.keyboard.press('Escape')
  await row(page, 3).focus()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  expect(await current(page)).toBe(4)
  await page.keyboard.press('Alt+j')
  expect(await current(page)).toBe(4)

  // Changed, and back to what stood before.
  await page.keyboard.press('3')
  await page.keyboard.type('Đã có tại Điều 7.')
  await page.keyboard.press('Escape')
  await row(page, 4).locator('[data-code="explain"][aria-pressed="true"]').waitFor()
  await expect.poll(() => row(page, 4).locator('.remark-status').textContent()).toMatch(/^Đã lưu/)
  await page.keyboard.press('u')
  await row(page, 4).locator('[data-code="accept"][aria-pressed="true"]').waitFor()
  await expect.poll(() => words(page, 4)).toBe('')

  // Several at once.
  for (const at of [0, 2]) {
    await row(page, at).focus()
    await page.keyboard.press('x')
  }
  await page.keyboard.press('g')
  await page.keyboard.type('Trả lời chung.')
  await page.getByRole('group', { name: 'Với các dòng đã chọn' }).getByRole('button', { name: 'Ghi nhận' }).click()
  await expect.poll(() => Promise.all([words(page, 0), words(page, 2)])).toEqual(['Trả lời chung.', 'Trả lời chung.'])
  await row(page, 0).locator('[data-code="note"][aria-pressed="true"]').waitFor()
  await page.reload()
  await row(page, 2).waitFor()
  expect(await words(page, 2)).toBe('Trả lời chung.')
  expect(await words(page, 4)).toBe('')
  expect(faults).toEqual([])
  await tab.close()
})

test('words that could not be stored stay: beside what somebody else stored, and over a reload without a line', async () => {
  const [one, other] = [await context(), await context()]
  const { page, faults } = await open(one)
  const second = await open(other)
  await row(second.page, 0).focus()
  await second.page.keyboard.press('3')
  await second.page.keyboard.type('Của người khác.')
  await second.page.keyboard.press('Control+Enter')
  await answered(second.page, 1)

  await row(page, 0).focus()
  await page.keyboard.press('2')
  await page.keyboard.type('Của tôi.')
  await page.keyboard.press('Control+Enter')
  await row(page, 0).getByRole('blockquote').waitFor()
  expect(await row(page, 0).getByRole('blockquote').textContent()).toBe('Của người khác.')
  expect(await words(page, 0)).toBe('Của tôi.')
  expect(await row(page, 0).locator('.remark-status').textContent()).toMatch(/^Chưa lưu/)
  await second.page.reload()
  await row(second.page, 0).waitFor()
  expect(await words(second.page, 0)).toBe('Của người khác.')
  await picture(page, 'remarks-overtaken')
  await row(page, 0).getByRole('button', { name: 'Lưu nội dung đã nhập' }).click()
  await expect.poll(() => row(page, 0).locator('.remark-status').textContent()).toMatch(/^Đã lưu/)

  // A first answer is taken back, and the remark is open again.
  await row(page, 5).focus()
  await page.keyboard.press('1')
  await answered(page, 2)
  await page.keyboard.press('u')
  await answered(page, 1)
  expect(await row(page, 5).locator('[aria-pressed="true"]').count()).toBe(0)

  // Open ones go together, and come back together.
  for (const at of [2, 3]) {
    await row(page, at).focus()
    await page.keyboard.press('x')
  }
  await page.keyboard.press('g')
  await page.keyboard.type('Chung cho hai góp ý.')
  await page.getByRole('group', { name: 'Với các dòng đã chọn' }).getByRole('button', { name: 'Giải trình' }).click()
  await answered(page, 3)
  expect(await Promise.all([words(page, 2), words(page, 3)])).toEqual(Array(2).fill('Chung cho hai góp ý.'))
  await row(page, 3).focus()
  await page.keyboard.press('u')
  await answered(page, 1)
  expect(await Promise.all([words(page, 2), words(page, 3)])).toEqual(['', ''])

  await one.setOffline(true)
  await row(page, 1).focus()
  await page.keyboard.press('3')
  await page.keyboard.type('Viết khi mất mạng.')
  await page.keyboard.press('Escape')
  await row(page, 1)
    .getByText(/còn giữ trên máy này/)
    .waitFor()
  await one.setOffline(false)
  await page.reload()
  await row(page, 1).waitFor()
  expect(await words(page, 1)).toBe('Viết khi mất mạng.')
  await row(page, 1).locator('[data-code="explain"][aria-pressed="true"]').waitFor()
  expect([...faults, ...second.faults].filter((fault) => !/ERR_INTERNET_DISCONNECTED|EventSource/.test(fault))).toEqual(
    [],
  )
  await one.close()
  await other.close()
})

test('what somebody else has written since is not undone, and each press of u takes back one answer', async () => {
  const [one, other] = [await context(), await context()]
  const { page } = await open(one)
  const status = (at: number) => row(page, at).locator('.remark-status').textContent()
  const rewrite = async (of: Page, at: number, said: string) => {
    await row(of, at).getByRole('textbox').fill(said)
    await row(of, at).getByRole('textbox').press('Escape')
  }
  for (const at of [0, 1, 2]) {
    await row(page, at).focus()
    await page.keyboard.press('1')
    await expect.poll(() => status(at)).toMatch(/^Đã lưu/)
  }
  for (const at of [0, 1, 2]) {
    await rewrite(page, at, `Của tôi ${at}.`)
    await expect.poll(() => status(at)).toMatch(/^Đã lưu/)
  }
  // Two presses at once: the last two, each once.
  await row(page, 5).focus()
  await page.keyboard.press('u')
  await page.keyboard.press('u')
  await expect.poll(() => Promise.all([0, 1, 2].map((at) => words(page, at)))).toEqual(['Của tôi 0.', '', ''])
  await expect.poll(() => status(1)).toMatch(/^Đã lưu/)

  const second = await open(other)
  await rewrite(second.page, 0, 'Của người khác.')
  await expect.poll(() => row(second.page, 0).locator('.remark-status').textContent()).toMatch(/^Đã lưu/)
  // The page is read anew after whatever is answered in the conversation.
  await page.locator('#composer-text').fill('trợ giúp')
  await page.locator('#composer-text').press('Enter')
  await expect.poll(() => words(page, 0)).toBe('Của người khác.')
  await row(page, 5).focus()
  await page.keyboard.press('u')
  await row(page, 0).getByRole('blockquote').waitFor()
  expect(await row(page, 0).getByRole('blockquote').textContent()).toBe('Của người khác.')
  await second.page.reload()
  await row(second.page, 0).waitFor()
  expect(await words(second.page, 0)).toBe('Của người khác.')
  await one.close()
  await other.close()
})

test('words that wait for a line are neither sent nor kept once somebody else sits here', async () => {
  const tab = await context()
  const { page } = await open(tab)
  await page.clock.install()
  const sent: string[] = []
  await page.route('**/web/inbound', async (route) => {
    const said = route.request().postData() ?? ''
    if (!said.includes('Chờ mạng.')) return await route.continue()
    sent.push(said)
    await route.abort()
  })
  await row(page, 0).focus()
  await page.keyboard.press('3')
  await page.keyboard.type('Chờ mạng.')
  await page.keyboard.press('Escape')
  await row(page, 0)
    .getByText(/còn giữ trên máy này/)
    .waitFor()
  // It is tried again by itself while its writer sits here.
  const before = sent.length
  await page.clock.fastForward(10_000)
  await expect.poll(() => sent.length).toBe(before + 1)
  await row(page, 0)
    .getByText(/còn giữ trên máy này/)
    .waitFor()
  await page.getByRole('button', { name: 'Đổi vai trò' }).click()
  await page.getByRole('button', { name: 'Thành viên – Bộ Tài chính (mẫu)' }).click()
  await page.locator('h1', { hasText: 'Đôn đốc, Thành viên – Bộ Tài chính' }).waitFor({ state: 'attached' })
  // As where somebody signs out: nothing of theirs stays on this device, and nothing comes back to it.
  await page.evaluate('localStorage.clear()')
  await page.clock.fastForward(20_000)
  await page.request.get(`${whole.url}/healthz`)
  expect(await page.evaluate(`Object.keys(localStorage).filter((key) => key.includes('sample-st-bca'))`)).toEqual([])
  expect(sent.length).toBe(before + 1)
  await tab.close()
})

test.each(['light', 'dark'] as const)('is heard and seen by everybody, in %s', async (scheme) => {
  const tab = await context(360, scheme)
  const { page } = await open(tab)
  for (const language of ['Tiếng Việt', 'English']) {
    await page.getByRole('button', { name: language }).click()
    await page.locator('.remark').first().waitFor()
    expect(await overflow(page)).toBe(0)
    await picture(page, `remarks-${scheme}-${language}`)
    expect(await axeFaults(page)).toEqual([])
  }
  await tab.close()
})
