import { afterEach, beforeEach, expect, it } from 'vitest'
import { webPlace } from '../../src/imports/account-claims.ts'
import { vi } from '../../src/texts/vi.ts'
import { type Committee, coordinator, formOf, member, openCommittee, textOf } from '../support/committee.ts'

const real = 'M-90'
let house: Committee
beforeEach(async () => {
  house = await openCommittee({ onlyHere: true })
  const roles = { create: [{ id: 'r90', role: 'coordinator', fromDay: '2020-01-01' }] }
  const accounts = { create: [{ id: 'a90', ...webPlace(real) }] }
  const person = { id: 'p90', key: real, name: 'Nguyễn Văn An', createdAt: house.now(), roles, accounts }
  await house.db.person.create({ data: person })
})
afterEach(() => house.drop())

const linkFor = async (who: string, person: string) =>
  textOf(await house.fill(who, formOf(await house.press(who, { kind: 'access.start' })), { person }))
const said = vi.refusals['no-public-url']({})

it('where no address outside is set, a coordinator makes no link into the web for somebody of the roster', async () => {
  expect(await linkFor(coordinator, real)).toContain(said)
  expect(await house.db.login.count()).toBe(0)
  // A person of the sample plays on this machine.
  expect(await linkFor(real, member)).toContain('http://127.0.0.1:3978/enter/')
})

it('and nobody of the roster a calendar address, which a calendar program would ask for elsewhere', async () => {
  expect(textOf(await house.press(real, { kind: 'calendar.make' }))).toContain(said)
  expect(await house.db.calendarLink.count()).toBe(0)
  expect(textOf(await house.press(coordinator, { kind: 'calendar.make' }))).toContain('http://127.0.0.1:3978/calendar/')
})
