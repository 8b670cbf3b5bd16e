import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWeb } from '../../adapters/web/index.ts'
import { fakeHost, type Served, serveRoutes } from '../support/web-host.ts'
import { launch, openPage, overflow, picture } from './stage.ts'
import { answer, request } from './stand-in.ts'

let browser: Browser
let served: Served
const seats = [
  ['dpv1', 'Điều phối viên 1 (mẫu)', 'Tổ công tác giúp việc Ủy ban', 'Điều phối viên'],
  ['bca', 'Đại diện Bộ Công an (mẫu)', 'Thành viên Ủy ban', 'Thành viên'],
  ['btc', 'Đại diện Bộ Tài chính (mẫu)', 'Thành viên Ủy ban', 'Thành viên'],
  ['bnn', 'Đại diện Bộ Nông nghiệp và Phát triển nông thôn (mẫu)', 'Thành viên Ủy ban', 'Thành viên'],
  ['vst', 'Vụ soạn thảo, Bộ Công an (mẫu)', 'Cơ quan soạn thảo', 'Cơ quan soạn thảo'],
  ...Array.from({ length: 8 }, (_, at) => [`td${at}`, `Trưởng đoàn ${at + 1} (mẫu)`, 'Đoàn công tác', 'Đoàn công tác']),
].map(([user = '', name = '', title = '', role = '']) => ({ user, name, title, roles: [role], sample: true }))

beforeAll(async () => {
  const host = fakeHost(answer)
  host.entries.set('bca', [{ kind: 'sent', ref: 'k1', at: '2020-06-16T01:00:00Z', message: request }])
  const banner = () => 'Dữ liệu mẫu. Đồng hồ thử nghiệm: 16/06/2020'
  const web = createWeb({ seats: async () => seats, signIn: async () => undefined, locale: 'vi', banner })
  served = await serveRoutes(web, host)
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  await served.stop()
})

test.each([
  ['1280', 1280, 'light'],
  ['640', 640, 'light'],
  ['360', 360, 'light'],
  ['1280-dark', 1280, 'dark'],
] as const)('every view fits a window %s wide', async (name, width, colorScheme) => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' })
  const { page, faults } = await openPage(context, served.origin)
  const look = async (what: string) => {
    await picture(page, `${what}-${name}`)
    expect(await overflow(page)).toBe(0)
  }
  await page.getByRole('heading', { name: 'Chọn vai trò' }).waitFor()
  await look('1-picker')
  await page.getByRole('button', { name: /^Đại diện Bộ Công an/ }).click()
  const letter = page.getByRole('article', { name: request.text })
  await letter.waitFor()
  await page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  await look('2-home')
  await letter.getByRole('button', { name: 'Cho ý kiến' }).click()
  await page.getByRole('button', { name: 'Lưu bản nháp' }).click()
  await page.getByText('Có 2 mục cần sửa').waitFor()
  await look('3-form')
  await page.getByRole('button', { name: 'Đóng biểu mẫu' }).click()
  await page.getByRole('textbox', { name: 'Nội dung tin nhắn' }).fill('bảng')
  await page.keyboard.press('Enter')
  await page.getByRole('progressbar').waitFor()
  await look('4-board')
  await picture(page, `5-window-${name}`, false)
  expect(faults).toEqual([])
  await context.close()
})
