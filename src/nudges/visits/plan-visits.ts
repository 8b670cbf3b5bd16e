import { atWork } from '../ladder/at-work.ts'
import { absencesNear, ownZones } from '../on-leave.ts'
import type { NudgeContext, Planner } from '../planned.ts'
import { visitMessages } from './visit-messages.ts'
import { dueVisits, type TeamSeat, type VisitMoment, visitKeys, visitMoments } from './visit-steps.ts'
import { teamOn } from './visit-team.ts'
import { dutiesOf, type LiveVisit, liveVisits, remindersAmong, withinReach } from './visits-to-remind.ts'

/**
 * Reminds each team of its visits a week and a day before them, and asks its leaders for the report on the working day
 * after. Several things due for one person make one message.
 */
export const planVisits: Planner = async (ctx) => {
  const { calendar, zone, now } = ctx
  const own = await ownZones(ctx)
  const zones = [...new Set([zone, ...own.values()])].filter((one) => atWork(calendar, one, now))
  if (zones.length === 0) return []
  const moments = new Map<string, readonly VisitMoment[]>()
  const found = await liveVisits(ctx, withinReach(ctx, now, now), (visit) =>
    zones.some((one) => {
      const steps = visitMoments(ctx, visit, one)
      moments.set(`${visit.id} ${one}`, steps)
      return steps.some(({ at, until }) => at <= now && now < until)
    }),
  )
  if (found.length === 0) return []
  const visits = new Map(found.map((visit) => [visit.id, visit]))
  const seats = await seatsOf(ctx, found, own)
  // Asked twice, so that only the keys of those are read for whom a step has come.
  const come = dueVisits(ctx, visits, seats, now, moments)
  if (come.length === 0) return []
  const keys = come.flatMap((due) => visitKeys(visits.get(due.visit) ?? never(due.visit), due.person))
  const planned = await remindersAmong(ctx, keys)
  const told = seats.map((seat) => ({ ...seat, planned }))
  return visitMessages(ctx, visits, told, now, moments)
}

async function seatsOf(
  ctx: NudgeContext,
  visits: readonly LiveVisit[],
  own: ReadonlyMap<string, string>,
): Promise<readonly TeamSeat[]> {
  const [duties, away] = await Promise.all([
    dutiesOf(
      ctx,
      visits.map((visit) => visit.teamId),
    ),
    absencesNear(ctx),
  ])
  const byTeam = Map.groupBy(duties, (duty) => duty.teamId)
  return visits.flatMap(({ id, teamId, day }) =>
    teamOn(byTeam.get(teamId) ?? [], teamId, day).map((mate) => ({
      ...mate,
      visit: id,
      zone: own.get(mate.person) ?? ctx.zone,
      absences: away.get(mate.person) ?? [],
      planned: new Set<string>(),
    })),
  )
}

function never(visit: string): never {
  throw new Error(`due for a visit that was not read: ${visit}`)
}
