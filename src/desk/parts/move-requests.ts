import type { Context } from '../../context.ts'
import type { Line } from '../../contract/page.ts'
import { spanWords } from '../../visits/cards/span-words.ts'
import { visitColumns } from '../../visits/visits.ts'
import { labelOf } from '../../visits/which-visit.ts'

/** Requests to move a visit that wait for a coordinator, the oldest first, `most` of them, and how many there are. */
export async function moveRequests(ctx: Context, most: number): Promise<readonly [readonly Line[], number]> {
  const { texts: t, db } = ctx
  const where = { state: 'waiting' }
  const count = await db.moveRequest.count({ where })
  if (count === 0) return [[], 0]
  const rows = await db.moveRequest.findMany({
    where,
    orderBy: { at: 'asc' },
    take: most,
    include: { visit: visitColumns },
  })
  return [
    rows.map((row): Line => {
      const visit = labelOf(ctx, row.visit)
      return {
        name: visit,
        text: t.moves.homeRequest(visit, spanWords(ctx, row)),
        small: [row.reason],
        // Deciding shows the conflicts first: with the visit's own card.
        buttons: [{ label: t.moves.homeSee, style: 'primary', intent: { kind: 'visit.show', visit: row.visit.id } }],
      }
    }),
    count,
  ]
}
