import { z } from 'zod'
import { Address } from './address.ts'

/**
 * What somebody did. `arrived` and `left` are installs and uninstalls: nobody said anything. `edited` and `deleted` are
 * about an earlier message of theirs, which `message` names.
 */
export const Input = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), text: z.string() }),
  z.object({ kind: z.literal('pressed'), intent: z.unknown() }),
  z.object({
    kind: z.literal('filled'),
    intent: z.unknown(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ kind: z.literal('arrived') }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('edited') }),
  z.object({ kind: z.literal('deleted') }),
])
export type Input = z.infer<typeof Input>

/** How large a file may be that is taken, in bytes; an adapter need not fetch a larger one. @public */
export const mostFileBytes = 20 * 1024 * 1024
/** How many files of one message are fetched; the others are told of by name. @public */
export const mostFilesFetched = 10

/** A file that came with what was said, as the platform tells of it. */
export const SentFile = z.object({
  /** Left out where the platform gives none, as for a pasted picture. */
  name: z.string().max(500).optional(),
  mediaType: z.string().max(200).optional(),
  /** In bytes. */
  size: z.number().int().nonnegative().optional(),
  /** What is in it, where the adapter fetched it; else `missing` says why not. */
  bytes: z.instanceof(Uint8Array).optional(),
  /**
   * `too-large`: more than `mostFileBytes`. `not-fetched`: the platform did not give it now. `not-given`: it gives none
   * here, as in a channel of Teams. `too-many`: beyond `mostFilesFetched`.
   */
  missing: z.enum(['too-large', 'not-fetched', 'not-given', 'too-many']).optional(),
  /** The name of the form's field in which it was put; absent for one beside a message. */
  field: z.string().max(200).optional(),
})
export type SentFile = z.infer<typeof SentFile>

/** One delivery of a platform, told in our words. Nothing in it is trusted: `app.receive` parses it. */
export const Inbound = z.object({
  /** The platform's own id of this delivery; a redelivery carries the same one. Unique within the platform. */
  id: z.string().min(1).max(500),
  from: Address,
  /** Who will see the reply: the person alone, or a whole channel. In a channel only counts are shown. */
  audience: z.enum(['private', 'shared']),
  /** The name and e-mail the platform gives for the person, where it does so by itself. */
  name: z.string().max(300).optional(),
  email: z.string().max(300).optional(),
  /** BCP 47, as the platform says it (`vi-VN`, `en-US`). */
  locale: z.string().max(40).optional(),
  /**
   * Somebody who is none of ours, as the adapter knows its platform: from a workspace or tenant that is not allowed here,
   * or somebody whom the platform does not name. They are told so, and nothing of them is stored.
   */
  outsider: z.enum(['other-tenant', 'unnamed']).optional(),
  /** The platform's own name of the message that was written, edited or deleted; it stays the same through all of that. */
  message: z.string().min(1).max(1000).optional(),
  /** What came with it; of what is not kept the person is told by name. */
  files: z.array(SentFile).max(100).optional(),
  /**
   * From a platform that keeps no history of its own: this turn is kept for the person. `said` is what they see as their
   * own words where they pressed, absent where they see none; `card` is the kept turn whose card was pressed, or `sent` for a message that
   * the ledger keeps: an answer that takes the card's place is kept there.
   */
  keep: z.object({ said: z.string().max(2000).optional(), card: z.string().max(500).optional() }).optional(),
  input: Input,
})
export type Inbound = z.infer<typeof Inbound>
