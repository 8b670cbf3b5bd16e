import { afterEach, beforeEach, expect, it } from 'vitest'
import { commit } from '../../src/database/commit.ts'
import type { Db } from '../../src/database/db.ts'
import { type Database, openDatabase } from '../../src/database/open.ts'
import { holding, mergesStatements } from '../../src/database/statements.ts'
import { newAccessLink } from '../../src/people/accounts/access-link.ts'
import { openTestDatabase, somebodyWaits, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

const now = new Date('2020-06-16T02:00:00Z')
const an = { id: 'an', key: 'an' }

let base: TestDatabase
let other: Database
beforeEach(async () => {
  base = await openTestDatabase()
  other = await openDatabase(base.url, quiet)
  await base.db.person.create({ data: { ...an, name: 'An', createdAt: now } })
})
afterEach(async () => {
  await other.close()
  await base.drop()
})

// SQLite lets one connection write at a time: the second link finds the first, whatever it rests on.
it.runIf(process.env.TEST_DATABASE_URL)('of two links stored at the same moment one is in force', async () => {
  const stored = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const theirs = other.db.$transaction(async (tx) => {
    const db = tx as Db
    mergesStatements(db, 'with')
    const { rests, writes } = newAccessLink({ db, now }, an, an)
    for (const write of [...holding(db, rests), ...writes]) await write
    stored.resolve()
    await mayEnd.promise
  })
  await stored.promise
  const { rests, writes } = newAccessLink({ db: base.db, now }, an, an)
  const ours = commit(base.db, writes, rests)
  const waits = await Promise.race([somebodyWaits(base.db).then(() => true), ours.then(() => false)])
  mayEnd.resolve()
  await theirs
  expect([waits, await ours]).toEqual([true, true])
  expect(await base.db.login.count({ where: { revokedAt: null } })).toBe(1)
})

it('a link that was void before keeps the moment at which it became so', async () => {
  for (const day of ['16', '17', '18']) {
    const { rests, writes } = newAccessLink({ db: base.db, now: new Date(`2020-06-${day}T02:00:00Z`) }, an, an)
    await commit(base.db, writes, rests)
  }
  const links = await base.db.login.findMany({ orderBy: { createdAt: 'asc' } })
  expect(links.map((link) => link.revokedAt?.getUTCDate() ?? null)).toEqual([17, 18, null])
})
