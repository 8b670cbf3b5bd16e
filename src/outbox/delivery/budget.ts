import type { Db } from '../../database/db.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'
import type { Provider } from '../../database/open.ts'

/** The moments at which a platform may be written to, shared out among all replicas. Milliseconds throughout. */
export type Budget = {
  /**
   * Reserves the next `count` moments, `spacing` apart. `first`: in how long the first of them comes; `rest`: how long
   * the platform is still to be left in peace, as any of the replicas heard it.
   */
  take(platform: string, count: number, spacing: number): Promise<{ readonly first: number; readonly rest: number }>
  /** Tells all replicas to leave the platform in peace for so long. */
  rest(platform: string, ms: number): Promise<void>
}

/** No reservation reaches further ahead; one that does is left from a clock that was wrong. */
const furthestMs = 60_000

/**
 * The budget in the table Pace. Each call is one statement, so that no two replicas get one moment. The clock is the
 * database's: on PostgreSQL the replicas' clocks may differ, and a rehearsal's clock (DONDOC_CLOCK) has no say here.
 */
export function createBudget(db: Db, provider: Provider): Budget {
  const sql = provider === 'sqlite' ? sqlite : postgresql
  return {
    async take(platform, count, spacing) {
      const span = count * spacing
      const [row] = await db.$queryRaw<{ next: unknown; rest: unknown }[]>(sql.take(platform, span))
      return { first: Math.max(0, Number(row?.next ?? span) - span), rest: Math.max(0, Number(row?.rest ?? 0)) }
    },
    async rest(platform, ms) {
      await db.$executeRaw(sql.rest(platform, ms))
    },
  }
}

/** In the form in which Prisma's adapter stores an instant; `julianday` counts days. */
const stored = (days: Prisma.Sql) => Prisma.sql`strftime('%Y-%m-%dT%H:%M:%f+00:00', ${days})`
const now = Prisma.sql`julianday('now')`
const day = Prisma.sql`86400000.0`

const sqlite = {
  take: (platform: string, span: number) => Prisma.sql`
    INSERT INTO "Pace" ("platform", "nextAt") VALUES (${platform}, ${stored(Prisma.sql`${now} + ${span} / ${day}`)})
    ON CONFLICT ("platform") DO UPDATE SET "nextAt" = ${stored(Prisma.sql`
      CASE WHEN julianday("nextAt") > ${now} + ${furthestMs} / ${day} THEN ${now}
      ELSE max(julianday("nextAt"), ${now}) END + ${span} / ${day}`)}
    RETURNING (julianday("nextAt") - ${now}) * ${day} AS next, (julianday("restUntil") - ${now}) * ${day} AS rest`,
  rest: (platform: string, ms: number) => Prisma.sql`
    INSERT INTO "Pace" ("platform", "nextAt", "restUntil")
    VALUES (${platform}, ${stored(now)}, ${stored(Prisma.sql`${now} + ${ms} / ${day}`)})
    ON CONFLICT ("platform") DO UPDATE SET "restUntil" =
      ${stored(Prisma.sql`max(coalesce(julianday("Pace"."restUntil"), 0), ${now} + ${ms} / ${day})`)}`,
}

const utc = Prisma.sql`(clock_timestamp() AT TIME ZONE 'UTC')`
const after = (ms: number) => Prisma.sql`${ms}::double precision * interval '1 millisecond'`
const until = (column: Prisma.Sql) => Prisma.sql`(EXTRACT(EPOCH FROM ${column} - ${utc}) * 1000)::double precision`

const postgresql = {
  take: (platform: string, span: number) => Prisma.sql`
    INSERT INTO "Pace" ("platform", "nextAt") VALUES (${platform}, ${utc} + ${after(span)})
    ON CONFLICT ("platform") DO UPDATE SET "nextAt" =
      CASE WHEN "Pace"."nextAt" > ${utc} + ${after(furthestMs)} THEN ${utc}
      ELSE GREATEST("Pace"."nextAt", ${utc}) END + ${after(span)}
    RETURNING ${until(Prisma.sql`"nextAt"`)} AS next, ${until(Prisma.sql`"restUntil"`)} AS rest`,
  rest: (platform: string, ms: number) => Prisma.sql`
    INSERT INTO "Pace" ("platform", "nextAt", "restUntil") VALUES (${platform}, ${utc}, ${utc} + ${after(ms)})
    ON CONFLICT ("platform") DO UPDATE SET "restUntil" = GREATEST("Pace"."restUntil", ${utc} + ${after(ms)})`,
}
