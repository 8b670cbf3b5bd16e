import type { Host } from './contract/adapter.ts'
import type { Db } from './database/open.ts'
import type { Compose } from './outbox/compose.ts'
import { ledgerFor } from './outbox/ledger.ts'

/** What a person was sent on a platform without a history of its own, in the words that stand now. */
export function createSentTo(db: Db, compose: Compose, now: () => Date): Host['sentTo'] {
  return async (to, limit) => {
    const rows = await ledgerFor(db, to, limit)
    const letters = await Promise.all(
      rows.map(async (row) => {
        const composed = await compose(JSON.parse(row.letter), row.personId, now(), 'reread')
        // What is no longer needed was sent all the same, but has nothing left to say.
        if (!('message' in composed)) return []
        return [{ ref: row.ref ?? row.key, at: row.sentAt.toISOString(), message: composed.message }]
      }),
    )
    return letters.flat()
  }
}
