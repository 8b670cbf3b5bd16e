import { z } from 'zod'
import { Address } from './address.ts'

/** What somebody did. `arrived` and `left` are installs and uninstalls: nobody said anything. */
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
])
export type Input = z.infer<typeof Input>

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
  input: Input,
})
export type Inbound = z.infer<typeof Inbound>
