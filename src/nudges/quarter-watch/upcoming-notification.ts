import { z } from 'zod'
import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import type { Context } from '../../context.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { upcomingCard } from '../cards/upcoming-card.ts'
import { readerZone } from '../on-leave.ts'
import { readUpcoming } from './read-upcoming.ts'
import { holdUpcoming } from './upcoming-messages.ts'

/** What a quarter still lacks, at one of its occasions. */
export const UpcomingNotification = z.object({
  kind: z.literal('upcoming'),
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  step: z.enum(['quarter-start', 'T-30', 'T-14']),
})
export type UpcomingNotification = z.infer<typeof UpcomingNotification>

/** Lists what is lacking at the sending: all of it for a coordinator, for the drafting agency its own. */
export async function composeUpcoming(
  ctx: Context,
  letter: UpcomingNotification,
  purpose?: Purpose,
): Promise<Composed> {
  const { actor, calendar, zone } = ctx
  const { quarter, step } = letter
  const coordinates = actor.roles.has('coordinator')
  const agency = actor.roles.has('drafter') ? actor.organisation : null
  const [upcoming, told] = await Promise.all([
    readUpcoming(ctx, quarter, coordinates ? undefined : (agency ?? undefined)),
    // What was sent is shown again, whatever came after it.
    purpose === 'reread' ? new Set<string>() : toldOf(ctx, quarter),
  ])
  const lacking = [...upcoming.noRound, ...upcoming.noDraft].map((item) => item.draftingAgency)
  const held = holdUpcoming(
    ctx,
    letter,
    { id: actor.id, coordinates, agency, zone: readerZone(ctx) },
    { lacking, told },
    ctx.now,
  )
  if (held !== undefined && !('wait' in held && purpose === 'reread')) return held
  const deadline = derivedDeadline(calendar, zone, quarter)
  return deadline === undefined
    ? { drop: 'the quarter is over' }
    : { message: upcomingCard(ctx, { quarter, step, deadline }, upcoming) }
}

/** The keys of every occasion of the quarter that has been planned for the reader. */
async function toldOf({ db, actor }: Context, quarter: string): Promise<ReadonlySet<string>> {
  const rows = await db.nudge.findMany({
    where: { kind: 'upcoming', personId: actor.id, key: { startsWith: `upcoming:${quarter}:` } },
    select: { key: true },
  })
  return new Set(rows.map((row) => row.key))
}
