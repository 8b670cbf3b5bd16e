import type { Write } from '../context.ts'
import type { Db } from './open.ts'
import { merged } from './statements.ts'

/**
 * Runs the writes in one transaction. False when a guard failed (a unique key was taken, a row was not at the revision
 * that had been read, two transactions collided): nothing was written, and the caller reads again and decides anew.
 * Any other error is thrown; nothing was written then either.
 */
export async function commit(db: Db, writes: readonly Write[]): Promise<boolean> {
  if (writes.length === 0) return true
  try {
    await (merged(db, writes) ?? db.$transaction([...writes]))
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}

// P2002: unique key. P2003: a row referred to is gone. P2025: no row at that revision. P2034: deadlock or serialisation.
const conflictCodes: ReadonlySet<unknown> = new Set(['P2002', 'P2003', 'P2025', 'P2034'])

// The same of raw statements. A value that is missing is a guard as well: see `insertFromDraft`.
const rawConflicts = [
  'UniqueConstraintViolation',
  'ForeignKeyConstraintViolation',
  'NullConstraintViolation',
  'TransactionWriteConflict',
]

function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false
  if (conflictCodes.has(error.code)) return true
  if (error.code !== 'P2010') return false
  // A raw statement's error keeps the driver's cause instead of Prisma's code.
  const cause = JSON.stringify('meta' in error ? error.meta : '')
  return rawConflicts.some((kind) => cause.includes(`"${kind}"`))
}
