import type { Message } from './message.ts'

/** The newest `limit` entries or so; `upTo`: no newer than that instant (ISO 8601); `find`: in which these words occur. */
export type HistoryWanted = { readonly limit: number; readonly upTo?: string; readonly find?: string }

/** Oldest first. `older`: there may be more; ask again up to it, and leave out what of that instant is known already. */
export type History = { readonly entries: readonly HistoryEntry[]; readonly older?: string }

/**
 * A message that was sent, as it reads now; or a turn: what the person said, and the message that answered. `ref` finds
 * it again: of a turn it is the delivery's id.
 */
export type HistoryEntry =
  | { readonly kind: 'sent'; readonly ref: string; readonly at: string; readonly message: Message }
  | {
      readonly kind: 'turn'
      readonly ref: string
      readonly at: string
      readonly said?: string
      readonly message?: Message
    }
