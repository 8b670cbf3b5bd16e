import { addDays, dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'

/** In which zone these people keep office hours: their own, else the committee's. */
export async function zonesOf(ctx: Pick<Context, 'db' | 'zone'>): Promise<(personId: string) => string> {
  const rows = await ctx.db.person.findMany({
    where: { timeZone: { not: null } },
    select: { id: true, timeZone: true },
  })
  const own = new Map(rows.map((row) => [row.id, row.timeZone]))
  return (personId) => own.get(personId) ?? ctx.zone
}

/** In which zone the reader keeps office hours: their own, else the committee's. */
export async function readerZone(ctx: Pick<Context, 'db' | 'zone' | 'actor'>): Promise<string> {
  const person = await ctx.db.person.findUnique({ where: { id: ctx.actor.id }, select: { timeZone: true } })
  return person?.timeZone ?? ctx.zone
}

/** Who is on leave at `now`, on the calendar of the zone they live in: the last day of it, `YYYY-MM-DD`, by person. */
export async function onLeave(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  zoneOf: (personId: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const today = dayIn(ctx.now, 'UTC')
  // No zone is more than a day from UTC.
  const rows = await ctx.db.absence.findMany({
    where: { endedAt: null, fromDay: { lte: addDays(today, 1) }, toDay: { gte: addDays(today, -1) } },
    select: { personId: true, fromDay: true, toDay: true },
  })
  const last = new Map<string, string>()
  for (const { personId, fromDay, toDay } of rows) {
    const day = dayIn(ctx.now, zoneOf(personId))
    if (fromDay <= day && day <= toDay && toDay > (last.get(personId) ?? '')) last.set(personId, toDay)
  }
  return last
}
