import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Db } from '../../src/database/db.ts'
import { migratePostgres } from '../../src/database/migrate-postgres.ts'
import { migrateSqlite } from '../../src/database/migrate-sqlite.ts'
import { openDatabase, type Provider, providerOf } from '../../src/database/open.ts'
import { keptClient } from './kept-clients.ts'
import { quiet } from './quiet.ts'
import { testRun } from './test-run.ts'

/**
 * Where the tests' SQLite files lie: in memory where the machine offers it, since a quarter of the time went into waiting
 * until a commit is on the disk.
 */
const place = hasSpace('/dev/shm') ? '/dev/shm' : tmpdir()

function hasSpace(folder: string): boolean {
  if (!existsSync(folder)) return false
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize > 1e9
}

export type TestDatabase = {
  readonly db: Db
  readonly provider: Provider
  /** For a second opener: another process, a replica. */
  readonly url: string
  /** See `openDatabase`. */
  lost(): string | undefined
  /** Closes and removes it. */
  drop(): Promise<void>
}

/** What a test's database holds from the beginning. Made once in a run of tests and copied: `name` says which. */
export type Beginning = { readonly name: string; fill(db: Db): Promise<void> }

/**
 * A fresh, migrated database: a SQLite file in a folder of its own, or, where TEST_DATABASE_URL is a postgresql
 * address, a database of its own on that server (the user there must be allowed to create databases).
 */
export async function openTestDatabase(beginning?: Beginning): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined || server === '') return await openSqlite(beginning)
  if (providerOf(server) !== 'postgresql') throw new Error('TEST_DATABASE_URL must start with postgresql://')
  return await openPostgres(server, beginning)
}

async function openSqlite(beginning: Beginning | undefined): Promise<TestDatabase> {
  const folder = mkdtempSync(join(place, 'dondoc-test-'))
  const path = join(folder, 'test.db')
  copyFileSync(beginning === undefined ? await sqliteTemplate() : await filledFile(beginning), path)
  chmodSync(path, 0o600)
  const { db, provider, lost, close } = await openDatabase(`file:${path}`, quiet, 'as-it-is', keptClient)
  const drop = async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, provider, lost, url: `file:${path}`, drop }
}

// The template's name holds the migrations, so that it is made once a machine and never stale.
async function sqliteTemplate(): Promise<string> {
  const { folder, hash } = migrations('sqlite')
  const ready = join(place, `dondoc-template-${hash}.db`)
  if (existsSync(ready)) return ready
  const own = join(place, `dondoc-template-${randomBytes(6).toString('hex')}.db`)
  await migrateSqlite(own, folder, 'created')
  // Several workers may make it at once: whoever comes last replaces a file by its equal.
  renameSync(own, ready)
  return ready
}

/** Several workers may make it at once: whoever comes last replaces a file by its equal. */
async function filledFile({ name, fill }: Beginning): Promise<string> {
  const ready = join(place, `dondoc-test-${testRun()}-${name}.db`)
  if (existsSync(ready)) return ready
  const folder = mkdtempSync(join(place, 'dondoc-test-'))
  const own = join(folder, 'test.db')
  copyFileSync(await sqliteTemplate(), own)
  chmodSync(own, 0o600)
  // Closing it takes in the `-wal`.
  const { db, close } = await openDatabase(`file:${own}`, quiet)
  await fill(db)
  await close()
  renameSync(own, ready)
  rmSync(folder, { recursive: true, force: true })
  return ready
}

async function openPostgres(server: string, beginning: Beginning | undefined): Promise<TestDatabase> {
  const name = `dondoc_test_${randomBytes(6).toString('hex')}`
  await asAdmin(server, async (admin) => {
    const template =
      beginning === undefined ? await postgresTemplate(server, admin) : await filledDatabase(server, admin, beginning)
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  const url = withDatabase(server, name)
  const { db, provider, lost, close } = await openDatabase(url, quiet, 'as-it-is', keptClient)
  const drop = async () => {
    await close()
    await asAdmin(server, (admin) => admin.query(`DROP DATABASE ${name} WITH (FORCE)`))
  }
  return { db, provider, lost, url, drop }
}

/** Makes the template unless the server has it. The lock lets one worker do it while the others wait. */
async function postgresTemplate(server: string, admin: pg.Client): Promise<string> {
  const { folder, hash } = migrations('postgresql')
  const ready = `dondoc_template_${hash}`
  await admin.query('SELECT pg_advisory_lock(727270)')
  try {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [ready])
    if (found.rowCount === 0) {
      const own = `dondoc_template_${randomBytes(6).toString('hex')}`
      await admin.query(`CREATE DATABASE ${own}`)
      const pool = new pg.Pool({ connectionString: withDatabase(server, own), max: 1 })
      await migratePostgres(pool, folder, 'created')
      await pool.end()
      await admin.query(`ALTER DATABASE ${own} RENAME TO ${ready}`)
    }
  } finally {
    await admin.query('SELECT pg_advisory_unlock(727270)')
  }
  return ready
}

async function filledDatabase(server: string, admin: pg.Client, { name, fill }: Beginning): Promise<string> {
  const ready = `dondoc_test_${testRun()}_${name}`
  const empty = await postgresTemplate(server, admin)
  await admin.query('SELECT pg_advisory_lock(727271)')
  try {
    const found = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [ready])
    if (found.rowCount === 0) {
      const own = `dondoc_test_${randomBytes(6).toString('hex')}`
      await admin.query(`CREATE DATABASE ${own} TEMPLATE ${empty}`)
      const { db, close } = await openDatabase(withDatabase(server, own), quiet)
      await fill(db)
      await close()
      await admin.query(`ALTER DATABASE ${own} RENAME TO ${ready}`)
    }
  } finally {
    await admin.query('SELECT pg_advisory_unlock(727271)')
  }
  return ready
}

/** Removes what the tests of one run copied from. */
export async function removeBeginnings(run: string): Promise<void> {
  for (const file of readdirSync(place))
    if (file.startsWith(`dondoc-test-${run}-`)) rmSync(join(place, file), { force: true })
  const server = process.env.TEST_DATABASE_URL
  if (server === undefined || server === '') return
  await asAdmin(server, async (admin) => {
    const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [
      `dondoc_test_${run}_`,
    ])
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}

async function asAdmin(server: string, work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  try {
    await work(admin)
  } finally {
    await admin.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function migrations(provider: Provider): { folder: string; hash: string } {
  const folder = fileURLToPath(new URL(`../../prisma/migrations/${provider}`, import.meta.url))
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name, 'migration.sql')
    if (existsSync(path)) hash.update(name).update(readFileSync(path))
  }
  return { folder, hash: hash.digest('hex').slice(0, 16) }
}

/** PostgreSQL: until a connection to this database waits for another's lock; the test's own time limit ends it otherwise. */
export async function somebodyWaits(db: Db): Promise<void> {
  const waiting = () =>
    db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`
  while ((await waiting()).length === 0);
}
