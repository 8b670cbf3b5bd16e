import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'

/** What the log says happened to a round that everybody may know, since everybody asked was told. */
const told = [
  ...['round.open', 'round.extend', 'round.close', 'round.reopen', 'round.withdraw', 'round.settle', 'round.due'],
] as const
/** What coordinators and, where it may read what others wrote, the drafting agency know beside it. */
const known = [
  ...['seat.hand-over', 'answer.due', 'answer.settle', 'answer.return', 'answer.publish', 'answer.object'],
] as const
const coordinating = ['ladder.save'] as const

const Facts = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** A line of the log about a round. */
export type LogLine = {
  readonly at: Date
  readonly actor: string
  readonly deed: string
  readonly facts: z.infer<typeof Facts>
}

/** What went out at one moment by one rule, or by one press, about a round. */
export type NudgeGroup = {
  readonly at: Date
  readonly kind: string
  readonly step: string
  readonly byId: string | null
  readonly count: number
  /** How many of them are not known to have arrived, and wait for nothing. */
  readonly lost: number
}

/** The newest lines of the log about a round, as far as the reader may know them. */
export async function readLog(
  { db, actor }: Pick<Context, 'db' | 'actor'>,
  round: string,
  { others, take }: { readonly others: boolean; readonly take: number },
): Promise<readonly LogLine[]> {
  const deeds = [...told, ...(others ? known : []), ...(actor.roles.has('coordinator') ? coordinating : [])]
  const rows = await db.audit.findMany({
    where: { subject: round, deed: { in: deeds } },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take,
    select: { at: true, actor: true, deed: true, facts: true },
  })
  return rows.map((row) => ({ ...row, facts: Facts.parse(JSON.parse(row.facts)) }))
}

/** The newest nudges and reminders about a round, those of one moment and rule together: one statement. */
export async function readNudgeGroups(
  { db }: Pick<Context, 'db'>,
  round: string,
  take: number,
): Promise<readonly NudgeGroup[]> {
  const groups = await db.$queryRaw<(Omit<NudgeGroup, 'count' | 'lost'> & { count: bigint; lost: bigint })[]>`
    SELECT n."at", n."kind", n."step", n."byId", COUNT(*) AS "count",
           COUNT(CASE WHEN o."status" IN (${Prisma.join(['unsure', 'failed', 'unreachable'])}) THEN 1 END) AS "lost"
    FROM "Nudge" n LEFT JOIN "Outbox" o ON o."key" = n."outboxKey"
    WHERE n."roundId" = ${round} AND n."subject" IS NULL AND n."kind" IN ('step', 'snooze', 'reminder')
    GROUP BY n."at", n."kind", n."step", n."byId" ORDER BY n."at" DESC, n."step" LIMIT ${take}`
  return groups.map(({ count, lost, ...group }) => ({ ...group, count: Number(count), lost: Number(lost) }))
}
