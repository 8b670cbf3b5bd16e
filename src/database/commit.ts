import type { Db, Write } from './db.ts'
import type { Rest } from './rests.ts'
import { holding, merged } from './statements.ts'

/**
 * Runs the writes in one transaction. False when a guard failed (something they rest on has changed, a unique key was
 * taken, a row was not at the revision that had been read, two transactions collided): nothing was written, and the
 * caller reads again and decides anew. Any other error is thrown; nothing was written then either.
 */
export async function commit(db: Db, writes: readonly Write[], rests: readonly Rest[] = []): Promise<boolean> {
  if (writes.length === 0) return true
  const all = [...holding(db, rests), ...writes]
  try {
    await (merged(db, all) ?? db.$transaction(all))
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}

// P2002: unique key. P2003: a row referred to is gone. P2025: no row at that revision. P2034: deadlock or serialisation.
const conflictCodes: ReadonlySet<unknown> = new Set(['P2002', 'P2003', 'P2025', 'P2034'])

// The same of raw statements. A value that is missing is a guard as well: see `holding`.
const rawConflicts = [
  'UniqueConstraintViolation',
  'ForeignKeyConstraintViolation',
  'NullConstraintViolation',
  'TransactionWriteConflict',
]

/** Whether a transaction failed since what it was decided on has changed, and not by a fault. */
export function isConflict(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false
  if (conflictCodes.has(error.code)) return true
  if (error.code !== 'P2010') return false
  // A raw statement's error keeps the driver's cause instead of Prisma's code.
  const cause = JSON.stringify('meta' in error ? error.meta : '')
  return rawConflicts.some((kind) => cause.includes(`"${kind}"`))
}
