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

/**
 * What was sent to the holders of these accounts of one platform, or rewritten for them, from an instant on: whose account by its
 * `user`, and a `ref` of its own for each. A sent one has its key for it, as the adapter was given it.
 */
export async function sentSince(
  db: Db,
  {
    platform,
    tenant,
    users,
  }: { readonly platform: string; readonly tenant: string; readonly users: readonly string[] },
  since: Date,
): Promise<readonly { readonly user: string; readonly ref: string }[]> {
  const accounts = await db.account.findMany({
    where: { platform, tenant, user: { in: [...users] } },
    select: { id: true, user: true, personId: true },
  })
  const holders = accounts.flatMap(({ personId }) => personId ?? [])
  if (holders.length === 0) return []
  const rows = await db.outbox.findMany({
    where: { personId: { in: holders }, status: 'sent', sentAt: { gt: since }, kind: { in: ['send', 'refresh'] } },
    select: { id: true, key: true, kind: true, personId: true, accountId: true },
  })
  return rows.flatMap((row) =>
    accounts.flatMap(({ id, user, personId }) =>
      personId === row.personId && (row.kind === 'refresh' || row.accountId === id)
        ? [{ user, ref: row.kind === 'send' ? row.key : row.id }]
        : [],
    ),
  )
}
