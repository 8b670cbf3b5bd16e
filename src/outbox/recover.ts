import { randomUUID } from 'node:crypto'
import type { Log } from '../contract/adapter.ts'
import type { Db } from '../database/open.ts'

const why = 'the process ended while sending'

/**
 * A send whose lease ran out: its process died between handing it to the platform and storing what became of it. It
 * may have arrived (`unsure`; `seek.ts` looks further). Rows that were only taken on come back by themselves. Returns how
 * many were found. The worker's name stays on the row, so that one that was merely slow can still store its result.
 */
export async function recoverLeases(db: Db, now: Date, log: Log): Promise<number> {
  const lost = await db.outbox.updateManyAndReturn({
    where: { status: 'sending', leaseEnds: { lt: now } },
    data: { status: 'unsure', why, leaseEnds: null, attempts: { increment: 1 } },
    select: { id: true, leasedBy: true },
  })
  if (lost.length === 0) return 0
  await db.attempt.createMany({
    data: lost.map((row) => ({ id: randomUUID(), outboxId: row.id, at: now, result: 'unsure', why })),
  })
  for (const row of lost) log.warn({ id: row.id, worker: row.leasedBy }, 'outbox.lease-lost')
  return lost.length
}
