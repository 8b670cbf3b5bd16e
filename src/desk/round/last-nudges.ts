import type { Context } from '../../context.ts'

/** The nudge or reminder that somebody got last about a round, and where its message stands. */
export type LastNudge = {
  readonly personId: string
  readonly kind: string
  readonly step: string
  readonly at: Date
  readonly byId: string | null
  readonly status: string | null
}

/** The last one of each who has not answered, by person: one statement. What delegates got stands apart. */
export async function lastNudges({ db }: Pick<Context, 'db'>, round: string): Promise<ReadonlyMap<string, LastNudge>> {
  const rows = await db.$queryRaw<LastNudge[]>`
    SELECT n."personId", n."kind", n."step", n."at", n."byId", o."status"
    FROM "Nudge" n LEFT JOIN "Outbox" o ON o."key" = n."outboxKey"
    WHERE n."roundId" = ${round} AND n."subject" IS NULL AND n."kind" IN ('step', 'snooze', 'reminder')
      AND NOT EXISTS (SELECT 1 FROM "Opinion" v WHERE v."roundId" = n."roundId" AND v."personId" = n."personId")
      AND NOT EXISTS (SELECT 1 FROM "Nudge" l WHERE l."roundId" = n."roundId" AND l."personId" = n."personId"
        AND l."subject" IS NULL AND l."kind" IN ('step', 'snooze', 'reminder')
        AND (l."at" > n."at" OR (l."at" = n."at" AND l."key" > n."key")))`
  return new Map(rows.map((row) => [row.personId, row]))
}
