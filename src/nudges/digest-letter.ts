import { z } from 'zod'
import { dayIn, daysBetween } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Composed, Purpose } from '../outbox/compose.ts'
import { digestCard, shortDigest } from './cards/digest-card.ts'
import { digestKeeps } from './digest-time.ts'
import { readDigest } from './read-digest.ts'
import { waitForOffice } from './wait-for-office.ts'

/** The week's digest, by its day. */
export const DigestLetter = z.object({ kind: z.literal('digest'), day: z.iso.date() })
export type DigestLetter = z.infer<typeof DigestLetter>

/** The digest for its reader on what stands at the sending; dropped for who holds no such role, and when it is old. */
export async function composeDigest(ctx: Context, letter: DigestLetter, purpose?: Purpose): Promise<Composed> {
  const { roles } = ctx.actor
  if (!roles.has('coordinator') && !roles.has('chair')) return { drop: 'neither coordinator nor chair any more' }
  if (daysBetween(letter.day, dayIn(ctx.now, ctx.zone)) > digestKeeps) return { drop: 'the digest is old' }
  const wait = await waitForOffice(ctx, purpose)
  if (wait !== undefined) return wait
  const digest = await readDigest(ctx)
  return { message: roles.has('coordinator') ? digestCard(ctx, digest) : shortDigest(ctx, digest) }
}
