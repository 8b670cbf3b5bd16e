import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { Prisma } from '../../database/generated/sqlite/client.ts'
import { longestVisitDays, spanOf } from '../visits.ts'
import { type Conflict, findConflicts, type Other } from './conflicts.ts'

/** A visit with a date, as far as its conflicts are looked for. */
export type DatedVisit = {
  readonly id: string
  readonly teamId: string
  readonly unitId: string
  readonly starts: Date
  readonly ends: Date | null
}

const dayMs = 86_400_000

/**
 * What speaks against visits as they stand, by their ids; those without a conflict are left out. As `readConflicts` finds
 * them, but for many at once: six statements, however many they are. That a time has passed is no conflict of what stands.
 */
export async function readStandingConflicts(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>,
  visits: readonly DatedVisit[],
  teams: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  if (visits.length === 0) return new Map()
  const { db, zone } = ctx
  const spans = new Map(visits.map((visit) => [visit.id, spanOf(visit, zone)]))
  const first = dayIn(new Date(Math.min(...[...spans.values()].map(({ starts }) => +starts))), zone)
  const last = dayIn(new Date(Math.max(...[...spans.values()].map(({ ends }) => +ends))), zone)
  const until = toInstant(addDays(last, 1), '00:00', zone)
  const [rows, seats, absences] = await Promise.all([
    db.visit.findMany({
      where: {
        starts: { gte: toInstant(addDays(first, -longestVisitDays), '00:00', zone), lt: until },
        state: { not: 'cancelled' },
      },
      select: { id: true, number: true, teamId: true, unitId: true, starts: true, ends: true },
    }),
    db.duty.findMany({
      select: {
        ...{ teamId: true, duty: true, fromDay: true, toDay: true, personId: true },
        person: { select: { name: true, organisation: true } },
      },
    }),
    db.absence.findMany({
      where: { endedAt: null, fromDay: { lte: last }, toDay: { gte: first } },
      select: { personId: true, fromDay: true, toDay: true },
    }),
  ])
  const { units, years } = await readUnits(ctx, [...new Set([...visits, ...rows].map(({ unitId }) => unitId))])
  const others = rows.flatMap(({ starts, ends, ...row }) => {
    if (starts === null) return []
    // With its end stated, it is not looked for once more beside every visit.
    const span = spanOf({ starts, ends }, zone)
    const other: Other = {
      ...{ ...row, ...span, team: teams.get(row.teamId) ?? '', unit: units.get(row.unitId)?.name ?? '' },
      ...(ends === null ? { endAssumed: true as const } : {}),
    }
    // A day more on either side: two visits of one day are told of as well.
    return [{ ...other, from: +span.starts - dayMs, until: +span.ends + dayMs }]
  })
  const people = new Map(seats.map((seat) => [seat.personId, seat.person]))
  const byTeam = Map.groupBy(seats, (seat) => seat.teamId)
  const found = visits.map((visit) => {
    const span = spans.get(visit.id) ?? spanOf(visit, zone)
    const near = others.filter((one) => one.from <= +span.ends && one.until >= +span.starts)
    const unit = units.get(visit.unitId)
    const around = new Set([visit.teamId, ...near.map((one) => one.teamId)])
    const conflicts = findConflicts(
      { ...visit, visitId: visit.id },
      {
        ...ctx,
        ...{ people, absences, others: near, years: years.get(visit.unitId) ?? [] },
        unit: {
          fromDay: unit?.fromDay ?? null,
          toDay: unit?.toDay ?? null,
          names: [unit?.name ?? '', ...(unit?.shortNames ?? '').split('|')],
        },
        seats: [...around].flatMap((team) => byTeam.get(team) ?? []),
      },
    )
    return [visit.id, conflicts.filter(({ kind }) => kind !== 'past')] as const
  })
  return new Map(found.filter(([, conflicts]) => conflicts.length > 0))
}

/** Units by their id, and the years whose plans want each inspected. */
async function readUnits({ db }: Pick<Context, 'db'>, ids: readonly string[]) {
  const [units, planned] = await Promise.all([
    db.unit.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, shortNames: true, fromDay: true, toDay: true },
    }),
    db.$queryRaw<{ unitId: string; year: number }[]>`
      SELECT u."unitId", p."year" FROM "PlanUnit" u JOIN "Plan" p ON p."id" = u."planId"
      WHERE u."unitId" IN (${Prisma.join([...ids])}) ORDER BY p."year"`,
  ])
  const years = new Map<string, number[]>()
  for (const { unitId, year } of planned) years.set(unitId, [...(years.get(unitId) ?? []), Number(year)])
  return { units: new Map(units.map((unit) => [unit.id, unit])), years }
}
