import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../../database/db.ts'
import { isToGo } from '../../database/rests.ts'
import { takeTurn } from '../../database/turns.ts'
import { type Checked, conclude, inBatches, nothing } from '../sheets/conclude.ts'
import { settle } from '../sheets/doubts.ts'
import { parseJson } from '../sheets/read-json.ts'
import type { Change, ImportOptions, ImportReport, Problem } from '../sheets/report.ts'
import type { Sheet } from '../sheets/sheet.ts'
import { headOf, itemsOf, PlanFile, teamsOf, unitsOf } from './plan-file.ts'
import { planFromSheet } from './plan-from-sheet.ts'
import { findBroken, findKept, findTwice, findTwins } from './plan-problems.ts'
import { goneItems, type Lists, readStored, type Stored } from './stored-plan.ts'

/** A plan file as read: JSON, or a sheet with an item a row. */
export type PlanSource =
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly sheet: Sheet }

/**
 * Imports a year's plan from JSON or from a sheet. Items are found again by key and units by name. An item that the new
 * file no longer names is removed, unless rounds, proposals or documents hang on it: that is a problem of the file. A unit
 * that it no longer names is not to be inspected in that year; it is removed where no other plan, no visit and no succession
 * names it. A plan is taken whole or not at all, also with `skipBad`. Problems of JSON name an item's place in the list
 * (from 1) as their row, those of a sheet its row; row 0 is the file as a whole.
 */
export async function importPlan(db: Db, source: PlanSource, options: ImportOptions): Promise<ImportReport> {
  if ('sheet' in source) return importSheet(db, source.sheet, options)
  const value = parseJson(source.file, source.bytes)
  const turns = await takeTurn(db, 'imports')
  const shell = { file: source.file, kind: 'plan', unknownColumns: [], usable: false, turns } as const
  const text = new TextDecoder().decode(source.bytes)
  return take(db, { shell, value, text, problems: [], rowOf: (one) => one.row }, options)
}

async function importSheet(db: Db, sheet: Sheet, options: ImportOptions): Promise<ImportReport> {
  const turns = await takeTurn(db, 'imports')
  const plans = await db.plan.findMany({
    include: { items: true, units: { include: { unit: true }, orderBy: { position: 'asc' } } },
  })
  const stored = plans.map((plan) => ({ ...plan, units: plan.units.map(({ unit }) => unit) }))
  const { checked, plan } = planFromSheet(sheet, stored, options)
  const { columns, unknownColumns, warnings } = checked
  const shell = { file: sheet.file, kind: 'plan', unknownColumns, usable: false, turns, columns } as const
  if (plan === undefined || checked.problems.length > 0) {
    const problems = [...checked.problems, ...(plan?.problems ?? [])]
    return conclude(db, { ...shell, rows: sheet.rows.length, problems, change: nothing, warnings }, options)
  }
  const rowOf = ({ row, column = '' }: Problem) =>
    (column.startsWith('items.') ? plan.itemRows : plan.unitRows)[row - 1] ?? row
  const { file: value, problems, teams } = plan
  return take(db, { shell, value, text: JSON.stringify(value, null, 2), problems, rowOf, teams, warnings }, options)
}

/** A plan in the form of its JSON file, and what was found so far. */
type Given = {
  readonly shell: Omit<Checked, 'rows' | 'problems' | 'change' | 'warnings'>
  readonly value: unknown
  readonly text: string
  readonly problems: readonly Problem[]
  /** The row in which what a problem names stands. */
  rowOf(one: Problem): number
  /** The teams that a sheet names; JSON counts them. */
  readonly teams?: readonly { readonly key: string; readonly name: string }[]
  readonly warnings?: readonly Problem[]
}

async function take(db: Db, given: Given, options: ImportOptions): Promise<ImportReport> {
  const { shell, value, text, rowOf, teams, warnings = [] } = given
  const placed = (some: readonly Problem[]) => some.map((one) => ({ ...one, row: rowOf(one) }))
  const parsed = PlanFile.safeParse(value)
  if (!parsed.success) {
    const wrong = placed(parsed.error.issues.map((issue) => toProblem(issue.path, issue.message)))
    const problems = [...given.problems, ...wrong]
    return conclude(db, { ...shell, rows: 0, problems, change: nothing, warnings }, options)
  }
  const file = parsed.data
  const lists = { items: itemsOf(file), units: unitsOf(file), teams: teams ?? teamsOf(file) }
  const stored = await readStored(db, file.plan.year)
  const head = headOf(file, text)
  const broken = settle(findBroken(head, lists), options.accept)
  const found = [...broken.problems, ...findTwice(lists), ...findTwins(lists, stored), ...findKept(lists, stored)]
  const problems = [...given.problems, ...placed(found)]
  const rows = 1 + lists.items.length + lists.units.length + lists.teams.length
  // A sheet that says what is stored changes nothing, though it is other bytes than the file that said it first.
  const same = teams === undefined ? head : { ...head, source: stored.plan?.source ?? text }
  const change = (as: typeof head) => toChange(db, as, lists, stored, options.now)
  const first = problems.length > 0 ? nothing : change(same)
  const whole = first.writes.length === 0 ? first : change(head)
  const told = [...warnings, ...placed(broken.warnings)]
  return conclude(db, { ...shell, rows, problems, change: whole, warnings: told }, options)
}

function toChange(db: Db, head: ReturnType<typeof headOf>, lists: Lists, stored: Stored, now: Date): Change {
  const { plan } = stored
  const planId = plan?.id ?? randomUUID()
  const headChanged = plan !== undefined && (plan.sample || differs(head, plan))
  const items = split(lists.items, new Map(stored.items.map((item) => [item.key, item])), (item) => item.key)
  const units = split(lists.units, new Map(stored.units.map((unit) => [unit.name, unit])), (unit) => unit.name)
  const newTeams = lists.teams.filter((team) => !stored.teams.has(team.key))
  const keys = new Set(lists.items.map((item) => item.key))
  const goneIds = goneItems(stored, keys).map((item) => item.id)
  const inspected = toInspected(planId, lists.units, stored)
  const created = (plan === undefined ? 1 : 0) + items.added.length + inspected.added.length + newTeams.length
  // A unit may be of another kind and stand in another place: it is one row.
  const changedUnits = new Set([...units.changed.map((unit) => unit.id), ...inspected.moved.map((one) => one.unitId)])
  for (const { unitId } of inspected.added) changedUnits.delete(unitId)
  const updated = (headChanged ? 1 : 0) + items.changed.length + changedUnits.size
  const writes: Write[] = [
    ...(plan === undefined
      ? [db.plan.create({ data: { id: planId, ...head, createdAt: now }, select: { id: true } })]
      : []),
    ...(headChanged
      ? [db.plan.update({ where: { id: planId }, data: { ...head, sample: false }, select: { id: true } })]
      : []),
    // A round or a visit that came since the look above keeps what it hangs on: see `rests`.
    ...inBatches(goneIds).map((ids) =>
      db.workItem.deleteMany({
        where: { id: { in: ids }, rounds: { none: {} }, proposals: { none: {} }, documents: { none: {} } },
      }),
    ),
    ...inBatches(inspected.gone).map((some) =>
      db.planUnit.deleteMany({ where: { planId, unitId: { in: some.map((unit) => unit.id) } } }),
    ),
    // Of these, only what nothing else names.
    ...inBatches(inspected.gone).map((some) =>
      db.unit.deleteMany({
        where: {
          id: { in: some.map((unit) => unit.id) },
          successorId: null,
          visits: { none: {} },
          plans: { none: {} },
          predecessors: { none: {} },
        },
      }),
    ),
    ...inBatches(items.added).map((some) =>
      db.workItem.createMany({ data: some.map((item) => ({ id: randomUUID(), planId, ...item })) }),
    ),
    ...items.changed.map(({ id, data }) => db.workItem.update({ where: { id }, data, select: { id: true } })),
    ...inBatches(units.added).map((some) =>
      db.unit.createMany({ data: some.map((unit) => ({ id: inspected.idOf(unit.name), ...unit })) }),
    ),
    ...units.changed.map(({ id, data }) => db.unit.update({ where: { id }, data, select: { id: true } })),
    ...inBatches(inspected.added).map((some) => db.planUnit.createMany({ data: some })),
    ...inspected.moved.map(({ unitId, position }) =>
      db.planUnit.update({
        where: { planId_unitId: { planId, unitId } },
        data: { position },
        select: { unitId: true },
      }),
    ),
    ...inBatches(newTeams).map((some) =>
      db.team.createMany({ data: some.map((team) => ({ id: randomUUID(), ...team })) }),
    ),
  ]
  const rows = 1 + lists.items.length + lists.units.length + lists.teams.length
  return {
    created,
    updated,
    unchanged: rows - created - updated,
    ended: goneIds.length + inspected.gone.length,
    writes,
    rests: [...goneIds.map((id) => isToGo('WorkItem', id)), ...inspected.gone.map((unit) => isToGo('Unit', unit.id))],
  }
}

/** The units that the plan wants inspected, in its order, beside those that it wanted before. */
function toInspected(planId: string, listed: Lists['units'], stored: Stored) {
  const ids = new Map(stored.units.map((unit) => [unit.name, unit.id]))
  for (const { name } of listed) if (!ids.has(name)) ids.set(name, randomUUID())
  const idOf = (name: string) => ids.get(name) ?? ''
  const before = new Map(
    stored.units.flatMap((unit) => unit.plans.filter((one) => one.planId === planId).map((one) => [unit.id, one])),
  )
  const wanted = listed.map(({ name }, at) => ({ planId, unitId: idOf(name), position: at + 1 }))
  const kept = new Set(wanted.map((one) => one.unitId))
  return {
    idOf,
    added: wanted.filter((one) => !before.has(one.unitId)),
    moved: wanted.filter(({ unitId, position }) => (before.get(unitId)?.position ?? position) !== position),
    gone: stored.units.filter((unit) => before.has(unit.id) && !kept.has(unit.id)),
  }
}

/** Tells new entries from changed ones. */
function split<T extends object>(
  list: readonly T[],
  stored: ReadonlyMap<string, T & { readonly id: string }>,
  nameOf: (entry: T) => string,
) {
  const pairs = list.map((data) => ({ data, before: stored.get(nameOf(data)) }))
  return {
    added: pairs.flatMap(({ data, before }) => (before === undefined ? [data] : [])),
    changed: pairs.flatMap(({ data, before }) =>
      before !== undefined && differs(data, before) ? [{ id: before.id, data }] : [],
    ),
  }
}

function differs<T extends object>(wanted: T, stored: T): boolean {
  const before = new Map<string, unknown>(Object.entries(stored))
  return Object.entries(wanted).some(([field, value]) => before.get(field) !== value)
}

function toProblem(path: readonly PropertyKey[], reason: string): Problem {
  const [list, at] = path
  const row = list === 'items' && typeof at === 'number' ? at + 1 : 0
  return { row, column: path.map(String).join('.'), reason }
}
