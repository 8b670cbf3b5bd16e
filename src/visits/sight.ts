import { dayIn } from '../calendar/zoned.ts'
import type { Context, OthersSee } from '../context.ts'
import { covers } from './visits.ts'

type Duty = {
  readonly teamId: string
  readonly duty: string
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** What one person sees of visits, and whose they are. */
export type Sight = {
  /** Coordinators see everything of every visit, and so does the chair. */
  readonly all: boolean
  readonly others: OthersSee
  /** The actor's places on teams: past, present and coming. */
  readonly duties: readonly Duty[]
  readonly today: string
  readonly zone: string
}

/** What the actor sees. One statement. */
export async function sightOf(ctx: Pick<Context, 'db' | 'now' | 'zone' | 'actor' | 'othersSee'>): Promise<Sight> {
  const { actor, now, zone, othersSee = 'dates' } = ctx
  const duties = await ctx.db.duty.findMany({
    where: { personId: actor.id },
    select: { teamId: true, duty: true, fromDay: true, toDay: true },
  })
  const all = actor.roles.has('coordinator') || actor.roles.has('chair')
  return { all, others: othersSee, duties, today: dayIn(now, zone), zone }
}

/** Whether the visit is one of the actor's own: they are on its team today, or were or will be on its day. */
export function isOwn(sight: Sight, visit: { readonly teamId: string; readonly starts: Date | null }): boolean {
  const day = visit.starts === null ? sight.today : dayIn(visit.starts, sight.zone)
  return sight.duties.some((duty) => duty.teamId === visit.teamId && (covers(duty, sight.today) || covers(duty, day)))
}

/** Whether the actor sees time, place, note, people and report of it, and not only unit, team and day. */
export const seesDetails = (sight: Sight, visit: { readonly teamId: string; readonly starts: Date | null }): boolean =>
  sight.all || sight.others === 'details' || isOwn(sight, visit)

const leadsOn = (sight: Sight, teamId: string, day: string): boolean =>
  sight.duties.some((duty) => duty.teamId === teamId && duty.duty === 'leader' && covers(duty, day))

/** Whether the actor leads this team today. */
export const leadsToday = (sight: Sight, teamId: string): boolean => leadsOn(sight, teamId, sight.today)

/**
 * The day on which the actor leads the visit's team, and so may act for it: today, or the visit's day, whose report they
 * owe; undefined where they do not.
 */
export function dayLed(
  sight: Sight,
  visit: { readonly teamId: string; readonly starts: Date | null },
): string | undefined {
  const days = [sight.today, ...(visit.starts === null ? [] : [dayIn(visit.starts, sight.zone)])]
  return days.find((day) => leadsOn(sight, visit.teamId, day))
}

/** Whether the actor may act for the visit's team. */
export const leads = (sight: Sight, visit: { readonly teamId: string; readonly starts: Date | null }): boolean =>
  dayLed(sight, visit) !== undefined
