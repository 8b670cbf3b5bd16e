import type { Host } from '../../src/contract/adapter.ts'
import type { Live } from './live.ts'
import type { WebOptions } from './options.ts'

/** What another replica sent shows within two seconds: asked for so often while a page is open. */
const everyMs = 1000
/** So far back it is asked each time: replicas' clocks differ by a second, and what was committed may show a moment later. */
const overlapMs = 10_000

/**
 * Tells open pages of what was sent or rewritten by another replica, by asking the ledger. What this process pushed itself,
 * `pushed` tells, so that no page looks for what it has.
 */
export function followElsewhere(live: Live, sentSince: NonNullable<WebOptions['sentSince']>, log: Host['log']) {
  /** What has been told, with the time at which it is forgotten. */
  const told = new Map<string, number>()
  let under: Promise<void> | undefined
  const keyOf = (user: string, ref: string) => JSON.stringify([user, ref])
  const keep = (key: string) => told.set(key, Date.now() + 2 * overlapMs)

  async function look(): Promise<void> {
    const users = live.users()
    for (const [key, until] of told) if (until < Date.now()) told.delete(key)
    if (users.length === 0) return
    const fresh = new Set<string>()
    for (const { user, ref } of await sentSince(users, overlapMs)) {
      const key = keyOf(user, ref)
      if (!told.has(key)) fresh.add(user)
      keep(key)
    }
    for (const user of fresh) live.push(user, { kind: 'look' })
  }

  const timer = setInterval(() => {
    under ??= look()
      .catch((cause) => log.warn({ err: cause }, 'web.not-looked'))
      .finally(() => {
        under = undefined
      })
  }, everyMs)
  timer.unref()
  return {
    pushed: (user: string, ref: string) => void keep(keyOf(user, ref)),
    async stop() {
      clearInterval(timer)
      await under
    },
  }
}
