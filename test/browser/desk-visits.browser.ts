import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, press, say, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const { plan, visits: t } = vi.desk

const stage = stageOfFile()
beforeAll(async () => {
  // A visit on Monday the 22nd.
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' })
  const { page } = await sitDown(context, stage.whole, coordinator)
  await say(page, 'xếp Bộ Y tế cho đoàn 3 ngày 22/06 08:00')
  await press(page, vi.visits.formSubmit)
  await press(page, vi.visits.save)
  await page.getByText(vi.visits.saved(2)).first().waitFor()
  await context.close()
})

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const

/** A coordinator's tab at a page of the head's. */
async function at(context: BrowserContext, way: string, heading: string) {
  const tab = await sitDown(context, stage.whole, coordinator)
  await tab.page.locator('#ways').getByRole('link', { name: way, exact: true }).click()
  await tab.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  return tab
}

const open = (look: (typeof looks)[number]) =>
  stage.browser.newContext({
    viewport: { width: look.width, height: 860 },
    colorScheme: look.colorScheme,
    reducedMotion: 'reduce',
  })

const entryOn = (page: Page, day: string) => page.locator(`.calendar [data-day="${day}"] .entry`)
const formDay = (page: Page) => page.locator('.asking [name=day]')

test.each(looks)('the plan leads to an item and a round by keyboard, $colorScheme at $width px', async (look) => {
  const context = await open(look)
  const { page, faults } = await at(context, plan.name, plan.title(2020))
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `plan-${look.colorScheme}-${look.width}`)
  await page.getByText('Xem bảng số').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: plan.states.overdue, exact: true }).waitFor()
  await page.getByRole('button', { name: `${vi.buttons.openRound}: DA-KNDL` }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: vi.round.formTitle }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test.each(looks)('a visit is moved by its button from the page, $colorScheme at $width px', async (look) => {
  const context = await open(look)
  const { page, faults } = await at(context, t.name, vi.overview.month.title('2020-06'))
  await entryOn(page, '2020-06-22').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `visits-${look.colorScheme}-${look.width}`)
  // A narrow window has a list of the days on which something is, and today.
  const free = page.locator('[data-day="2020-06-23"]')
  expect(await free.isVisible()).toBe(look.width > 400)
  expect(await page.locator('[data-day="2020-06-16"]').getByText(t.today, { exact: true }).isVisible()).toBe(true)
  await entryOn(page, '2020-06-22')
    .getByRole('button', { name: `${t.move}: KT-1` })
    .focus()
  await page.keyboard.press('Enter')
  await formDay(page).waitFor()
  expect(await formDay(page).inputValue()).toBe('2020-06-22')
  expect(faults).toEqual([])
  await context.close()
})

test('a visit that is dragged to another day opens its form with that day, and stays until it is saved', async () => {
  const context = await open(looks[0])
  const { page, faults } = await at(context, t.name, vi.overview.month.title('2020-06'))
  const drag = async (to: string) => {
    const [from, target] = await Promise.all([
      entryOn(page, '2020-06-22').boundingBox(),
      page.locator(`[data-day="${to}"]`).boundingBox(),
    ])
    if (from === null || target === null) throw new Error('not to be seen')
    await page.mouse.move(from.x + 20, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(target.x + 30, target.y + 30, { steps: 5 })
  }
  await entryOn(page, '2020-06-22').scrollIntoViewIfNeeded()
  // Escape leaves it where it is.
  await drag('2020-06-23')
  await page.locator('.drop-here').waitFor()
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await page.locator('.drop-here').count()).toBe(0)
  expect(await page.locator('.asking').count()).toBe(0)
  await drag('2020-06-24')
  await page.mouse.up()
  await formDay(page).waitFor()
  expect(await formDay(page).inputValue()).toBe('2020-06-24')
  expect(await entryOn(page, '2020-06-22').count()).toBe(1)
  expect(await entryOn(page, '2020-06-24').count()).toBe(0)
  // Saved, it stands on its new day.
  await press(page, vi.visits.formSubmit)
  await press(page, vi.visits.save)
  await entryOn(page, '2020-06-24').waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('axe finds nothing on either page in English', async () => {
  const context = await open(looks[0])
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  await page.locator('#languages').getByRole('button', { name: 'English' }).click()
  for (const hash of ['plan', 'visits?week=2020-06-22']) {
    await page.evaluate(`location.hash = '${hash}'`)
    await page.locator(hash === 'plan' ? '.spans' : '.calendar').waitFor()
    expect(await axeFaults(page)).toEqual([])
  }
  expect(faults).toEqual([])
  await context.close()
})
