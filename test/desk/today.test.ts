import { expect, it } from 'vitest'
import { createPages } from '../../src/desk/read-page.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { answering } from '../support/answering.ts'
import { coordinator, drafter, formOf, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const t = vi.desk
const today = { page: 'today' } as const

it('shows a member what waits for them until they have answered', async () => {
  expect((await pageOn(committee, member, today)).main.map(({ id }) => id)).toEqual(['nothing'])
  const round = await openRoundOn(committee, 'ND-DLCN')
  const [line] = partOf(await pageOn(committee, member, today), 'to-answer', 'lines').lines
  expect(line).toMatchObject({
    name: 'ND-DLCN',
    place: { page: 'round', round },
    buttons: [{ label: vi.buttons.answer, intent: { kind: 'opinion.save.form', round } }],
  })
  expect(line?.small?.[0]).toContain('30/06/2020')
  await committee.type(member, 'góp ý ND-DLCN đồng ý')
  const [begun] = partOf(await pageOn(committee, member, today), 'to-answer', 'lines').lines
  expect(begun?.small).toContain(vi.opinion.draftWaiting)
  expect(begun?.buttons).toMatchObject([{ intent: { kind: 'opinion.show', round } }])
  await committee.press(member, { kind: 'opinion.submit', round, revision: 1 })
  expect(sectionOf(await pageOn(committee, member, today), 'to-answer')).toBeUndefined()
  // Others still have it.
  expect(sectionOf(await pageOn(committee, otherMember, today), 'to-answer')?.pill?.text).toBe('1')
})

it('shows a coordinator where it burns: items without a round, rounds as bars, who was not reached', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  await committee.type(member, 'góp ý ND-DLCN đồng ý')
  await committee.press(member, { kind: 'opinion.submit', round, revision: 1 })
  const page = await pageOn(committee, coordinator, today)
  expect(page.title).toBe(vi.dayWithWeekday('2020-06-16'))
  expect(page.lead).toEqual([{ text: t.today.left(10, vi.quarter('2020-Q2')), tone: 'subtle' }])
  const [open] = partOf(page, 'open-rounds', 'lines').lines
  expect(open?.bar?.parts).toEqual([
    { mark: 'agree', label: vi.positions.agree, count: 1 },
    { mark: 'none', label: t.missing, count: 18 },
  ])
  expect(open?.bar?.label).toBe('Đồng ý 1, Chưa trả lời 18')
  expect(open?.buttons).toMatchObject([{ label: vi.buttons.remind(18), intent: { kind: 'reminder.preview', round } }])
  expect(partOf(page, 'overdue-items', 'lines').lines.map(({ name }) => name)).toEqual(['DA-KNDL', 'DS-NTDC'])
  // Nothing has been sent yet, so nobody is known to be reached.
  expect(sectionOf(page, 'sent')?.parts).toMatchObject([{ kind: 'bar', bar: { parts: [{ label: t.sent.waiting }] } }])
})

it('counts days to a deadline in working days, and says when it has passed', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  const pill = async () => partOf(await pageOn(committee, coordinator, today), 'open-rounds', 'lines').lines[0]?.pill
  expect(await pill()).toBeUndefined()
  committee.setClock('2020-06-23T08:00')
  expect(await pill()).toEqual({ text: t.daysLeft(5), tone: 'warning' })
  committee.setClock('2020-06-30T16:59')
  expect(await pill()).toEqual({ text: t.daysLeft(0), tone: 'warning' })
  committee.setClock('2020-07-02T08:00')
  expect(await pill()).toEqual({ text: t.overdue(2), tone: 'warning' })
})

it('is read in the language of its reader, and by nobody who is nobody here', async () => {
  expect((await pageOn(committee, coordinator, today, 'en')).title).toBe(en.dayWithWeekday('2020-06-16'))
  const pages = createPages(committee.host)
  const somebody = { platform: 'web', tenant: 'local', user: drafter }
  expect((await pages.ways(somebody, 'en'))[0]).toEqual({ label: 'Today', place: today })
  expect(await pages.ways({ ...somebody, user: 'nobody' }, 'vi')).toEqual([])
  expect(await pageOf(committee, 'nobody', today)).toBeUndefined()
  // Whoever decides nothing sees no lists of what is to be decided.
  const page = await pageOn(committee, member, today)
  expect(['open-rounds', 'unreachable', 'overdue-items', 'sent'].filter((id) => sectionOf(page, id))).toEqual([])
})

it('shows the agency what it has to answer, and coordinators which agency they wait for, where there is a date', async () => {
  const { playClosed, press } = answering(() => committee)
  const round = await playClosed()
  const [line] = partOf(await pageOn(committee, drafter, today), 'remarks-to-answer', 'lines').lines
  expect(line).toMatchObject({ place: { page: 'remarks', round }, small: [vi.answers.counted(4, 4, 0, 0)] })
  expect(line?.ways).toEqual([{ label: vi.answers.button, place: { page: 'remarks', round } }])
  expect(sectionOf(await pageOn(committee, coordinator, today), 'answering')).toBeUndefined()
  await committee.fill(coordinator, formOf(await committee.press(coordinator, { kind: 'answer.due.form', round })), {
    day: '2020-06-19',
    time: '17:00',
  })
  await press(round, 1)
  const [waited] = partOf(await pageOn(committee, coordinator, today), 'answering', 'lines').lines
  expect(waited).toMatchObject({ place: { page: 'remarks', round }, pill: { text: t.daysLeft(3), tone: 'warning' } })
  expect(waited?.bar?.parts.map(({ count }) => count)).toEqual([0, 1, 3])
  expect(sectionOf(await pageOn(committee, member, today), 'answering')).toBeUndefined()
})

it('tells coordinators of answers that are all settled, until their authors have them', async () => {
  const { playClosed, press, settleAll } = answering(() => committee)
  const round = await playClosed()
  const publish = async (who: string) => sectionOf(await pageOn(committee, who, today), 'publish')
  for (const number of [1, 2, 3]) await press(round, number)
  await settleAll(round, 3)
  expect(await publish(coordinator)).toBeUndefined()
  await press(round, 4)
  await settleAll(round, 1)
  expect(await publish(coordinator)).toMatchObject({
    title: t.today.publish,
    parts: [{ lines: [{ place: { page: 'remarks', round }, buttons: [{ label: vi.answers.publish.button }] }] }],
  })
  expect(await publish(drafter)).toBeUndefined()
  const form = formOf(await committee.press(coordinator, { kind: 'answer.publish.form', round }))
  await committee.fill(coordinator, form, { confirm: 'yes' })
  expect(await publish(coordinator)).toBeUndefined()
})
