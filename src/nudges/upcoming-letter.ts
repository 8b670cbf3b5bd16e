import { z } from 'zod'
import { derivedDeadline } from '../calendar/derived-deadline.ts'
import type { Context } from '../context.ts'
import type { Composed, Purpose } from '../outbox/compose.ts'
import { upcomingCard } from './cards/upcoming-card.ts'
import { lacks, readUpcoming } from './read-upcoming.ts'
import { upcomingSteps } from './upcoming.ts'
import { waitForOffice } from './wait-for-office.ts'

/** What a quarter still lacks, at one of its occasions. */
export const UpcomingLetter = z.object({
  kind: z.literal('upcoming'),
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  step: z.enum(['quarter-start', 'T-30', 'T-14']),
})
export type UpcomingLetter = z.infer<typeof UpcomingLetter>

/** Lists what is lacking at the sending: all of it for a coordinator, for the drafting agency its own. */
export async function composeUpcoming(ctx: Context, letter: UpcomingLetter, purpose?: Purpose): Promise<Composed> {
  const { roles, organisation } = ctx.actor
  const { quarter, step } = letter
  const coordinates = roles.has('coordinator')
  if (!coordinates && (!roles.has('drafter') || organisation === null))
    return { drop: 'neither coordinator nor drafting agency any more' }
  const deadline = derivedDeadline(ctx.calendar, ctx.zone, quarter)
  if (deadline === undefined || ctx.now >= deadline) return { drop: 'the quarter is over' }
  if (purpose !== 'reread' && (await isOvertaken(ctx, letter))) return { drop: 'a later occasion has come since' }
  const upcoming = await readUpcoming(ctx, quarter, coordinates ? undefined : (organisation ?? undefined))
  if (!lacks(upcoming)) return { drop: 'every item has a round and a draft by now' }
  const wait = await waitForOffice(ctx, purpose)
  return wait ?? { message: upcomingCard(ctx, { quarter, step, deadline }, upcoming) }
}

/** Whether a later occasion of the quarter is on its way too: after a rest of the platform one comes, not three. */
async function isOvertaken(ctx: Context, { quarter, step }: UpcomingLetter): Promise<boolean> {
  const steps = upcomingSteps(ctx.calendar, ctx.zone, quarter).map((one) => one.step)
  const later = steps.slice(steps.indexOf(step) + 1).map((one) => `upcoming:${quarter}:${one}:${ctx.actor.id}`)
  return (await ctx.db.nudge.count({ where: { key: { in: later } } })) > 0
}
