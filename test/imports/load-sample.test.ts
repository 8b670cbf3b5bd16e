import { afterEach, beforeEach, expect, it } from 'vitest'
import { isEmpty, loadSample } from '../../src/imports/sample/load-sample.ts'
import { findActor } from '../../src/people/actor.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const now = new Date('2020-06-16T01:00:00Z')
let base: TestDatabase
beforeEach(async () => {
  base = await openTestDatabase()
})
afterEach(() => base.drop())

it('fills an empty database with the plan and seats for every role, each marked as sample where it shows', async () => {
  expect(await isEmpty(base.db)).toBe(true)
  await loadSample(base.db, now)
  expect(await isEmpty(base.db)).toBe(false)
  const people = await base.db.person.findMany({ include: { roles: true, accounts: true } })
  expect(people.every((one) => one.sample && one.name.includes('(mẫu)') && one.key.startsWith('sample-'))).toBe(true)
  expect(people.every((one) => one.accounts.length === 1 && one.accounts[0]?.user === one.key)).toBe(true)
  const count = (role: string) => people.filter((one) => one.roles.some((held) => held.role === role)).length
  expect(['member', 'coordinator', 'drafter', 'team', 'chair', 'operator'].map(count)).toEqual([19, 2, 2, 6, 1, 1])
  expect(await base.db.plan.findFirstOrThrow()).toMatchObject({ year: 2020, sample: true })
  expect([await base.db.workItem.count(), await base.db.planUnit.count(), await base.db.team.count()]).toEqual([
    10, 26, 11,
  ])
})

it('keeps the 26 units as in 2020, in the order of the plan, and knows beside them what they became', async () => {
  await loadSample(base.db, now)
  const inspected = await base.db.planUnit.findMany({ orderBy: { position: 'asc' }, include: { unit: true } })
  expect(inspected.map((one) => one.position)).toEqual(Array.from({ length: 26 }, (_, at) => at + 1))
  expect([0, 8, 25].map((at) => inspected[at]?.unit.name)).toEqual(['Bộ Công an', 'Phú Thọ', 'Thái Nguyên'])
  const others = await base.db.unit.findMany({ where: { plans: { none: {} } }, orderBy: { name: 'asc' } })
  expect(others.map((one) => one.name).sort()).toEqual(
    [
      'Bộ Khoa học và Công nghệ',
      'Bộ Nông nghiệp và Môi trường',
      'Bộ Thông tin và Truyền thông',
      'Hưng Yên',
      'Hải Phòng',
      'Quảng Trị',
    ].sort(),
  )
  const merged = await base.db.unit.findMany({ where: { successorId: { not: null }, plans: { some: {} } } })
  expect(merged).toHaveLength(9)
})

it('assigns no visit, since the source states none', async () => {
  await loadSample(base.db, now)
  expect(await base.db.visit.count()).toBe(0)
  expect(await base.db.duty.count({ where: { duty: 'leader' } })).toBe(3)
})

it('lets a seat sign in to the web chat with its role on the first day of the rehearsal', async () => {
  await loadSample(base.db, now)
  const found = await findActor(base.db, { platform: 'web', tenant: 'local', user: 'sample-dp1' }, '2020-06-16')
  expect(found?.actor).toMatchObject({ name: 'Điều phối viên 1 (mẫu)', honorific: 'Đồng chí' })
  expect([...(found?.actor?.roles ?? [])]).toEqual(['coordinator'])
})

it('refuses a database that holds anything, and leaves it as it was', async () => {
  await base.db.unit.create({ data: { id: 'u', name: 'Bộ Công an', kind: 'ministry' } })
  await expect(loadSample(base.db, now)).rejects.toThrow('empty database only')
  expect(await base.db.person.count()).toBe(0)
})
