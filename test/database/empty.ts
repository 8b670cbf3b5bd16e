import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { migratePostgres } from '../../src/database/migrate-postgres.ts'
import { migrateSqlite } from '../../src/database/migrate-sqlite.ts'
import type { Provider } from '../../src/database/open.ts'

const server = process.env.TEST_DATABASE_URL

/** SQLite always; PostgreSQL where TEST_DATABASE_URL names a server. */
export const providers: readonly Provider[] = server ? ['sqlite', 'postgresql'] : ['sqlite']

export type Row = Readonly<Record<string, unknown>>

/** A database with nothing in it, reached by its bare driver. */
export type EmptyDatabase = {
  readonly url: string
  /** Migrates it from a folder of migrations and gives back the names applied. */
  migrate(folder: string): Promise<readonly string[]>
  /** Runs one statement and gives back its rows. */
  rows(sql: string): Promise<readonly Row[]>
  /** Runs a script of many statements. */
  run(sql: string): Promise<void>
  /** What Prisma's own engine reaches it by. */
  readonly adapter: PrismaBetterSqlite3 | PrismaPg
  drop(): Promise<void>
}

export function openEmpty(provider: Provider): Promise<EmptyDatabase> {
  return provider === 'sqlite' ? emptySqlite() : emptyPostgres()
}

async function emptySqlite(): Promise<EmptyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-empty-'))
  const path = join(folder, 'empty.db')
  const use = <T>(work: (file: Sqlite.Database) => T): T => {
    const file = new Sqlite(path)
    try {
      return work(file)
    } finally {
      file.close()
    }
  }
  return {
    url: `file:${path}`,
    migrate: async (migrations) => (await migrateSqlite(path, migrations, 'created')).applied,
    rows: async (sql) => use((file) => file.prepare<[], Row>(sql).all()),
    run: async (sql) => void use((file) => file.exec(sql)),
    adapter: new PrismaBetterSqlite3({ url: `file:${path}` }),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function emptyPostgres(): Promise<EmptyDatabase> {
  const name = `dondoc_empty_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(server ?? '')
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.href, max: 4 })
  // The server may end what is already being closed when the database is dropped.
  pool.on('error', () => undefined)
  return {
    url: url.href,
    migrate: async (migrations) => (await migratePostgres(pool, migrations, 'created')).applied,
    rows: async (sql) => (await pool.query<Row>(sql)).rows,
    run: async (sql) => void (await pool.query(sql)),
    adapter: new PrismaPg({ connectionString: url.href }),
    drop: async () => {
      await pool.end()
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

/** The folder of the migrations that the product brings. */
export const ownMigrations = (provider: Provider) =>
  fileURLToPath(new URL(`../../prisma/migrations/${provider}`, import.meta.url))

/** Writes a folder of migrations, name by name. */
export function writeMigrations(scripts: Readonly<Record<string, string>>, folder = freshFolder()): string {
  for (const [name, script] of Object.entries(scripts)) {
    mkdirSync(join(folder, name), { recursive: true })
    writeFileSync(join(folder, name, 'migration.sql'), script)
  }
  return folder
}

const freshFolder = () => mkdtempSync(join(tmpdir(), 'dondoc-migrations-'))
