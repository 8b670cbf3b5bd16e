import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../src/contract/reply.ts'
import { commit } from '../../src/database/commit.ts'
import { vi } from '../../src/texts/vi.ts'
import { forgetFileLinks, newCalendarLink } from '../../src/visits/calendars/new-calendar-link.ts'
import { pathIn, serveCalendars } from '../support/calendar-program.ts'
import { readCalendarText } from '../support/calendar-reader.ts'
import {
  button,
  buttonsOf,
  type Committee,
  coordinator,
  member,
  messageOf,
  openCommittee,
  textOf,
} from '../support/committee.ts'
import { at, visitsOf } from '../support/visits.ts'

const leader = 'sample-td3'
const t = vi.calendarLink
const team3 = 'Đoàn công tác số 3'

let committee: Committee
let program: Awaited<ReturnType<typeof serveCalendars>>
let visits: ReturnType<typeof visitsOf>
beforeEach(async () => {
  committee = await openCommittee()
  program = await serveCalendars(committee)
  visits = visitsOf(committee, coordinator)
})
afterEach(async () => {
  await program.close()
  await committee.drop()
})

const make = (who: string, team?: string) =>
  committee.press(who, { kind: 'calendar.make', ...(team === undefined ? {} : { team }) })
const list = (who: string) => committee.press(who, { kind: 'calendar.list' })
const labels = (reply: Reply) => buttonsOf(messageOf(reply)).map((one) => one.label)
const statusOf = async (path: string) => (await program.get(path)).status
const live = () => committee.db.calendarLink.count({ where: { revokedAt: null, query: null } })
const audit = async () =>
  (await committee.db.audit.findMany({ orderBy: { at: 'asc' } })).filter((line) => line.deed.startsWith('calendar.'))

describe('a calendar link', () => {
  it('is made from the card, shows its address once with how to use it, and only its hash is kept', async () => {
    const card = await list(leader)
    expect(textOf(card)).toContain(t.none)
    expect(labels(card)).toEqual([t.makeMine, t.makeTeam(team3)])
    const made = await committee.press(leader, button(card, t.makeMine))
    const path = pathIn(made)
    const token = path.slice('/calendar/'.length, -'.ics'.length)
    const said = textOf(made)
    expect(said).toContain(t.made(t.mine))
    expect(said).toContain(`http://127.0.0.1:3978${path}`)
    expect(said).toContain(`webcal://127.0.0.1:3978${path}`)
    expect(said).toContain(t.howOutlook)
    expect(said).toContain(t.howApple)
    expect(await statusOf(path)).toBe(200)
    const stored = JSON.stringify([
      await committee.db.calendarLink.findMany(),
      await committee.db.audit.findMany(),
      await committee.db.received.findMany(),
      await committee.db.outbox.findMany(),
      committee.lines,
    ])
    expect(stored).not.toContain(token)
    expect(await audit()).toMatchObject([{ actor: leader, subject: leader, deed: 'calendar.make' }])
    const listed = await list(leader)
    expect(textOf(listed)).toContain(t.line(t.mine, '09:00, 16/06/2020'))
    expect(textOf(listed)).not.toContain(token)
  })

  it('is shown to a redelivery without its address, and the first one stays in force', async () => {
    const delivery = committee.inbound(leader, { kind: 'pressed', intent: { kind: 'calendar.make' } })
    const { reply } = await committee.app.receive(delivery)
    const again = await committee.app.receive(delivery)
    expect(again.repeated).toBe(true)
    expect(textOf(again.reply)).toBe(t.again)
    expect(await statusOf(pathIn(reply))).toBe(200)
  })

  it('made anew ends the older one of the same person and calendar, and no other', async () => {
    const first = pathIn(await make(leader))
    const others = [await make(leader, '3'), await make(coordinator), await make(coordinator, '3')].map(pathIn)
    const second = pathIn(await make(leader))
    expect(await statusOf(first)).toBe(404)
    for (const path of [second, ...others]) expect(await statusOf(path)).toBe(200)
    expect(await live()).toBe(4)
    const ended = { where: { revokedAt: committee.now() } }
    expect(await committee.db.calendarLink.count(ended)).toBe(1)
    // When one ended stays as it was.
    committee.setClock('2020-06-16T10:00')
    await make(leader)
    expect(await committee.db.calendarLink.count(ended)).toBe(1)
  })

  it('made several times at once leaves one that works, and it is one that was shown', async () => {
    const replies = await Promise.all([1, 2, 3, 4].map(() => make(leader)))
    const statuses = await Promise.all(replies.map((reply) => statusOf(pathIn(reply))))
    expect(statuses.sort()).toEqual([200, 404, 404, 404])
    expect(await live()).toBe(1)
  })

  it('decided on twice before either is stored is stored once, on either database', async () => {
    const ctx = { db: committee.db, now: committee.now() }
    const person = await committee.db.person.findUniqueOrThrow({ where: { key: leader } })
    const [one, other] = [
      await newCalendarLink(ctx, person, undefined, leader),
      await newCalendarLink(ctx, person, undefined, leader),
    ]
    expect([await commit(committee.db, one.writes), await commit(committee.db, other.writes)]).toEqual([true, false])
    expect([await live(), (await audit()).length]).toEqual([1, 1])
  })

  it('of a team is for those on it today and for coordinators; nobody else gets one', async () => {
    const refused = vi.refusals['not-allowed']({})
    expect(textOf(await make(leader, '2'))).toBe(refused)
    expect(textOf(await make(member, '3'))).toBe(refused)
    expect(textOf(await make(coordinator, '99'))).toContain(vi.refusals['no-such-team']({ team: '99' }))
    expect(textOf(await make(leader, '3'))).toContain(t.made(t.team(team3)))
    expect(textOf(await make(coordinator, '3'))).toContain(t.made(t.team(team3)))
    const duty = await committee.db.duty.findFirstOrThrow({ where: { person: { key: leader } } })
    await committee.db.duty.update({ where: { id: duty.id }, data: { toDay: '2020-06-15' } })
    expect(textOf(await make(leader, '3'))).toBe(refused)
    expect(labels(await list(leader))).toEqual([`${t.revoke}: ${t.team(team3)}`, t.makeMine])
    expect(labels(await list(member))).toEqual([t.makeMine])
  })

  it('is revoked by its owner or a coordinator, once; to others there is no such link', async () => {
    const path = pathIn(await make(leader))
    const card = await list(leader)
    const revoke = button(card, `${t.revoke}: ${t.mine}`)
    expect(textOf(await committee.press(member, revoke))).toContain(vi.refusals['no-such-link']({}))
    expect(textOf(await committee.press(member, { kind: 'calendar.revoke', link: randomUUID() }))).toContain(
      vi.refusals['no-such-link']({}),
    )
    expect(await statusOf(path)).toBe(200)
    const both = await Promise.all([committee.press(leader, revoke), committee.press(coordinator, revoke)])
    expect(both.map(textOf).filter((text) => text.includes(t.revoked(t.mine)))).toHaveLength(1)
    expect(both.map(textOf).filter((text) => text.includes(t.revokedAlready(t.mine)))).toHaveLength(1)
    for (const reply of both) expect(reply).toMatchObject({ replaces: true })
    expect(await statusOf(path)).toBe(404)
    expect((await audit()).map((line) => line.deed)).toEqual(['calendar.make', 'calendar.revoke'])
    expect(textOf(await list(leader))).toContain(t.none)
  })

  it('of others is listed to coordinators with its owner, after their own; the rest is counted', async () => {
    const name = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).name
    await make(leader)
    await make(coordinator, '3')
    const card = await list(coordinator)
    expect(labels(card)).toEqual([
      `${t.revoke}: ${t.team(team3)}`,
      `${t.revoke}: ${await name(leader)}, ${t.mine}`,
      t.makeMine,
    ])
    await committee.press(coordinator, button(card, `${t.revoke}: ${await name(leader)}, ${t.mine}`))
    expect(await live()).toBe(1)
    expect(textOf(await list(leader))).toContain(t.none)
    const people = await committee.db.person.findMany({ where: { key: { startsWith: 'sample-tv-' } }, take: 19 })
    const extra = [...people, ...people.slice(0, 3)].map((person, n) => ({
      id: randomUUID(),
      tokenHash: `h${n}`,
      personId: person.id,
      createdAt: committee.now(),
    }))
    await committee.db.calendarLink.createMany({ data: extra })
    const many = await list(coordinator)
    expect(labels(many)).toHaveLength(21)
    expect(textOf(many)).toContain(t.more(3))
  })

  it('asked for in a channel goes on in private', async () => {
    const { reply } = await committee.act(
      leader,
      { kind: 'pressed', intent: { kind: 'calendar.make' } },
      { audience: 'shared' },
    )
    expect(JSON.stringify(reply)).not.toContain('/calendar/')
    expect(await live()).toBe(0)
  })
})

describe('a calendar file', () => {
  const fileOf = (reply: Reply) => {
    const file = reply.kind === 'message' ? reply.files?.[0] : undefined
    if (file === undefined) throw new Error('no file')
    return { ...file, read: readCalendarText(Buffer.from(file.base64, 'base64').toString()) }
  }
  const file = (who: string, more: object = {}) => committee.press(who, { kind: 'calendar.export', ...more })

  it('of a team comes with the answer, and behind a button that works for an hour', async () => {
    await visits.planAt('3', 'Bộ Y tế', { starts: at('2020-06-22T08:00'), place: 'Giảng Võ' })
    await visits.planAt('3', 'Bộ Nội vụ', { starts: at('2020-06-24T08:00') })
    await visits.planAt('3', 'Bộ Xây dựng')
    await visits.planAt('2', 'Bộ Công an', { starts: at('2020-06-22T08:00') })
    const reply = await file(leader, { team: '3' })
    const attached = fileOf(reply)
    expect(attached).toMatchObject({ name: 'lich-doan-3.ics', mediaType: 'text/calendar', alt: t.fileAlt(2) })
    expect(attached.read.events.map((event) => event.location)).toEqual(['Giảng Võ', null])
    expect(attached.read.property('x-wr-calname')).toBe(t.team(team3))
    expect(labels(reply)).toEqual([t.fileButton])
    expect(textOf(reply)).toContain(t.file(2))
    const path = pathIn(reply)
    const fetched = await program.get(path)
    expect(fetched.headers.get('content-disposition')).toBe('inline; filename="lich-doan-3.ics"')
    expect(await fetched.text()).toBe(Buffer.from(attached.base64, 'base64').toString())
    committee.setClock('2020-06-16T09:59')
    expect(await statusOf(path)).toBe(200)
    committee.setClock('2020-06-16T10:00')
    expect(await statusOf(path)).toBe(404)
    expect(await committee.db.calendarLink.count()).toBe(1)
    await forgetFileLinks(committee.db, committee.now())
    expect(await committee.db.calendarLink.count()).toBe(0)
  })

  it('shows as much as the one who asks may see, and its link no more, whenever it is opened', async () => {
    await visits.planAt('3', 'Bộ Y tế', { starts: at('2020-06-22T08:00'), place: 'Giảng Võ' })
    expect(fileOf(await file('sample-td2', { team: '3' })).read.events).toMatchObject([
      { location: null, starts: '2020-06-22', description: null },
    ])
    const path = pathIn(await file(leader, { mine: true }))
    await committee.db.duty.deleteMany({ where: { person: { key: leader } } })
    expect((await program.read(path)).events).toMatchObject([{ location: null, starts: '2020-06-22' }])
  })

  it('of a redelivery has no address, and the file all the same', async () => {
    await visits.planAt('3', 'Bộ Y tế', { starts: at('2020-06-22T08:00') })
    const delivery = committee.inbound(leader, { kind: 'pressed', intent: { kind: 'calendar.export', mine: true } })
    const { reply } = await committee.app.receive(delivery)
    const token = /[\w-]{43}/.exec(pathIn(reply))?.[0] ?? ''
    const again = (await committee.app.receive(delivery)).reply
    expect(JSON.stringify(again)).not.toContain(token)
    expect(textOf(again)).toContain(t.fileAgain)
    expect(fileOf(again)).toMatchObject({ name: 'lich-cua-toi.ics' })
    expect(JSON.stringify([await committee.db.received.findMany(), await committee.db.audit.findMany()])).not.toContain(
      token,
    )
  })

  it('of one visit takes it away where it was called off; without a date, or of none, it is refused', async () => {
    const id = await visits.planAt('3', 'Bộ Y tế', { starts: at('2020-06-22T08:00') })
    const planned = fileOf(await file(leader, { visit: id }))
    expect([planned.name, planned.read.property('method')]).toEqual(['lich-kt-1.ics', 'PUBLISH'])
    committee.setClock('2020-06-16T10:00')
    await visits.change(id, { state: 'cancelled' })
    const off = fileOf(await file(leader, { visit: id }))
    expect(off.read.property('method')).toBe('CANCEL')
    expect(off.read.events).toMatchObject([{ uid: `${id}@dondoc`, status: 'CANCELLED', sequence: 1 }])
    const undated = await visits.planAt('3', 'Bộ Nội vụ')
    expect(textOf(await file(leader, { visit: undated }))).toBe(vi.refusals['visit-undated']({}))
    expect(textOf(await file(leader, { visit: randomUUID() }))).toContain(vi.refusals['no-such-visit']({}))
  })

  it('of nothing with a date is not made, and says so', async () => {
    await visits.planAt('3', 'Bộ Y tế')
    const reply = await file(leader, { team: '3' })
    expect(textOf(reply)).toBe(t.fileEmpty)
    expect(await committee.db.calendarLink.count()).toBe(0)
  })

  it('too large for a chat comes by its link alone, and five hundred visits are the most', async () => {
    const { id: teamId } = await committee.db.team.findUniqueOrThrow({ where: { key: '3' } })
    const { id: unitId } = await committee.db.unit.findUniqueOrThrow({ where: { name: 'Bộ Y tế' } })
    await committee.db.visit.createMany({
      data: Array.from({ length: 501 }, (_, n) => ({
        id: randomUUID(),
        number: n + 1,
        year: 2020,
        teamId,
        unitId,
        starts: new Date(at('2020-06-22T08:00').getTime() + n * 3_600_000),
        changedAt: committee.now(),
      })),
    })
    const reply = await file(leader, { team: '3' })
    expect(reply).toMatchObject({ files: [] })
    expect(textOf(reply)).toContain(t.fileCut(500, 501))
    expect((await program.read(pathIn(reply))).events).toHaveLength(500)
  })
})
