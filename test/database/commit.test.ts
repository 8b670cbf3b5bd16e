import { afterAll, beforeAll, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import { insert } from '../../src/database/statements.ts'
import { type Committee, openCommittee } from '../support/committee.ts'

let committee: Committee
beforeAll(async () => {
  committee = await openCommittee()
})
afterAll(() => committee.drop())

const none = '00000000-0000-4000-8000-000000000000'
const snooze = () => ({ personId: none, roundId: none, untilDay: '2020-06-17', at: committee.now() })
const outbox = () => ({
  id: 'o',
  key: 'o',
  personId: none,
  kind: 'send',
  letter: '{}',
  status: 'waiting',
  createdAt: committee.now(),
  notBefore: committee.now(),
})

it('a row that is referred to and gone is a race, told as such: of Prisma’s statements and of SQL', async () => {
  const beside = () => committee.db.setting.create({ data: { key: 'beside', value: '' } })
  expect(await commit(committee.db, [beside(), committee.db.snooze.create({ data: snooze() })])).toBe(false)
  expect(await commit(committee.db, [insert(committee.db, 'Outbox', outbox())])).toBe(false)
  expect(await commit(committee.db, [beside(), insert(committee.db, 'Outbox', outbox())])).toBe(false)
  expect(await committee.db.setting.count({ where: { key: 'beside' } })).toBe(0)
})

it('a taken key and a row at another revision are races as well', async () => {
  const one = () => committee.db.setting.create({ data: { key: 'one', value: '1' } })
  expect(await commit(committee.db, [one()])).toBe(true)
  expect(await commit(committee.db, [one()])).toBe(false)
  const where = { key: 'one', value: '2' }
  expect(await commit(committee.db, [committee.db.setting.update({ where, data: { value: '3' } })])).toBe(false)
})

it('what is wrong with a statement is thrown, and never taken for a race', async () => {
  await expect(
    commit(committee.db, [committee.db.$executeRawUnsafe('UPDATE "NoSuchTable" SET "x" = 1')]),
  ).rejects.toThrow()
  const bad = committee.db.$executeRawUnsafe('INSERT INTO "Setting" ("nothing") VALUES (1)')
  await expect(commit(committee.db, [bad])).rejects.toThrow()
})
