import { quarterOf } from '../calendar/quarters.ts'
import { dayIn } from '../calendar/zoned.ts'
import { peopleWithRole } from '../people/members.ts'
import { atWork } from './at-work.ts'
import type { NudgeContext, Planned, Planner } from './planned.ts'
import { lacks, readUpcoming } from './read-upcoming.ts'
import { dueUpcoming, upcomingSteps } from './upcoming.ts'

/**
 * Tells coordinators, and each drafting agency of its own, which items of the running quarter have no round or no draft
 * yet: the latest occasion alone, once a person.
 */
export const planUpcoming: Planner = async (ctx) => {
  const { calendar, zone, now } = ctx
  const quarter = quarterOf(dayIn(now, zone))
  const due = dueUpcoming(calendar, zone, quarter, now)
  if (due === undefined || !atWork(calendar, zone, now)) return []
  const readers = await readersOf(ctx, quarter)
  // A clock that was set back does not bring up an earlier occasion again.
  const since = upcomingSteps(calendar, zone, quarter).filter(({ at }) => at >= due.at)
  const done = await ctx.db.nudge.findMany({
    where: {
      kind: 'upcoming',
      key: { startsWith: `upcoming:${quarter}:` },
      step: { in: since.map(({ step }) => step) },
    },
    select: { personId: true },
  })
  const told = new Set(done.map((one) => one.personId))
  return readers
    .filter((personId) => !told.has(personId))
    .map((personId): Planned => {
      const key = `upcoming:${quarter}:${due.step}:${personId}`
      const letter = { kind: 'upcoming', quarter, step: due.step }
      return { post: { key, personId, letter }, reasons: [{ key, kind: 'upcoming', step: due.step }] }
    })
}

/** Coordinators where anything is lacking, and the people of the agencies whose own items are. */
async function readersOf(ctx: NudgeContext, quarter: string): Promise<readonly string[]> {
  const upcoming = await readUpcoming(ctx, quarter)
  if (!lacks(upcoming)) return []
  const agencies = new Set([...upcoming.noRound, ...upcoming.noDraft].map((item) => item.draftingAgency))
  const [coordinators, drafters] = await Promise.all([
    peopleWithRole(ctx, 'coordinator'),
    peopleWithRole(ctx, 'drafter'),
  ])
  const concerned = drafters.filter(({ organisation }) => organisation !== null && agencies.has(organisation))
  return [...new Set([...coordinators, ...concerned].map((one) => one.id))]
}
