import type { Address } from '../contract/address.ts'
import type { Db } from '../database/open.ts'

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
 * The last `limit` letters that this account was sent, oldest first: those to the person who holds it now. What was sent
 * to somebody it was linked to before is not theirs to read.
 */
export async function ledgerFor(db: Db, to: Address, limit: number): Promise<readonly Sent[]> {
  const { platform, tenant, user } = to
  const account = await db.account.findUnique({
    where: { platform_tenant_user: { platform, tenant, user } },
    select: { id: true, personId: true },
  })
  if (account === null || account.personId === null) return []
  const rows = await db.outbox.findMany({
    where: { accountId: account.id, personId: account.personId, kind: 'send', status: 'sent' },
    orderBy: [{ sentAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: { id: true, key: true, personId: true, letter: true, sentAt: true, ref: true },
  })
  return rows.flatMap(({ sentAt, ...row }) => (sentAt === null ? [] : [{ ...row, sentAt }])).reverse()
}
