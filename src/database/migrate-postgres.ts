import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { type MigrationTarget, migrate, type Opening } from './migrate.ts'

/** The key under which Prisma itself locks migrations, so that ours and `prisma migrate deploy` exclude each other. */
const prismaLock = 72_707_369

const askAgainMs = 200
const tellAgainMs = 10_000

/**
 * Migrates the PostgreSQL database behind `pool` as far as `opening` allows, one transaction a script. While another migrates, or holds its lock
 * for no reason, this waits, and says so by `waits`, with the milliseconds so far: at once and every ten seconds.
 */
export async function migratePostgres(
  pool: Pool,
  folder: string,
  opening: Opening,
  waits: (ms: number) => void = () => undefined,
) {
  const client = await pool.connect()
  try {
    // A script may wait for as long as it takes; requests do not: see `open.ts`.
    await client.query('SET lock_timeout = 0')
    const target: MigrationTarget = {
      folder,
      // In the schema in which tables would be made; an extension brings tables of its own.
      tables: async () =>
        (
          await client.query<{ name: string }>(
            `SELECT relname AS name FROM pg_class
             WHERE relnamespace = to_regnamespace(current_schema()::text) AND relkind IN ('r', 'p') AND NOT EXISTS (
               SELECT 1 FROM pg_depend
               WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')`,
          )
        ).rows.map(({ name }) => name),
      locked: async (work) => {
        await takeLock(client, waits)
        try {
          return await work()
        } finally {
          await client.query('SELECT pg_advisory_unlock($1)', [prismaLock])
        }
      },
      createTable: async () => {
        await client.query(`CREATE TABLE IF NOT EXISTS _prisma_migrations (
          id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
          migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
          started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`)
      },
      applied: async () =>
        (
          await client.query<{ name: string; checksum: string; finished: boolean }>(
            `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
             FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
          )
        ).rows,
      apply: async (script, record) => {
        await client.query('BEGIN')
        try {
          await client.query(script)
          await client.query(
            `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
             VALUES ($1, $2, now(), $3, 1)`,
            [record.id, record.checksum, record.name],
          )
          await client.query('COMMIT')
        } catch (error) {
          await client.query('ROLLBACK')
          throw error
        }
      },
    }
    return await migrate(target, opening)
  } finally {
    // Not given back: its settings are those of a migration.
    client.release(true)
  }
}

async function takeLock(client: PoolClient, waits: (ms: number) => void): Promise<void> {
  for (let asked = 0; ; asked += 1) {
    const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [prismaLock])
    if (rows[0]?.taken === true) return
    const ms = asked * askAgainMs
    if (ms % tellAgainMs === 0) waits(ms)
    await sleep(askAgainMs)
  }
}
