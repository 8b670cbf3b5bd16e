import type { Db } from './database/open.ts'

/** No platform redelivers after more than an hour; two days leave room for an outage over a weekend's evening. */
const keptMs = 2 * 86_400_000

/** Forgets deliveries that nobody will repeat, with the answers kept for them. */
export async function forgetReceived(db: Db, now: Date): Promise<void> {
  await db.received.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
}
