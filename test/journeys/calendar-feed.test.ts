import { randomBytes, randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOfToken } from '../../src/people/accounts/link-token.ts'
import { pathIn, serveCalendars } from '../support/calendar-program.ts'
import { type Committee, coordinator, member, openCommittee } from '../support/committee.ts'
import { at, visitsOf } from '../support/visits.ts'

const leader = 'sample-td3'
const health = 'Bộ Y tế'
const interior = 'Bộ Nội vụ'

let committee: Committee
let program: Awaited<ReturnType<typeof serveCalendars>>
let visits: ReturnType<typeof visitsOf>
let expectedErrors = 0
beforeEach(async () => {
  expectedErrors = 0
  committee = await openCommittee()
  program = await serveCalendars(committee)
  visits = visitsOf(committee, coordinator)
})
afterEach(async () => {
  await program.close()
  await committee.drop(expectedErrors)
})

const make = async (who: string, team?: string) =>
  pathIn(await committee.press(who, { kind: 'calendar.make', ...(team === undefined ? {} : { team }) }))
const eventsOf = async (path: string) => (await program.read(path)).events
const idOf = async (key: string) => (await committee.db.person.findUniqueOrThrow({ where: { key } })).id
const dutyOf = async (key: string) => await committee.db.duty.findFirstOrThrow({ where: { personId: await idOf(key) } })
/** Some minutes later, as things are. */
const later = () => committee.setClock('2020-06-16T10:00')

describe('my calendar', () => {
  it('follows a move: the same event, with a higher sequence and its new time and place', async () => {
    const id = await visits.planAt('3', health, { starts: at('2020-06-22T08:00'), place: 'Giảng Võ' })
    const path = await make(leader)
    const [before] = await eventsOf(path)
    expect(before).toMatchObject({ uid: `${id}@dondoc`, sequence: 0, status: 'TENTATIVE', location: 'Giảng Võ' })
    expect(before?.description).toContain('Trưởng đoàn số 3 (mẫu)')
    later()
    await visits.change(id, { starts: at('2020-06-24T14:00'), place: 'Cầu Giấy' })
    const [after, ...others] = await eventsOf(path)
    expect(others).toEqual([])
    expect(after).toMatchObject({
      uid: `${id}@dondoc`,
      sequence: 1,
      starts: '2020-06-24T07:00:00.000Z',
      ends: '2020-06-24T10:00:00.000Z',
      location: 'Cầu Giấy',
      modified: '2020-06-16T03:00:00.000Z',
    })
    await visits.change(id, { state: 'confirmed' })
    expect(await eventsOf(path)).toMatchObject([{ status: 'CONFIRMED', sequence: 2 }])
  })

  it('holds my teams alone, the last 92 days and all that comes, and nothing without a date', async () => {
    await visits.planAt('3', health, { starts: at('2020-03-16T00:00') })
    await visits.planAt('3', 'Bộ Xây dựng', { starts: at('2020-03-15T23:59') })
    await visits.planAt('3', interior, { starts: at('2020-12-31T08:00') })
    await visits.planAt('3', 'Bộ Tài chính')
    await visits.planAt('2', 'Bộ Công an', { starts: at('2020-06-22T08:00') })
    const path = await make(leader)
    expect((await eventsOf(path)).map((event) => event.summary)).toEqual([
      `Đoàn công tác số 3: ${health}`,
      `Đoàn công tác số 3: ${interior}`,
    ])
    const { property, zones } = await program.read(path)
    expect([property('x-wr-calname'), property('method'), zones]).toEqual([
      'Lịch công tác của tôi',
      'PUBLISH',
      ['Asia/Ho_Chi_Minh'],
    ])
  })

  it('lets go of a visit that was called off, lost its date, or came to be on a day after mine', async () => {
    const terms = { starts: at('2020-06-22T08:00'), place: 'Giảng Võ', note: 'nội bộ' }
    const off = await visits.planAt('3', health, terms)
    const undated = await visits.planAt('3', interior, terms)
    const beyond = await visits.planAt('3', 'Bộ Xây dựng', terms)
    await committee.db.duty.update({ where: { id: (await dutyOf(leader)).id }, data: { toDay: '2020-06-30' } })
    const path = await make(leader)
    expect((await eventsOf(path)).map((event) => event.status)).toEqual(['TENTATIVE', 'TENTATIVE', 'TENTATIVE'])
    later()
    await visits.change(off, { state: 'cancelled' })
    await visits.change(undated, { starts: null })
    await visits.change(beyond, { starts: at('2020-07-01T08:00') })
    const same = { status: 'CANCELLED', sequence: 1, starts: '2020-06-22T01:00:00.000Z', location: 'Giảng Võ' }
    const gone = (await eventsOf(path)).toSorted((a, b) => (a.description ?? '').localeCompare(b.description ?? ''))
    expect(gone).toMatchObject([
      {
        ...same,
        uid: `${off}@dondoc`,
        summary: `Đã hủy: Đoàn công tác số 3: ${health}`,
        description: 'KT-1',
      },
      {
        ...same,
        uid: `${undated}@dondoc`,
        summary: `Đã bỏ khỏi lịch: Đoàn công tác số 3: ${interior}`,
        description: 'KT-2',
      },
      { ...same, uid: `${beyond}@dondoc`, description: 'KT-3' },
    ])
    await visits.change(undated, { starts: at('2020-06-23T08:00') })
    const back = (await eventsOf(path)).find((event) => event.uid === `${undated}@dondoc`)
    expect(back).toMatchObject({ status: 'TENTATIVE', sequence: 2, starts: '2020-06-23T01:00:00.000Z' })
  })

  it('made after a visit had gone says nothing of it: nobody’s program has it', async () => {
    const id = await visits.planAt('3', health, { starts: at('2020-06-22T08:00') })
    await visits.change(id, { team: '2' })
    later()
    const path = await make(leader)
    expect(await eventsOf(path)).toEqual([])
    committee.setClock('2020-06-16T11:00')
    await visits.change(id, { starts: at('2020-06-25T08:00') })
    expect(await eventsOf(path)).toEqual([])
  })

  it('is empty where I sit on no team, whatever becomes of the visits of others', async () => {
    for (const othersSee of ['dates', 'none', 'details'] as const) {
      await program.close()
      program = await serveCalendars(committee, othersSee)
      const path = await make(member)
      const id = await visits.planAt('3', health, { starts: at('2020-06-22T08:00') })
      later()
      await visits.change(id, { state: 'cancelled' })
      await visits.planAt('2', health, { starts: at('2020-06-22T08:00') })
      expect(await eventsOf(path), othersSee).toEqual([])
      committee.setClock('2020-06-16T09:00')
      await committee.db.visit.deleteMany()
    }
  })

  it('is in my own language', async () => {
    await visits.planAt('3', health, { starts: at('2020-06-22T08:00') })
    const path = await make(leader)
    await committee.press(leader, { kind: 'language.set', locale: 'en' })
    const { property, events } = await program.read(path)
    expect(property('x-wr-calname')).toBe('My visits')
    expect(events[0]?.description).not.toMatch(/Trạng thái/)
  })
})

describe("a team's calendar", () => {
  it('shows a visit that another team got as cancelled, to that one as new, and tells neither of the other’s plans', async () => {
    const id = await visits.planAt('3', health, { starts: at('2020-06-22T08:00'), place: 'Giảng Võ' })
    const [lost, got] = [await make(leader, '3'), await make('sample-td2', '2')]
    later()
    await visits.change(id, { team: '2', starts: at('2020-06-23T09:00'), place: 'Kín', note: 'của đoàn 2' })
    expect(await eventsOf(lost)).toMatchObject([
      {
        uid: `${id}@dondoc`,
        status: 'CANCELLED',
        sequence: 1,
        summary: `Đã bỏ khỏi lịch: Đoàn công tác số 3: ${health}`,
        starts: '2020-06-22T01:00:00.000Z',
        location: 'Giảng Võ',
      },
    ])
    expect(await eventsOf(got)).toMatchObject([
      {
        uid: `${id}@dondoc`,
        status: 'TENTATIVE',
        sequence: 1,
        summary: `Đoàn công tác số 2: ${health}`,
        location: 'Kín',
      },
    ])
    await visits.change(id, { state: 'cancelled' })
    const [event] = await eventsOf(lost)
    expect(event?.summary).toBe(`Đã bỏ khỏi lịch: Đoàn công tác số 3: ${health}`)
    expect((await program.get(lost).then((response) => response.text())).includes('Kín')).toBe(false)
  })

  it('shows dates alone to somebody who has left the team, also of what was cancelled', async () => {
    const terms = { starts: at('2020-07-06T08:00'), place: 'Giảng Võ', note: 'nội bộ' }
    const kept = await visits.planAt('3', health, terms)
    const off = await visits.planAt('3', interior, terms)
    const path = await make(leader, '3')
    const mine = await make(leader)
    expect(await (await program.get(path)).text()).toContain('nội bộ')
    await committee.db.duty.update({ where: { id: (await dutyOf(leader)).id }, data: { toDay: '2020-06-16' } })
    committee.setClock('2020-06-17T09:00')
    await visits.change(off, { state: 'cancelled' })
    const text = await (await program.get(path)).text()
    expect(text).not.toMatch(/Giảng|nội bộ|KT-|Trưởng đoàn/)
    const dates = { starts: '2020-07-06', ends: '2020-07-07', location: null, description: null }
    expect(await eventsOf(path)).toMatchObject([
      { uid: `${kept}@dondoc`, status: null, ...dates },
      { uid: `${off}@dondoc`, status: 'CANCELLED', ...dates },
    ])
    expect(await eventsOf(mine)).toEqual([])
  })

  it('of somebody who has left shows nothing where the committee lets others see nothing', async () => {
    await program.close()
    program = await serveCalendars(committee, 'none')
    const id = await visits.planAt('3', health, { starts: at('2020-07-06T08:00') })
    await visits.planAt('3', interior, { starts: at('2020-07-07T08:00') })
    const path = await make(leader, '3')
    expect(await eventsOf(path)).toHaveLength(2)
    await committee.db.duty.update({ where: { id: (await dutyOf(leader)).id }, data: { toDay: '2020-06-16' } })
    committee.setClock('2020-06-17T09:00')
    await visits.change(id, { state: 'cancelled' })
    expect(await eventsOf(path)).toEqual([])
  })

  it('shows everything to a coordinator, and dates once they are none any more', async () => {
    await visits.planAt('3', health, { starts: at('2020-07-06T08:00'), place: 'Giảng Võ' })
    const path = await make(coordinator, '3')
    expect(await eventsOf(path)).toMatchObject([{ location: 'Giảng Võ', starts: '2020-07-06T01:00:00.000Z' }])
    await committee.db.role.updateMany({ where: { personId: await idOf(coordinator) }, data: { toDay: '2020-06-16' } })
    committee.setClock('2020-06-17T09:00')
    expect(await eventsOf(path)).toMatchObject([{ location: null, starts: '2020-07-06' }])
  })
})

describe('an address', () => {
  it('answers whatever is wrong with it as a path that does not exist', async () => {
    const [path, older, gone] = [await make(leader), await make(coordinator), await make(member)]
    await make(coordinator)
    const link = await committee.db.calendarLink.findFirstOrThrow({ where: { personId: await idOf(leader) } })
    await committee.press(leader, { kind: 'calendar.revoke', link: link.id })
    await committee.db.person.delete({ where: { key: member } })
    const answerOf = async (asked: string, method: string) => {
      const response = await program.get(asked, { method })
      const headers = [...response.headers].filter(([name]) => name !== 'date')
      return { status: response.status, headers, body: await response.text() }
    }
    const token = /[\w-]{43}/.exec(path)?.[0] ?? ''
    for (const method of ['GET', 'HEAD']) {
      const unknown = await answerOf('/nothing', method)
      expect(unknown.status).toBe(404)
      for (const wrong of [
        path,
        older,
        gone,
        `/calendar/${'A'.repeat(43)}.ics`,
        '/calendar/x.ics',
        '/calendar/',
        '/calendar/.ics',
        `/calendar/${token}`,
        `/calendar/${token}.ics/`,
        `/calendar/${token}A.ics`,
        `/calendar/../calendar/x.ics`,
        `/calendar/%00.ics`,
      ])
        expect(await answerOf(wrong, method), wrong).toEqual(unknown)
    }
    expect(JSON.stringify(committee.lines)).not.toContain(token)
  })

  it('whose calendar cannot be read is logged by the route, never by the token', async () => {
    const token = randomBytes(32).toString('base64url')
    const link = { id: randomUUID(), tokenHash: hashOfToken(token), personId: await idOf(leader), query: '{' }
    await committee.db.calendarLink.create({ data: { ...link, createdAt: committee.now() } })
    expectedErrors = 1
    const response = await program.get(`/calendar/${token}.ics?from=${token}`)
    expect([response.status, await response.json()]).toEqual([500, { error: 'failed' }])
    const [logged] = committee.errors()
    expect(logged).toMatchObject({ event: 'server.failed', facts: { path: '/calendar/*' } })
    const error = logged !== undefined && 'err' in logged.facts ? logged.facts.err : undefined
    expect(error).toBeInstanceOf(Error)
    expect(error instanceof Error ? `${error.stack}` : '').not.toContain(token)
    expect(JSON.stringify(committee.lines)).not.toContain(token)
  })

  it('gives what has not changed once, and the new state with a new tag', async () => {
    const id = await visits.planAt('3', health, { starts: at('2020-06-22T08:00') })
    const path = await make(leader, '3')
    const first = await program.get(path)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{43}"$/)
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="lich-doan-3.ics"',
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    // The next day it is the same, to the byte.
    committee.setClock('2020-06-17T09:00')
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await program.get(path, { headers: { 'if-none-match': known } })
      expect([again.status, await again.text(), again.headers.get('etag')], known).toEqual([304, '', tag])
    }
    const head = await program.get(path, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(head.headers.get('content-length')).toBe(first.headers.get('content-length'))
    await visits.change(id, { place: 'Cầu Giấy' })
    const changed = await program.get(path, { headers: { 'if-none-match': tag } })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(tag)
  })
})
