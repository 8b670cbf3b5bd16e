import { recoverLeases } from '../doubt/recover.ts'
import { seekUnsure } from '../doubt/seek.ts'
import type { DeliveryHost } from '../host.ts'
import { begin, putBack, reserve } from './claim.ts'
import { gather } from './gather.ts'
import { keep, type Result } from './results.ts'
import type { Sending } from './send.ts'
import { planWork, type Work } from './work.ts'

/** How many rows came to which end. `later`: tried or put off, and waiting again. */
export type Delivered = {
  sent: number
  later: number
  unsure: number
  unreachable: number
  dropped: number
  failed: number
}

const batchSize = 100
/** More than this is not kept in memory, however fast the platforms are. */
const mostInHand = 200

/** How long a result may wait for others to be stored with it. */
const storeWithinMs = 10

export type Delivery = {
  /** Takes on the next due rows and sets them going, without waiting for them. Gives how many rows it found due. */
  pull(): Promise<number>
  /** When everything taken on has come to its end. */
  idle(): Promise<void>
  readonly counts: Readonly<Delivered>
}

/** Sends everything that is due now and waits until each row has come to its end. */
export async function deliverDue(host: DeliveryHost): Promise<Delivered> {
  await recoverLeases(host.db, host.now(), host.log)
  await seekUnsure(host)
  const delivery = createDelivery(host)
  while ((await delivery.pull()) > 0);
  await delivery.idle()
  return { ...delivery.counts }
}

export function createDelivery(host: DeliveryHost): Delivery {
  const counts: Delivered = { sent: 0, later: 0, unsure: 0, unreachable: 0, dropped: 0, failed: 0 }
  const sending: Sending = {
    host,
    begin: gather((ids: readonly string[]) => begin(host, ids)),
    keep: gather((results: readonly Result[]) => keep(host, results), { waitMs: storeWithinMs }),
  }
  const inHand = new Set<Promise<void>>()
  const lanes = new Map<string, number>()
  // A person's notifications go one after another, in the order in which they were written.
  const last = new Map<string, Promise<void>>()

  function start(work: Work): void {
    const { row, platform } = work
    // A file waits for the message that it goes with, and nothing waits for a file.
    const before = row.kind === 'file' ? undefined : last.get(row.personId)
    lanes.set(platform, (lanes.get(platform) ?? 0) + 1)
    const running = carryOut(work, before).finally(() => {
      inHand.delete(running)
      lanes.set(platform, (lanes.get(platform) ?? 1) - 1)
      if (last.get(row.personId) === running) last.delete(row.personId)
    })
    if (row.kind !== 'file') last.set(row.personId, running)
    inHand.add(running)
  }

  async function carryOut(work: Work, before: Promise<void> | undefined): Promise<void> {
    try {
      await before
      const result = await work.run()
      if (result === undefined) return
      const { status } = result.stand
      if (status !== 'sending') counts[status === 'waiting' ? 'later' : status] += 1
    } catch (error) {
      // The row keeps its lease: it comes back by itself, or, if it was being sent, becomes `unsure`.
      host.log.error({ id: work.row.id, err: error }, 'outbox.broke')
    }
  }

  return {
    counts,
    async idle() {
      while (inHand.size > 0) await Promise.all(inHand)
    },
    async pull() {
      while (inHand.size > mostInHand - batchSize) await Promise.race(inHand)
      const rows = await reserve(host, batchSize)
      if (rows.length === 0) return 0
      const putOff = new Map<number, string[]>()
      const room = new Map<string, number>()
      for (const work of await planWork(sending, rows)) {
        const { platform } = work
        const left = room.get(platform) ?? (platform === '' ? batchSize : roomOn(platform))
        room.set(platform, left - 1)
        if (left > 0) start(work)
        else {
          const seconds = Math.ceil(host.pace.putOff(platform) / 1000)
          putOff.set(seconds, [...(putOff.get(seconds) ?? []), work.row.id])
        }
      }
      for (const [seconds, ids] of putOff) {
        await putBack(host, ids, seconds * 1000)
        counts.later += ids.length
      }
      return rows.length
    },
  }

  function roomOn(platform: string): number {
    if (host.pace.resting(platform) > 0) return 0
    return host.pace.window(platform) - (lanes.get(platform) ?? 0)
  }
}
