import { dayIn } from '../../../calendar/zoned.ts'
import type { Context } from '../../../context.ts'
import type { Round } from '../../rounds/rounds.ts'

/** Who drafts today for the agency of a round's item, by id: nobody where the source names no agency. */
export async function draftersOf(
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
  { item: { draftingAgency } }: Pick<Round, 'item'>,
): Promise<readonly string[]> {
  if (draftingAgency === null) return []
  const today = dayIn(now, zone)
  const held = { role: 'drafter', fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const people = await db.person.findMany({
    where: { organisation: draftingAgency, roles: { some: held } },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  return people.map(({ id }) => id)
}
