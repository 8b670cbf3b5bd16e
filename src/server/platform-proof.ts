import type { ChatAdapter, Log } from '../contract/adapter.ts'

/** Whether each platform answers, as it was found out last. */
export type PlatformProof = {
  /** Asks each platform that can be asked, and says in the log which fell silent and which answers again. */
  ask(): Promise<void>
  /** Why a platform counts as silent: it did not answer twice in a row. */
  why(platform: string): string | undefined
}

/** One question that is not answered may be the question's fault. */
const silentAfter = 2

export function createPlatformProof(adapters: ReadonlyMap<string, ChatAdapter>, log: Log): PlatformProof {
  const misses = new Map<string, number>()
  async function askOne(platform: string, adapter: ChatAdapter): Promise<void> {
    const before = misses.get(platform) ?? 0
    const why = await adapter.answers?.()
    if (why === undefined) {
      misses.set(platform, 0)
      if (before >= silentAfter) log.info({ platform }, 'platform.answers-again')
      return
    }
    misses.set(platform, before + 1)
    if (before + 1 >= silentAfter) log.error({ platform, why, misses: before + 1 }, 'platform.silent')
  }
  return {
    ask: async () => void (await Promise.all([...adapters].map(([platform, adapter]) => askOne(platform, adapter)))),
    why: (platform) => ((misses.get(platform) ?? 0) >= silentAfter ? 'does not answer' : undefined),
  }
}
