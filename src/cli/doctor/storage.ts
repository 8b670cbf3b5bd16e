import { existsSync } from 'node:fs'
import type { Db } from '../../database/db.ts'
import { providerOf } from '../../database/open.ts'
import { type Exposed, exposedFiles } from '../../files/private-files.ts'
import { count, type Finding, ok, warn, wrong } from './finding.ts'

/** A finding where the SQLite file is not there: looking must not create it. */
export function missingFile(url: string): Finding | undefined {
  if (providerOf(url) !== 'sqlite') return undefined
  const path = url.slice('file:'.length)
  if (existsSync(path)) return undefined
  return wrong(
    'database',
    `there is no database at ${path} yet`,
    'start the server once (npm start), or mend DATABASE_URL',
  )
}

export const unreachable = (why: string): Finding =>
  wrong('database', why, 'mend DATABASE_URL, start the database server, or let this user read and write there')

/** Provider and migrations; whether a power cut can take away what was acknowledged. */
export async function readStorage(db: Db, url: string): Promise<readonly Finding[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`
  const migrations = `${count(rows.length, 'migration')} applied, the last ${rows.at(-1)?.name ?? 'none'}`
  if (providerOf(url) === 'sqlite') {
    const [journal] = await db.$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`
    const [synchronous] = await db.$queryRaw<{ synchronous: bigint | number }[]>`PRAGMA synchronous`
    return [
      ok('database', `SQLite, ${url.slice('file:'.length)}; ${migrations}`),
      sqliteDurability(journal?.journal_mode ?? 'unknown', Number(synchronous?.synchronous)),
      filePermissions(exposedFiles(url.slice('file:'.length))),
    ]
  }
  const [server] = await db.$queryRaw<{ version: string; fsync: string; commit: string }[]>`
    SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
           current_setting('synchronous_commit') AS commit`
  const { host, pathname } = new URL(url)
  return [
    ok('database', `PostgreSQL ${server?.version ?? ''} at ${host}${pathname}; ${migrations}`),
    postgresDurability(server?.fsync ?? 'unknown', server?.commit ?? 'unknown'),
    ok('permissions', 'the files are the database server’s'),
  ]
}

/**
 * Wrong where everybody on the machine gets at the database. A group may be meant, such as that of the backup; a folder
 * that others may enter shows them no database of 0600, only what other programs write beside it.
 */
function filePermissions(exposed: readonly Exposed[]): Finding {
  if (exposed.length === 0) return ok('permissions', 'the database and its folder are this user’s alone')
  const read = exposed.some(({ what, everybody }) => what === 'file' && everybody)
  return (read ? wrong : warn)(
    'permissions',
    `others may get at what people wrote: ${exposed.map(({ path, mode }) => `${path} is ${mode}`).join(', ')}`,
    exposed.map(({ mend }) => mend).join('; '),
  )
}

/** `synchronous` as SQLite counts it: 0 off, 1 normal, 2 full, 3 extra. */
export function sqliteDurability(journal: string, synchronous: number): Finding {
  if (journal === 'wal' && synchronous >= 2) return ok('durability', 'WAL, synchronous=FULL')
  return wrong(
    'durability',
    `journal_mode=${journal}, synchronous=${synchronous}: a power cut or a second process may lose what was acknowledged`,
    'put the database file on a local disk (no network share), and let nothing else open it with other settings',
  )
}

export function postgresDurability(fsync: string, commit: string): Finding {
  if (fsync === 'on' && commit !== 'off') return ok('durability', `fsync=on, synchronous_commit=${commit}`)
  return wrong(
    'durability',
    `fsync=${fsync}, synchronous_commit=${commit}: a crash may lose what was acknowledged`,
    'set fsync=on and synchronous_commit=on on the database server',
  )
}
