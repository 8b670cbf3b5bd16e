import { randomUUID } from 'node:crypto'
import type { DeliveryHost } from '../host.ts'

export type Try = { readonly result: string; readonly why: string | null }

/** What is to be stored about a row: its tries since the last time, and where it stands now. */
export type Result = {
  readonly id: string
  readonly tries: readonly Try[]
  readonly stand:
    | { readonly status: 'sent'; readonly ref: string | null; readonly accountId: string | null }
    | { readonly status: 'waiting'; readonly afterMs: number; readonly why: string }
    | { readonly status: 'unsure' | 'unreachable' | 'dropped' | 'failed'; readonly why: string }
    /** Still under way: the next account is tried at once. */
    | { readonly status: 'sending' }
}

/**
 * Stores results, in one transaction. Only this worker's rows are touched; one that was found too slow and marked
 * `unsure` in the meantime still becomes `sent`, since that is what is known now.
 */
export async function keep(host: DeliveryHost, results: readonly Result[]): Promise<readonly true[]> {
  const now = host.now()
  const alike = new Map<string, { ids: string[]; result: Result }>()
  for (const result of results) {
    const key = JSON.stringify([result.stand, result.tries.length])
    const group = alike.get(key)
    if (group === undefined) alike.set(key, { ids: [result.id], result })
    else group.ids.push(result.id)
  }
  const updates = [...alike.values()].map(({ ids, result }) =>
    host.db.outbox.updateMany({
      where: {
        id: { in: ids },
        leasedBy: host.worker,
        status: { in: result.stand.status === 'sent' ? ['waiting', 'sending', 'unsure'] : ['waiting', 'sending'] },
      },
      data: { ...columns(result.stand, now), attempts: { increment: result.tries.length } },
    }),
  )
  const tries = results.flatMap((result) =>
    result.tries.map((one) => ({ id: randomUUID(), outboxId: result.id, at: now, result: one.result, why: one.why })),
  )
  await host.db.$transaction(tries.length === 0 ? updates : [...updates, host.db.attempt.createMany({ data: tries })])
  return results.map(() => true)
}

function columns(stand: Result['stand'], now: Date) {
  const free = { leasedBy: null, leaseEnds: null }
  switch (stand.status) {
    case 'sent':
      return { ...free, status: 'sent', why: null, sentAt: now, ref: stand.ref, accountId: stand.accountId }
    case 'waiting':
      return { ...free, status: 'waiting', why: stand.why, notBefore: new Date(now.getTime() + stand.afterMs) }
    case 'sending':
      return {}
    default:
      return { ...free, status: stand.status, why: stand.why }
  }
}
