import { beforeEach, describe, expect, it } from 'vitest'
import type { Intent } from '../../src/contract/intent.ts'
import type { Page, Part } from '../../src/contract/page.ts'
import { providerOf } from '../../src/database/open.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import {
  answerRound,
  buttonsOf,
  coordinator,
  drafter,
  formOf,
  member,
  messageOf,
  openRoundOn,
  otherMember,
} from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { statementsOf } from '../support/statements.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const onPostgres = providerOf(process.env.TEST_DATABASE_URL ?? '') === 'postgresql'
const t = vi.desk.round
let round = ''
beforeEach(async () => {
  round = await openRoundOn(committee, 'ND-DLCN')
})

const on = (who: string, more: object = {}, locale?: string) =>
  pageOn(committee, who, { page: 'round', round, ...more }, locale)
const intentsOn = (page: Page): readonly Intent[] => {
  const of = (part: Part) => {
    if (part.kind === 'buttons') return part.buttons
    if (part.kind === 'lines') return part.lines.flatMap(({ buttons = [] }) => buttons)
    return part.kind === 'table' ? part.rows.flatMap(({ buttons = [] }) => buttons) : []
  }
  const all = [...page.main, ...page.aside].flatMap(({ parts }) => parts.flatMap(of))
  return [...page.buttons, ...all].flatMap((button) => ('intent' in button ? [button.intent] : []))
}
const rowOf = (page: Page, body: string) => {
  const found = partOf(page, 'people', 'table').rows.find(({ cells }) => cells[0]?.text === body)
  if (found === undefined) throw new Error(`no row of ${body}`)
  return found
}
const bodies = (page: Page) => partOf(page, 'people', 'table').rows.map(({ cells }) => cells[0]?.text)
const change = async (kind: 'close' | 'withdraw' | 'extend', values: Record<string, string> = {}) => {
  const form = formOf(await committee.press(coordinator, { kind: 'round.change.form', round, change: kind }))
  await committee.fill(coordinator, form, { reason: 'đủ ý kiến', ...values })
}
const disagreed = { position: 'disagree', body: 'Khoản 2 trái Luật An ninh mạng' }

describe('what can be done', () => {
  /** What the card of the board offers, but the ways to itself, whose rows the page has. */
  const offered = async (who: string) =>
    buttonsOf(messageOf(await committee.press(who, { kind: 'board.show', round })))
      .flatMap((one) => ('intent' in one ? [one.intent] : []))
      .filter(({ kind }) => kind !== 'board.show' && kind !== 'page.open')

  it('is everything that the board offers, in each phase, to each who has it', async () => {
    const isAllThere = async (who: string) => {
      const [page, wanted] = [await on(who), await offered(who)]
      const intents = intentsOn(page)
      // The answers have a page, and the way to it is the first deed.
      for (const one of wanted)
        if (one.kind === 'answer.list') expect(page.ways).toMatchObject([{ place: { page: 'remarks', round } }])
        else expect(intents, `${who}: ${one.kind}`).toContainEqual(one)
      return wanted.length
    }
    await answerRound(committee, member, round, { position: 'agree' })
    expect(await isAllThere(coordinator)).toBe(12)
    await isAllThere(member)
    committee.setClock('2020-07-01T08:00')
    expect(await isAllThere(coordinator)).toBe(12)
    await change('close')
    expect(await isAllThere(coordinator)).toBe(9)
    expect(await isAllThere(drafter)).toBe(5)
    for (const who of [coordinator, drafter]) {
      const { ways, buttons } = await on(who)
      expect([...(ways ?? []), ...buttons].filter(({ style }) => style === 'primary')).toEqual(ways)
    }
    await change('withdraw')
    expect(await isAllThere(coordinator)).toBeGreaterThan(0)
  })

  it('has what is most used beside the title, with one press that stands out', async () => {
    const { buttons } = await on(coordinator)
    expect(buttons.map(({ label }) => label)).toEqual([
      vi.buttons.remind(19),
      vi.changes.extend,
      vi.recordTable.export.button,
      vi.buttons.record,
    ])
    expect(buttons.filter(({ style }) => style === 'primary')).toHaveLength(1)
  })

  it('lets a coordinator choose who is reminded, no more at once than one reminder takes', async () => {
    await answerRound(committee, member, round, { position: 'agree' })
    const table = partOf(await on(coordinator), 'people', 'table')
    const [deed] = table.deeds ?? []
    expect(deed).toMatchObject({ field: 'people', most: 20, intent: { kind: 'reminder.preview', round } })
    // Who has answered cannot be chosen.
    const chosen = table.rows.flatMap(({ id }) => id ?? [])
    expect(chosen).toHaveLength(18)
    expect(chosen).not.toContain(member)
    const preview = await committee.press(coordinator, { kind: 'reminder.preview', round, people: chosen.slice(0, 2) })
    expect(messageOf(preview).text).toContain('2')
    await change('close')
    const after = partOf(await on(coordinator), 'people', 'table')
    expect(after.deeds).toEqual([])
    expect(after.rows.every(({ id }) => id === undefined)).toBe(true)
  })
})

describe('who sees what', () => {
  it('shows a member the numbers and their own answer, and nothing of anybody else', async () => {
    await answerRound(committee, otherMember, round, disagreed)
    const waiting = await on(member)
    expect(waiting.buttons).toMatchObject([
      { label: vi.buttons.answer, style: 'primary', intent: { kind: 'opinion.save.form', round } },
    ])
    expect(partOf(waiting, 'standing', 'bar').bar.label).toBe('Không đồng ý 1, Chưa trả lời 18')
    expect(['people', 'remarks', 'deeds'].filter((id) => sectionOf(waiting, id))).toEqual([])
    const shown = JSON.stringify(waiting)
    for (const word of ['Bộ Tài chính', 'sample-tv', 'an ninh', 'Thành viên']) expect(shown).not.toContain(word)
    expect(partOf(waiting, 'timeline', 'timeline').entries.map(({ text }) => text)).toEqual([t.events.opened(19)])
    await answerRound(committee, member, round, { position: 'agree' })
    const answered = await on(member)
    expect(answered.buttons).toMatchObject([{ intent: { kind: 'opinion.show', round } }])
    expect(sectionOf(answered, 'own')?.pill?.text).toBe(vi.standings.answered)
    expect(JSON.stringify(sectionOf(answered, 'own'))).toContain('ND-DLCN-')
  })

  it('gives the drafting agency names and opinions once the round has closed, and never a draft or what was sent', async () => {
    await answerRound(committee, otherMember, round, disagreed)
    await committee.type(member, 'góp ý ND-DLCN đồng ý')
    expect(sectionOf(await on(drafter), 'people')).toBeUndefined()
    expect(JSON.stringify(await on(drafter))).not.toContain('Bộ Tài chính')
    await change('close')
    const page = await on(drafter)
    expect(partOf(page, 'people', 'table').columns.map(({ label }) => label)).not.toContain(t.columns.message)
    expect(rowOf(page, 'Bộ Tài chính').buttons?.map(({ label }) => label)).toEqual([vi.buttons.read])
    expect(rowOf(page, 'Bộ Y tế').buttons).toEqual([])
    expect(JSON.stringify(page)).not.toContain(t.begun)
    expect(partOf(page, 'remarks', 'bar').bar.parts).toMatchObject([{ count: 0 }, { count: 0 }, { count: 1 }])
    expect(sectionOf(page, 'remarks')?.ways).toMatchObject([{ place: { page: 'remarks', round } }])
  })

  it('tells a coordinator that a draft is begun and never its words', async () => {
    await committee.type(member, 'góp ý ND-DLCN không đồng ý: bỏ khoản bí mật')
    const page = await on(coordinator)
    expect(rowOf(page, 'Bộ Y tế').cells[1]).toEqual({ text: vi.standings.missing, mark: 'none', small: [t.begun] })
    expect(JSON.stringify(page)).not.toContain('bí mật')
  })

  it('is no page for a round that there is not, nor for nobody', async () => {
    const other = '00000000-0000-4000-8000-000000000000'
    expect(await pageOf(committee, coordinator, { page: 'round', round: other })).toBeUndefined()
    expect(await pageOf(committee, 'nobody', { page: 'round', round })).toBeUndefined()
  })
})

describe('the table', () => {
  it('shows what was answered, and what became of the request to who has not', async () => {
    await answerRound(committee, member, round, { position: 'agree-with-comments', body: 'Nên rõ hơn' })
    await committee.deliver()
    const page = await on(coordinator)
    expect(rowOf(page, 'Bộ Y tế').cells.slice(1)).toEqual([
      { text: vi.positions['agree-with-comments'], mark: 'amend', small: [] },
      { text: '1' },
      { text: vi.moment(committee.now(), 'Asia/Ho_Chi_Minh') },
      { text: '–', small: [] },
    ])
    expect(rowOf(page, 'Bộ Tài chính').cells[4]).toEqual({
      text: vi.board.reachShort.sent,
      small: [vi.moment(committee.now(), 'Asia/Ho_Chi_Minh')],
    })
    await committee.db.outbox.updateMany({ where: { kind: 'send' }, data: { status: 'unsure' } })
    const unsure = rowOf(await on(coordinator), 'Bộ Tài chính').cells[4]
    expect(unsure).toMatchObject({ pill: { text: vi.board.reachShort.unsure, tone: 'warning' } })
  })

  it('says who was urged last, and tells it in the timeline as one event', async () => {
    committee.setClock('2020-06-23T08:30')
    await committee.nudge()
    await committee.deliver()
    const page = await on(coordinator)
    expect(rowOf(page, 'Bộ Tài chính').cells[4]?.small?.[1]).toContain(vi.remind.rules.step('T-7'))
    const [first, second] = partOf(page, 'timeline', 'timeline').entries
    expect(first?.text).toBe(t.events.reminded(19, vi.remind.rules.step('T-7')))
    expect(second?.text).toBe(t.events.opened(19))
  })

  it('is filtered and sorted by its address', async () => {
    await answerRound(committee, member, round, { position: 'agree' })
    committee.setClock('2020-06-17T08:00')
    await answerRound(committee, otherMember, round, disagreed)
    const tabs = sectionOf(await on(coordinator), 'people')?.tabs?.map(({ label, count }) => [label, count])
    expect(tabs).toEqual([
      [t.shows.all, 19],
      [t.shows.missing, 17],
      [t.shows.answered, 2],
      [t.shows.remarked, 1],
      [t.shows['not-reached'], 17],
    ])
    expect(bodies(await on(coordinator, { show: 'answered' }))).toEqual(['Bộ Tài chính', 'Bộ Y tế'])
    expect(bodies(await on(coordinator, { show: 'remarked' }))).toEqual(['Bộ Tài chính'])
    const first = async (sort: string) => bodies(await on(coordinator, { sort }))[0]
    expect(await first('position')).toBe('Bộ Y tế')
    expect(await first('at')).toBe('Bộ Y tế')
    expect(await first('remarks')).toBe('Bộ Tài chính')
    expect(await first('name')).toBe('Bộ Công an')
    const heads = partOf(await on(coordinator, { sort: 'remarks' }), 'people', 'table').columns.map(({ sort }) => sort)
    expect(heads.filter((one) => one?.current)).toMatchObject([{ falling: true }])
  })

  it('gives the people of a large round a page at a time', async () => {
    const page = await on(coordinator, { from: 18 })
    expect(partOf(page, 'people', 'table').rows).toHaveLength(1)
    expect(partOf(page, 'people', 'ways').ways).toMatchObject([{ label: vi.buttons.previousPage, place: { from: 0 } }])
  })
})

it('draws how answers came in against the ladder, with the numbers', async () => {
  committee.setClock('2020-06-23T08:00')
  await answerRound(committee, member, round, { position: 'agree' })
  await answerRound(committee, otherMember, round, disagreed)
  await answerRound(committee, otherMember, round, { position: 'agree' })
  const chart = partOf(await on(coordinator), 'standing', 'steps')
  expect(chart.points.map(({ y }) => y)).toEqual([0, 1, 2, 2])
  expect(chart.points[1]?.x).toBeCloseTo(0.484, 2)
  expect(chart.top).toBe(19)
  expect(chart.marks.map(({ label }) => label)).toEqual(['T-7', 'T-3', 'T-1', 'T-0'])
  expect(chart.figures.rows).toEqual([
    ['23/06/2020', '2', '2', 'T-7'],
    ['26/06/2020', '–', '–', 'T-3'],
    ['29/06/2020', '–', '–', 'T-1'],
    ['30/06/2020', '–', '–', 'T-0'],
  ])
})

it('tells what happened, the newest first, and what was before that', async () => {
  committee.setClock('2020-06-20T08:00')
  await change('extend', { day: '2020-07-10', time: '17:00' })
  committee.setClock('2020-06-22T08:00')
  await answerRound(committee, member, round, { position: 'agree' })
  const events = partOf(await on(coordinator), 'timeline', 'timeline').entries.map(({ text }) => text)
  expect(events).toEqual([
    t.events.answered('Bộ Y tế', vi.positions.agree),
    t.events.extended(vi.deadline(new Date('2020-07-10T10:00:00Z'), 'Asia/Ho_Chi_Minh')),
    t.events.opened(19),
  ])
  const past = await on(coordinator, { past: 2 })
  expect(partOf(past, 'timeline', 'timeline').entries.map(({ text }) => text)).toEqual([t.events.opened(19)])
  expect(partOf(past, 'timeline', 'ways').ways).toMatchObject([{ label: t.newer, place: { page: 'round', round } }])
  // A member is told of the deadline, which everybody was told of.
  const told = partOf(await on(member), 'timeline', 'timeline').entries
  expect(told).toHaveLength(2)
  expect(told[0]?.small).toContain('đủ ý kiến')
  expect(told[0]?.small).not.toContain('Điều phối')
})

it.skipIf(onPostgres)('is read in few statements, however many have answered', async () => {
  const readsOf = async (who: string) => (await statementsOf(() => on(who))).reads.length
  const before = await readsOf(coordinator)
  expect(before).toBeLessThanOrEqual(19)
  expect(await readsOf(otherMember)).toBeLessThanOrEqual(14)
  await answerRound(committee, member, round, { position: 'agree' })
  await answerRound(committee, otherMember, round, disagreed)
  expect(await readsOf(coordinator)).toBe(before)
})

it('is read in English', async () => {
  const page = await on(coordinator, {}, 'en')
  expect(page.title).toBe('Draft Decree on personal data protection')
  expect(sectionOf(page, 'people')?.title).toBe(en.desk.round.people)
  expect(rowOf(page, 'Ministry of Health').cells[1]?.text).toBe('Not answered')
})
