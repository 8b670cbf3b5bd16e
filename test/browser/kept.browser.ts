import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { keepingLog } from '../support/quiet.ts'
import { launch, openPage, overflow, picture, playProcess, press, say, sitDown } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'

let browser: Browser
let whole: Awaited<ReturnType<typeof playProcess>>
const { log } = keepingLog()

beforeAll(async () => {
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
})
beforeEach(async () => {
  whole = await playProcess(log)
  return () => whole.stop()
})

/** What was said, and what answered: without the times, which the page learns from the history. */
const shown = (page: Page) => page.getByRole('log').locator('.said, .body').allTextContents()
const words = (page: Page) => page.getByRole('textbox', { name: vi.opinion.words })

test('what was said and answered stands there after a reload, and is found again', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 860 } })
  const { page, faults } = await sitDown(context, whole, coordinator)
  await say(page, 'vì sao 30/06?')
  await page.getByRole('log').getByText('vì sao 30/06?').waitFor()
  await say(page, 'kế hoạch quý II')
  await page.getByRole('log').getByText(vi.plan.deadline).first().waitFor()
  const before = await shown(page)
  await page.reload()
  await page.getByRole('log').getByText('kế hoạch quý II').waitFor()
  expect(await shown(page)).toEqual(before)

  await page.getByRole('searchbox').fill('vi sao')
  await page.getByRole('button', { name: 'Tìm', exact: true }).click()
  await page.getByRole('heading', { name: '“vi sao”: 1 tin' }).waitFor()
  await picture(page, 'kept-1-found')
  expect(await overflow(page)).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('a draft that came as an answer stops asking once the opinion is sent from another card', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
  const secretariat = await sitDown(context, whole, coordinator)
  await say(secretariat.page, 'lấy ý kiến ND-DLCN')
  await press(secretariat.page, vi.round.formSubmit)
  await press(secretariat.page, vi.buttons.open)
  const { page, faults } = await sitDown(context, whole, member)
  const log = page.getByRole('log')
  await log.getByRole('button', { name: vi.buttons.agree, exact: true }).waitFor()
  await say(page, 'góp ý nd-dlcn không đồng ý: chưa rõ')
  await log.getByText('chưa rõ', { exact: true }).last().waitFor()
  const send = log.getByRole('button', { name: vi.buttons.send, exact: true })
  expect(await send.count()).toBeGreaterThan(1)
  await send.first().click()
  await log.getByText(vi.opinion.receipt).first().waitFor()
  expect(await send.count()).toBe(0)
  expect(await log.getByText(vi.opinion.draftTitle).count()).toBe(0)
  // After a reload too.
  await page.reload()
  await log.getByText(vi.opinion.receipt).first().waitFor()
  expect(await send.count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('words of a form outlive the tab, lie in the draft, and are sent once', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
  const secretariat = await sitDown(context, whole, coordinator)
  await say(secretariat.page, 'lấy ý kiến ND-DLCN')
  await press(secretariat.page, vi.round.formSubmit)
  await press(secretariat.page, vi.buttons.open)
  await secretariat.page.getByRole('log').getByRole('button', { name: vi.buttons.status }).last().waitFor()
  const mine = await sitDown(context, whole, member)
  await press(mine.page, vi.buttons.answer)
  await words(mine.page).fill('Điều 5 chưa rõ chủ thể')
  await mine.page.getByText('Đã lưu vào bản nháp, chưa gửi.').waitFor()
  // One more word, and the tab is gone without anything of it saved: its way to the server is cut, or it might be in time.
  await context.setOffline(true)
  await words(mine.page).fill('Điều 5 chưa rõ chủ thể nào')
  await mine.page.close()
  await context.setOffline(false)
  const again = await openPage(context, whole.url)
  await again.page.getByRole('button', { name: member }).click()
  await again.page
    .getByRole('region', { name: /^Kính chào/ })
    .getByRole('button', { name: vi.opinion.formTitle })
    .first()
    .click()
  expect(await words(again.page).inputValue()).toBe('Điều 5 chưa rõ chủ thể nào')
  await again.page.getByLabel(vi.positions.disagree).check()
  await press(again.page, vi.opinion.formSubmit)
  await press(again.page, vi.buttons.send)
  await again.page.getByText('Điều 5 chưa rõ chủ thể nào').first().waitFor()
  await picture(again.page, 'kept-2-sent')
  expect(
    await again.page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("dondoc.unsent"))'),
  ).toEqual([])
  await context.close()
})
