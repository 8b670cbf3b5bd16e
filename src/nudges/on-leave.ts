import { addDays, dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'

/** The zones of those who keep office hours in another one than the committee's, by person. */
export async function ownZones({ db }: Pick<Context, 'db'>): Promise<ReadonlyMap<string, string>> {
  const rows = await db.person.findMany({
    where: { timeZone: { not: null } },
    select: { id: true, timeZone: true },
  })
  return new Map(rows.flatMap(({ id, timeZone }) => (timeZone === null ? [] : [[id, timeZone] as const])))
}

/** In which zone these people keep office hours: their own, else the committee's. */
export async function zonesOf(ctx: Pick<Context, 'db' | 'zone'>): Promise<(personId: string) => string> {
  const own = await ownZones(ctx)
  return (personId) => own.get(personId) ?? ctx.zone
}

/** In which zone the reader keeps office hours: their own, else the committee's. */
export const readerZone = ({ actor, zone }: Pick<Context, 'zone' | 'actor'>): string => actor.timeZone ?? zone

/** Leave that may be running anywhere at `now`, by person; perhaps of one person alone. */
export async function absencesNear({ db, now }: Pick<Context, 'db' | 'now'>, personId?: string) {
  const today = dayIn(now, 'UTC')
  // No zone is more than a day from UTC.
  const near = { endedAt: null, fromDay: { lte: addDays(today, 1) }, toDay: { gte: addDays(today, -1) } }
  const rows = await db.absence.findMany({
    where: personId === undefined ? near : { ...near, personId },
    select: { personId: true, fromDay: true, toDay: true },
  })
  return Map.groupBy(rows, (row) => row.personId)
}

/** Who is on leave at `now`, on the calendar of the zone they live in: the last day of it, `YYYY-MM-DD`, by person. */
export async function onLeave(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  zoneOf: (personId: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const last = new Map<string, string>()
  for (const [personId, absences] of await absencesNear(ctx)) {
    const day = dayIn(ctx.now, zoneOf(personId))
    const lastDays = absences.filter((one) => isRunning(one, day)).map(({ toDay }) => toDay)
    const furthest = lastDays.sort().at(-1)
    if (furthest !== undefined) last.set(personId, furthest)
  }
  return last
}

/** Whether the reader is on leave at `now`. */
export async function readerOnLeave(ctx: Pick<Context, 'db' | 'now' | 'zone' | 'actor'>): Promise<boolean> {
  const day = dayIn(ctx.now, readerZone(ctx))
  const absences = (await absencesNear(ctx, ctx.actor.id)).get(ctx.actor.id) ?? []
  return absences.some((one) => isRunning(one, day))
}

const isRunning = ({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }, day: string): boolean =>
  fromDay <= day && day <= toDay
