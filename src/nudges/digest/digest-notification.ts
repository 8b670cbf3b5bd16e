import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { digestCard, shortDigest } from '../cards/digest-card.ts'
import { readerZone } from '../on-leave.ts'
import { holdDigest } from './digest-messages.ts'
import { readDigest } from './read-digest.ts'

/** The week's digest, by its day. */
export const DigestNotification = z.object({ kind: z.literal('digest'), day: z.iso.date() })
export type DigestNotification = z.infer<typeof DigestNotification>

/** The digest for its reader on what stands at the sending; dropped for who holds no such role, and when it is old. */
export async function composeDigest(ctx: Context, letter: DigestNotification, purpose?: Purpose): Promise<Composed> {
  const { roles } = ctx.actor
  const reader = { reads: roles.has('coordinator') || roles.has('chair'), zone: readerZone(ctx) }
  const held = holdDigest(ctx, letter.day, reader, ctx.now)
  // What was sent is shown again at any hour.
  if (held !== undefined && !('wait' in held && purpose === 'reread')) return held
  const digest = await readDigest(ctx)
  return { message: roles.has('coordinator') ? digestCard(ctx, digest) : shortDigest(ctx, digest) }
}
