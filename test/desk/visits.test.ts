import { beforeEach, describe, expect, it } from 'vitest'
import type { CalendarDay, CalendarEntry, Page } from '../../src/contract/page.ts'
import type { Place } from '../../src/contract/place.ts'
import { createPages } from '../../src/desk/read-page.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { conflictLine } from '../../src/visits/cards/conflicts-block.ts'
import type { Conflict } from '../../src/visits/conflicts/conflicts.ts'
import { readConflicts } from '../../src/visits/conflicts/read-conflicts.ts'
import { readStandingConflicts } from '../../src/visits/conflicts/standing-conflicts.ts'
import { coordinator, formOf, member } from '../support/committee.ts'
import { committeeEachTest } from '../support/committee-each-test.ts'
import { planVisit } from '../support/visits.ts'
import { pageOf, pageOn, partOf, sectionOf } from './pages.ts'

const committee = committeeEachTest()
const t = vi.desk.visits
const visits = { page: 'visits' } as const
const leader = 'sample-td3'

const dayOf = (page: Page, day: string): CalendarDay => {
  const days = partOf(page, 'calendar', 'calendar').weeks.flatMap((week) => week.days)
  const found = days.find((one) => one?.day === day)
  if (found == null) throw new Error(`no ${day}`)
  return found
}
const entriesOn = (page: Page, day: string): readonly CalendarEntry[] => dayOf(page, day).entries

it('shows the month of today by days, with today and the days off named', async () => {
  const page = await pageOn(committee, coordinator, visits)
  expect(page.title).toBe(vi.overview.month.title('2020-06'))
  const { weeks } = partOf(page, 'calendar', 'calendar')
  expect(weeks.map(({ name }) => name)).toEqual([23, 24, 25, 26, 27].map(t.weekNo))
  expect(weeks[4]?.days.map((day) => day?.day.slice(8))).toEqual(['29', '30', ...Array.from({ length: 5 })])
  const today = weeks.flatMap((week) => week.days).filter((day) => day?.today !== undefined)
  expect(today.map((day) => day?.day)).toEqual(['2020-06-16'])
  expect(dayOf(page, '2020-06-20').rest).toBe(true)
  expect(dayOf(page, '2020-06-19').rest).toBeUndefined()
  expect(page.lead[0]).toMatchObject({ text: t.count(0) })
  expect(sectionOf(page, 'visits')).toBeUndefined()
  // The second of September, by the calendar of the year.
  const september = await pageOn(committee, coordinator, { ...visits, month: '2020-09' })
  expect(dayOf(september, '2020-09-02')).toMatchObject({ rest: true, note: expect.stringContaining('Nghỉ: ') })
})

it('leads to the months and weeks around, and back to today', async () => {
  const tabs = async (place: Place) => sectionOf(await pageOn(committee, coordinator, place), 'calendar')
  const month = await tabs({ ...visits, month: '2020-08', team: '3' })
  expect(month?.tabs?.map(({ place }) => place)).toEqual(
    ['06', '07', '08', '09', '10'].map((one) => ({ page: 'visits', month: `2020-${one}`, team: '3' })),
  )
  expect(month?.tabs?.filter(({ current }) => current).map(({ label }) => label)).toEqual([
    vi.overview.month.name('2020-08'),
  ])
  expect(month?.ways).toEqual([
    { label: t.thisMonth, place: { page: 'visits', month: '2020-06', team: '3' } },
    { label: t.byWeek, place: { page: 'visits', week: '2020-07-27', team: '3' } },
    { label: t.allTeams, place: { page: 'visits', month: '2020-08' } },
  ])
  // Any day of a week names it.
  const page = await pageOn(committee, coordinator, { ...visits, week: '2020-06-18' })
  expect(page.title).toBe(t.week(vi.stretch('2020-06-15', '2020-06-21')))
  expect(sectionOf(page, 'calendar')?.tabs?.map(({ place }) => place)).toContainEqual({
    page: 'visits',
    week: '2020-06-22',
  })
})

it('has no page for a day that no calendar has, a team that there is not, or nobody', async () => {
  for (const place of [{ week: '2020-02-30' }, { month: '2300-01' }, { team: 'x' }])
    expect(await pageOf(committee, coordinator, { ...visits, ...place }), JSON.stringify(place)).toBeUndefined()
  expect(await pageOf(committee, 'nobody', visits)).toBeUndefined()
})

describe('with visits', () => {
  let id: string
  beforeEach(async () => {
    id = await planVisit(committee, '3', 'Bộ Y tế', '2020-06-22T08:00', '2020-06-24T11:30')
    await planVisit(committee, '4', 'Bộ Tài chính', '2020-06-27T13:00')
  })

  it('gives a coordinator each with its hours, what speaks against it, and what moves it', async () => {
    const page = await pageOn(committee, coordinator, visits)
    const [first] = entriesOn(page, '2020-06-22')
    expect(first).toMatchObject({
      name: 'KT-1',
      text: `${vi.overview.teamNo('3')}: Bộ Y tế`,
      note: '08:00',
      mark: 'none',
      state: vi.schedule.states.planned,
      buttons: [{ label: t.see, intent: { kind: 'visit.show', visit: id } }],
      move: {
        label: t.move,
        intent: { kind: 'visit.check.form', visit: id },
        days: [
          { field: 'day', day: '2020-06-22' },
          { field: 'endDay', day: '2020-06-24' },
        ],
      },
    })
    expect(entriesOn(page, '2020-06-23')[0]?.note).toBe(t.goesOn)
    expect(entriesOn(page, '2020-06-24')[0]?.note).toBe(t.until('11:30'))
    expect(entriesOn(page, '2020-06-25')).toEqual([])
    // The 27th is a Saturday.
    expect(entriesOn(page, '2020-06-27')[0]?.warning).toBe(t.conflicts(2))
    const table = partOf(page, 'visits', 'table')
    expect(table.rows.map(({ name }) => name)).toEqual(['KT-1', 'KT-2'])
    expect(table.rows[1]?.cells.at(-1)?.small?.[0]).toBe(vi.visits.conflict.weekend('2020-06-27'))
    expect(table.rows[0]?.buttons).toMatchObject([
      { intent: { kind: 'visit.show', visit: id } },
      { intent: { kind: 'visit.check.form', visit: id } },
    ])
  })

  it('finds the same conflicts as a proposal of each visit as it stands', async () => {
    await planVisit(committee, '3', 'Bộ Y tế', '2020-06-23T13:00')
    // Of one day, at other hours.
    await planVisit(committee, '6', 'Phú Thọ', '2020-06-25T08:00', '2020-06-25T09:00')
    await planVisit(committee, '7', 'Phú Thọ', '2020-06-25T15:00', '2020-06-25T16:00')
    const { db, host } = committee
    const rows = await db.visit.findMany({ orderBy: { number: 'asc' } })
    const dated = rows.flatMap(({ starts, ...row }) => (starts === null ? [] : [{ ...row, starts }]))
    const teams = await db.team.findMany()
    const ctx = { ...host, now: committee.now() }
    const together = await readStandingConflicts(ctx, dated, new Map(teams.map(({ id: team, name }) => [team, name])))
    expect(together.size).toBe(5)
    const texts = { ...ctx, texts: vi }
    for (const visit of dated) {
      const alone = await readConflicts(ctx, { ...visit, visitId: visit.id })
      const words = (found: readonly Conflict[]) => found.map((one) => conflictLine(texts, one)).sort()
      expect(words(together.get(visit.id) ?? []), String(visit.number)).toEqual(words(alone))
    }
  })

  it('opens the form of a dragged visit with the day it was dropped on, and changes nothing by itself', async () => {
    const [entry] = entriesOn(await pageOn(committee, coordinator, visits), '2020-06-22')
    const intent = { kind: 'visit.check.form', visit: id, day: '2020-06-29', endDay: '2020-07-01' } as const
    expect(entry?.move?.days.map(({ field }) => field)).toEqual(['day', 'endDay'])
    const form = formOf(await committee.press(coordinator, intent))
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'day', value: '2020-06-29' }))
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'endDay', value: '2020-07-01' }))
    expect(form.fields).toContainEqual(expect.objectContaining({ name: 'endTime', value: '11:30' }))
    expect(entriesOn(await pageOn(committee, coordinator, visits), '2020-06-22')).toEqual([entry])
    // What speaks against that day stands above the fields: here nothing, on a Sunday that it is one.
    expect(form.intro?.[0]).toEqual({ kind: 'text', text: vi.visits.noConflicts, tone: 'subtle' })
    const sunday = formOf(
      await committee.press(coordinator, {
        kind: 'visit.check.form',
        visit: id,
        day: '2020-06-28',
        endDay: '2020-06-28',
      }),
    )
    expect(sunday.intro).toContainEqual({ kind: 'list', items: [vi.visits.conflict.weekend('2020-06-28')] })
    // One that is opened without a day asks as before.
    expect(formOf(await committee.press(coordinator, { kind: 'visit.check.form', visit: id })).intro).toHaveLength(1)
  })

  it('shows others team, unit and day alone, and nothing that moves or speaks against a visit', async () => {
    const page = await pageOn(committee, member, visits)
    const [first] = entriesOn(page, '2020-06-22')
    expect(first).toMatchObject({ text: `${vi.overview.teamNo('3')}: Bộ Y tế` })
    expect([first?.note, first?.move, first?.warning]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify(page)).not.toMatch(/08:00|11:30|Trụ sở/)
    expect(page.lead).toContainEqual({ text: t.othersHint, tone: 'subtle' })
    expect(page.main.map((section) => section.id)).toEqual(['calendar', 'visits'])
    expect(page.buttons).toMatchObject([{ intent: { kind: 'calendar.export', from: '2020-06-01', to: '2020-06-30' } }])
    expect(partOf(page, 'visits', 'table').columns).toHaveLength(5)
  })

  it('shows somebody on a team the hours of their own, and with others hidden nothing else', async () => {
    const page = await pageOn(committee, leader, visits)
    expect(entriesOn(page, '2020-06-22')[0]?.note).toBe('08:00')
    expect(entriesOn(page, '2020-06-22')[0]?.move).toBeUndefined()
    expect(entriesOn(page, '2020-06-27')[0]?.note).toBeUndefined()
    const pages = createPages({ ...committee.host, othersSee: 'none' })
    const own = await pages.page({ platform: 'web', tenant: 'local', user: leader }, visits, 'vi')
    if (own === undefined) throw new Error('no page')
    expect(entriesOn(own, '2020-06-27')).toEqual([])
    expect(partOf(own, 'loads', 'loads').loads.map(({ name }) => name)).toEqual([vi.overview.teamNo('3')])
  })

  it('counts visits and days of each team, and shows one team alone', async () => {
    const { loads } = partOf(await pageOn(committee, coordinator, visits), 'loads', 'loads')
    expect(loads.find(({ name }) => name === vi.overview.teamNo('3'))).toEqual({
      name: vi.overview.teamNo('3'),
      count: 1,
      text: t.loadOf(1, 3),
      place: { page: 'visits', month: '2020-06', team: '3' },
    })
    const alone = await pageOn(committee, coordinator, { ...visits, team: '4' })
    expect(partOf(alone, 'visits', 'table').rows.map(({ name }) => name)).toEqual(['KT-2'])
    // A visit that lasts into the next month counts its days there.
    await planVisit(committee, '5', 'Bộ Công an', '2020-06-30T08:00', '2020-07-02T11:30')
    const july = partOf(await pageOn(committee, coordinator, { ...visits, month: '2020-07' }), 'loads', 'loads').loads
    expect(july.find(({ name }) => name === vi.overview.teamNo('5'))?.text).toBe(t.loadOf(1, 2))
  })

  it('leads a coordinator to the units that have no team or no date, those with a team first', async () => {
    await planVisit(committee, '5', 'Bộ Công an', null)
    const { lines } = partOf(await pageOn(committee, coordinator, visits), 'to-plan', 'lines')
    expect(lines[0]).toMatchObject({
      text: 'Bộ Công an',
      small: [t.noDay('Đoàn công tác số 5')],
      buttons: [{ label: t.setDay, intent: { kind: 'visit.check.form' } }],
    })
    expect(lines[1]?.buttons).toMatchObject([{ label: t.assign }])
    expect(lines.map(({ name }) => name)).not.toContain('Bộ Y tế')
  })

  it('shows a coordinator the requests to move a visit, with the way to decide', async () => {
    const ask = formOf(await committee.press(leader, { kind: 'move.ask.form', visit: id }))
    await committee.fill(leader, ask, {
      day: '2020-06-25',
      time: '09:00',
      endDay: '',
      endTime: '',
      reason: 'Trùng lịch họp',
    })
    const [line] = partOf(await pageOn(committee, coordinator, visits), 'requests', 'lines').lines
    expect(line).toMatchObject({ small: ['Trùng lịch họp'], buttons: [{ intent: { kind: 'visit.show', visit: id } }] })
    expect(sectionOf(await pageOn(committee, leader, visits), 'requests')).toBeUndefined()
  })

  it('puts what finds no room in a day behind a way to its week', async () => {
    for (const [at, unit] of ['Bộ Xây dựng', 'Bộ Nội vụ', 'Phú Thọ', 'Lào Cai'].entries())
      await planVisit(committee, String(at + 5), unit, '2020-06-22T08:00')
    const page = await pageOn(committee, coordinator, visits)
    expect(entriesOn(page, '2020-06-22')).toHaveLength(4)
    expect(dayOf(page, '2020-06-22').more).toEqual({ label: t.more(1), place: { page: 'visits', week: '2020-06-22' } })
    expect(
      entriesOn(await pageOn(committee, coordinator, { ...visits, week: '2020-06-22' }), '2020-06-22'),
    ).toHaveLength(5)
  })

  it('is read in English', async () => {
    const page = await pageOn(committee, coordinator, { ...visits, week: '2020-06-22' }, 'en')
    expect(page.title).toBe(en.desk.visits.week(en.stretch('2020-06-22', '2020-06-28')))
    expect(entriesOn(page, '2020-06-22')[0]).toMatchObject({ text: 'Team 3: Ministry of Health', state: 'planned' })
  })
})
