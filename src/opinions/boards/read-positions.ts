import type { Context } from '../../context.ts'
import { Position } from '../../contract/intent.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'

/** How many people took which position in each of these rounds, by the round's id, each person's highest version counting: one statement. */
export async function readPositions(
  { db }: Pick<Context, 'db'>,
  rounds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<Position, number>>> {
  if (rounds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ roundId: string; position: string; count: bigint }[]>`
    SELECT o."roundId", o."position", COUNT(*) AS "count" FROM "Opinion" o
    WHERE o."roundId" IN (${Prisma.join([...rounds])})
      AND NOT EXISTS (SELECT 1 FROM "Opinion" n WHERE n."roundId" = o."roundId" AND n."personId" = o."personId"
                      AND n."version" > o."version")
    GROUP BY o."roundId", o."position"`
  const byRound = new Map<string, Map<Position, number>>()
  for (const { roundId, position, count } of rows) {
    const counts = byRound.get(roundId) ?? new Map<Position, number>()
    byRound.set(roundId, counts.set(Position.parse(position), Number(count)))
  }
  return byRound
}
