import { z } from 'zod'

/** What mends it, by the code of PostgreSQL, the system or SQLite. */
const mends: Readonly<Record<string, string>> = {
  '3D000': 'make an empty one with createdb, or name another',
  '28P01': 'mend its user and password',
  '28000': 'mend its user, or let it in (pg_hba.conf)',
  '42501': 'give its user the right to make tables there',
  '25006': 'name a server that takes changes: this one is read-only, perhaps a standby',
  ECONNREFUSED: 'start the database server, or mend its host and port',
  ENOTFOUND: 'mend its host',
  ETIMEDOUT: 'mend its host and port, or let the connection through',
  ENOTDIR: 'name a file in a folder that can be made',
  EEXIST: 'name a file in a folder that can be made',
  ENOENT: 'name a file in a folder that can be made',
  EACCES: 'let this user read and write there',
  EPERM: 'let this user read and write there',
  EROFS: 'let this user write there',
  ENOSPC: 'make room on its disk',
  SQLITE_CANTOPEN: 'name a file that this user may read and write',
  SQLITE_READONLY: 'let this user write there',
  SQLITE_READONLY_DIRECTORY: 'let this user write in its folder',
  SQLITE_READONLY_DBMOVED: 'put it back, and start anew',
  SQLITE_BUSY: 'stop the program that holds it',
  SQLITE_FULL: 'make room on its disk',
  SQLITE_IOERR: 'look at its disk, which may be full or broken',
  SQLITE_CORRUPT:
    'put the backup there once more, with no file of the same name in -wal or -shm beside it: those are of the old file',
  SQLITE_NOTADB: 'name a file that is a database',
  NO_DATABASE:
    'mend it; or make a new database there by importing people (import people FILE) or by npm start -- --create',
  OLDER_DATABASE: 'start the server, which brings it up to date (after a backup)',
  OTHER_DATABASE: 'name a database of its own',
}

/** One line that names the variable, why the database behind it could not be opened, and the mend where it is known. */
export function whyNotOpen(error: unknown): string {
  return `DATABASE_URL: the database cannot be opened: ${reasonOf(error)}`
}

/** The driver's or the system's own reason for a failure, and the mend where it is known. No statement and no value. */
export function reasonOf(error: unknown): string {
  // A host with several addresses fails with one reason for each and a message of none.
  const one: unknown = error instanceof AggregateError ? error.errors[0] : error
  const { why, code } = fromDriver(one) ?? fromSystem(one)
  // SQLite says more behind a kind of its own, such as SQLITE_IOERR_SHMSIZE.
  const mend = mends[code] ?? mends[code.split('_', 2).join('_')]
  return `${why}${mend === undefined ? '' : `: ${mend}`}`
}

const fromSystem = (error: unknown) => ({
  why: error instanceof Error ? (error.message.split('\n').find((line) => line !== '') ?? error.name) : String(error),
  code: error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '',
})

const FromDriver = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.string(), originalMessage: z.string() }) }),
  }),
})

/** Prisma's error tells of a call of ours; the driver's cause in it tells what is wrong. */
function fromDriver(error: unknown) {
  const { success, data } = FromDriver.safeParse(error)
  if (!success) return undefined
  const { originalCode, originalMessage } = data.meta.driverAdapterError.cause
  return { why: originalMessage, code: originalCode }
}
