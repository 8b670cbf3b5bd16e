import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { peopleById, peopleWithRole } from '../../src/people/members.ts'
import { reachablePeople, withReach } from '../../src/people/reachable.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'

const thousands = 2_500
let base: TestDatabase
beforeAll(async () => {
  base = await openTestDatabase()
  const people = Array.from({ length: thousands }, (_, at) => ({ id: randomUUID(), at }))
  const createdAt = new Date('2020-06-16T02:00:00Z')
  await base.db.person.createMany({
    data: people.map(({ id, at }) => ({
      id,
      key: `p${at}`,
      name: `Người ${at}`,
      organisation: at === 7 ? 'Ủy ban' : 'Bộ',
      createdAt,
    })),
  })
  await base.db.role.createMany({
    data: people.map(({ id }) => ({ id: randomUUID(), personId: id, role: 'member', fromDay: '2020-01-01' })),
  })
  await base.db.account.createMany({
    data: people
      .filter(({ at }) => at % 2 === 0)
      .map(({ id, at }) => ({
        id: randomUUID(),
        personId: id,
        platform: 'slack',
        tenant: 'T1',
        user: `U${at}`,
        unreachable: at % 4 === 0 ? 'blocked' : null,
      })),
  })
})
afterAll(() => base.drop())

it('whoever must be heard from first is out of reach until they are', async () => {
  const [person] = await base.db.person.findMany({ where: { key: 'p1' } })
  const id = person?.id ?? ''
  const asked = async (mustHear: readonly string[]) => (await reachablePeople({ db: base.db, mustHear }, [id])).has(id)
  const place = { platform: 'teams', tenant: 'V', user: 'p1' }
  await base.db.account.create({ data: { id: 'heard', personId: id, ...place } })
  expect([await asked(['teams']), await asked([]), await asked(['slack'])]).toEqual([false, true, true])
  await base.db.account.update({ where: { id: 'heard' }, data: { conversation: '{}' } })
  expect(await asked(['teams'])).toBe(true)
  await base.db.account.delete({ where: { id: 'heard' } })
})

const ctx = () => ({
  db: base.db,
  mustHear: ['teams'],
  now: new Date('2020-06-16T02:00:00Z'),
  zone: 'Asia/Ho_Chi_Minh',
})

it('thousands of members are found by role and by id, in the same order, with who can be written to', async () => {
  const members = await peopleWithRole(ctx(), 'member')
  expect(members).toHaveLength(thousands)
  const byRole = await withReach(ctx(), members)
  expect(byRole.at(-1)).toMatchObject({ key: 'p7', organisation: 'Ủy ban', reachable: false })
  expect(byRole.filter((one) => one.reachable)).toHaveLength(thousands / 4)
  expect(byRole.find((one) => one.key === 'p2')?.reachable).toBe(true)
  expect(byRole.find((one) => one.key === 'p4')?.reachable).toBe(false)
  const ids = byRole.map((one) => one.id)
  expect(await peopleById(ctx(), ids.toReversed())).toEqual(members)
})
