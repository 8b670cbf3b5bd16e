import type { DeliveryHost, Row } from '../host.ts'

/** For how long rows are taken out of the others' sight. A process that dies with them loses nothing: they come back. */
export const holdMs = 5_000
/** For how long a send may be under way before it counts as lost. Longer than any adapter waits for an answer. */
const leaseMs = 60_000

/**
 * Takes on up to `limit` due rows, oldest first. They stay `waiting` but are not due again before the hold ends, so
 * that a crash between here and the send costs a delay and no doubt. Of several workers one gets each row: the update
 * is conditional, and PostgreSQL checks the condition again once another's lock is gone.
 */
export async function reserve(host: DeliveryHost, limit: number): Promise<readonly Row[]> {
  const now = host.now()
  const due = { status: 'waiting', notBefore: { lte: now } }
  const found = await host.db.outbox.findMany({
    where: due,
    orderBy: { notBefore: 'asc' },
    take: limit,
    select: { id: true },
  })
  if (found.length === 0) return []
  const holdEnds = new Date(now.getTime() + holdMs)
  const rows = await host.db.outbox.updateManyAndReturn({
    where: { id: { in: found.map((row) => row.id) }, ...due },
    data: { leasedBy: host.worker, leaseEnds: holdEnds, notBefore: holdEnds },
    select: { id: true, key: true, personId: true, kind: true, letter: true, subject: true, createdAt: true },
  })
  const place = new Map(found.map((row, at) => [row.id, at]))
  return (await leaveOthersTheirPeople(host, rows)).sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0),
  )
}

/**
 * Gives back the rows of people to whom another replica is writing or has just written: a conversation takes about one
 * message a second, and one person's notifications go in order. Looked at after the rows are taken, so that of two replicas
 * that take at the same moment at least one sees the other.
 */
async function leaveOthersTheirPeople(host: DeliveryHost, rows: readonly Row[]): Promise<Row[]> {
  const gap = Math.max(0, ...[...host.adapters.values()].map(({ pace }) => pace.perConversation ?? 0))
  if (gap === 0 || rows.length === 0) return [...rows]
  const now = host.now().getTime()
  const theirs = await host.db.outbox.findMany({
    where: {
      personId: { in: [...new Set(rows.map((row) => row.personId))] },
      OR: [
        {
          leasedBy: { not: host.worker },
          leaseEnds: { gt: new Date(now) },
          status: { in: ['waiting', 'sending'] },
          // Megabytes on their way hold up nobody's messages.
          kind: { not: 'file' },
        },
        { status: 'sent', accountId: { not: null }, sentAt: { gt: new Date(now - gap) } },
      ],
    },
    select: { personId: true, status: true, account: { select: { id: true, platform: true } } },
  })
  const busy = new Set(
    theirs
      // What this process sent itself, the pace keeps apart.
      .filter(({ status, account }) => status !== 'sent' || isOthers(host, account))
      .map(({ personId }) => personId),
  )
  const back = rows.filter((row) => busy.has(row.personId)).map(({ id }) => id)
  // Not all at one moment: two that gave way to each other would meet again.
  if (back.length > 0) await putBack(host, back, gap * (1 + Math.random()))
  return rows.filter((row) => !busy.has(row.personId))
}

function isOthers(host: DeliveryHost, account: { readonly id: string; readonly platform: string } | null): boolean {
  if (account === null) return false
  const gap = host.adapters.get(account.platform)?.pace.perConversation
  return gap !== undefined && !host.pace.hasWritten(account.platform, account.id)
}

/**
 * Marks rows as being sent, the moment before they are. Says of each whether it is still this worker's; one that is
 * not must not be sent.
 */
export async function begin(host: DeliveryHost, ids: readonly string[]): Promise<readonly boolean[]> {
  const rows = await host.db.outbox.updateManyAndReturn({
    where: { id: { in: [...ids] }, leasedBy: host.worker, status: { in: ['waiting', 'sending'] } },
    data: { status: 'sending', leaseEnds: new Date(host.now().getTime() + leaseMs) },
    select: { id: true },
  })
  const begun = new Set(rows.map((row) => row.id))
  return ids.map((id) => begun.has(id))
}

/** Gives rows back untried, to come up again in so many milliseconds. */
export async function putBack(host: DeliveryHost, ids: readonly string[], ms: number): Promise<void> {
  await host.db.outbox.updateMany({
    where: { id: { in: [...ids] }, leasedBy: host.worker, status: { in: ['waiting', 'sending'] } },
    data: { status: 'waiting', leasedBy: null, leaseEnds: null, notBefore: new Date(host.now().getTime() + ms) },
  })
}
