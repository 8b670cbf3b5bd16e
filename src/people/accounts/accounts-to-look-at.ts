import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'

export type AccountToLookAt = {
  readonly id: string
  readonly personId: string
  readonly platform: string
  readonly tenant: string
  readonly user: string
  readonly unreachable: string | null
}

/** How old the last look may be, in hours: a day. */
const hours = 24

/**
 * The linked accounts on `platforms` that are to be looked at now, the most urgent first: those of people asked in a round
 * that was opened since the last look, then those never looked at, then those whose last look is a day old. `looked`: when
 * each account was looked at. People who hold no role today and are asked in no open round are left out.
 */
export async function accountsToLookAt(
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
  platforms: readonly string[],
  looked: ReadonlyMap<string, Date>,
): Promise<readonly AccountToLookAt[]> {
  if (platforms.length === 0) return []
  const today = dayIn(now, zone)
  const held = { fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const asked = { asked: { some: { round: { state: 'open' } } } }
  const [accounts, rounds] = await Promise.all([
    db.account.findMany({
      where: { platform: { in: [...platforms] }, person: { OR: [{ roles: { some: held } }, asked] } },
      select: { id: true, personId: true, platform: true, tenant: true, user: true, unreachable: true },
      orderBy: { id: 'asc' },
    }),
    db.asked.findMany({
      where: { round: { state: 'open', openedAt: { gt: new Date(now.getTime() - hours * 3_600_000) } } },
      select: { personId: true, round: { select: { openedAt: true } } },
    }),
  ])
  const openedAt = new Map<string, number>()
  for (const { personId, round } of rounds)
    openedAt.set(personId, Math.max(openedAt.get(personId) ?? 0, round.openedAt.getTime()))
  const due = accounts.flatMap(({ personId, ...account }) => {
    if (personId === null) return []
    const last = looked.get(account.id)?.getTime() ?? Number.NEGATIVE_INFINITY
    const opened = openedAt.get(personId) ?? Number.NEGATIVE_INFINITY
    const urgent = opened > last
    return urgent || now.getTime() - last >= hours * 3_600_000
      ? [{ account: { ...account, personId }, last, urgent }]
      : []
  })
  due.sort((a, b) => Number(b.urgent) - Number(a.urgent) || (a.last === b.last ? 0 : a.last - b.last))
  return due.map(({ account }) => account)
}
