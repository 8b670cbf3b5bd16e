import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import type { Form } from '../../src/contract/form.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { type FakeHost, fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage, picture } from './stage.ts'
import { answer, request, round } from './stand-in.ts'

/** A form with every kind of field that is typed into. */
const form: Form = {
  title: 'Ghi ý kiến',
  submit: 'Lưu',
  intent: { kind: 'opinion.save', round, revision: 1 },
  opens: { kind: 'opinion.save.form', round },
  fields: [
    { kind: 'text', name: 'body', label: 'Nội dung', multiline: true },
    { kind: 'text', name: 'source', label: 'Số công văn' },
    { kind: 'date', name: 'day', label: 'Ngày' },
    {
      ...{ kind: 'choice', name: 'at', label: 'Điều', search: true },
      options: Array.from({ length: 20 }, (_, at) => ({ value: `d${at}`, label: `Điều ${at + 1}` })),
    },
  ],
}

/** A form in which several are picked. */
const people: Form = {
  ...form,
  fields: [{ kind: 'pick', name: 'names', label: 'Những người', from: 'members', several: true, typed: '' }],
}

const script = (inbound: Inbound): Reply => {
  const { input } = inbound
  if (input.kind === 'typed' && input.text === 'danh sách') return { kind: 'form', form: people }
  if (input.kind === 'typed' && input.text === 'mẫu') return { kind: 'form', form }
  return answer(inbound)
}

let browser: Browser
let served: Served
let host: FakeHost
let page: Page

beforeAll(async () => {
  host = fakeHost(script)
  host.entries.set('bca', [{ kind: 'sent', ref: 'k1', at: '2020-06-16T01:00:00Z', message: request }])
  served = await serveRoutes(createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' }), host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})
beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  const opened = await openPage(context, served.origin)
  page = opened.page
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  host.inbound.length = 0
  return async () => {
    await context.close()
    expect(opened.faults).toEqual([])
  }
})

const composer = () => page.getByRole('textbox', { name: 'Nội dung tin nhắn' })
const asking = () => page.getByRole('form', { name: form.title })
const words = () => asking().getByRole('textbox', { name: 'Nội dung' })
const question = () => page.getByRole('dialog', { name: 'Đóng biểu mẫu?' })
const hasFocus = async (node: Locator) => (await node.and(page.locator(':focus')).count()) === 1
const typedLines = () => host.inbound.flatMap(({ input }) => (input.kind === 'typed' ? [input.text] : []))
const filled = () => host.inbound.flatMap(({ input }) => (input.kind === 'filled' ? [input.values] : []))

async function openForm() {
  await composer().fill('mẫu')
  await page.keyboard.press('Enter')
  await asking().waitFor()
}

/** The Enter that ends a syllable, as the browsers tell of it; the last one is Chromium's own, with a word half made. */
async function endComposition(node: Locator) {
  await node.focus()
  for (const mark of ['isComposing: true', 'keyCode: 229'])
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ${mark} }))`,
    )
  const line = await page.context().newCDPSession(page)
  await line.send('Input.imeSetComposition', { text: 'vie', selectionStart: 3, selectionEnd: 3 })
  await page.keyboard.press('Enter')
  await line.send('Input.insertText', { text: 'việt' })
  await line.detach()
}

test('Enter that ends a word of an input method sends nothing, in no field of the page', async () => {
  await openForm()
  host.inbound.length = 0
  host.asked.length = 0
  const fields = [
    composer(),
    page.getByRole('searchbox', { name: 'Tìm trong cuộc trao đổi' }),
    words(),
    asking().getByRole('textbox', { name: 'Số công văn' }),
    asking().getByRole('combobox'),
  ]
  for (const field of fields) {
    await endComposition(field)
    expect(await field.inputValue()).toBe('việt')
  }
  // What was typed is answered before this.
  await composer().fill('xong')
  await page.keyboard.press('Enter')
  await page.getByText('Đã nghe: xong').first().waitFor()
  expect(typedLines()).toEqual(['xong'])
  expect(filled()).toEqual([])
  expect(host.asked.filter(({ wanted }) => wanted.find !== undefined)).toEqual([])
})

test('Ctrl and Enter send a form from any of its fields', async () => {
  for (const label of ['Nội dung', 'Số công văn', 'Ngày', 'Điều']) {
    await openForm()
    await words().fill(`Từ ô ${label}`)
    await asking().getByLabel(label, { exact: true }).focus()
    await page.keyboard.press(label === 'Ngày' ? 'Meta+Enter' : 'Control+Enter')
    await asking().waitFor({ state: 'detached' })
    expect(filled().at(-1)).toMatchObject({ body: `Từ ô ${label}` })
  }
  expect(filled()).toHaveLength(4)
})

test('Escape closes a form that holds nothing, and gives the focus back', async () => {
  const button = page.getByRole('log').getByRole('button', { name: 'Cho ý kiến' })
  await button.press('Enter')
  await page.getByRole('form').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('form').waitFor({ state: 'detached' })
  expect(await hasFocus(button)).toBe(true)
  // Asked for in words, it goes back to where they are typed.
  await openForm()
  await page.keyboard.press('Escape')
  await asking().waitFor({ state: 'detached' })
  expect(await hasFocus(composer())).toBe(true)
})

test('Escape asks before it closes a form with words in it, and each answer does what it says', async () => {
  await openForm()
  await words().fill('Điều 5 chưa rõ')
  await page.keyboard.press('Escape')
  await question().waitFor()
  await picture(page, 'keys-question')
  // A second Escape, or Enter, goes on with the form.
  for (const key of ['Escape', 'Enter']) {
    await page.keyboard.press(key)
    await question().waitFor({ state: 'detached' })
    expect(await hasFocus(words())).toBe(true)
    await page.keyboard.press('Escape')
    await question().waitFor()
  }
  await question().getByRole('button', { name: 'Đóng, giữ nội dung' }).click()
  await asking().waitFor({ state: 'detached' })
  expect(await hasFocus(composer())).toBe(true)
  await openForm()
  expect(await words().inputValue()).toBe('Điều 5 chưa rõ')
  await words().press('Escape')
  await question().getByRole('button', { name: 'Đóng, bỏ nội dung' }).click()
  await asking().waitFor({ state: 'detached' })
  await openForm()
  expect(await words().inputValue()).toBe('')
  // Escape in a list that is unfolded folds it, and no more.
  await asking().getByRole('combobox').fill('điều')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('option').first().waitFor({ state: 'detached' })
  expect(await question().count()).toBe(0)
  expect(filled()).toEqual([])
})

test('arrow up in the empty line brings back what was sent, and what is being written stays', async () => {
  for (const text of ['một', 'hai', 'hai', 'ba\ndòng']) {
    await composer().fill(text)
    await page.keyboard.press('Enter')
    await page.getByText(`Đã nghe: ${text}`).last().waitFor()
    await expect.poll(() => composer().inputValue()).toBe('')
  }
  await page.reload()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  await composer().focus()
  const seen: string[] = []
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key)
    seen.push(await composer().inputValue())
  }
  expect(seen).toEqual(['ba\ndòng', 'hai', 'một', 'một', 'hai', 'ba\ndòng', '', ''])
  await composer().fill('đang viết')
  await page.keyboard.press('ArrowUp')
  expect(await composer().inputValue()).toBe('đang viết')
  // Changed, it is another line; sent, it is the newest.
  await composer().fill('')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type(' nữa')
  await page.keyboard.press('ArrowUp')
  expect(await composer().inputValue()).toBe('hai nữa')
  await page.keyboard.press('Enter')
  await page.getByText('Đã nghe: hai nữa').first().waitFor()
  await page.keyboard.press('ArrowUp')
  expect(await composer().inputValue()).toBe('hai nữa')
})

test('a list that is pasted stands there once each, behind the words that were typed, and is sent so', async () => {
  await composer().fill('danh sách')
  await page.keyboard.press('Enter')
  const input = asking().getByRole('combobox')
  await input.fill('Lê Chi')
  await page.evaluate(
    `{ const data = new DataTransfer()
       data.setData('text/plain', 'Nguyễn An\\r\\nTrần Bình\\r\\n\\r\\nNguyễn An\\r\\n')
       document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }`,
  )
  expect(await asking().getByRole('listitem').allInnerTexts()).toHaveLength(2)
  await page.keyboard.press('Control+Enter')
  await asking().waitFor({ state: 'detached' })
  expect(filled().at(-1)).toMatchObject({ names: ['Nguyễn An', 'Trần Bình', 'Lê Chi'] })
})
