import type { Db } from '../database/db.ts'

/** How many rows stand where; a status without rows is left out. */
export async function countOutbox(db: Db): Promise<ReadonlyMap<string, number>> {
  const groups = await db.outbox.groupBy({ by: ['status'], _count: { _all: true } })
  return new Map(groups.map((group) => [group.status, group._count._all]))
}
