import Sqlite from 'better-sqlite3'
import { makePrivateFile } from '../files/private-files.ts'
import { providerOf } from './open.ts'

/** `alone` is false where another server has the same SQLite file; `end` gives the place back. */
export type Place = { readonly alone: boolean; end(): void }

/**
 * Takes the one place of a server on the SQLite file behind `url`, by a lock on an empty file beside it. The system
 * lets go of it when the process ends, however it ends. On PostgreSQL every server is welcome.
 */
export function takePlace(url: string): Place {
  if (providerOf(url) !== 'sqlite') return { alone: true, end: () => undefined }
  const path = `${url.slice('file:'.length)}-server`
  makePrivateFile(path)
  const lock = new Sqlite(path, { timeout: 0 })
  try {
    // Nothing is written, so there is nothing to leave beside the file.
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN IMMEDIATE')
    return { alone: true, end: () => lock.close() }
  } catch (error) {
    lock.close()
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error
    return { alone: false, end: () => undefined }
  }
}
