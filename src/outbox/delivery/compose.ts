import type { FileToBring } from '../../contract/adapter.ts'
import type { Message } from '../../contract/message.ts'

/**
 * A notification made into words for its reader; or the reason why it is no longer needed; or until when it has to wait, since
 * its reader is not at work.
 */
export type Composed =
  | { readonly message: Message }
  /** Of a row of the kind `file`, and of no other. */
  | { readonly file: FileToBring }
  | { readonly drop: string }
  | { readonly wait: Date; readonly why: string }

/** `send`: it is about to go out. `reread`: it was sent, and is shown again as it reads now. */
export type Purpose = 'send' | 'reread'

/**
 * Makes the words of the notification in the ledger (its JSON, parsed) for the person with this id, as things stand at `now`.
 * Asked at the moment of sending, so whoever has answered since is not asked again. Never `wait` for a `reread`.
 */
export type Compose = (letter: unknown, personId: string, now: Date, purpose?: Purpose) => Promise<Composed>
