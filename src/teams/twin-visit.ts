import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { liveKeyOf, type Visit } from './visits.ts'

/** Refuses to move a visit to where the same team has another one at the same unit at that very moment. */
export async function refuseTwin(ctx: Pick<Context, 'db' | 'zone'>, visit: Visit, starts: Date): Promise<void> {
  const year = Number(dayIn(starts, ctx.zone).slice(0, 4))
  const liveKey = liveKeyOf({ ...visit, starts, year })
  const twin = await ctx.db.visit.findUnique({ where: { liveKey }, select: { id: true } })
  if (twin !== null && twin.id !== visit.id) throw new Refusal('visit-exists')
}
