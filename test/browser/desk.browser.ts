import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, press, say, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'
const t = vi.desk

const stage = stageOfFile()

const way = (page: Page, name: string) => page.locator('#ways').getByRole('link', { name, exact: true })
const inFront = (page: Page) => page.locator('.chat').getAttribute('data-at')
const section = (page: Page, name: string) => page.locator('.desk').getByRole('region', { name, exact: true })

test('a page and the conversation stand side by side, and each follows what the other does', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  await say(page, 'lấy ý kiến ND-DLCN')
  await press(page, vi.round.formSubmit)
  // By keyboard to the page: its heading has the focus, and what was being typed is still in the line.
  await page.getByRole('textbox', { name: 'Nội dung tin nhắn' }).fill('chưa gửi')
  await way(page, t.today.name).focus()
  await page.keyboard.press('Enter')
  const heading = page.getByRole('heading', { level: 1, name: /16\/06\/2020/ })
  await heading.and(page.locator(':focus')).waitFor()
  expect(await way(page, t.today.name).getAttribute('aria-current')).toBe('page')
  expect(await page.getByRole('textbox', { name: 'Nội dung tin nhắn' }).inputValue()).toBe('chưa gửi')
  expect(await section(page, t.today.rounds).getByRole('listitem').count()).toBe(0)
  // Opened in the conversation: the page shows it without being asked.
  await press(page, vi.buttons.open)
  await section(page, t.today.rounds).getByText('đã trả lời 0/19').waitFor()
  await picture(page, 'desk-today-1280')
  // Pressed on the page: answered in the conversation, which has the focus.
  await section(page, t.today.rounds)
    .getByRole('button', { name: /^Nhắc 19/ })
    .click()
  await page.locator('.talk').getByText(vi.remind.preview).first().waitFor()
  expect(await inFront(page)).toBe('page')
  // A member's answer comes by itself.
  const other = await stage.browser.newContext({ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' })
  const one = await sitDown(other, stage.whole, member)
  await say(one.page, 'góp ý ND-DLCN đồng ý')
  await press(one.page, vi.buttons.send)
  await one.page.getByText('Mã biên nhận').first().waitFor()
  await way(page, vi.desk.plan.name).click()
  await page.getByRole('heading', { level: 1 }).and(page.locator(':focus')).waitFor()
  await page.goBack()
  await section(page, t.today.rounds).getByText('đã trả lời 1/19').waitFor()
  expect([...faults, ...one.faults]).toEqual([])
  await other.close()
  await context.close()
})

test('on a phone one of them is in front: what is pressed brings the conversation, and Back the page', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 360, height: 780 }, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  expect(await inFront(page)).toBe('talk')
  await page.getByRole('button', { name: t.open, exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: /16\/06\/2020/ }).waitFor()
  expect(await page.locator('.talk').isVisible()).toBe(false)
  expect(await overflow(page)).toBe(0)
  await picture(page, 'desk-today-360')
  await section(page, t.today.overdueItems)
    .getByRole('button', { name: /: DA-KNDL$/ })
    .click()
  await page.getByRole('form').waitFor()
  expect(await inFront(page)).toBe('talk')
  expect(await page.evaluate('document.activeElement.closest("form, article") !== null')).toBe(true)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: /16\/06\/2020/ }).waitFor()
  expect(await inFront(page)).toBe('page')
  // The way past everything leads to the line, which is brought to the front.
  await page.getByRole('link', { name: 'Đến ô nhập tin nhắn' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('#composer-text').and(page.locator(':focus')).waitFor()
  expect(await inFront(page)).toBe('talk')
  expect(faults).toEqual([])
  await context.close()
})

test('an address that no page has says so, and leaves the conversation as it is', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, member)
  for (const hash of ['#nowhere', '#round?round=7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11', '#history', '#%']) {
    await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
    await page.locator('.desk').getByText('Không có trang này').waitFor()
    await way(page, 'Trao đổi').click()
    await expect.poll(() => inFront(page)).toBe('talk')
  }
  expect(faults).toEqual([])
  await context.close()
})

test.each(['light', 'dark'] as const)(
  'Today has no fault that axe finds, in both languages, %s',
  async (colorScheme) => {
    const context = await stage.browser.newContext({
      ...{ viewport: { width: 1280, height: 900 }, colorScheme, reducedMotion: 'reduce' },
    })
    const { page, faults } = await sitDown(context, stage.whole, coordinator)
    await way(page, t.today.name).click()
    await section(page, t.today.sent).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).first().click()
    await page.getByRole('heading', { level: 1, name: /16 June 2020/ }).waitFor()
    await section(page, en.desk.today.sent).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await picture(page, `desk-today-en-${colorScheme}`)
    await page.getByRole('button', { name: 'Tiếng Việt' }).first().click()
    await page.getByRole('heading', { level: 1, name: /16\/06\/2020/ }).waitFor()
    expect(faults).toEqual([])
    await context.close()
  },
)

test('what somebody has chosen and typed on a page stays while what others do is shown', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  await way(page, t.today.name).click()
  await section(page, t.today.rounds)
    .getByRole('link', { name: /bảo vệ dữ liệu cá nhân/ })
    .click()
  await page.locator('.desk input[data-id]').first().waitFor()
  const [first, second] = [page.locator('.desk input[data-id]').nth(0), page.locator('.desk input[data-id]').nth(1)]
  await first.check()
  await second.check()
  const id = await first.getAttribute('data-id')
  await page.locator('.desk .table-find input').first().fill('bo')
  const other = await stage.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
  const one = await sitDown(other, stage.whole, 'Thành viên – Bộ Tài chính (mẫu)')
  await say(one.page, 'góp ý ND-DLCN đồng ý')
  await press(one.page, vi.buttons.send)
  await one.page.getByText('Mã biên nhận').first().waitFor()
  // Read anew by itself, within half a minute.
  await page.locator('.desk').getByRole('heading', { name: /2\/19/ }).first().waitFor()
  expect(await page.locator(`.desk input[data-id="${id}"]`).isChecked()).toBe(true)
  expect(await page.locator('.desk input[data-id]:checked').count()).toBe(2)
  expect(await page.locator('.desk .table-find input').first().inputValue()).toBe('bo')
  await page.locator('.desk .deeds').getByText('Đã chọn 2').waitFor()
  expect([...faults, ...one.faults]).toEqual([])
  await other.close()
  await context.close()
})
