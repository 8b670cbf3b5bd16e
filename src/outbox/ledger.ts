import type { Address } from '../contract/address.ts'
import type { Db } from '../database/db.ts'

export type Sent = {
  readonly id: string
  readonly key: string
  readonly personId: string
  /** JSON, as it was put. */
  readonly letter: string
  readonly sentAt: Date
  readonly ref: string | null
}

/**
 * The account at an address with the person who holds it now; undefined where nobody does. What was said and sent while
 * it was linked to somebody else is not theirs to read.
 */
export async function holderOf(
  db: Db,
  { platform, tenant, user }: Address,
): Promise<{ readonly accountId: string; readonly personId: string } | undefined> {
  const account = await db.account.findUnique({
    where: { platform_tenant_user: { platform, tenant, user } },
    select: { id: true, personId: true },
  })
  return account?.personId == null ? undefined : { accountId: account.id, personId: account.personId }
}

/** The last `limit` messages that the holder of this account was sent on it, up to `until`; oldest first. */
export async function ledgerFor(db: Db, to: Address, limit: number, until?: Date): Promise<readonly Sent[]> {
  const holder = await holderOf(db, to)
  if (holder === undefined) return []
  const rows = await db.outbox.findMany({
    where: { ...holder, kind: 'send', status: 'sent', ...(until === undefined ? {} : { sentAt: { lte: until } }) },
    orderBy: [{ sentAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, key: true, personId: true, letter: true, sentAt: true, ref: true },
  })
  return rows.flatMap(({ sentAt, ...row }) => (sentAt === null ? [] : [{ ...row, sentAt }])).reverse()
}
