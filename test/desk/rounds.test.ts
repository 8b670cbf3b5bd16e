import { expect, it } from 'vitest'
import { vi } from '../../src/texts/vi.ts'
import { answerRound, coordinator, formOf, member, openRoundOn } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const lines = async (who: string, more: object = {}) =>
  partOf(await pageOn(committee, who, { page: 'rounds', ...more }), 'rounds', 'lines').lines

it('lists open rounds by their deadlines before those that have ended, with bars and counts', async () => {
  const first = await openRoundOn(committee, 'ND-DLCN')
  const ended = await openRoundOn(committee, 'DA-KNDL', { day: '2020-07-20', time: '17:00' })
  await answerRound(committee, member, first, { position: 'agree' })
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round: ended, change: 'close' }))
  await committee.fill(coordinator, form, { reason: 'đủ ý kiến' })
  const all = await lines(coordinator)
  expect(all.map(({ place }) => place)).toEqual([
    { page: 'round', round: first },
    { page: 'round', round: ended },
  ])
  expect(all[0]?.bar?.label).toBe('Đồng ý 1, Chưa trả lời 18')
  expect(all[0]?.buttons).toMatchObject([{ label: vi.buttons.remind(18) }])
  expect(all[1]).toMatchObject({ pill: { text: vi.desk.phases.closed }, buttons: [] })
  const page = await pageOn(committee, coordinator, { page: 'rounds', show: 'closed' })
  expect(sectionOf(page, 'rounds')?.tabs?.map(({ count, current }) => [count, current])).toEqual([
    [2, false],
    [1, false],
    [1, true],
  ])
  expect((await lines(coordinator, { show: 'closed' })).map(({ place }) => place)).toEqual([
    { page: 'round', round: ended },
  ])
  expect((await lines(coordinator, { show: 'open' })).map(({ place }) => place)).toEqual([
    { page: 'round', round: first },
  ])
  // A page that begins among the ended ones shows no open one again.
  expect((await lines(coordinator, { from: 1 })).map(({ place }) => place)).toEqual([{ page: 'round', round: ended }])
})

it('offers a member what waits for them, and reminds nobody', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  expect((await lines(member))[0]?.buttons).toMatchObject([{ label: vi.buttons.answer }])
  await answerRound(committee, member, round, { position: 'agree' })
  expect((await lines(member))[0]?.buttons).toEqual([])
  expect((await pageOn(committee, member, { page: 'rounds' })).buttons).toEqual([])
})
