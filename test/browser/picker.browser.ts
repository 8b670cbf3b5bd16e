import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import type { Form } from '../../src/contract/form.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { launch, openPage, overflow, picture } from './stage.ts'
import { answer, round } from './stand-in.ts'

const units = [
  ...['Ministry of Health', 'Inspection team 3', 'The round on the draft Decree (Nghị định)'],
  ...Array.from({ length: 7 }, (_, at) => `Sở Nội vụ số ${at + 1}`),
]
const form: Form = {
  title: 'Ghi ý kiến',
  submit: 'Lưu',
  intent: { kind: 'opinion.save', round, revision: 1 },
  opens: { kind: 'opinion.save.form', round },
  fields: [
    { kind: 'pick', name: 'who', label: 'Người', from: 'members', hint: 'Gõ tên người hoặc tên cơ quan.', typed: '' },
    {
      ...{ kind: 'choice', name: 'at', label: 'Điều', search: true },
      options: Array.from({ length: 200 }, (_, at) => ({ value: `d${at}`, label: `Điều ${at + 1}. Phạm vi` })),
    },
  ],
}
/** With a list of the browser's own. */
const native: Form = {
  ...form,
  fields: [
    { kind: 'choice', name: 'unit', label: 'Đơn vị', options: units.map((label, at) => ({ value: `u${at}`, label })) },
  ],
}
const people = Array.from({ length: 60 }, (_, at) => ({
  value: `cb-${at}`,
  label: `Nguyễn Thị Minh Khai ${at + 1}, Bộ Kế hoạch và Đầu tư`,
}))

let browser: Browser
let served: Served

beforeAll(async () => {
  const host = {
    ...fakeHost((inbound) =>
      inbound.input.kind === 'typed' && inbound.input.text.startsWith('mẫu')
        ? { kind: 'form', form: inbound.input.text === 'mẫu' ? form : native }
        : answer(inbound),
    ),
    options: async (_: unknown, __: string, typed: string) =>
      typed === 'xyz'
        ? { options: [], more: 0, said: 'Không có mục nào khớp với “xyz”.' }
        : { options: people, more: 440 },
  }
  served = await serveRoutes(createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi' }), host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

async function openForm(width: number, height: number, colorScheme: 'light' | 'dark', asked = 'mẫu', locale = 'vi-VN') {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    reducedMotion: 'reduce',
    locale,
  })
  const { page, faults } = await openPage(context, served.origin)
  await page.getByRole('button', { name: 'Đại diện Bộ Công an' }).click()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  await page.locator('#composer-text').fill(asked)
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: form.title }).waitFor()
  return { context, page, faults }
}

const edges = async (page: Page, selector: string): Promise<{ top: number; bottom: number }> =>
  await page.evaluate(
    `(({ top, bottom }) => ({ top, bottom }))([...document.querySelectorAll(${JSON.stringify(selector)})]
       .find((node) => node.offsetHeight > 0).getBoundingClientRect())`,
  )

test.each([
  [360, 640, 'light'],
  [360, 640, 'dark'],
  [1280, 800, 'light'],
  [1280, 800, 'dark'],
] as const)(
  'what is found stands below its field and clear of the composer, %i by %i, %s',
  async (width, height, theme) => {
    const { context, page, faults } = await openForm(width, height, theme)
    for (const label of ['Người', 'Điều']) {
      const input = page.getByRole('combobox', { name: label })
      await input.click()
      await page.getByRole('option').nth(50).waitFor({ state: 'attached' })
      await input.press('ArrowDown')
      await picture(page, `picker-${label}-${width}-${theme}`, false)
      const list = await edges(page, '.matches')
      const field = await edges(page, '.combobox input:focus')
      const composer = await edges(page, '.composer')
      expect(field.top).toBeGreaterThanOrEqual(0)
      expect(list.top).toBeGreaterThanOrEqual(field.bottom)
      expect(list.bottom - list.top).toBeGreaterThanOrEqual(112)
      expect(list.bottom).toBeLessThanOrEqual(composer.top)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      // The words about what was found are seen with it, and lie over nothing.
      const said = await edges(page, '.combobox [role="status"]')
      expect(said.top).toBeGreaterThanOrEqual(field.bottom + 4)
      expect(said.bottom).toBeLessThanOrEqual(list.top)
      await input.press('Escape')
      await page.getByRole('option').first().waitFor({ state: 'detached' })
      await page.getByRole('form', { name: form.title }).waitFor()
    }
    const who = page.getByRole('combobox', { name: 'Người' })
    await who.fill('xyz')
    await page.getByText('Không có mục nào khớp').waitFor()
    await picture(page, `picker-none-${width}-${theme}`, false)
    const said = await edges(page, '.combobox [role="status"]')
    expect(said.top).toBeGreaterThanOrEqual((await edges(page, '.combobox input:focus')).bottom + 4)
    await context.close()
    expect(faults).toEqual([])
  },
)

test('on an English page an option of a native list says as a whole that it is Vietnamese, and others say nothing', async () => {
  const marked = async (locale: string) => {
    const { context, page, faults } = await openForm(1280, 800, 'light', 'mẫu hai', locale)
    const list = page.locator('select[name=unit]')
    await list.waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe(locale.slice(0, 2))
    const found = await list.locator('option[lang=vi]').allInnerTexts()
    await context.close()
    expect(faults).toEqual([])
    return found
  }
  expect(await marked('vi-VN')).toEqual([])
  expect(await marked('en-US')).toEqual(units.filter((name) => name.startsWith('Sở')))
})

test('a word half made by an input method is looked for, and the keys that end it take nothing and close nothing', async () => {
  const { context, page, faults } = await openForm(1280, 800, 'light')
  const who = page.getByRole('combobox', { name: 'Người' })
  await who.focus()
  const line = await context.newCDPSession(page)
  await line.send('Input.imeSetComposition', { text: 'Nguyê', selectionStart: 5, selectionEnd: 5 })
  await page.getByRole('option').first().waitFor()
  for (const key of ['Enter', 'Escape'])
    await page.evaluate(
      `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', bubbles: true, cancelable: true, isComposing: true, keyCode: 229 }))`,
    )
  await line.send('Input.insertText', { text: 'Nguyễn' })
  expect(await who.inputValue()).toBe('Nguyễn')
  // What was found for these words: of an older list Enter takes nothing.
  await page.getByRole('option', { selected: true }).waitFor()
  await who.press('Enter')
  expect(await who.inputValue()).toBe(people[0]?.label)
  await context.close()
  expect(faults).toEqual([])
})
