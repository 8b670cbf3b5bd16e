import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/** How the runner talks to one provider's own driver. Statements of a script run in one transaction with its record. */
export type MigrationTarget = {
  readonly folder: string
  /** Keeps two starting replicas from migrating at once. */
  locked<T>(work: () => Promise<T>): Promise<T>
  createTable(): Promise<void>
  applied(): Promise<readonly { name: string; checksum: string; finished: boolean }[]>
  apply(script: string, record: { id: string; name: string; checksum: string }): Promise<void>
}

/**
 * Applies the migrations a database lacks, in the order of their names, and keeps book in `_prisma_migrations` just as
 * Prisma does (SHA-256 of the file), so that `prisma migrate deploy` agrees later. Returns the names applied.
 * Throws when an applied migration's file has changed since, when the database knows a migration that this version
 * lacks (it was written by a newer one), or when an earlier attempt was left unfinished.
 */
export async function migrate(target: MigrationTarget): Promise<readonly string[]> {
  return await target.locked(async () => {
    await target.createTable()
    const applied = new Map((await target.applied()).map((row) => [row.name, row]))
    const files = readMigrations(target.folder)
    const known = new Set(files.map((file) => file.name))
    for (const name of applied.keys()) {
      if (!known.has(name))
        throw new Error(`the database has migration ${name}, which this version does not know: start the newer version`)
    }
    const done: string[] = []
    for (const file of files) {
      const before = applied.get(file.name)
      if (before === undefined) {
        await target.apply(file.script, { id: randomUUID(), name: file.name, checksum: file.checksum })
        done.push(file.name)
      } else if (!before.finished) {
        throw new Error(
          `migration ${file.name} was begun and not finished: restore the backup, or resolve it with prisma migrate resolve`,
        )
      } else if (before.checksum !== file.checksum) {
        throw new Error(
          `migration ${file.name} was changed after it was applied: restore prisma/migrations/**/${file.name}`,
        )
      }
    }
    return done
  })
}

function readMigrations(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(`${folder}/${name}/migration.sql`, 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
