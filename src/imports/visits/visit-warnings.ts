import type { Calendar } from '../../calendar/calendar.ts'
import type { Db } from '../../database/db.ts'
import { en } from '../../texts/en.ts'
import { conflictLine } from '../../visits/cards/conflicts-block.ts'
import { findConflicts, type Other } from '../../visits/conflicts/conflicts.ts'
import { spanOf, type Visit } from '../../visits/visits.ts'
import { problem } from '../sheets/check-rows.ts'
import type { ImportOptions, Problem } from '../sheets/report.ts'
import type { WantedVisit } from './match-visits.ts'

/**
 * What speaks against the rows as they are to be, though nothing forbids them: rows that are left alone, a confirmed
 * visit that is moved, and, with a calendar, the conflicts of all that is new or changed, among the file's rows as well.
 */
export async function warnOfVisits(
  db: Db,
  wanted: readonly WantedVisit[],
  visits: readonly Visit[],
  options: ImportOptions,
): Promise<readonly Problem[]> {
  const { calendar } = options
  const conflicts = calendar === undefined ? [] : await conflictsOf(db, wanted, visits, { ...options, calendar })
  const own = wanted.flatMap(({ row, left, before, after }): Problem[] => {
    const say = (column: string, reason: string) => [problem(row.number, row.cells, column, reason)]
    if (left !== undefined) return say('unit', `KT-${before?.number}: ${left}`)
    if (before === undefined || row.value.state !== 'confirmed' || before.state !== 'confirmed') return []
    const moved = before.teamId !== after.teamId || before.starts?.getTime() !== after.starts?.getTime()
    return moved ? say('state', 'is moved and counts as confirmed, as the file says') : []
  })
  return [...own, ...conflicts].toSorted((one, other) => one.row - other.row)
}

type Placed = Pick<Visit, 'id' | 'number' | 'teamId' | 'unitId' | 'starts' | 'ends'>

async function conflictsOf(
  db: Db,
  wanted: readonly WantedVisit[],
  visits: readonly Visit[],
  options: ImportOptions & { readonly calendar: Calendar },
): Promise<Problem[]> {
  const { zone } = options
  const fresh = wanted.filter((one) => one.left === undefined && isOpen(one) && isChanged(one))
  if (fresh.length === 0) return []
  const { teams, units, seats, absences } = await readAround(db)
  const touched = new Set(wanted.flatMap((one) => one.before?.id ?? []))
  const named = (visit: Placed, code?: string) => {
    const { id, number, teamId, unitId, starts, ends } = visit
    if (starts === null) return []
    const span = spanOf({ starts, ends }, zone)
    const other: Other = {
      ...{ id, number, teamId, unitId, team: teams.get(teamId) ?? '', unit: units.get(unitId)?.name ?? '' },
      ...(code === undefined ? {} : { code }),
      // With its end stated, it is not looked for once more beside every row.
      ...span,
      ...(ends === null ? { endAssumed: true as const } : {}),
    }
    // A day more on either side: two visits of one day are told of as well.
    return [{ ...other, from: span.starts.getTime() - dayMs, until: span.ends.getTime() + dayMs }]
  }
  const others = [
    ...visits.filter((visit) => visit.state !== 'cancelled' && !touched.has(visit.id)).flatMap((visit) => named(visit)),
    ...wanted.flatMap(({ before, after, row }) => {
      if (after.cancelled) return []
      const number = before?.number ?? row.value.visit ?? undefined
      // It gets its number when it is stored.
      const code = number === undefined ? `row ${row.number}` : undefined
      return named({ ...after, id: before?.id ?? `row ${row.number}`, number: number ?? 0 }, code)
    }),
  ]
  const people = new Map(seats.map((seat) => [seat.personId, seat.person]))
  return fresh.flatMap(({ row, before, after }) => {
    const unit = units.get(after.unitId)
    const span = after.starts === null ? undefined : spanOf({ starts: after.starts, ends: after.ends }, zone)
    const near = span === undefined ? [] : others.filter((one) => one.from <= +span.ends && one.until >= +span.starts)
    const around = new Set([after.teamId, ...near.map((one) => one.teamId)])
    const world = {
      ...options,
      years: unit?.plans.map(({ plan }) => plan.year).sort((a, b) => a - b) ?? [],
      unit: {
        fromDay: unit?.fromDay ?? null,
        toDay: unit?.toDay ?? null,
        names: [unit?.name ?? '', ...(unit?.shortNames ?? '').split('|')],
      },
      people,
      seats: seats.filter((seat) => around.has(seat.teamId)),
      others: near,
      absences,
    }
    const proposal = { ...after, visitId: before?.id ?? `row ${row.number}` }
    return findConflicts(proposal, world).map((conflict) =>
      problem(row.number, row.cells, 'unit', conflictLine({ texts: en, zone }, conflict)),
    )
  })
}

const dayMs = 86_400_000

async function readAround(db: Db) {
  const [teams, units, seats, absences] = await Promise.all([
    db.team.findMany({ select: { id: true, name: true } }),
    db.unit.findMany({ include: { plans: { select: { plan: { select: { year: true } } } } } }),
    db.duty.findMany({ include: { person: { select: { name: true, organisation: true } } } }),
    db.absence.findMany({ where: { endedAt: null }, select: { personId: true, fromDay: true, toDay: true } }),
  ])
  return {
    teams: new Map(teams.map(({ id, name }) => [id, name])),
    units: new Map(units.map((unit) => [unit.id, unit])),
    seats,
    absences,
  }
}

/** Whether somebody still has to go there. */
const isOpen = ({ row, before, after }: WantedVisit): boolean =>
  !after.cancelled && (row.value.state ?? before?.state) !== 'done'

/** Whether it is new, or another team, unit or time than was known before. */
const isChanged = ({ before, after }: WantedVisit): boolean =>
  before === undefined ||
  before.state === 'cancelled' ||
  before.teamId !== after.teamId ||
  before.unitId !== after.unitId ||
  before.starts?.getTime() !== after.starts?.getTime() ||
  before.ends?.getTime() !== after.ends?.getTime()
