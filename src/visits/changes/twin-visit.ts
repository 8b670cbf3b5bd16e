import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { liveKeyOf, type Visit } from '../visits.ts'

/** Refuses a visit where the same team has another one at the same unit at that very moment, or without one in that year. */
export async function refuseTwin(
  { db }: Pick<Context, 'db'>,
  visit: Pick<Visit, 'id' | 'teamId' | 'unitId' | 'starts' | 'year'>,
): Promise<void> {
  const twin = await db.visit.findUnique({ where: { liveKey: liveKeyOf(visit) }, select: { id: true } })
  if (twin !== null && twin.id !== visit.id) throw new Refusal('visit-exists')
}
