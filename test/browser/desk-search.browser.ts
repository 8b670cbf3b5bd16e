import { expect, test } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const box = { name: 'Tìm trong toàn hệ thống (phím /)' }

const stage = stageOfFile()

const looks = [
  { colorScheme: 'light', width: 1920 },
  { colorScheme: 'dark', width: 360 },
] as const

test.each(looks)('a slash searches from anywhere but a field, $colorScheme at $width px', async (look) => {
  const { width, colorScheme } = look
  const viewport = { width, height: 860 }
  const context = await stage.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  // In a field it is a slash.
  await page.locator('#composer-text').focus()
  await page.keyboard.type('16/06')
  await expect.poll(() => page.locator('#composer-text').inputValue()).toBe('16/06')
  await page.locator('#composer-text').fill('')
  await page.getByRole('link', { name: vi.desk.today.name, exact: true }).click()
  await page.locator('.desk h1').waitFor()
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', box)
  expect(await search.evaluate('document.activeElement.id')).toBe('search-box')
  await page.keyboard.type('bo y te')
  await page.getByRole('heading', { level: 1, name: vi.desk.search.title('bo y te') }).waitFor()
  // Who types stays in the box while pages come.
  expect(await search.evaluate('document.activeElement.id')).toBe('search-box')
  await page.getByRole('link', { name: 'Thành viên – Bộ Y tế (mẫu)' }).first().waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `search-${colorScheme}-${width}`)
  // One long word makes nothing wider than the window.
  const long = 'x'.repeat(200)
  await page.evaluate(`location.hash = '#search?find=${long}'`)
  await page.getByRole('heading', { level: 1, name: vi.desk.search.title(long) }).waitFor()
  expect(await overflow(page)).toBe(0)
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: vi.desk.search.title('bo y te') }).waitFor()
  await search.focus()
  await page.keyboard.press('Escape')
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
  await page.getByRole('button', { name: 'bo y te', exact: true }).click()
  await page.getByRole('log').getByText('bo y te').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
