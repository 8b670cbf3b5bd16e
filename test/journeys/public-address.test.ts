import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderMessage } from '../../adapters/msteams/drawing/render.ts'
import { webPlace } from '../../src/imports/people/account-claims.ts'
import { vi } from '../../src/texts/vi.ts'
import { type Committee, coordinator, formOf, member, messageOf, openCommittee, textOf } from '../support/committee.ts'
import { wordsOf } from '../support/teams-connector.ts'
import { at, visitsOf } from '../support/visits.ts'

const real = 'M-90'
let committee: Committee
beforeEach(async () => {
  committee = await openCommittee({ onlyHere: true })
  const roles = { create: [{ id: 'r90', role: 'coordinator', fromDay: '2020-01-01' }] }
  const accounts = { create: [{ id: 'a90', ...webPlace(real) }] }
  const person = { id: 'p90', key: real, name: 'Nguyễn Văn An', createdAt: committee.now(), roles, accounts }
  await committee.db.person.create({ data: person })
})
afterEach(() => committee.drop())

const linkFor = async (who: string, person: string) =>
  textOf(await committee.fill(who, formOf(await committee.press(who, { kind: 'access.make.form' })), { person }))
const said = vi.refusals['no-public-url']({})

it('where no address outside is set, a coordinator makes no link into the web for somebody of the roster', async () => {
  expect(await linkFor(coordinator, real)).toContain(said)
  expect(await committee.db.login.count()).toBe(0)
  // A person of the sample plays on this machine.
  expect(await linkFor(real, member)).toContain('http://127.0.0.1:3978/enter/')
})

it('and nobody of the roster a calendar address, which a calendar program would ask for elsewhere', async () => {
  expect(textOf(await committee.press(real, { kind: 'calendar.make' }))).toContain(said)
  expect(await committee.db.calendarLink.count()).toBe(0)
  expect(textOf(await committee.press(coordinator, { kind: 'calendar.make' }))).toContain(
    'http://127.0.0.1:3978/calendar/',
  )
})

describe('a calendar file for somebody of the roster', () => {
  const t = vi.calendarLink
  const ask = async (who: string) => {
    const reply = await committee.press(who, { kind: 'calendar.export', team: '3' })
    const files = reply.kind === 'message' ? (reply.files ?? []) : []
    return { message: messageOf(reply), said: textOf(reply), files }
  }
  const plan = (place?: string) =>
    visitsOf(committee, coordinator).planAt('3', 'Bộ Y tế', {
      starts: at('2020-06-22T08:00'),
      ...(place === undefined ? {} : { place }),
    })

  it('is attached without a link, and where no file can be attached it says how else to get it', async () => {
    await plan()
    const { message, said, files } = await ask(real)
    expect(said).not.toMatch(/http|Liên kết/)
    expect(files).toMatchObject([{ name: 'lich-doan-3.ics', instead: t.fileNotHere }])
    expect(wordsOf(renderMessage(message, files))).toContain(t.fileNotHere)
    expect(wordsOf(renderMessage(message, files))).not.toContain('http')
    expect(await committee.db.calendarLink.count()).toBe(0)
    expect(await committee.db.audit.count({ where: { deed: 'calendar.file' } })).toBe(1)
    const sample = await ask(coordinator)
    expect(JSON.stringify(sample.message)).toContain('http://127.0.0.1:3978/calendar/')
    expect(wordsOf(renderMessage(sample.message, sample.files))).not.toContain(t.fileNotHere)
  })

  it('which is too large to be attached is not promised', async () => {
    const id = await plan()
    await committee.db.visit.update({ where: { id }, data: { place: 'Đ'.repeat(150_000) } })
    const { said, files } = await ask(real)
    expect(files).toEqual([])
    expect(said).toBe(t.fileTooLarge(1))
  })
})
