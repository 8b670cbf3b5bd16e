import { deliveryKey } from '../contract/delivery-key.ts'
import type { Inbound } from '../contract/inbound.ts'
import type { Reply } from '../contract/reply.ts'
import type { Db } from '../database/db.ts'

/** No platform redelivers after more than an hour; two days leave room for an outage over a weekend's evening. */
const keptMs = 2 * 86_400_000

const atOnce = 1000

/** Forgets deliveries that nobody will repeat, with the answers kept for them; in small steps, since others wait. */
export async function forgetReceived(db: Db, now: Date): Promise<void> {
  const old = { at: { lt: new Date(now.getTime() - keptMs) } }
  while (true) {
    const rows = await db.received.findMany({ where: old, take: atOnce, select: { id: true } })
    if (rows.length === 0) return
    await db.received.deleteMany({ where: { id: { in: rows.map((row) => row.id) } } })
  }
}

/** The answer that this very delivery of this very person got before. */
export async function firstReply(db: Db, inbound: Inbound): Promise<Reply | undefined> {
  const row = await db.received.findUnique({ where: { id: deliveryKey(inbound) }, select: { reply: true } })
  return row === null ? undefined : read(row.reply)
}

/**
 * Looks for the answer that an earlier version gave to a delivery. It kept answers without the person, as
 * `slack:T0001:Ev123`; what comes again around an upgrade is done already. Nothing is written in that way any more, so
 * the process stops looking as soon as no such row is left, which is within two days.
 */
export function answersOfBefore(db: Db): (inbound: Inbound) => Promise<Reply | undefined> {
  let anyLeft = true
  return async ({ from, id }) => {
    if (!anyLeft) return undefined
    const old = `${from.platform}:${from.tenant}:${id}`
    const row = await db.received.findUnique({ where: { id: old }, select: { reply: true } })
    if (row !== null) return read(row.reply)
    const any = await db.received.findFirst({ where: { NOT: { id: { startsWith: 'by/' } } }, select: { id: true } })
    anyLeft = any !== null
    return undefined
  }
}

/** Written by us alone, so it is read back as it is. */
function read(stored: string): Reply {
  const reply: Reply = JSON.parse(stored)
  return reply
}
