import { expect, it } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { answerRound, coordinator, member, openRoundOn, otherMember } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const t = vi.desk.plan
const plan = { page: 'plan' } as const
const change = (round: string, to: 'close' | 'withdraw') => ({ kind: 'round.change.form', round, change: to }) as const

const itemOn = async (who: string, section: string, key: string, locale?: string) => {
  const found = partOf(await pageOn(committee, who, plan, locale), section, 'lines').lines.find(
    ({ name }) => name === key,
  )
  if (found === undefined) throw new Error(`no ${key} in ${section}`)
  return found
}

it('shows the year by quarters, the present one marked, and those without a quarter', async () => {
  const page = await pageOn(committee, coordinator, plan)
  expect(page.title).toBe(t.title(2020))
  expect(page.main.map(({ id }) => id)).toEqual(['year', '2020-Q1', '2020-Q2', '2020-Q3', '2020-Q4', 'no-quarter'])
  expect(page.main.filter(({ pill }) => pill?.text === t.now).map(({ id }) => id)).toEqual(['2020-Q2'])
  expect(sectionOf(page, '2020-Q2')?.note?.text).toContain('30/06/2020')
  expect(sectionOf(page, '2020-Q2')?.ways?.[0]?.place).toEqual({ page: 'visits', month: '2020-04' })
  expect(sectionOf(page, '2020-Q4')?.parts).toMatchObject([{ kind: 'text', text: t.noneIn }])
  // One plan alone needs no tabs.
  expect(sectionOf(page, 'year')?.tabs).toBeUndefined()
  const late = await itemOn(coordinator, '2020-Q1', 'DA-KNDL')
  expect(late.pill).toEqual({ text: vi.desk.overdue(52), tone: 'warning' })
  expect(late.place).toBeUndefined()
  expect(late.buttons).toMatchObject([
    { label: vi.buttons.openRound, intent: { kind: 'round.propose.form', item: 'DA-KNDL' } },
    { label: t.see, intent: { kind: 'item.show', item: 'DA-KNDL' } },
  ])
  expect(page.buttons).toMatchObject([{ intent: { kind: 'ladder.save.form', year: 2020 } }])
})

it('lets nobody but a coordinator open a round or change the ladder', async () => {
  expect((await pageOn(committee, member, plan)).buttons).toEqual([])
  expect((await itemOn(member, '2020-Q1', 'DA-KNDL')).buttons).toMatchObject([{ intent: { kind: 'item.show' } }])
  expect(await pageOf(committee, 'nobody', plan)).toBeUndefined()
})

it('shows where a round stands: open with its bar, past its deadline, closed, answers published', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  await answerRound(committee, member, round, { position: 'agree' })
  const item = (who = coordinator) => itemOn(who, '2020-Q2', 'ND-DLCN')
  const open = await item()
  expect(open).toMatchObject({
    place: { page: 'round', round },
    pill: { text: t.states.open, tone: 'plain' },
    bar: { label: 'Đồng ý 1, Chưa trả lời 18' },
    buttons: [{ intent: { kind: 'item.show' } }],
  })
  expect(open.small?.[1]).toContain(t.answered(1, 19).slice(1))
  // What a board says to everybody, the plan may say as well.
  expect((await item(otherMember)).bar).toEqual(open.bar)
  committee.setClock('2020-07-02T08:00')
  expect((await item()).pill).toEqual({ text: vi.desk.overdue(2), tone: 'warning' })
  expect(partOf(await pageOn(committee, coordinator, plan), 'year', 'bar').bar.label).toBe(
    `${t.states.overdue} 3, ${t.states.none} 7`,
  )
  const form = await committee.press(coordinator, change(round, 'close'))
  if (form.kind !== 'form') throw new Error('no form')
  await committee.fill(coordinator, form.form, { reason: 'Đã đủ ý kiến' })
  const closed = await item()
  expect(closed.pill).toEqual({ text: t.closed, tone: 'plain' })
  expect(closed.small?.[1]).toContain(t.unpublished)
  expect(closed.buttons?.[0]).toMatchObject({ intent: { kind: 'round.propose.form' } })
  await committee.db.answerPublication.create({
    data: { roundId: round, number: 1, byId: 'x', at: committee.now(), unanswered: 0 },
  })
  const published = await item()
  expect(published.pill).toEqual({ text: t.states.published, tone: 'good' })
  expect(published.small?.[1]).toContain(t.published('02/07/2020'))
})

it('counts a withdrawn round as none that could be answered', async () => {
  const round = await openRoundOn(committee, 'ND-DLCN')
  const form = await committee.press(coordinator, change(round, 'withdraw'))
  if (form.kind !== 'form') throw new Error('no form')
  await committee.fill(coordinator, form.form, { reason: 'Nhầm dự thảo' })
  const line = await itemOn(coordinator, '2020-Q2', 'ND-DLCN')
  expect(line).toMatchObject({ pill: { text: t.states.withdrawn }, place: { page: 'round', round } })
  expect(line.bar).toBeUndefined()
  expect(line.buttons?.[0]).toMatchObject({ intent: { kind: 'round.propose.form' } })
})

it('draws each item in its quarter or from opening to deadline, with today and the numbers', async () => {
  await openRoundOn(committee, 'ND-DLCN')
  const picture = partOf(await pageOn(committee, coordinator, plan), 'year', 'spans')
  const [first] = picture.spans
  expect(first).toMatchObject({ mark: 'oppose', from: 0 })
  expect(first?.to).toBeCloseTo(91 / 366, 3)
  const open = picture.spans.find(({ mark }) => mark === 'amend')
  expect(open?.from).toBe(picture.now?.x)
  expect(picture.figures.columns).toHaveLength(6)
  const counted = picture.figures.rows.flatMap((row) => row.slice(1).map(Number))
  expect(counted.reduce((all, one) => all + one, 0)).toBe(10)
})

it('has a tab for each year, the present or the latest one first, and no page for a year without a plan', async () => {
  await committee.db.plan.createMany({
    data: [2019, 2023].map((year) => ({
      ...{ id: `p${year}`, year, title: `Kế hoạch ${year}`, source: '{}', createdAt: committee.now() },
    })),
  })
  const tabs = sectionOf(await pageOn(committee, coordinator, plan), 'year')?.tabs
  expect(tabs?.map(({ label, current }) => [label, current])).toEqual([
    [t.year(2019), false],
    [t.year(2020), true],
    [t.year(2023), false],
  ])
  expect((await pageOn(committee, coordinator, { page: 'plan', year: 2023 })).title).toBe(t.title(2023))
  expect(await pageOf(committee, coordinator, { page: 'plan', year: 2021 })).toBeUndefined()
})

it('is read in English', async () => {
  const page = await pageOn(committee, coordinator, plan, 'en')
  expect(page.title).toBe(en.desk.plan.title(2020))
  expect((await itemOn(coordinator, '2020-Q1', 'DA-KNDL', 'en')).pill?.text).toBe(en.desk.overdue(52))
})

it('says that there is no plan where there is none', async () => {
  await committee.db.plan.deleteMany({})
  expect((await pageOn(committee, coordinator, plan)).main).toMatchObject([{ parts: [{ text: vi.plan.none }] }])
})
