import { statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { makePrivateFile, makePrivateFolder } from '../files/private-files.ts'
import type { Db } from './db.ts'
import { PrismaClient } from './generated/sqlite/client.ts'
import { findLostCommits } from './lost-commits.ts'
import { notOpened, type Opening } from './migrate.ts'
import { longestLockWaitMs } from './one-at-a-time.ts'
import { watchFiles } from './same-file.ts'
import { mergesStatements } from './statements.ts'

export type Provider = 'sqlite' | 'postgresql'
export type Database = {
  readonly db: Db
  readonly provider: Provider
  /** Whether it was made just now. */
  readonly made: boolean
  /** For people to read: the whole path of the file, or server and name; never a password. */
  readonly where: string
  /** Why nothing that is stored now would be found again: the SQLite file was moved, removed or replaced. */
  lost(): string | undefined
  /**
   * Once closed, where another file has taken the SQLite file's place: moves the old one's `-wal` away, which SQLite would
   * write into the new file at the next start and so destroy it. Gives its new path. For the server alone: while another
   * process has the old files open, they may still be put back.
   */
  setAside(): string | undefined
  close(): Promise<void>
}
/** Makes Prisma's client for the database to which the adapter connects. */
export type MakeClient = (adapter: SqlDriverAdapterFactory) => Db
export type ClientOn = { readonly db: Db; close(): Promise<void> }
type Log = { error(facts: object, event: string): void; info(facts: object, event: string): void }

/** Which database a `DATABASE_URL` means: `file:...` or `postgresql://...`; undefined for anything else. */
export function providerOf(url: string): Provider | undefined {
  if (url.startsWith('file:')) return 'sqlite'
  if (url.startsWith('postgresql://') || url.startsWith('postgres://')) return 'postgresql'
  return undefined
}

/**
 * Opens the database, and does to it what `opening` allows: nothing, unless it is said, so that a mistyped address makes
 * no database. Throws with the reason when it cannot be reached, a migration fails, or more than that would be needed.
 * `clientOn` may give a client that was made before, as long as nobody else has it.
 */
export async function openDatabase(
  url: string,
  log: Log,
  opening: Opening = 'as-it-is',
  clientOn = newClient,
): Promise<Database> {
  const provider = providerOf(url)
  if (provider === 'sqlite') return openSqlite(url.slice('file:'.length), log, opening, clientOn)
  if (provider === 'postgresql') return openPostgres(url, log, opening, clientOn)
  throw new Error('DATABASE_URL must start with file: or postgresql://')
}

function newClient(make: MakeClient, adapter: SqlDriverAdapterFactory): ClientOn {
  const db = make(adapter)
  return { db, close: () => db.$disconnect() }
}

const makeSqliteClient: MakeClient = (adapter) =>
  new PrismaClient({
    adapter,
    // Otherwise Prisma notes at each query where it was called from, and an error quotes what was to be stored.
    errorFormat: 'minimal',
    // Prisma would give up sooner, and be left with a transaction that begins after all.
    transactionOptions: { maxWait: longestLockWaitMs + 1000 },
  })

async function openSqlite(path: string, log: Log, opening: Opening, clientOn: typeof newClient): Promise<Database> {
  const [{ PrismaBetterSqlite3 }, { keepStatements }, { migrateSqlite }] = await Promise.all([
    import('@prisma/adapter-better-sqlite3'),
    import('./kept-statements.ts'),
    import('./migrate-sqlite.ts'),
  ])
  const where = resolve(path)
  const found = statSync(path, { throwIfNoEntry: false })
  // Reading a pipe waits for ever for somebody who writes.
  if (found !== undefined && !found.isFile()) throw new Error(`${where} is no file`)
  if (opening === 'created') {
    makePrivateFolder(dirname(path))
    makePrivateFile(path)
  } else if (found === undefined) throw notOpened('NO_DATABASE', `there is no file ${where}`)
  const lostCommits = findLostCommits(path)
  if (lostCommits !== undefined) log.error({ where, ...lostCommits }, 'database.commits-lost')
  const { applied, made } = await migrateSqlite(path, migrations('sqlite'), opening)
  report(applied, log)
  const files = watchFiles(path)
  // Never waits for a lock by itself: that would stop the process. `one-at-a-time.ts` does.
  const adapter = new PrismaBetterSqlite3({ url: `file:${path}`, timeout: 0 })
  const { db, close } = clientOn(makeSqliteClient, keepStatements(adapter, files))
  mergesStatements(db, 'script')
  // WAL starts with synchronous=NORMAL, which may lose the last commits at a power cut.
  await db.$queryRawUnsafe('PRAGMA synchronous = FULL')
  await db.$queryRawUnsafe('PRAGMA foreign_keys = ON')
  const { lost, setAside } = files
  return { db, provider: 'sqlite', made, where, lost, setAside, close }
}

async function openPostgres(url: string, log: Log, opening: Opening, clientOn: typeof newClient): Promise<Database> {
  const [{ PrismaPg }, { makePostgresClient }, { default: pg }, { migratePostgres }] = await Promise.all([
    import('@prisma/adapter-pg'),
    import('./postgres-client.ts'),
    import('pg'),
    import('./migrate-postgres.ts'),
  ])
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    // With a session in another zone the adapter stores instants hours off, silently. Who waits for a lock keeps one of
    // the few connections; whoever asked has been told after 2.5 s that it is late.
    options: `-c TimeZone=UTC -c lock_timeout=${longestLockWaitMs}`,
    connectionTimeoutMillis: 5000,
  })
  // A connection that breaks while idle must not end the process; the pool replaces it.
  pool.on('error', (error) => log.error({ why: error.message }, 'database.connection-lost'))
  // Neither must one that breaks in the moment between being handed out and being listened to: whoever asks it is told.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const waits = (ms: number) => log.info({ ms }, 'database.waiting-for-another-migration')
  const { applied, made } = await migratePostgres(pool, migrations('postgresql'), opening, waits).catch(
    async (error) => {
      await pool.end()
      throw error
    },
  )
  report(applied, log)
  const client = clientOn(makePostgresClient, new PrismaPg(pool))
  const { db } = client
  mergesStatements(db, 'with')
  const close = async () => {
    await client.close()
    // Ours to end: the client knows it only once it was asked something.
    await pool.end()
  }
  const { host, pathname } = new URL(url)
  const where = `${host}${pathname}`
  return { db, provider: 'postgresql', made, where, lost: () => undefined, setAside: () => undefined, close }
}

function report(applied: readonly string[], log: Log): void {
  if (applied.length > 0) log.info({ applied }, 'database.migrated')
}

const migrations = (provider: Provider) =>
  fileURLToPath(new URL(`../../prisma/migrations/${provider}`, import.meta.url))
