import { beforeAll, expect, test } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { axeFaults } from './axe.ts'
import { overflow, picture, press, say, sitDown, stageOfFile } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'
const t = vi.desk.round
const title = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'

const stage = stageOfFile()
beforeAll(async () => {
  const context = await stage.browser.newContext()
  const { page } = await sitDown(context, stage.whole, coordinator)
  await say(page, 'lấy ý kiến ND-DLCN')
  await press(page, vi.round.formSubmit)
  await press(page, vi.buttons.open)
  await page.getByRole('log').getByRole('button', { name: vi.buttons.status }).last().waitFor()
  const seat = await sitDown(context, stage.whole, member)
  await say(seat.page, 'góp ý ND-DLCN không đồng ý: Điều 5 chưa rõ')
  await press(seat.page, vi.buttons.send)
  await seat.page
    .getByText(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    .first()
    .waitFor()
  await context.close()
})

const looks = [
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 360 },
] as const

test.each(looks)('bodies are found, chosen and reminded by keyboard, $colorScheme at $width px', async (look) => {
  const { width, colorScheme } = look
  const context = await stage.browser.newContext({
    viewport: { width, height: 860 },
    colorScheme,
    reducedMotion: 'reduce',
  })
  const { page, faults } = await sitDown(context, stage.whole, coordinator)
  const enter = async (name: string, within = page.locator('.desk')) => {
    await within.getByRole('link', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await enter(vi.desk.rounds.name, page.locator('#ways'))
  await page.getByRole('heading', { level: 1, name: vi.desk.rounds.title }).waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `rounds-${colorScheme}-${width}`)

  await enter(title)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByRole('img', { name: vi.desk.counted(vi.positions.disagree, 1) }).waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await picture(page, `round-${colorScheme}-${width}`)

  // A tab is an address; the box finds among what it shows, without marks as well.
  await enter(`${t.shows.missing} 18`)
  await expect.poll(() => page.url()).toContain('show=missing')
  const rows = page.locator('.desk tbody tr:visible').filter({ has: page.getByRole('checkbox') })
  await expect.poll(() => rows.count()).toBe(18)
  await page.getByRole('searchbox', { name: t.findPeople }).focus()
  await page.keyboard.type('bo tai')
  await expect.poll(() => rows.count()).toBe(3)
  for (const row of await rows.all()) {
    await row.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
  }
  await page.locator('.deeds').getByRole('button', { name: t.remindChosen }).focus()
  await page.keyboard.press('Enter')
  const preview = page.getByRole('log').getByRole('article').last()
  await preview.getByText(vi.remind.willRemind(3)).first().waitFor()
  await preview.getByText('Bộ Tài nguyên và Môi trường').first().waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test('a member answers from the page of a round, in English', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' })
  const { page, faults } = await sitDown(context, stage.whole, 'Thành viên – Bộ Xây dựng (mẫu)')
  await page.locator('#languages').getByRole('button', { name: 'English' }).click()
  await page.locator('#ways').getByRole('link', { name: en.desk.rounds.name, exact: true }).click()
  await page.locator('.desk').getByRole('link', { name: 'Draft Decree on personal data protection' }).click()
  await page.getByRole('heading', { name: en.desk.round.own }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await page.locator('.desk').innerText()).not.toContain('Ministry of Health')
  await page.locator('.desk').getByRole('button', { name: en.buttons.answer, exact: true }).click()
  await page.getByRole('radio', { name: en.positions.agree, exact: true }).check()
  await page.locator('.asking button[type=submit]').click()
  await page.getByRole('log').getByRole('button', { name: en.buttons.send, exact: true }).last().click()
  // The page is read anew: nothing is asked any more.
  await page.locator('.desk').getByText(en.standings.answered, { exact: true }).waitFor()
  await page.locator('.desk').getByRole('button', { name: en.buttons.openMine }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})
