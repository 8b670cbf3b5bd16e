import type { Log } from '../contract/adapter.ts'
import type { Db } from './db.ts'
import { reasonOf } from './why-not-open.ts'

/** Longer than a turn takes that waits for a lock in vain, and the next. */
const longestMs = 60_000
const key = 'database.proof'

/** Whether a row can be written, as it was found out last. */
export type WriteProof = {
  /** Writes a row, and says in the log when that fails and when it works again. */
  prove(): Promise<void>
  /** Why no row can be written; undefined where one was written lately. */
  why(): string | undefined
}

/** Writes one row anew; throws where the disk is full, the file or the server read-only, or the lock held for too long. */
export async function writeRow(db: Db, now: Date): Promise<void> {
  const value = now.toISOString()
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value }, select: { key: true } })
}

export function createWriteProof(db: Db, now: () => Date, log: Log): WriteProof {
  let proven = performance.now()
  let failed: string | undefined
  return {
    async prove() {
      try {
        await writeRow(db, now())
        if (failed !== undefined) log.info({}, 'database.writable-again')
        failed = undefined
        proven = performance.now()
      } catch (error) {
        failed = reasonOf(error)
        log.error({ why: failed, err: error }, 'database.not-writable')
      }
    },
    why() {
      if (failed !== undefined) return 'takes no changes'
      return performance.now() - proven > longestMs ? 'has taken no change for a minute' : undefined
    },
  }
}
