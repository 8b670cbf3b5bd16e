import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import type { ReadableDocument } from '../../src/contract/document.ts'
import { labelOf } from '../../src/documents/provision-label.ts'
import { vi } from '../../src/texts/vi.ts'
import { manyProvisions } from '../support/many-provisions.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { onEachScreen } from './on-each-screen.ts'
import { launch, openPage, overflow, picture, press, say } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'

/** Chapters of ten articles with three clauses each. */
const articles = Array.from({ length: 60 }, (_, at) => {
  const number = at + 1
  const chapter =
    at % 10 === 0 ? `Chương ${['I', 'II', 'III', 'IV', 'V', 'VI'][at / 10]}\nQUY ĐỊNH PHẦN ${1 + at / 10}\n` : ''
  const words =
    number === 12 ? 'Cơ quan chủ quản bảo đảm kết nối trong 05 ngày làm việc.' : 'Cơ quan, tổ chức thực hiện.'
  return `${chapter}Điều ${number}. Trách nhiệm thứ ${number}\n1. ${words}\n2. Dữ liệu được chia sẻ miễn phí.\n3. Báo cáo hằng năm.`
})
const decree = `CHÍNH PHỦ\nSố: 12/2020/NĐ-CP\nHà Nội, ngày 15 tháng 6 năm 2020\nNGHỊ ĐỊNH\nQuy định về chia sẻ dữ liệu\n${articles.join('\n')}`

/** Marks words of a provision as a mouse or a finger does. */
const mark = (page: Page, path: string, words: string) =>
  page.evaluate(`(() => {
    const text = document.querySelector('[data-path="${path}"] .words p').firstChild
    const at = text.data.indexOf(${JSON.stringify(words)})
    getSelection().setBaseAndExtent(text, at, text, at + ${words.length})
  })()`)

onEachScreen('reader', 'a member reads a draft and remarks on it', async ({ sit, look }) => {
  const secretariat = await sit(coordinator)
  await secretariat.page
    .locator('input[type=file]')
    .first()
    .setInputFiles({
      ...{ name: 'nd.txt', mimeType: 'text/plain', buffer: Buffer.from(decree) },
    })
  await say(secretariat.page, 'ND-DLCN')
  await press(secretariat.page, `${vi.documents.asDraftOf('ND-DLCN')}: nd.txt`)
  await press(secretariat.page, vi.documents.keep)
  await say(secretariat.page, 'lấy ý kiến ND-DLCN')
  await press(secretariat.page, vi.round.formSubmit)
  await press(secretariat.page, vi.buttons.open)

  const { page } = await sit(member)
  const request = page.getByRole('article').filter({ hasText: 'đề nghị cho ý kiến' }).first()
  const opens = request.getByRole('button', { name: vi.documents.readAndRemark })
  await opens.click()
  const reader = page.getByRole('dialog', { name: vi.documents.heading('ND-DLCN', 1) })
  await reader.waitFor()
  await reader.getByRole('heading', { name: 'Điều 1. Trách nhiệm thứ 1', exact: true }).waitFor()
  await look(page, 'open')

  // The outline leads to an article, and on a phone gives the text back.
  const toggle = reader.getByRole('button', { name: 'Mục lục', exact: true })
  if (await toggle.isVisible()) await toggle.click()
  await look(page, 'outline')
  await reader.getByRole('navigation').getByRole('button', { name: 'Điều 31. Trách nhiệm thứ 31' }).click()
  const article = reader.locator('[data-path="Điều 31"]')
  await expect.poll(async () => (await article.boundingBox())?.y ?? 0).toBeLessThan(400)

  // Found by its name and by words, without diacritics.
  const find = reader.getByRole('searchbox', { name: 'Tìm trong dự thảo' })
  await find.fill('dieu 12')
  await reader.getByText('1/1').waitFor()
  await find.fill('05 ngay lam viec')
  await reader.getByText('1/1').waitFor()
  await look(page, 'found')
  await find.fill('du lieu duoc chia se')
  await reader.getByText('1/60').waitFor()
  await page.keyboard.press('Enter')
  await reader.getByText('2/60').waitFor()
  await find.fill('không có ở đây')
  await reader.getByText('Không thấy').waitFor()

  // A passage is marked, and the remark on it is saved and stands beside it.
  await find.fill('Điều 12')
  await mark(page, 'Điều 12 khoản 1', 'trong 05 ngày làm việc')
  await reader.getByText('Điều 12 khoản 1: “trong 05 ngày làm việc”').waitFor()
  await look(page, 'marked')
  await reader.locator('.marking').getByRole('button', { name: 'Góp ý đoạn này' }).click()
  const form = reader.getByRole('form', { name: vi.opinion.commentForm })
  await form.getByText('trong 05 ngày làm việc').waitFor()
  await form.getByRole('textbox', { name: vi.opinion.remark }).fill('Nên là 10 ngày.')
  await look(page, 'form')
  await form.getByRole('button', { name: vi.opinion.commentSubmit }).click()
  const noted = reader.locator('[data-path="Điều 12 khoản 1"]')
  await noted.getByText('Nên là 10 ngày.').waitFor()
  await look(page, 'noted')

  // Changed where it stands.
  await noted.getByRole('button', { name: 'Sửa góp ý' }).click()
  await form.getByRole('textbox', { name: vi.opinion.remark }).fill('Nên là 15 ngày.')
  await form.getByRole('button', { name: vi.opinion.commentSubmit }).click()
  await noted.getByText('Nên là 15 ngày.').waitFor()

  // By keyboard alone: a word at a time from the beginning of the provision.
  await noted.getByRole('button', { name: /^Góp ý +Điều/ }).focus()
  for (let word = 0; word < 6; word++) await page.keyboard.press('Shift+ArrowRight')
  await reader.getByText(/Điều 12 khoản 1: “1\. Cơ quan/).waitFor()
  await page.keyboard.press('Enter')
  await form
    .getByText(/1\. Cơ quan/)
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'detached' })

  // Another provision is found in the form itself.
  await noted
    .getByRole('button', { name: /^Góp ý/ })
    .first()
    .click()
  const at = form.getByRole('combobox', { name: vi.opinion.at })
  await at.fill('dieu 40 khoan 2')
  await form.getByRole('option', { name: /^Điều 40 khoản 2/ }).waitFor()
  await look(page, 'combobox')
  await page.keyboard.press('Enter')
  expect(await at.inputValue()).toMatch(/^Điều 40 khoản 2/)
  await page.keyboard.press('Escape')
  await reader
    .getByRole('dialog', { name: 'Đóng biểu mẫu?' })
    .getByRole('button', { name: 'Đóng, bỏ nội dung' })
    .click()
  await form.waitFor({ state: 'detached' })

  // Printed, the words stand alone.
  await page.emulateMedia({ media: 'print' })
  expect(await noted.getByText('Nên là 15 ngày.').isVisible()).toBe(false)
  expect(await find.isVisible()).toBe(false)
  expect(await reader.getByRole('heading', { name: 'Điều 60. Trách nhiệm thứ 60' }).isVisible()).toBe(true)
  await look(page, 'print')
  await page.emulateMedia({ media: 'screen' })

  // Escape goes back to the conversation, to the card where what was saved waits to be sent.
  await reader.getByRole('heading', { level: 2 }).focus()
  await page.keyboard.press('Escape')
  await reader.waitFor({ state: 'detached' })
  expect(await page.evaluate('document.activeElement.textContent')).toContain('Nên là 15 ngày.')
  await page.getByText('Nên là 15 ngày.').last().waitFor()
  expect(await page.getByText('Nên là 10 ngày.').count()).toBe(0)
  await page.reload()
  await page.getByText('Nên là 15 ngày.').last().waitFor()
  expect(await page.getByText('Nên là 10 ngày.').count()).toBe(0)
})

describe('a draft of 2,000 provisions', () => {
  const id = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
  const read: ReadableDocument = {
    ...{ id, heading: 'Dự thảo ND-DLCN, bản 1', facts: [], remarks: [] },
    provisions: manyProvisions(2000).map((one) => ({ ...one, label: labelOf(one) })),
    places: [{ label: 'Ý kiến của tôi', opens: { kind: 'comment.save.form', round: id } }],
  }
  const blocks = [{ kind: 'reader', document: id, label: 'Đọc toàn văn' } as const]
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    const host = fakeHost(() => ({ kind: 'message', message: { text: 'Kính chào', blocks } }))
    host.documents.set(`bca ${id}`, read)
    const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' })
    served = await serveRoutes(web, host)
    browser = await launch()
  })
  afterAll(async () => {
    await browser.close()
    await served.stop()
  })

  test.each(['light', 'dark'] as const)('is read, searched and printed, in %s', async (colorScheme) => {
    const viewport = { width: 1920, height: 1080 }
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
    const { page, faults } = await openPage(context, served.origin)
    await page.getByRole('button', { name: /Bộ Công an/ }).click()
    await page.getByRole('button', { name: 'Đọc toàn văn' }).first().click()
    const reader = page.getByRole('dialog')
    await reader.getByRole('heading', { name: /^Điều 1\. / }).waitFor()
    const find = reader.getByRole('searchbox')
    await find.fill('dieu 480 khoan 2')
    await reader.getByText('1/1').waitFor()
    const found = reader.locator('[data-path="Điều 480 khoản 2"]')
    await expect.poll(async () => (await found.boundingBox())?.y ?? -1).toBeGreaterThan(0)
    await expect.poll(async () => (await found.boundingBox())?.y ?? 9999).toBeLessThan(400)
    await find.fill('an toan, an ninh mang (17)')
    await reader.getByText('1/3').waitFor()
    await picture(page, `reader-1920-${colorScheme}`, false)
    expect(await overflow(page)).toBe(0)
    await page.emulateMedia({ media: 'print', colorScheme })
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.length).toBeGreaterThan(50_000)
    expect(faults).toEqual([])
    await context.close()
  })
})
