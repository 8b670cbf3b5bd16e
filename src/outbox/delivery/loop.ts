import { setTimeout as sleep } from 'node:timers/promises'
import { recoverLeases } from '../doubt/recover.ts'
import { seekUnsure } from '../doubt/seek.ts'
import type { DeliveryHost } from '../host.ts'
import { createDelivery } from './deliver.ts'
import { freePredecessors } from './predecessors.ts'

/** Lets the app wake the delivery at once, after a commit that put something into the ledger. */
export type Wake = {
  /** Cheap; may be called at any time, and before the delivery has started. */
  ring(): void
  /** Resolves at the next ring, at once if one came since the last wait, and after `ms` milliseconds at the latest. */
  wait(ms: number): Promise<void>
}

export function createWake(): Wake {
  let rung = false
  let heard: (() => void) | undefined
  return {
    ring() {
      rung = true
      heard?.()
    },
    wait(ms) {
      return new Promise((done) => {
        const finish = () => {
          clearTimeout(timer)
          heard = undefined
          rung = false
          done()
        }
        const timer = setTimeout(finish, ms)
        heard = finish
        if (rung) finish()
      })
    },
  }
}

// What this process puts rings at once; this long waits what a command or another replica puts.
const longestSleepMs = 2000
/** Under load what comes within this time goes in one batch: few commits for many rows, and nobody sees the difference. */
const gatheredMs = 200
const recoverEveryMs = 5000

/**
 * Delivers as long as the process runs: sleeps until the next row is due, for two seconds at most, and wakes at a ring.
 * What comes within `gatherMs` milliseconds goes together. `stop` takes on nothing more and resolves when all sends in flight have their result stored.
 */
export function startDelivery(host: DeliveryHost, wake: Wake, gatherMs = gatheredMs): { stop(): Promise<void> } {
  const delivery = createDelivery(host)
  let stopping = false
  const stopped = Promise.withResolvers<void>()
  let freed = false
  let seeking: Promise<void> | undefined
  let recovered = Number.NEGATIVE_INFINITY

  async function round(): Promise<number> {
    if (!freed) await freePredecessors(host)
    freed = true
    const now = host.now()
    if (now.getTime() - recovered >= recoverEveryMs) {
      await recoverLeases(host.db, now, host.log)
      recovered = now.getTime()
      // Beside the sending: a platform that is slow to tell holds up no notification.
      seeking ??= seekUnsure(host)
        .then((found) => void (found > 0 && wake.ring()))
        .catch((error: unknown) => host.log.error({ err: error }, 'outbox.not-sought'))
        .finally(() => {
          seeking = undefined
        })
    }
    while (!stopping && (await delivery.pull()) > 0);
    const next = await host.db.outbox.findFirst({
      where: { status: 'waiting' },
      orderBy: { notBefore: 'asc' },
      select: { notBefore: true },
    })
    const ms = next === null ? longestSleepMs : next.notBefore.getTime() - host.now().getTime()
    return Math.min(longestSleepMs, Math.max(0, ms))
  }

  const running = (async () => {
    while (!stopping) {
      const begun = performance.now()
      const sleepMs = await round().catch((error: unknown) => {
        host.log.error({ err: error }, 'outbox.round-failed')
        return longestSleepMs
      })
      // The first ring after a pause is answered at once; those that follow close upon it wait together.
      if (!stopping) await wake.wait(sleepMs)
      const rest = begun + gatherMs - performance.now()
      if (!stopping && rest > 0) await Promise.race([sleep(rest), stopped.promise])
    }
    await delivery.idle()
    await seeking
  })()

  return {
    stop() {
      stopping = true
      stopped.resolve()
      wake.ring()
      return running
    },
  }
}
