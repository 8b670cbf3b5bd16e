import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { onEachScreen } from './on-each-screen.ts'
import { press, say } from './stage.ts'

const coordinator = 'Điều phối viên 1 (mẫu)'
const member = 'Thành viên – Bộ Y tế (mẫu)'
const drafter = 'Cơ quan soạn thảo – Bộ Công an (mẫu)'
const decree = 'Dự thảo Nghị định về bảo vệ dữ liệu cá nhân'

const inWindow = async (node: Locator) => {
  const [box, view] = [await node.boundingBox(), node.page().viewportSize()]
  if (box === null || view === null) return false
  return box.y >= 0 && box.y + box.height <= view.height && box.x >= 0 && box.x + box.width <= view.width
}

onEachScreen('story', 'a newcomer plays the whole story', async ({ sit, look }) => {
  // As the coordinator: the plan, a round on the draft decree, the preview.
  const secretariat = await sit(coordinator)
  await secretariat.page.getByText('Dữ liệu mẫu').first().waitFor()
  await secretariat.page.getByText('16/06/2020').first().waitFor()
  await say(secretariat.page, 'kế hoạch quý II')
  await secretariat.page.getByText(vi.plan.deadline).first().waitFor()
  // On a phone a row is a card: nothing of it stands outside the window, and it is a table still.
  expect(await inWindow(secretariat.page.getByRole('cell', { name: 'Bộ Công an' }).last())).toBe(true)
  await look(secretariat.page, 'plan')
  await say(secretariat.page, 'lấy ý kiến ND-DLCN')
  await secretariat.page.getByLabel(vi.round.url).fill('https://example.org/nghi-dinh.pdf')
  await look(secretariat.page, 'form')
  await press(secretariat.page, vi.round.formSubmit)
  await secretariat.page.getByText(vi.round.willAsk(19)).waitFor()
  // Taller than the window, it is shown from its beginning.
  expect(await inWindow(secretariat.page.getByRole('heading', { name: vi.round.preview }))).toBe(true)
  await look(secretariat.page, 'preview')

  // A member, in another tab, gets the request live, answers it with a comment, and sends.
  const seat = await sit(member)
  await press(secretariat.page, vi.buttons.open)
  const request = seat.page.getByRole('article').filter({ hasText: 'đề nghị cho ý kiến' })
  await request.getByText('17:00, Thứ Ba 30/06/2020').first().waitFor()
  await look(seat.page, 'request')
  await request.getByRole('button', { name: vi.buttons.answer }).click()
  await seat.page.getByRole('radio', { name: vi.positions['agree-with-comments'] }).check()
  await press(seat.page, vi.opinion.formSubmit)
  await seat.page.getByText(vi.errors.needsWords).waitFor()
  await press(seat.page, vi.buttons.addComment)
  await seat.page.getByLabel(vi.opinion.provision).fill('Điều 5, khoản 2')
  await seat.page.getByLabel(vi.opinion.remark).fill('Xin nêu rõ căn cứ. <b>không</b> *in đậm*')
  await look(seat.page, 'comment')
  await press(seat.page, vi.opinion.commentSubmit)
  await seat.page.getByText('Xin nêu rõ căn cứ. <b>không</b> *in đậm*').waitFor()
  await look(seat.page, 'draft')
  await seat.page.getByRole('article').getByRole('button', { name: vi.buttons.send, exact: true }).click()
  await seat.page
    .getByText(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    .first()
    .waitFor()
  await look(seat.page, 'receipt')
  // The card asks no more, here and after a reload.
  await seat.page.reload()
  await seat.page
    .getByText(/ND-DLCN-[2-9A-Z]{4}-[2-9A-Z]{4}/)
    .first()
    .waitFor()
  expect(await seat.page.getByRole('button', { name: vi.buttons.answer }).count()).toBe(0)

  // The coordinator sees the board change, reads the opinion, and extends the round with a reason.
  await say(secretariat.page, 'tình hình ND-DLCN')
  await secretariat.page.getByText(vi.board.progress(1, 19)).last().waitFor()
  await look(secretariat.page, 'board')
  await press(secretariat.page, vi.buttons.show('answered', 1))
  await press(secretariat.page, `${vi.buttons.read}: ${member}`)
  await secretariat.page.getByText('Xin nêu rõ căn cứ').last().waitFor()
  await look(secretariat.page, 'opinion')
  await say(secretariat.page, 'gia hạn ND-DLCN đến 17:00 07/07/2020 vì chờ Bộ Công an')
  await secretariat.page.getByLabel(vi.round.reason).waitFor()
  await press(secretariat.page, vi.changes.extend)
  await secretariat.page.getByText(vi.round.changed.extend).waitFor()
  await seat.page.getByText('17:00, Thứ Ba 07/07/2020').first().waitFor()
  await look(seat.page, 'extended')

  // The drafting agency sees counts, and no words before the round is closed.
  const agency = await sit(drafter)
  await say(agency.page, 'tình hình ND-DLCN')
  await agency.page.getByText(vi.board.progress(1, 19)).last().waitFor()
  expect(await agency.page.getByRole('button', { name: vi.buttons.show('answered', 1) }).count()).toBe(0)
  await say(secretariat.page, 'đóng ND-DLCN vì đủ ý kiến')
  await secretariat.page.getByLabel(vi.round.reason).waitFor()
  await press(secretariat.page, vi.changes.close)
  await agency.page.getByText(vi.notifications.drafter(decree)).last().waitFor()
  await look(agency.page, 'agency')
})
