import { monthEnds } from '../../calendar/month-weeks.ts'
import type { Context } from '../../context.ts'
import type { Sight } from '../sight.ts'
import { readSchedule, type SeenVisit } from './read-schedule.ts'

/** More visits than a month of any committee has. */
const mostVisits = 1000

export type MonthVisits = {
  readonly month: string
  readonly visits: readonly SeenVisit[]
  /** How many there are beside these. */
  readonly left: number
  /** What a unit is called where room is short, as stored, by its id. */
  readonly shortNames: ReadonlyMap<string, string | null>
}

/** The visits that have a day in the month `YYYY-MM`, also those that began before it, as far as they may be seen. */
export async function readMonth(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  month: string,
  sight: Sight,
): Promise<MonthVisits> {
  const { first, last } = monthEnds(month)
  const { visits, total } = await readSchedule(ctx, { from: first, to: last }, sight, { skip: 0, take: mostVisits })
  const ids = [...new Set(visits.map((visit) => visit.unit.id))]
  const units = await ctx.db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, shortNames: true } })
  return {
    month,
    visits,
    left: total - visits.length,
    shortNames: new Map(units.map((unit) => [unit.id, unit.shortNames])),
  }
}
