import type { Message } from '../contract/message.ts'

/** A letter made into words for its reader, or the reason why it is no longer needed. */
export type Composed = { readonly message: Message } | { readonly drop: string }

/**
 * Makes the words of the letter in the ledger (its JSON, parsed) for the person with this id, as things stand at `now`.
 * Asked at the moment of sending, so whoever has answered since is not asked again.
 */
export type Compose = (letter: unknown, personId: string, now: Date) => Promise<Composed>
