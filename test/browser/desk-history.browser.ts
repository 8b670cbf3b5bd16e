import { expect, test } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const t = vi.desk.history

const stage = stageOfFile()

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const

test.each(looks)('what was done is read and found, $colorScheme at $width px', async (look) => {
  const { width, colorScheme } = look
  const viewport = { width, height: 860 }
  const context = await stage.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  await page.locator('#ways').getByRole('link', { name: t.name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: t.name }).waitFor()
  await page.getByText(t.deeds['sample.load'] ?? '').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `history-${colorScheme}-${width}`)
  await page.getByRole('searchbox', { name: t.find }).focus()
  await page.keyboard.type('khong co gi')
  await page.getByText(t.none).waitFor()
  expect(faults).toEqual([])
  await context.close()
})
