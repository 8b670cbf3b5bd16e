import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { longestVisitDays, spanOf } from '../visits.ts'
import { type Conflict, findConflicts, type Other, type Proposal } from './conflicts.ts'

/** Reads what a proposal may clash with, by index around its days, and finds the conflicts. */
export async function readConflicts(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>,
  proposal: Proposal,
): Promise<readonly Conflict[]> {
  const { db, now, zone, calendar } = ctx
  const [unit, years, others] = await Promise.all([
    db.unit.findUnique({ where: { id: proposal.unitId } }),
    db.planUnit.findMany({ where: { unitId: proposal.unitId }, select: { plan: { select: { year: true } } } }),
    readOthers(ctx, proposal),
  ])
  const teams = [...new Set([proposal.teamId, ...others.map((other) => other.teamId)])]
  const seats = await db.duty.findMany({
    where: { teamId: { in: teams } },
    include: { person: { select: { name: true, organisation: true } } },
  })
  const absences = await db.absence.findMany({
    where: {
      endedAt: null,
      personId: {
        in: [...new Set(seats.filter((seat) => seat.teamId === proposal.teamId).map((seat) => seat.personId))],
      },
    },
    select: { personId: true, fromDay: true, toDay: true },
  })
  return findConflicts(proposal, {
    now,
    zone,
    calendar,
    years: years.map(({ plan }) => plan.year).sort((a, b) => a - b),
    unit: {
      fromDay: unit?.fromDay ?? null,
      toDay: unit?.toDay ?? null,
      names: [unit?.name ?? '', ...(unit?.shortNames ?? '').split('|')],
    },
    people: new Map(seats.map((seat) => [seat.personId, seat.person])),
    seats,
    others,
    absences,
  })
}

/** The visits that may touch the proposal's days: none lasts longer than a month. */
async function readOthers(
  { db, zone }: Pick<Context, 'db' | 'zone'>,
  { starts, ends }: Proposal,
): Promise<readonly Other[]> {
  if (starts === null) return []
  const span = spanOf({ starts, ends }, zone)
  const from = toInstant(addDays(dayIn(span.starts, zone), -longestVisitDays), '00:00', zone)
  const until = toInstant(addDays(dayIn(span.ends, zone), 1), '00:00', zone)
  const rows = await db.visit.findMany({
    where: { starts: { gte: from, lt: until }, state: { not: 'cancelled' } },
    include: { team: { select: { name: true } }, unit: { select: { name: true } } },
  })
  return rows.flatMap(({ id, number, teamId, unitId, starts, ends, team, unit }) =>
    starts === null ? [] : [{ id, number, teamId, team: team.name, unitId, unit: unit.name, starts, ends }],
  )
}
