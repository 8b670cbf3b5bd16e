import { addDays } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'
import { type Ending, seatDay } from './seat-day.ts'

type Reading = Pick<Context, 'db' | 'now' | 'zone'>
type Asking = Ending & { readonly id: string }

/** The role of a member on a day, as a condition on stored roles; both ends of a period count. */
export const memberOn = (day: string) => ({
  role: 'member',
  fromDay: { lte: day },
  OR: [{ toDay: null }, { toDay: { gte: day } }],
})

/** The same on a statement's rows `a` of Asked, for what the ORM would take too long for. */
export const holdsSeat = (day: string): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT 1 FROM "Role" r WHERE r."personId" = a."personId" AND r."role" = 'member'
    AND r."fromDay" <= ${day} AND (r."toDay" IS NULL OR r."toDay" >= ${day}))`

/** Somebody asked who is no member on the day that counts. */
export type Former = {
  /** Their first day without the role, `YYYY-MM-DD`; undefined where no period of theirs has ended. */
  readonly since: string | undefined
  /** Who was asked in their place. */
  readonly successorId: string | undefined
}

/**
 * Who of those asked no longer holds the seat, by id: they can neither answer nor be reminded, and where they have not
 * answered they are shown apart and counted nowhere. The one place that says so: board, reminders, digest, escalation and
 * silence that counts all ask here, or use its conditions.
 */
export async function formerIn(ctx: Reading, round: Asking): Promise<ReadonlyMap<string, Former>> {
  return (await formersIn(ctx, [round])).get(round.id) ?? new Map()
}

/** The same of several rounds, by their ids; those in which everybody holds the seat are left out. A statement a day that counts. */
export async function formersIn(
  ctx: Reading,
  rounds: readonly Asking[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Former>>> {
  const byDay = Map.groupBy(rounds, (round) => seatDay(round, ctx.now, ctx.zone))
  const found = new Map<string, ReadonlyMap<string, Former>>()
  for (const [day, some] of byDay)
    for (const [round, former] of await formersOn(ctx, day, some)) found.set(round, former)
  return found
}

async function formersOn(
  ctx: Reading,
  day: string,
  rounds: readonly Asking[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Former>>> {
  const roundId = { in: rounds.map(({ id }) => id) }
  const gone = await ctx.db.asked.findMany({
    where: { roundId, person: { roles: { none: memberOn(day) } } },
    select: { roundId: true, personId: true },
  })
  if (gone.length === 0) return new Map()
  const [periods, successors] = await Promise.all([
    ctx.db.role.findMany({
      where: { role: 'member', toDay: { lt: day }, person: { asked: { some: { roundId } } } },
      select: { personId: true, toDay: true },
    }),
    ctx.db.asked.findMany({
      where: { roundId, insteadOfId: { not: null } },
      select: { roundId: true, personId: true, insteadOfId: true },
    }),
  ])
  const lastDays = new Map<string, string>()
  for (const { personId, toDay } of periods)
    if (toDay !== null && toDay > (lastDays.get(personId) ?? '')) lastDays.set(personId, toDay)
  const inPlaceOf = new Map(successors.map((row) => [`${row.roundId} ${row.insteadOfId}`, row.personId]))
  return new Map(
    [...Map.groupBy(gone, (row) => row.roundId)].map(([round, rows]) => [
      round,
      new Map(
        rows.map(({ personId }) => {
          const last = lastDays.get(personId)
          const since = last === undefined ? undefined : addDays(last, 1)
          return [personId, { since, successorId: inPlaceOf.get(`${round} ${personId}`) }]
        }),
      ),
    ]),
  )
}

/** Who was asked in the round, holds the seat, and has not answered, by id. */
export async function missingIn(ctx: Reading, round: Asking): Promise<readonly string[]> {
  const rows = await ctx.db.asked.findMany({
    where: {
      roundId: round.id,
      person: {
        roles: { some: memberOn(seatDay(round, ctx.now, ctx.zone)) },
        opinions: { none: { roundId: round.id } },
      },
    },
    select: { personId: true },
  })
  return rows.map((row) => row.personId)
}

/** Who was asked in the round and holds the seat, by id: whom news of it concerns. */
export async function seatedIn(ctx: Reading, round: Asking): Promise<readonly string[]> {
  const rows = await ctx.db.asked.findMany({
    where: { roundId: round.id, person: { roles: { some: memberOn(seatDay(round, ctx.now, ctx.zone)) } } },
    select: { personId: true },
  })
  return rows.map((row) => row.personId)
}
