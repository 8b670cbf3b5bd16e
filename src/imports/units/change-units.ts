import { randomUUID } from 'node:crypto'
import { addDays } from '../../calendar/zoned.ts'
import type { Db, Write } from '../../database/db.ts'
import { covers } from '../../visits/visits.ts'
import { type GoodRow, problem, withoutBad } from '../sheets/check-rows.ts'
import { inBatches } from '../sheets/conclude.ts'
import type { Change, Problem } from '../sheets/report.ts'
import type { UnitRow } from './unit-row.ts'
import { findTwin } from './unit-twins.ts'

/** A unit as it is stored; days are `YYYY-MM-DD`, both of its existence. */
export type StoredUnit = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly shortNames: string | null
  readonly fromDay: string | null
  readonly toDay: string | null
  readonly successorId: string | null
  readonly source: string | null
}

type Wanted = { readonly row: GoodRow<UnitRow>; readonly before: StoredUnit | undefined; readonly after: StoredUnit }

/**
 * What good rows make of the stored units. Units are found by name, and those that the file does not name stay. A new
 * one needs its kind; a successor must be in the file or stored, exist on the day after the last one, and not lead back.
 */
export function changeUnits(
  db: Db,
  rows: readonly GoodRow<UnitRow>[],
  stored: readonly StoredUnit[],
): { readonly change: Change; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  let good = rows
  // A row that falls may be another's successor.
  for (;;) {
    const wanted = want(good, stored)
    const found = wrong(wanted, stored)
    if (found.length === 0) return { change: toChange(db, wanted), problems }
    problems.push(...found)
    good = withoutBad(good, problems)
  }
}

function want(rows: readonly GoodRow<UnitRow>[], stored: readonly StoredUnit[]): readonly Wanted[] {
  const byName = new Map(stored.map((unit) => [unit.name, unit]))
  const ids = new Map(stored.map((unit) => [unit.name, unit.id]))
  for (const { value } of rows) if (!ids.has(value.name)) ids.set(value.name, randomUUID())
  return rows.map((row) => {
    const { value } = row
    const before = byName.get(value.name)
    const kept = <T>(cell: T | undefined, known: T | undefined): T | null =>
      cell === undefined ? (known ?? null) : cell
    const successorId =
      typeof value.successor === 'string'
        ? // Looked for again below, where an unknown one is told.
          (ids.get(value.successor) ?? '')
        : kept<string | null>(value.successor, before?.successorId)
    const after: StoredUnit = {
      id: ids.get(value.name) ?? '',
      name: value.name,
      kind: value.kind ?? before?.kind ?? '',
      shortNames: kept(value.short_names, before?.shortNames),
      fromDay: kept(value.from, before?.fromDay),
      toDay: kept(value.to, before?.toDay),
      successorId,
      source: kept(value.source, before?.source),
    }
    return { row, before, after }
  })
}

function wrong(wanted: readonly Wanted[], stored: readonly StoredUnit[]): Problem[] {
  const all = new Map([...stored, ...wanted.map((one) => one.after)].map((unit) => [unit.id, unit]))
  const named = new Set(wanted.map((one) => one.after.id))
  const predecessors = Map.groupBy(
    stored.filter((unit) => !named.has(unit.id)),
    (unit) => unit.successorId,
  )
  const twinOf = findTwin(stored.map((unit) => unit.name))
  return wanted.flatMap(({ row, before, after }) => {
    const say = (column: string, reason: string) => [problem(row.number, row.cells, column, reason)]
    const twin = before === undefined ? twinOf(after.name) : undefined
    if (twin !== undefined) return say('name', `is "${twin}", spelled in another way: write that`)
    const { fromDay, toDay, successorId } = after
    if (after.kind === '') return say('kind', 'is empty, and the unit is new')
    if (fromDay !== null && toDay !== null && toDay < fromDay) return say('to', 'is before "from"')
    for (const { name, toDay: last } of predecessors.get(after.id) ?? []) {
      if (last === null || covers(after, addDays(last, 1))) continue
      const column = fromDay !== null && fromDay > last ? 'from' : 'to'
      return say(column, `does not exist on ${addDays(last, 1)}, when "${name}" is merged into it`)
    }
    if (successorId === null) return []
    const successor = all.get(successorId)
    if (successor === undefined) return say('successor', 'is neither in the file nor known')
    if (toDay === null) return say('to', 'is empty, and there is a successor: write the last day')
    if (leadsBack(after, all)) return say('successor', 'leads back to the unit itself')
    const next = addDays(toDay, 1)
    return covers(successor, next) ? [] : say('successor', `does not exist on ${next}, the day after "to"`)
  })
}

function leadsBack(unit: StoredUnit, all: ReadonlyMap<string, StoredUnit>): boolean {
  const seen = new Set<string>()
  for (let id = unit.successorId; id !== null && !seen.has(id); id = all.get(id)?.successorId ?? null) {
    if (id === unit.id) return true
    seen.add(id)
  }
  return false
}

function toChange(db: Db, wanted: readonly Wanted[]): Change {
  const added = wanted.filter((one) => one.before === undefined)
  const changed = wanted.flatMap(({ before, after }) => {
    const same =
      before === undefined ||
      (before.kind === after.kind &&
        before.shortNames === after.shortNames &&
        before.fromDay === after.fromDay &&
        before.toDay === after.toDay &&
        before.successorId === after.successorId &&
        before.source === after.source)
    return same ? [] : [after]
  })
  const writes: Write[] = [
    ...inBatches(added).map((some) =>
      // Its successor may come in a later batch.
      db.unit.createMany({ data: some.map(({ after }) => ({ ...after, successorId: null })) }),
    ),
    ...added.flatMap(({ after: { id, successorId } }) =>
      successorId === null ? [] : [db.unit.update({ where: { id }, data: { successorId }, select: { id: true } })],
    ),
    ...changed.map(({ id, name: _, ...data }) => db.unit.update({ where: { id }, data, select: { id: true } })),
  ]
  return {
    created: added.length,
    updated: changed.length,
    unchanged: wanted.length - added.length - changed.length,
    ended: 0,
    writes,
  }
}
