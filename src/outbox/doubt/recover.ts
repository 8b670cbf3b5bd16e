import { randomUUID } from 'node:crypto'
import type { Log } from '../../contract/adapter.ts'
import { commit } from '../../database/commit.ts'
import type { Db } from '../../database/db.ts'

const why = 'the process ended while sending'

/**
 * A send whose lease ran out: its process died between handing it to the platform and storing what became of it. It
 * may have arrived (`unsure`; `seek.ts` looks further). Rows that were only taken on come back by themselves. Returns how
 * many were found. The worker's name stays on the row, so that one that was merely slow can still store its result.
 */
export async function recoverLeases(db: Db, now: Date, log: Log): Promise<number> {
  const lost = { status: 'sending', leaseEnds: { lt: now } }
  const rows = await db.outbox.findMany({ where: lost, select: { id: true, kind: true, leasedBy: true } })
  let found = 0
  for (const { id, kind, leasedBy } of rows) {
    // A file in doubt is neither brought again nor a person's to decide: its message has a button that brings it.
    const status = kind === 'file' ? 'dropped' : 'unsure'
    // Together, since a row in doubt without the attempt that put it there is seen by nobody.
    const marked = await commit(db, [
      db.outbox.update({
        where: { id, ...lost },
        data: { status, why, leaseEnds: null, attempts: { increment: 1 } },
        select: { id: true },
      }),
      db.attempt.create({ data: { id: randomUUID(), outboxId: id, at: now, result: 'unsure', why } }),
    ])
    // Else its worker has stored the result, or another replica was quicker.
    if (!marked) continue
    log.warn({ id, worker: leasedBy }, 'outbox.lease-lost')
    found += 1
  }
  return found
}
