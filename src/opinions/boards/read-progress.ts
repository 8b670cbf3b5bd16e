import type { Context } from '../../context.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'
import type { Round } from '../rounds/rounds.ts'
import { seatDay } from '../rounds/seat-day.ts'
import { holdsSeat } from '../rounds/who-counts.ts'

/** How many have answered, late ones included, of those who can answer or have: what `readBoard` counts. */
export type Progress = { readonly answered: number; readonly total: number }

/** How far each of a page's rounds has come, in their order: one statement, which counts in the database. */
export async function readProgress(
  { db, now, zone }: Pick<Context, 'db' | 'now' | 'zone'>,
  rounds: readonly Round[],
): Promise<readonly (Progress & { readonly round: Round })[]> {
  if (rounds.length === 0) return []
  const counts = rounds.map((round) => {
    const { id } = round
    const hasAnswered = Prisma.sql`
      EXISTS (SELECT 1 FROM "Opinion" o WHERE o."roundId" = ${id} AND o."personId" = a."personId")`
    return Prisma.sql`
      SELECT ${id} AS "id", COUNT(CASE WHEN ${hasAnswered} THEN 1 END) AS "answered",
             COUNT(CASE WHEN ${hasAnswered} OR ${holdsSeat(seatDay(round, now, zone))} THEN 1 END) AS "total"
      FROM "Asked" a WHERE a."roundId" = ${id}`
  })
  const rows = await db.$queryRaw<{ id: string; answered: bigint; total: bigint }[]>`
    ${Prisma.join(counts, ' UNION ALL ')}`
  const byId = new Map(rows.map((row) => [row.id, row]))
  return rounds.map((round) => {
    const { answered = 0, total = 0 } = byId.get(round.id) ?? {}
    return { round, answered: Number(answered), total: Number(total) }
  })
}
