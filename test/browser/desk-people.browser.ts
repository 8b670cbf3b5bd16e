import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const t = vi.desk.people

const stage = stageOfFile()

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const

/** A coordinator's tab at a page of the head's. */
async function at(context: BrowserContext, way: string) {
  const tab = await sitDown(context, stage.whole, coordinator)
  await tab.page.locator('#ways').getByRole('link', { name: way, exact: true }).click()
  await tab.page.getByRole('heading', { level: 1, name: way }).waitFor()
  return tab
}

test.each(looks)('people are found by typing and given a link by keyboard, $colorScheme at $width px', async (look) => {
  const { width, colorScheme } = look
  const viewport = { width, height: 860 }
  const context = await stage.browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
  const { page, faults } = await at(context, t.name)
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `people-${colorScheme}-${width}`)
  const box = page.getByRole('searchbox', { name: t.find })
  await box.focus()
  await page.keyboard.type('bo y te')
  const row = page.locator('.desk tbody tr')
  await expect.poll(() => row.count()).toBe(1)
  // The focus and the words stay, and the address is that of what is seen.
  await expect.poll(() => page.evaluate('document.activeElement.value')).toBe('bo y te')
  expect(page.url()).toContain('find=bo+y+te')
  await row.getByRole('button').first().focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: vi.access.formTitle }).waitFor()
  await page.getByText('Bộ Y tế').last().waitFor()
  expect(faults).toEqual([])
  await context.close()
})
