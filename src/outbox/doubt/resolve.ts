import { record } from '../../audit/record.ts'
import type { Db, Write } from '../../database/db.ts'

/**
 * A person decides about a send whose end is unknown: it did arrive (`sent`), or it is to be sent `again`. `actor` is
 * the person's key, or `cli`. Returns false, and changes nothing, when the row is not `unsure` (any more).
 */
export async function resolveUnsure(
  db: Db,
  id: string,
  decision: 'sent' | 'again',
  actor: string,
  now: Date,
): Promise<boolean> {
  const free = { leasedBy: null, leaseEnds: null }
  const data =
    decision === 'sent'
      ? { ...free, status: 'sent', why: `said to have arrived by ${actor}`, sentAt: now }
      : { ...free, status: 'waiting', why: `sent again by ${actor}`, notBefore: now }
  try {
    await db.$transaction([
      db.outbox.update({ where: { id, status: 'unsure' }, data, select: { id: true } }),
      record(db, { at: now, actor, deed: `outbox.${decision}`, subject: id, facts: {} }),
    ])
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Sends what could not reach these people once more, for the moment at which an account of theirs is linked. Nothing but
 * notifications is ever unreachable: cards are rewritten, and files brought, where something arrived.
 */
export function sendUnreached(db: Db, people: readonly string[], now: Date): Write {
  return db.outbox.updateMany({
    where: { personId: { in: [...people] }, status: 'unreachable' },
    data: { status: 'waiting', notBefore: now },
  })
}

/** Prisma's code for an update whose row is not there; the class differs between the two clients. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2025'
}
