import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../../database/db.ts'
import { takeTurn } from '../../database/turns.ts'
import { changeVisit, createVisit, type Doer, readConcerned } from '../../visits/changes/change-visit.ts'
import { gatherTold } from '../../visits/changes/tell-import.ts'
import { liveKeyOf, visitColumns } from '../../visits/visits.ts'
import { findTeams } from '../people/find-team.ts'
import { lines } from '../sheets/cells.ts'
import { checkRows, findTwice, problem, withoutBad } from '../sheets/check-rows.ts'
import { conclude, inBatches } from '../sheets/conclude.ts'
import type { Change, ImportOptions, ImportReport, Problem } from '../sheets/report.ts'
import { type Sheet, unguarded } from '../sheets/sheet.ts'
import { findUnits, type UnitNames } from '../units/find-unit.ts'
import type { PlacedRow } from './claim-visits.ts'
import { chosen, findClashes, matchVisits, type WantedVisit } from './match-visits.ts'
import { visitColumnNames, visitRow, yearOf } from './visit-row.ts'
import { warnOfVisits } from './visit-warnings.ts'
import { withDays } from './with-days.ts'

/**
 * Imports the teams' visits; times are on the committee's clocks, and a row without one assigns the unit to the team. A
 * row with a code (`KT-12`) is that visit, whatever else has changed of it, and a new one of that number where there is
 * none; without, it is the visit of the same team and unit at the same time. Visits that the file does not name stay.
 * Everybody concerned gets one notification. Conflicts are told as warnings and forbid nothing.
 */
export async function importVisits(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const checked = checkRows(withDays(unguarded(sheet)), visitColumnNames, visitRow(options.zone), options)
  const turns = await takeTurn(db, 'imports')
  const stored = await readStored(db, options)
  const placed = checked.good.map((row) => place(row, stored))
  const matched = matchVisits(
    placed.filter((one) => one.problems.length === 0),
    stored,
  )
  const problems: Problem[] = [
    ...checked.problems,
    ...placed.flatMap((one) => one.problems),
    ...matched.flatMap((one) => one.problems),
    ...findTwice(checked.good, 'visit', (row) => row.visit?.toString()),
  ]
  const good = withoutClashes(matched, stored, problems)
  const change = await toChange(db, good, stored, options)
  const warnings = [...checked.warnings, ...(await warnOfVisits(db, good, stored.visits, options))]
  const { unknownColumns, usable } = checked
  return conclude(
    db,
    {
      file: sheet.file,
      kind: 'visits',
      rows: sheet.rows.length,
      problems,
      unknownColumns,
      usable,
      change,
      turns,
      warnings,
      columns: checked.columns,
    },
    options,
  )
}

/** The next numbers go on from the highest, and people type seven digits. */
const highestNew = 999_999

type Stored = Awaited<ReturnType<typeof readStored>>

async function readStored(db: Db, { now, zone }: ImportOptions) {
  const [teams, units, visits, plan] = await Promise.all([
    db.team.findMany({ select: { id: true, key: true, name: true } }),
    db.unit.findMany({ select: { id: true, name: true, shortNames: true } }),
    db.visit.findMany({ orderBy: { number: 'asc' }, ...visitColumns }),
    db.plan.findFirst({ orderBy: { year: 'desc' }, select: { year: true } }),
  ])
  const names: UnitNames = findUnits(units)
  const year = plan?.year ?? yearOf(now, zone)
  const ids = new Map(teams.map((team) => [team.key, team.id]))
  const called = findTeams(teams)
  const teamId = (cell: string) => ids.get(called(cell) ?? '')
  return { teamId, names, visits, zone, year }
}

function place(row: PlacedRow['row'], stored: Stored): PlacedRow & { readonly problems: readonly Problem[] } {
  const { number, cells, value } = row
  const problems: Problem[] = []
  const teamId = stored.teamId(value.team)
  if (teamId === undefined)
    problems.push(problem(number, cells, 'team', 'there is no such team; import the teams first'))
  const unit = stored.names(value.unit)
  if ('reason' in unit) problems.push(problem(number, cells, 'unit', unit.reason))
  if ((value.visit ?? 0) > highestNew && stored.visits.every((visit) => visit.number !== value.visit))
    problems.push(
      problem(number, cells, 'visit', `there is no such visit, and a new one is KT-${highestNew} at the most`),
    )
  return { row, teamId: teamId ?? '', unitId: 'id' in unit ? unit.id : '', problems }
}

/** The rows that can all stand together. A row that falls leaves its stored visit where another may have wanted to be. */
function withoutClashes(matched: readonly WantedVisit[], stored: Stored, problems: Problem[]): readonly WantedVisit[] {
  for (;;) {
    const rows = new Set(
      withoutBad(
        matched.map((one) => one.row),
        problems,
      ),
    )
    const good = matched.filter((one) => rows.has(one.row))
    const clashes = findClashes(good, stored.visits)
    if (clashes.length === 0) return good
    problems.push(...clashes)
  }
}

async function toChange(
  db: Db,
  wanted: readonly WantedVisit[],
  stored: Stored,
  { now, zone, actor }: ImportOptions,
): Promise<Change> {
  const person = actor === 'cli' ? null : await db.person.findUnique({ where: { key: actor }, select: { id: true } })
  const doer: Doer = { db, now, zone, actor: { id: person?.id ?? actor, key: actor } }
  const teams = wanted.flatMap(({ before, after }) => [after.teamId, ...(before === undefined ? [] : [before.teamId])])
  const concerned = await readConcerned(doer, teams)
  const { tell, notifications } = gatherTold()
  const changed = wanted.flatMap((one) => {
    const { before, after, row, left } = one
    if (before === undefined || left !== undefined) return []
    const { cancelled: _, ...terms } = after
    const report = chosen(row.value.report, before.report, lines)
    const { state } = row.value
    const writes = changeVisit(
      doer,
      before,
      { ...terms, report, ...(state === undefined ? {} : { state }) },
      concerned,
      tell,
    )
    return writes.length === 0 ? [] : [{ one, before, writes }]
  })
  const added = wanted.filter((one) => one.before === undefined)
  const named = added.flatMap((one) => one.row.value.visit ?? [])
  let last = Math.max(0, ...named, ...stored.visits.map((visit) => visit.number))
  const created = added.flatMap(({ row: { value }, after }): readonly Write[] => {
    const { cancelled: _, ...terms } = after
    const number = value.visit ?? ++last
    const { state = 'planned', report = null } = value
    return createVisit(doer, { id: randomUUID(), number, ...terms, state, report }, concerned, tell)
  })
  const moving = changed.filter(({ one, before }) => one.after.cancelled || liveKeyOf(one.after) !== before.liveKey)
  return {
    created: added.length,
    updated: changed.length,
    unchanged: wanted.length - added.length - changed.length,
    ended: 0,
    writes: [
      // Two visits that change places would each find the other's key taken.
      ...inBatches(moving).map((some) =>
        db.visit.updateMany({ where: { id: { in: some.map((one) => one.before.id) } }, data: { liveKey: null } }),
      ),
      ...changed.flatMap((one) => one.writes),
      ...created,
      ...notifications(doer),
    ],
  }
}
