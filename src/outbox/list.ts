import type { Db } from '../database/open.ts'
import type { Status } from './host.ts'

/** One row of the ledger, for operators: to whom, about what, where it stands. */
export type Entry = {
  readonly id: string
  readonly key: string
  readonly kind: string
  readonly status: string
  /** The person's key. */
  readonly person: string
  readonly platform: string | null
  readonly subject: string | null
  readonly createdAt: Date
  readonly notBefore: Date
  readonly sentAt: Date | null
  readonly attempts: number
  readonly why: string | null
}

/** The newest `limit` rows of the ledger, of one status where it is given, newest first. */
export async function listOutbox(
  db: Db,
  { status, limit }: { readonly status?: Status | undefined; readonly limit: number },
): Promise<readonly Entry[]> {
  const rows = await db.outbox.findMany({
    where: status === undefined ? {} : { status },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: limit,
    select: {
      id: true,
      key: true,
      kind: true,
      status: true,
      subject: true,
      createdAt: true,
      notBefore: true,
      sentAt: true,
      attempts: true,
      why: true,
      person: { select: { key: true } },
      account: { select: { platform: true } },
    },
  })
  return rows.map(({ person, account, ...row }) => ({
    ...row,
    person: person.key,
    platform: account?.platform ?? null,
  }))
}

/** How many rows stand where; a status without rows is left out. */
export async function countOutbox(db: Db): Promise<ReadonlyMap<string, number>> {
  const groups = await db.outbox.groupBy({ by: ['status'], _count: { _all: true } })
  return new Map(groups.map((group) => [group.status, group._count._all]))
}
