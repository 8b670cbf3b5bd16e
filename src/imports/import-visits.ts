import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Db } from '../database/open.ts'
import { fold } from '../texts/fold.ts'
import { key, moment, optional, required } from './cells.ts'
import { type Columns, checkRows, findTwice, type GoodRow, problem, withoutBad } from './check-rows.ts'
import { conclude, inBatches } from './conclude.ts'
import type { Change, ImportOptions, ImportReport, Problem } from './report.ts'
import type { Sheet } from './sheet.ts'

const columns: Columns = { required: ['team', 'unit', 'starts'], optional: ['ends', 'place', 'note'] }

const visitRow = (zone: string) =>
  z
    .object({
      team: key(40),
      unit: required(),
      starts: moment(zone),
      ends: moment(zone),
      place: optional(),
      note: optional(1000),
    })
    .transform(({ starts, ...row }, ctx) => {
      if (starts instanceof Date) return { ...row, starts }
      ctx.issues.push({ code: 'custom', input: starts, path: ['starts'], message: 'is empty' })
      return z.NEVER
    })
    .refine((row) => !(row.ends instanceof Date) || row.ends > row.starts, {
      path: ['ends'],
      message: 'is not after "starts"',
    })
type VisitRow = z.infer<ReturnType<typeof visitRow>>

/**
 * Imports the teams' visits to units of the plan; times are on the committee's clocks. A visit is the same one when team,
 * unit and start are: then its end, place and note follow the file. Visits that the file does not name stay.
 */
export async function importVisits(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const checked = checkRows(sheet, columns, visitRow(options.zone))
  const stored = await readStored(db)
  const resolved = checked.good.map((row) => ({ row, ...resolve(row, stored) }))
  const problems: Problem[] = [
    ...checked.problems,
    ...resolved.flatMap((one) => one.problems),
    ...findTwice(checked.good, 'starts', (row) => visitKey(row.team, fold(row.unit), row.starts)),
  ]
  const good = new Set(withoutBad(checked.good, problems))
  const change = toChange(
    db,
    resolved.filter((one) => good.has(one.row)),
    stored,
  )
  const { unknownColumns, usable } = checked
  return conclude(
    db,
    { file: sheet.file, kind: 'visits', rows: sheet.rows.length, problems, unknownColumns, usable, change },
    options,
  )
}

type Stored = Awaited<ReturnType<typeof readStored>>
type Resolved = { readonly row: GoodRow<VisitRow>; readonly teamId: string; readonly unitId: string }

async function readStored(db: Db) {
  const [teams, units, visits] = await Promise.all([
    db.team.findMany({ select: { id: true, key: true } }),
    db.unit.findMany({ select: { id: true, name: true } }),
    db.visit.findMany(),
  ])
  return {
    teams: new Map(teams.map((team) => [team.key, team.id])),
    units,
    unitsFolded: Map.groupBy(units, (unit) => fold(unit.name)),
    visits: new Map(visits.map((visit) => [visitKey(visit.teamId, visit.unitId, visit.starts), visit])),
  }
}

const visitKey = (team: string, unit: string, starts: Date) => JSON.stringify([team, unit, starts.toISOString()])

function resolve({ number, cells, value }: GoodRow<VisitRow>, stored: Stored) {
  const problems: Problem[] = []
  const teamId = stored.teams.get(value.team)
  if (teamId === undefined) problems.push(problem(number, cells, 'team', 'there is no such team'))
  const exact = stored.units.filter((unit) => unit.name === value.unit)
  const units = exact.length > 0 ? exact : (stored.unitsFolded.get(fold(value.unit)) ?? [])
  const [unit, ...others] = units
  if (unit === undefined) problems.push(problem(number, cells, 'unit', 'is not a unit of the plan'))
  if (others.length > 0) {
    const names = units.map((one) => one.name).join(', ')
    problems.push(problem(number, cells, 'unit', `may be any of: ${names}; write it with its diacritics`))
  }
  return { teamId: teamId ?? '', unitId: unit?.id ?? '', problems }
}

function toChange(db: Db, rows: readonly Resolved[], stored: Stored): Change {
  const found = rows.map(({ row: { value }, teamId, unitId }) => {
    const { starts, ends, place, note } = value
    const before = stored.visits.get(visitKey(teamId, unitId, starts))
    const given = {
      ...(ends === undefined ? {} : { ends }),
      ...(place === undefined ? {} : { place }),
      ...(note === undefined ? {} : { note }),
    }
    return { before, given, where: { teamId, unitId, starts } }
  })
  const added = found.filter((one) => one.before === undefined)
  const changed = found.flatMap(({ before, given }) =>
    before !== undefined &&
    ((given.ends !== undefined && given.ends?.getTime() !== before.ends?.getTime()) ||
      (given.place !== undefined && given.place !== before.place) ||
      (given.note !== undefined && given.note !== before.note))
      ? [{ id: before.id, given }]
      : [],
  )
  return {
    created: added.length,
    updated: changed.length,
    unchanged: found.length - added.length - changed.length,
    ended: 0,
    writes: [
      ...inBatches(added).map((some) =>
        db.visit.createMany({ data: some.map(({ where, given }) => ({ id: randomUUID(), ...where, ...given })) }),
      ),
      ...changed.map(({ id, given }) => db.visit.update({ where: { id }, data: given, select: { id: true } })),
    ],
  }
}
