import { holdersOf } from '../../people/members.ts'
import type { Planner } from '../planned.ts'
import { readUpcoming } from './read-upcoming.ts'
import { occasionsFrom, upcomingMessages, upcomingOccasion } from './upcoming-messages.ts'

/** Tells what the running quarter lacks at each of its occasions, as `upcomingMessages` says. */
export const planUpcoming: Planner = async (ctx) => {
  const occasion = upcomingOccasion(ctx, ctx.now)
  if (occasion === undefined) return []
  const { quarter } = occasion
  const { noRound, noDraft } = await readUpcoming(ctx, quarter)
  if (noRound.length + noDraft.length === 0) return []
  const [coordinators, drafters, done] = await Promise.all([
    holdersOf(ctx, 'coordinator'),
    holdersOf(ctx, 'drafter'),
    ctx.db.nudge.findMany({
      where: {
        kind: 'upcoming',
        key: { startsWith: `upcoming:${quarter}:` },
        step: { in: [...occasionsFrom(ctx, occasion)] },
      },
      select: { key: true },
    }),
  ])
  return upcomingMessages(ctx, occasion, {
    lacking: [...noRound, ...noDraft].map((item) => item.draftingAgency),
    coordinators: coordinators.map(({ id }) => id),
    drafters,
    told: new Set(done.map((one) => one.key)),
  })
}
