import type { Pool } from 'pg'
import { type MigrationTarget, migrate, type Opening } from './migrate.ts'

/** The key under which Prisma itself locks migrations, so that ours and `prisma migrate deploy` exclude each other. */
const prismaLock = 72_707_369

/** Migrates the PostgreSQL database behind `pool` as far as `opening` allows, one transaction a script. */
export async function migratePostgres(pool: Pool, folder: string, opening: Opening) {
  const client = await pool.connect()
  try {
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
        await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
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
    client.release()
  }
}
