import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { DeliveryHost } from '../host.ts'

/** A name for this run of this process, from which a later one on the same machine can tell whether it still goes on. */
export const workerName = (): string => `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`

/**
 * Frees what runs that have ended on this machine had taken on and not begun to send, so that a restart need not wait
 * for their hold to end; gives how many rows. Safe even when one is wrongly thought to have ended: it finds, right
 * before each send, that the row is its no more. What was being sent keeps its lease, since it is in doubt.
 */
export async function freePredecessors({ db, worker, now, log }: DeliveryHost): Promise<number> {
  const held = { status: 'waiting', leaseEnds: { gt: now() } }
  const rows = await db.outbox.findMany({
    where: { ...held, leasedBy: { not: null } },
    distinct: ['leasedBy'],
    select: { leasedBy: true },
  })
  const ended = rows.flatMap(({ leasedBy }) => (leasedBy !== null && hasEnded(leasedBy, worker) ? [leasedBy] : []))
  if (ended.length === 0) return 0
  const { count } = await db.outbox.updateMany({
    where: { ...held, leasedBy: { in: ended.slice(0, 500) } },
    data: { leasedBy: null, leaseEnds: null, notBefore: now() },
  })
  log.info({ count, ended }, 'outbox.freed')
  return count
}

function hasEnded(name: string, own: string): boolean {
  const [, host, pid] = /^(.*)-(\d+)-[0-9a-f]{8}$/.exec(name) ?? []
  if (name === own || host !== hostname()) return false
  // In a container every run has the same number: another name under ours is an earlier run.
  return Number(pid) === process.pid || !goesOn(Number(pid))
}

function goesOn(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
