import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import type { ReadableDocument } from '../../src/contract/document.ts'
import type { Form } from '../../src/contract/form.ts'
import type { Inbound } from '../../src/contract/inbound.ts'
import type { Reply } from '../../src/contract/reply.ts'
import { labelOf } from '../../src/documents/provision-label.ts'
import { manyProvisions } from '../support/many-provisions.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { axeFaults } from './axe.ts'
import { launch, openPage, picture } from './stage.ts'
import { answer, request, round } from './stand-in.ts'

const draft: ReadableDocument = {
  ...{ id: round, heading: 'Dự thảo ND-DLCN, bản 1', facts: [{ label: 'Tệp', value: 'nd.docx' }] },
  provisions: manyProvisions(60).map((one) => ({ ...one, label: labelOf(one) })),
  places: [1, 2].map((at) => ({ label: `Ý kiến ${at}`, opens: { kind: 'comment.save.form', round } as const })),
  remarks: [],
}
const remarkForm: Form = {
  title: 'Góp ý theo điều, khoản',
  submit: 'Lưu góp ý',
  intent: { kind: 'comment.save', round },
  opens: { kind: 'comment.save.form', round },
  fields: [
    {
      ...{ kind: 'choice', name: 'at', label: 'Điều, khoản', search: true },
      options: Array.from({ length: 20 }, (_, at) => ({ value: `d${at}`, label: `Điều ${at + 1}` })),
    },
    { kind: 'text', name: 'remark', label: 'Nội dung góp ý', multiline: true, required: true },
  ],
}

/** What the core of the other journeys says, and a draft to be read and remarked on. */
function script(inbound: Inbound): Reply {
  const { input } = inbound
  if (input.kind === 'typed' && input.text === 'đọc')
    return {
      kind: 'message',
      message: { text: 'Dự thảo', blocks: [{ kind: 'reader', document: round, label: 'Đọc' }] },
    }
  const opens = input.kind === 'pressed' && JSON.stringify(input.intent).includes('comment.save.form')
  return opens ? { kind: 'form', form: remarkForm } : answer(inbound)
}

const languages = ['Tiếng Việt', 'English']

describe.each(languages)('axe finds nothing on the page in %s', (language) => {
  let browser: Browser
  let served: Served
  beforeAll(async () => {
    const host = fakeHost(script)
    host.documents.set(`bca ${round}`, draft)
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

  async function open(path = '') {
    const context = await browser.newContext({ reducedMotion: 'reduce' })
    const { page, faults } = await openPage(context, served.origin + path)
    await page.getByRole('button', { name: language }).click()
    const look = async (what: string) => {
      expect.soft(await axeFaults(page), what).toEqual([])
      await picture(page, `axe-${language}-${what}`)
    }
    return { page, look, faults, close: () => context.close() }
  }

  const seat = (page: Page) => page.getByRole('button', { name: 'Đại diện Bộ Công an' })
  const notification = (page: Page) => page.getByRole('log').getByRole('article', { name: request.text })

  test('signed out', async () => {
    const { page, look, close } = await open()
    await seat(page).waitFor()
    await look('seats')
    await close()
    const wrong = await open('/enter/0')
    await wrong.page.getByRole('heading', { level: 1 }).waitFor()
    await wrong.look('bad link')
    await wrong.close()
  })

  test('the conversation, a form with what is wrong, every kind of block', async () => {
    const { page, look, faults, close } = await open()
    await seat(page).click()
    await notification(page).waitFor()
    await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
    await look('conversation')
    await notification(page).getByRole('button', { name: 'Cho ý kiến' }).click()
    await page.getByRole('button', { name: 'Lưu bản nháp' }).waitFor()
    await look('form')
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
    await page.locator('.summary').waitFor()
    await look('wrong')
    await page.locator('#composer-text').fill('bảng')
    await page.keyboard.press('Enter')
    await page.getByRole('progressbar').waitFor()
    await look('board')
    expect(faults).toEqual([])
    await close()
  })

  async function seated() {
    const opened = await open()
    await seat(opened.page).click()
    await notification(opened.page).waitFor()
    await opened.page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
    const say = async (text: string) => {
      await opened.page.locator('#composer-text').fill(text)
      await opened.page.keyboard.press('Enter')
    }
    return { ...opened, say }
  }

  test('what was searched, files that were chosen, a form that was left, a question, a broken line', async () => {
    const { page, look, say, close } = await seated()
    await page.locator('#find-words').fill('nghị định')
    await page.keyboard.press('Enter')
    await page.locator('.found-list li').waitFor()
    await notification(page).getByRole('button', { name: 'Cho ý kiến' }).click()
    const words = page.getByRole('textbox', { name: /^Ý kiến chung/ })
    await words.fill('Điều 5 chưa rõ')
    await words.press('Escape')
    await page.getByRole('dialog').waitFor()
    await look('question')
    await page.getByRole('dialog').getByRole('button').nth(1).click()
    const file = { name: 'y-kien.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await page.locator('.chosen li').waitFor()
    await page.route('**/web/**', (route) => route.abort())
    await say('bảng')
    await page.locator('#composer-notice button').waitFor()
    await look('notices')
    await close()
  })

  test('a draft that is read, its outline, a passage that is marked, the form beside it', async () => {
    const { page, look, say, faults, close } = await seated()
    await say('đọc')
    await page.getByRole('button', { name: 'Đọc', exact: true }).click()
    const reader = page.getByRole('dialog')
    await reader.locator('.provision').first().waitFor()
    await reader.getByRole('searchbox').fill('cơ quan')
    await reader.locator('.count').filter({ hasText: '/' }).waitFor()
    await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.provision .words p'))`)
    await reader.locator('.marking button').waitFor()
    await look('reader')
    await reader.locator('.marking button').click()
    const place = reader.getByRole('combobox', { name: 'Điều, khoản' })
    await place.fill('điều 1')
    await reader.locator('[role=listbox] [role=option]').first().waitFor()
    await look('reader form')
    await place.press('Escape')
    await reader.getByRole('textbox', { name: /^Nội dung/ }).press('Escape')
    await page.getByRole('dialog').last().getByRole('button').last().click()
    await reader.getByRole('form').waitFor({ state: 'detached' })
    await page.setViewportSize({ width: 360, height: 860 })
    await reader.locator('.outline-toggle').click()
    await look('outline')
    expect(faults).toEqual([])
    await close()
  })
})
