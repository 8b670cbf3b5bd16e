import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migratePostgres } from '../../src/database/migrate-postgres.ts'
import { openDatabase } from '../../src/database/open.ts'
import { whyNotOpen } from '../../src/database/why-not-open.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { quiet } from '../support/quiet.ts'
import { ownMigrations } from './empty.ts'

let test: TestDatabase
let other: pg.Client
beforeEach(async () => {
  test = await openTestDatabase()
})
afterEach(() => test.drop())

describe.runIf(Boolean(process.env.TEST_DATABASE_URL))('on PostgreSQL', () => {
  beforeEach(async () => {
    other = new pg.Client({ connectionString: test.url })
    await other.connect()
  })
  afterEach(() => other.end())

  it('a start that waits for another one to migrate says so, and goes on when that is done', async () => {
    const pool = new pg.Pool({ connectionString: test.url, max: 1 })
    await other.query('SELECT pg_advisory_lock(72707369)')
    const told: number[] = []
    const waits = (ms: number) => {
      told.push(ms)
      void other.query('SELECT pg_advisory_unlock(72707369)')
    }
    expect(await migratePostgres(pool, ownMigrations('postgresql'), 'migrated', waits)).toMatchObject({ applied: [] })
    expect(told).toEqual([0])
    await pool.end()
  })

  it('a server that takes no changes, as a standby, is refused at the start with what to do', async () => {
    await other.query(`ALTER DATABASE ${new URL(test.url).pathname.slice(1)} SET default_transaction_read_only = on`)
    const refused = await openDatabase(test.url, quiet, 'migrated').catch((error: unknown) => error)
    expect(whyNotOpen(refused)).toMatch(/read-only transaction: name a server that takes changes/)
  })
})
