import { expect } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { onEachScreen } from './on-each-screen.ts'
import { press, say } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const leader = 'Trưởng đoàn số 3 (mẫu)'
const member = 'Thành viên – Bộ Tài chính (mẫu)'

onEachScreen('schedule', 'a visit is planned, confirmed, moved and reported', async ({ sit, look, hours }) => {
  // Nothing is assigned, and the answer says that the source does not state it.
  const secretariat = await sit(coordinator)
  await say(secretariat.page, 'ai kiểm tra Bộ Y tế')
  await secretariat.page.getByText(vi.schedule.noneForUnit('Bộ Y tế')).first().waitFor()
  await look(secretariat.page, 'not-assigned')

  // The coordinator assigns it in words: form, preview, and only then the visit.
  await say(secretariat.page, 'xếp Bộ Y tế cho đoàn 3 ngày 22/06 08:00')
  await secretariat.page.getByLabel(vi.visits.place).fill('138A Giảng Võ, Hà Nội')
  await look(secretariat.page, 'form')
  // A field in which one is picked stands as the others do.
  const edges = (name: string) =>
    secretariat.page
      .locator(`.asking [name=${name}]`)
      .evaluate((input) => [input.getBoundingClientRect().left, input.getBoundingClientRect().right])
  expect(await edges('unit')).toEqual(await edges('place'))
  await press(secretariat.page, vi.visits.formSubmit)
  await secretariat.page.getByText(vi.visits.willTell(2)).waitFor()
  await look(secretariat.page, 'preview')
  const seat = await sit(leader)
  await press(secretariat.page, vi.visits.save)
  await secretariat.page.getByText(vi.visits.saved(2)).first().waitFor()

  // The leader is told at once, confirms, and asks where the team goes next.
  const told = seat.page.getByRole('article').filter({ hasText: 'có chuyến kiểm tra mới' })
  await told.getByText('Thứ Hai, 22/06/2020, 08:00').first().waitFor()
  await look(seat.page, 'told')
  await told.getByRole('button', { name: vi.visits.confirm, exact: true }).click()
  await seat.page.getByText(vi.schedule.states.confirmed).first().waitFor()
  await say(seat.page, 'chuyen tiep theo')
  await seat.page.getByText('Đoàn công tác số 3: Bộ Y tế, Thứ Hai, 22/06/2020, 08:00').last().waitFor()
  await look(seat.page, 'next')

  // The calendar comes as a file, and as an address that is shown once.
  await press(seat.page, vi.schedule.file)
  const [file] = await Promise.all([
    seat.page.waitForEvent('download'),
    seat.page.getByRole('main').getByRole('link', { name: /\.ics/ }).last().click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  await look(seat.page, 'file')
  await say(seat.page, 'liên kết lịch')
  await seat.page.getByText(vi.calendarLink.title).first().waitFor()
  await look(seat.page, 'links')

  // The leader asks to move it; the coordinator sees why, and that a Sunday is a day off, and decides on the card.
  await say(seat.page, 'xin dời chuyến Bộ Y tế sang 28/06 9h')
  await seat.page.getByLabel(vi.moves.reason).fill('Đơn vị đề nghị lùi lịch')
  await look(seat.page, 'ask')
  await press(seat.page, vi.moves.askSubmit)
  const request = secretariat.page.getByRole('article').filter({ hasText: 'Đơn vị đề nghị lùi lịch' })
  await request.first().waitFor()
  await look(secretariat.page, 'asked')
  await request.getByRole('button', { name: vi.moves.accept, exact: true }).last().click()
  await look(secretariat.page, 'conflicts')
  await press(secretariat.page, vi.moves.acceptSurely)
  await seat.page.getByText('→ Chủ Nhật, 28/06/2020, 09:00').first().waitFor()
  await look(seat.page, 'moved')

  // Another member sees unit, team and day.
  const other = await sit(member)
  await say(other.page, 'lich doan 3')
  await other.page.getByText(vi.schedule.datesOnly).last().waitFor()
  expect(await other.page.getByText('Giảng Võ').count()).toBe(0)
  await look(other.page, 'others')

  // The overview, with its picture, and a month as a calendar.
  await say(secretariat.page, 'tổng quan lịch')
  await secretariat.page.getByRole('main').getByRole('img').last().waitFor()
  await look(secretariat.page, 'overview')
  await say(secretariat.page, 'bảng lịch tháng 6')
  await secretariat.page.getByRole('heading', { name: vi.overview.month.title('2020-06') }).waitFor()
  await look(secretariat.page, 'month')

  // The day after it, the leader is asked for the report, and gives it.
  await hours(13 * 24)
  const due = seat.page.getByRole('article').filter({ hasText: vi.visits.reportButton })
  await due.first().waitFor()
  await look(seat.page, 'report-due')
  await due.getByRole('button', { name: vi.visits.reportButton, exact: true }).last().click()
  await seat.page.getByLabel(vi.moves.reportNote).fill('Đã làm việc với lãnh đạo Bộ.')
  await look(seat.page, 'report')
})
