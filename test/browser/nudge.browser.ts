import { expect } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { onEachScreen } from './on-each-screen.ts'
import { press, say } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'

onEachScreen('nudge', 'a deadline comes near', async ({ sit, look, hours }) => {
  // 16/06/2020, 09:00: a round until 30/06.
  const secretariat = await sit(coordinator)
  const seat = await sit(member)
  await say(secretariat.page, 'lấy ý kiến ND-DLCN')
  await press(secretariat.page, vi.round.formSubmit)
  await press(secretariat.page, vi.buttons.open)
  await seat.page.getByRole('article').filter({ hasText: 'đề nghị cho ý kiến' }).first().waitFor()

  // 23/06: seven days before it. The member puts it off, and asks why it is due then.
  await hours(7 * 24)
  const nudged = seat.page.getByRole('article').filter({ hasText: 'Hệ thống chưa nhận được ý kiến' })
  await nudged.getByText('Còn 7 ngày').first().waitFor()
  await look(seat.page, 'nudge')
  await nudged.getByRole('button', { name: vi.nudge.snooze[1] }).click()
  await seat.page
    .getByText(/sẽ nhắc lại vào .*24.06.2020/)
    .last()
    .waitFor()
  await nudged.getByRole('button', { name: vi.explain.why }).click()
  await seat.page.getByText('Bộ luật').or(seat.page.getByText('ngày làm việc')).last().waitFor()
  await look(seat.page, 'why')

  // The coordinator reminds by hand: the preview first, and who is left out and why.
  await say(secretariat.page, 'nhắc ND-DLCN Bộ Y tế, Bộ Tài chính')
  await secretariat.page.getByText(vi.remind.why.reminded).first().waitFor()
  await look(secretariat.page, 'preview-cooling')
  await hours(2)
  await say(secretariat.page, 'nhắc ND-DLCN')
  await look(secretariat.page, 'preview')
  // Exactly this one: a card above offers the preview itself, for one round by its code.
  await press(secretariat.page, 'Nhắc 19 thành viên')
  await seat.page.getByRole('article').filter({ hasText: 'Tổ công tác' }).last().waitFor()
  await look(seat.page, 'reminder')
  await say(secretariat.page, 'các lần nhắc ND-DLCN')
  await secretariat.page.getByRole('table').last().waitFor()
  await look(secretariat.page, 'deliveries')

  // Answered: the cards stop asking, and the next step leaves them in peace.
  await say(seat.page, 'góp ý ND-DLCN đồng ý')
  await seat.page.getByRole('article').getByRole('button', { name: vi.buttons.send, exact: true }).last().click()
  await seat.page
    .getByText(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    .first()
    .waitFor()
  await hours(3 * 24)
  await secretariat.page.getByRole('button', { name: vi.buttons.status }).first().waitFor()
  await seat.page.reload()
  await seat.page.getByRole('heading', { name: /^Kính chào/ }).waitFor()
  expect(await seat.page.getByRole('button', { name: vi.nudge.snooze[1] }).count()).toBe(0)
  await look(seat.page, 'answered')

  // What is to come, without sending it.
  await say(secretariat.page, 'diễn tập')
  await press(secretariat.page, vi.rehearse.formSubmit)
  await secretariat.page
    .getByText(/Chưa gửi gì/)
    .last()
    .waitFor()
  await look(secretariat.page, 'rehearsal')
  await say(secretariat.page, 'bản tin')
  await secretariat.page
    .getByText(/^Bản tin tình hình/)
    .last()
    .waitFor()
  await look(secretariat.page, 'digest')
  await say(seat.page, 'nghỉ phép từ 29/06 đến 03/07')
  await look(seat.page, 'leave')
  await say(seat.page, 'ủy quyền')
  await look(seat.page, 'delegation')
})
