import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { seats } from '../support/web-seats.ts'
import { axeFaults } from './axe.ts'
import { launch, openPage, picture } from './stage.ts'
import { answer, request } from './stand-in.ts'

const languages = ['Tiếng Việt', 'English']

describe.each(languages)('axe finds nothing on the page in %s', (language) => {
  let browser: Browser
  let served: Served
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
})
