import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

/**
 * What may be done to what is behind an address: `as-it-is`, nothing, and it must have exactly the migrations of this
 * version; `migrated`, the migrations that it lacks are applied, and it must be there; `created`, it is made where there
 * is none.
 */
export type Opening = 'as-it-is' | 'migrated' | 'created'

/** Why nothing was opened, with a code by which `whyNotOpen` knows the mend. */
export const notOpened = (code: 'NO_DATABASE' | 'OLDER_DATABASE' | 'OTHER_DATABASE', why: string): Error =>
  Object.assign(new Error(why), { code })

/** How the runner talks to one provider's own driver. Statements of a script run in one transaction with its record. */
export type MigrationTarget = {
  readonly folder: string
  /** The names of the tables that are there, those of the database's own aside. */
  tables(): Promise<readonly string[]>
  /** Keeps two starting replicas from migrating at once. */
  locked<T>(work: () => Promise<T>): Promise<T>
  createTable(): Promise<void>
  applied(): Promise<readonly { name: string; checksum: string; finished: boolean }[]>
  apply(script: string, record: { id: string; name: string; checksum: string }): Promise<void>
}

/**
 * Applies the migrations a database lacks, in the order of their names, and keeps book in `_prisma_migrations` just as
 * Prisma does (SHA-256 of the file), so that `prisma migrate deploy` agrees later. Gives the names applied, and whether
 * it had none before. Throws, and changes nothing, when an applied migration's file has changed since, when the database
 * knows a migration that this version lacks (it was written by a newer one), when an earlier attempt was left
 * unfinished, when the tables are another program's, and when `opening` does not allow what would have to be done.
 */
export async function migrate(
  target: MigrationTarget,
  opening: Opening,
): Promise<{ readonly applied: readonly string[]; readonly made: boolean }> {
  const tables = await target.tables()
  const empty = tables.length === 0
  if (empty && opening !== 'created') throw notOpened('NO_DATABASE', 'there is nothing in it yet')
  if (!empty && !tables.includes(book))
    throw notOpened('OTHER_DATABASE', `it has tables of another program, such as ${tables[0]}`)
  if (opening === 'as-it-is') {
    const [first] = lacking(await target.applied(), readMigrations(target.folder))
    if (first !== undefined) throw notOpened('OLDER_DATABASE', `it is of an older version and lacks ${first.name}`)
    return { applied: [], made: false }
  }
  return await target.locked(async () => {
    await target.createTable()
    const before = await target.applied()
    const todo = lacking(before, readMigrations(target.folder))
    for (const { name, script, checksum } of todo) await target.apply(script, { id: randomUUID(), name, checksum })
    return { applied: todo.map(({ name }) => name), made: before.length === 0 && todo.length > 0 }
  })
}

const book = '_prisma_migrations'

function lacking(applied: Awaited<ReturnType<MigrationTarget['applied']>>, files: readonly Migration[]) {
  const known = new Set(files.map((file) => file.name))
  for (const { name } of applied) {
    if (!known.has(name))
      throw new Error(`the database has migration ${name}, which this version does not know: start the newer version`)
  }
  const rows = new Map(applied.map((row) => [row.name, row]))
  return files.filter(({ name, checksum }) => {
    const before = rows.get(name)
    if (before === undefined) return true
    if (!before.finished)
      throw new Error(
        `migration ${name} was begun and not finished: restore the backup, or resolve it with prisma migrate resolve`,
      )
    if (before.checksum !== checksum)
      throw new Error(`migration ${name} was changed after it was applied: restore prisma/migrations/**/${name}`)
    return false
  })
}

type Migration = { readonly name: string; readonly script: string; readonly checksum: string }

function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(`${folder}/${name}/migration.sql`, 'utf8')
      return { name, script, checksum: createHash('sha256').update(script).digest('hex') }
    })
}
