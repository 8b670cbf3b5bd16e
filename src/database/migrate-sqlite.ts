import Sqlite from 'better-sqlite3'
import { type MigrationTarget, migrate, type Opening } from './migrate.ts'

/** How long a process waits for another's migrations before it gives up, saying that the database is locked. */
const longestMigrationMs = 60_000

/**
 * Migrates the SQLite file at `path`, creating it where it is missing and `opening` says so, and leaves it in WAL mode;
 * `as-it-is` writes nothing. Foreign keys are off while a script runs, since Prisma's SQLite scripts rebuild tables.
 */
export async function migrateSqlite(path: string, folder: string, opening: Opening) {
  const file = new Sqlite(path, { timeout: 5000, fileMustExist: opening !== 'created' })
  try {
    if (opening !== 'as-it-is') {
      file.pragma('journal_mode = WAL')
      file.pragma('synchronous = FULL')
    }
    const target: MigrationTarget = {
      folder,
      tables: async () =>
        file
          .prepare<[], { name: string }>(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
          )
          .all()
          .map(({ name }) => name),
      locked: async (work) => {
        // Another process that starts at the same moment waits here for its turn, which on a large database and a slow
        // machine is no matter of seconds.
        file.pragma('foreign_keys = OFF')
        file.pragma(`busy_timeout = ${longestMigrationMs}`)
        file.exec('BEGIN IMMEDIATE')
        try {
          const result = await work()
          file.exec('COMMIT')
          return result
        } catch (error) {
          if (file.inTransaction) file.exec('ROLLBACK')
          throw error
        }
      },
      createTable: async () => {
        file.exec(`CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
          "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
          "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
          "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`)
      },
      applied: async () =>
        file
          .prepare<[], { name: string; checksum: string; finished: number }>(
            `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
             FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
          )
          .all()
          .map((row) => ({ ...row, finished: row.finished === 1 })),
      apply: async (script, record) => {
        file.exec(script)
        file
          .prepare(
            `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
             VALUES (?, ?, current_timestamp, ?, 1)`,
          )
          .run(record.id, record.checksum, record.name)
      },
    }
    return await migrate(target, opening)
  } finally {
    file.close()
  }
}
