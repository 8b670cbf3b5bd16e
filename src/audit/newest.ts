import type { Db } from '../database/db.ts'

/**
 * When the newest line of the log was written; undefined while there is none. No index on the instants is kept for it,
 * as every opinion would pay for that one: the lines not yet chained are few, and the chain ends with its newest.
 */
export async function newestEntry(db: Db): Promise<Date | undefined> {
  const select = { at: true }
  const [loose, chained] = await Promise.all([
    db.audit.findFirst({ where: { seq: null }, orderBy: { at: 'desc' }, select }),
    db.audit.findFirst({ where: { seq: { not: null } }, orderBy: { seq: 'desc' }, select }),
  ])
  if (loose === null || chained === null) return (loose ?? chained)?.at
  return new Date(Math.max(loose.at.getTime(), chained.at.getTime()))
}
