import { randomUUID } from 'node:crypto'
import type { Inbound } from '../../contract/inbound.ts'
import type { Db, Write } from '../../database/db.ts'
import { sendUnreached } from '../../outbox/doubt/resolve.ts'
import type { Found } from '../actor.ts'

/** How stale "last seen" may grow before it is written again: it only ranks accounts, and every write costs. */
const staleMs = 3_600_000

/**
 * What hearing from an account changes: it is reachable again, and the newest conversation is the one to write to.
 * Nothing most of the time.
 */
export function heardFrom(db: Db, found: Found, inbound: Inbound, now: Date): readonly Write[] {
  const { conversation } = inbound.from
  const moved = conversation !== undefined && inbound.audience === 'private' && conversation !== found.conversation
  const spoke = inbound.locale !== undefined && inbound.locale !== found.platformLocale
  const stale = found.seenAt === null || now.getTime() - found.seenAt.getTime() > staleMs
  if (!moved && !spoke && !stale && found.unreachable === null) return []
  const data = {
    seenAt: now,
    unreachable: null,
    unreachableAt: null,
    ...(moved ? { conversation } : {}),
    ...(spoke ? { locale: inbound.locale ?? null } : {}),
    ...(inbound.name === undefined ? {} : { name: inbound.name }),
  }
  return [
    db.account.update({ where: { id: found.accountId }, data, select: { id: true } }),
    // They can be reached (again), and so can what was given up.
    ...(found.actor !== undefined && (found.unreachable !== null || found.seenAt === null)
      ? [sendUnreached(db, [found.actor.id], now)]
      : []),
  ]
}

/** Somebody nobody has linked wrote to the bot: remembered, so that an operator sees whom to link. */
export function newAccount(db: Db, inbound: Inbound, now: Date): Write {
  const { platform, tenant, user, conversation } = inbound.from
  return db.account.create({
    data: {
      id: randomUUID(),
      platform,
      tenant,
      user,
      conversation: inbound.audience === 'private' ? (conversation ?? null) : null,
      name: inbound.name ?? null,
      email: inbound.email?.toLowerCase() ?? null,
      locale: inbound.locale ?? null,
      seenAt: now,
    },
    select: { id: true },
  })
}

/** The app was removed, or the person blocked it: nothing is sent there until they are heard from again. */
export const goneFrom = (db: Db, found: Found, now: Date): Write =>
  db.account.update({
    where: { id: found.accountId },
    data: { unreachable: 'left', unreachableAt: now },
    select: { id: true },
  })
