import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createWeb } from '../../adapters/web/index.ts'
import type { ChatAdapter } from '../../src/contract/adapter.ts'
import { type FakeHost, fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage } from './stage.ts'
import { answer, receipt, request, round, sly } from './stand-in.ts'

let browser: Browser
let context: BrowserContext
let host: FakeHost
let web: ChatAdapter
let served: Served
const links = new Map<string, { user: string; name: string }>()
const Chosen = z.object({ kind: z.literal('language.set'), locale: z.enum(['vi', 'en']) })
/** What the core knows of each person's language. */
const languages = new Map<string, 'vi' | 'en'>()
const bca = { platform: 'web', tenant: 'local', user: 'bca' }

beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())
beforeEach(async () => {
  host = fakeHost((inbound) => {
    const { input, from } = inbound
    const chosen = input.kind === 'pressed' ? Chosen.safeParse(input.intent).data : undefined
    if (chosen !== undefined) languages.set(from.user, chosen.locale)
    return answer(inbound)
  })
  host.entries.set('bca', [{ kind: 'sent', ref: 'k1', at: '2020-06-16T01:00:00Z', message: request }])
  links.clear()
  languages.clear()
  await start(true)
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
})
afterEach(async () => {
  await context.close()
  await served.stop()
})

async function start(demo: boolean, port = 0) {
  const signIn = async (token: string) => links.get(token)
  web = createWeb({
    signIn,
    locale: 'vi',
    languageOf: async (user) => languages.get(user),
    banner: (locale) => (locale === 'vi' ? 'Dữ liệu mẫu' : 'Sample data'),
    ...(demo ? { seats: async (locale) => seats.map((seat) => (locale === 'vi' ? seat : inEnglish(seat))) } : {}),
  })
  served = await serveRoutes(web, host, port)
}

const inEnglish = (seat: (typeof seats)[number]) => ({ ...seat, title: 'Title', roles: ['Role'] })

async function sitAs(name: string) {
  const opened = await openPage(context, served.origin)
  await opened.page.getByRole('button', { name }).click()
  await opened.page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  return opened
}

const notificationOf = (page: Page) => page.getByRole('log').getByRole('article', { name: request.text })
const composerOf = (page: Page) => page.getByRole('textbox', { name: 'Nội dung tin nhắn' })
const focusText = (page: Page) => page.evaluate<string>('document.activeElement.textContent')
/** The worst case for a retry: the server takes the words, and its answer is lost, until `mend`. */
async function loseAnswers(page: Page, which: (body: string) => boolean = () => true) {
  let lossy = true
  let lost = 0
  await page.route('**/web/inbound', async (route) => {
    if (!lossy || !which(route.request().postData() ?? '')) return route.continue()
    await route.fetch()
    await route.abort()
    lost += 1
  })
  return {
    lost: () => lost,
    mend() {
      lossy = false
    },
  }
}

const filled = () => host.inbound.filter((one) => one.input.kind === 'filled')
const typed = () => host.inbound.filter((one) => one.input.kind === 'typed')

async function openForm(page: Page) {
  await notificationOf(page).getByRole('button', { name: 'Cho ý kiến' }).click()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
}

async function fillForm(page: Page, words: string) {
  await page.getByRole('radio', { name: 'Không đồng ý' }).check()
  await page.getByRole('textbox', { name: /^Ý kiến chung/ }).fill(words)
}

test('two tabs of one browser are two people, and a reload keeps each who they are', async () => {
  const coordinator = await sitAs('Điều phối viên')
  const member = await sitAs('Đại diện Bộ Công an')
  await coordinator.page.reload()
  await member.page.reload()
  await coordinator.page.getByRole('banner').getByText('Điều phối viên').waitFor()
  await member.page.getByRole('banner').getByText('Đại diện Bộ Công an').waitFor()
  expect([...coordinator.faults, ...member.faults]).toEqual([])
})

test('words of others are shown to the letter, and only web addresses become links', async () => {
  const { page, faults } = await sitAs('Đại diện Bộ Công an')
  await composerOf(page).fill('bảng')
  await page.keyboard.press('Enter')
  expect(await page.locator('blockquote').textContent()).toContain(sly)
  expect(await page.locator('blockquote img').count()).toBe(0)
  expect(await page.title()).toBe('Đôn đốc')
  const link = notificationOf(page).getByRole('link', { name: /^Xem tài liệu/ })
  expect([await link.getAttribute('target'), await link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer'])
  expect(await page.locator('[href^="javascript"]').count()).toBe(0)
  const bar = page.getByRole('progressbar', { name: 'Đã trả lời 12/19, còn thiếu 7' })
  expect([await bar.getAttribute('value'), await bar.getAttribute('max')]).toEqual(['12', '19'])
  expect(await page.getByRole('region', { name: /^Bảng/ }).getByRole('columnheader').count()).toBe(5)
  expect(faults).toEqual([])
})

test('a form says what is missing, takes the focus there, and sends what was filled in once it is right', async () => {
  const { page, faults } = await sitAs('Đại diện Bộ Công an')
  await openForm(page)
  expect(await focusText(page)).toMatch(/^Ý kiến về/)
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  expect(await focusText(page)).toContain('Có 2 mục cần sửa')
  expect(filled()).toEqual([])
  const words = page.getByRole('textbox', { name: /^Ý kiến chung/ })
  expect(await words.getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('link', { name: 'Cần điền “Ý kiến chung”.' }).click()
  expect(await page.locator('textarea[aria-invalid]:focus').count()).toBe(1)

  await fillForm(page, 'sai')
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByRole('link', { name: 'Ý kiến chung chưa rõ.' }).waitFor()
  // What is wrong with a field that is not in the form is said above it.
  expect(await page.locator('.summary').textContent()).toContain('Chưa chọn đợt.')
  expect(await page.getByRole('link', { name: 'Chưa chọn đợt.' }).count()).toBe(0)
  expect(await words.inputValue()).toBe('sai')
  await fillForm(page, 'Đề nghị làm rõ\nkhoản 2')
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByText('Mã biên nhận').waitFor()
  expect(filled().at(-1)?.input).toEqual({
    kind: 'filled',
    intent: { kind: 'opinion.save', round, revision: 1 },
    values: {
      position: 'disagree',
      body: 'Đề nghị làm rõ\nkhoản 2',
      // Asked and left open: empty, since what is absent was not asked.
      province: '',
      source: '',
      also: ['btc'],
      day: '2020-06-30',
      time: '17:00',
    },
  })
  expect(new Set(filled().map((one) => one.id)).size).toBe(2)
  // The receipt stands where the request asked, the form is gone, and the focus is on the receipt.
  expect(await page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' }).count()).toBe(0)
  expect(await page.getByRole('log').getByRole('article').count()).toBe(1)
  expect(await focusText(page)).toContain('Đã ghi nhận ý kiến')
  // A screen reader says the name of what has the focus: the receipt's, and not the request's.
  expect(await page.locator(':focus').getAttribute('aria-label')).toBe(receipt.text)
  expect(faults).toEqual([])
})

test('words that could not be sent stay, survive a reload, and go again under the same delivery id', async () => {
  const { page, faults } = await sitAs('Đại diện Bộ Công an')
  await openForm(page)
  await fillForm(page, 'Ý kiến dài')
  const line = await loseAnswers(page, (body) => body.includes('"filled"'))
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByText('Chưa gửi được, nội dung vẫn còn').waitFor()
  expect(await focusText(page)).toBe('Thử lại')
  await page.reload()
  await page.getByRole('heading', { name: 'Biểu mẫu chưa gửi' }).waitFor()
  await page.getByRole('button', { name: /^Ý kiến về/ }).click()
  await page.getByText('đã được điền lại').waitFor()
  expect(await page.getByRole('textbox', { name: /^Ý kiến chung/ }).inputValue()).toBe('Ý kiến dài')
  line.mend()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByText('Mã biên nhận').waitFor()
  expect(filled()).toHaveLength(2)
  expect(new Set(filled().map((one) => one.id)).size).toBe(1)
  await page.getByRole('heading', { name: 'Biểu mẫu chưa gửi' }).waitFor({ state: 'hidden' })
  expect(faults).toEqual([])
})

test('words changed after a lost answer are a new delivery', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  await composerOf(page).fill('một')
  const line = await loseAnswers(page)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Thử lại' }).waitFor()
  expect(await composerOf(page).inputValue()).toBe('một')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect.poll(line.lost).toBe(2)
  await page.getByRole('button', { name: 'Thử lại' }).waitFor()
  line.mend()
  await composerOf(page).fill('hai')
  await composerOf(page).press('Enter')
  await page.getByText('Đã nghe: hai').waitFor()
  const [first, again, changed] = typed().map((one) => one.id)
  expect(again).toBe(first)
  expect(changed).not.toBe(first)
  expect(await composerOf(page).inputValue()).toBe('')
})

test('a press whose answer is lost can be tried again under the same delivery id', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  const line = await loseAnswers(page)
  await notificationOf(page).getByRole('button', { name: 'Cho ý kiến' }).click()
  await notificationOf(page).getByText('Chưa gửi được').waitFor()
  line.mend()
  await notificationOf(page).getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
  const ids = host.inbound.filter((one) => JSON.stringify(one.input).includes('opinion.save.form')).map((one) => one.id)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a notification comes live, and an answered one stops asking', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  await notificationOf(page).waitFor()
  await expect.poll(async () => (await web.send(bca, { text: 'Nhắc hạn' }, 'k2')).status).toBe('sent')
  await page.getByRole('log').getByText('Nhắc hạn').waitFor()
  await web.update(bca, 'k1', receipt)
  await page.getByRole('log').getByText('Mã biên nhận').waitFor()
  expect(await page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' }).count()).toBe(0)
  expect(await page.getByRole('log').getByRole('article').count()).toBe(2)
})

test('after a restart of the server the page goes on by itself, with what was sent meanwhile', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  await notificationOf(page).waitFor()
  const { port } = served
  await served.stop()
  host.entries
    .get('bca')
    ?.push({ kind: 'sent', ref: 'k2', at: '2020-06-16T02:00:00Z', message: { text: 'Gửi khi đang tắt' } })
  await start(true, port)
  await page.getByText('Gửi khi đang tắt').waitFor()
  await composerOf(page).fill('xin chào')
  await composerOf(page).press('Enter')
  await page.getByText('Đã nghe: xin chào').waitFor()
  expect(typed().map((one) => one.from.user)).toEqual(['bca'])
})

test('Enter that ends a syllable of an input method does not send, nor does Shift and Enter', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  await composerOf(page).fill('viê')
  await composerOf(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true })
  await composerOf(page).press('Shift+Enter')
  await composerOf(page).press('End')
  await composerOf(page).pressSequentially('t')
  await composerOf(page).press('Enter')
  await expect.poll(() => typed().map((one) => one.input)).toEqual([{ kind: 'typed', text: 'viê\nt' }])
})

test('the language of the page, of the document and of what is sent changes together', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
  await page.getByRole('button', { name: 'English' }).first().click()
  await page.getByRole('button', { name: 'Change role' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await expect
    .poll(() => host.inbound.find((one) => JSON.stringify(one.input).includes('"language.set"')))
    .toMatchObject({ locale: 'en', input: { kind: 'pressed', intent: { kind: 'language.set', locale: 'en' } } })
  await page.reload()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  expect(await page.locator('#banner').textContent()).toBe('Sample data')
  // What has no English form is told as Vietnamese to whoever hears the page.
  await notificationOf(page).locator('[lang="vi"]').first().waitFor()
  expect(await page.getByRole('button', { name: 'Attach' }).locator('[lang]').count()).toBe(0)
})

test('a browser that asks for English gets seats, groups and banner in English before anybody sits', async () => {
  const english = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })
  const { page } = await openPage(english, served.origin)
  await page.getByRole('heading', { name: 'Choose a role' }).waitFor()
  await page.getByRole('heading', { name: 'Role', exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.locator('#banner').textContent()).toBe('Sample data')
  await page.getByRole('button', { name: 'Tiếng Việt' }).click()
  await page.getByRole('heading', { name: 'Thành viên Ủy ban' }).waitFor()
  expect(await page.locator('#banner').textContent()).toBe('Dữ liệu mẫu')
  await english.close()
})

test('a language chosen before anybody sits becomes the choice of whoever sits down then', async () => {
  const { page } = await openPage(context, served.origin)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'Role', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await expect
    .poll(() => host.inbound.filter((one) => JSON.stringify(one.input).includes('"language.set"')))
    .toMatchObject([{ from: { user: 'bca' }, input: { intent: { locale: 'en' } } }])
})

test('whoever chose English elsewhere is spoken to in it here, and the next person as they wish', async () => {
  languages.set('bca', 'en')
  languages.set('dpv', 'vi')
  const { page } = await openPage(context, served.origin)
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await page.getByRole('button', { name: 'Change role' }).click()
  await page.getByRole('button', { name: 'Điều phối viên' }).click()
  await composerOf(page).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('vi')
})

test('a page that is open follows a language chosen elsewhere with its next answer', async () => {
  const { page } = await sitAs('Đại diện Bộ Công an')
  languages.set('bca', 'en')
  await openForm(page)
  await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
  await composerOf(page).fill('xin chào')
  await composerOf(page).press('Enter')
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
  // The choice came from the server: nothing is told back.
  expect(host.inbound.filter((one) => JSON.stringify(one.input).includes('"language.set"'))).toEqual([])
})

test('without seats the page says how to come in, an access link lets in, and a wrong one says so', async () => {
  await served.stop()
  await start(false)
  links.set('good', { user: 'an', name: 'Nguyễn Văn An' })
  const { page } = await openPage(context, served.origin)
  await page.getByRole('heading', { name: 'Cần liên kết truy cập' }).waitFor()
  await page.goto(`${served.origin}/enter/wrong`)
  await page.getByRole('heading', { name: 'Liên kết không dùng được' }).waitFor()
  await page.goto(`${served.origin}/enter/good`)
  await page.getByRole('banner').getByText('Nguyễn Văn An').waitFor()
  expect(page.url()).toBe(`${served.origin}/`)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Cần liên kết truy cập' }).waitFor()
})

test('a tab does not silently become the person of a link opened in another tab', async () => {
  await served.stop()
  await start(false)
  links.set('an', { user: 'an', name: 'An' })
  links.set('binh', { user: 'binh', name: 'Bình' })
  const first = await openPage(context, `${served.origin}/enter/an`)
  await first.page.getByRole('banner').getByText('An', { exact: true }).waitFor()
  const second = await openPage(context, `${served.origin}/enter/binh`)
  await second.page.getByRole('banner').getByText('Bình').waitFor()
  await first.page.reload()
  await first.page.getByRole('banner').getByText('An', { exact: true }).waitFor()
  links.delete('an')
  await first.page.reload()
  await first.page.getByRole('heading', { name: 'Trình duyệt này đang giữ liên kết của Bình.' }).waitFor()
  await first.page.getByRole('button', { name: 'Tiếp tục với Bình' }).click()
  await first.page.getByRole('banner').getByText('Bình').waitFor()
})
