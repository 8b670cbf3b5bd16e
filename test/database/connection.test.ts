import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/database/open.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'

let test: TestDatabase
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(() => test.drop())

const onPostgres = Boolean(process.env.TEST_DATABASE_URL)

it('a row that refers to nothing is refused', async () => {
  const role = { id: randomUUID(), personId: randomUUID(), role: 'member', fromDay: '2020-01-01' }
  await expect(test.db.role.create({ data: role })).rejects.toMatchObject({ code: 'P2003' })
})

it('an instant comes back to the millisecond', async () => {
  const at = new Date('2020-06-30T09:59:59.987Z')
  await test.db.received.create({ data: { id: 'a', at, reply: '{}' } })
  expect((await test.db.received.findUniqueOrThrow({ where: { id: 'a' } })).at).toEqual(at)
  expect(await test.db.received.count({ where: { at: { lt: at } } })).toBe(0)
  expect(await test.db.received.count({ where: { at: { lte: at } } })).toBe(1)
})

describe.runIf(!onPostgres)('on SQLite', () => {
  it.each([
    ['synchronous', 2n], // FULL: a commit is on the disk before it is answered
    ['foreign_keys', 1n],
    ['journal_mode', 'wal'],
  ])("Prisma's own connection has %s = %s", async (pragma, value) => {
    const [row] = await test.db.$queryRawUnsafe<Record<string, unknown>[]>(`PRAGMA ${pragma}`)
    expect(Object.values(row ?? {})).toEqual([value])
  })
})

describe.runIf(onPostgres)('on PostgreSQL', () => {
  it('a commit is on the disk before it is answered', async () => {
    for (const setting of ['synchronous_commit', 'fsync']) {
      expect(await test.db.$queryRawUnsafe(`SELECT current_setting('${setting}') AS it`)).toEqual([{ it: 'on' }])
    }
  })

  it('instants are stored in UTC, whatever zone the server speaks in', async () => {
    const server = new pg.Client({ connectionString: test.url })
    await server.connect()
    const name = new URL(test.url).pathname.slice(1)
    await server.query(`ALTER DATABASE ${name} SET TimeZone TO 'Asia/Ho_Chi_Minh'`)
    await server.end()
    const { db, close } = await openDatabase(test.url, quiet)
    const reader = new pg.Client({ connectionString: test.url })
    await reader.connect()
    try {
      expect((await reader.query('SHOW TimeZone')).rows).toEqual([{ TimeZone: 'Asia/Ho_Chi_Minh' }])
      expect(await db.$queryRawUnsafe('SHOW TimeZone')).toEqual([{ TimeZone: 'UTC' }])
      const at = new Date('2020-06-30T10:00:00.123Z')
      await db.received.create({ data: { id: 'zone', at, reply: '{}' } })
      expect((await db.received.findUniqueOrThrow({ where: { id: 'zone' } })).at).toEqual(at)
      expect((await reader.query('SELECT at::text FROM "Received"')).rows).toEqual([{ at: '2020-06-30 10:00:00.123' }])
    } finally {
      await reader.end()
      await close()
    }
  })
})
