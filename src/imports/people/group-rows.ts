import { type GoodRow, problem } from '../sheets/check-rows.ts'
import type { Problem } from '../sheets/report.ts'
import type { Sheet } from '../sheets/sheet.ts'
import type { PersonRow } from './people-row.ts'

/** The rows of one person: the first has their details as all have, and each its roles and days. */
export type PersonRows = { readonly row: GoodRow<PersonRow>; readonly rows: readonly GoodRow<PersonRow>[] }

/**
 * Puts the rows of each person together. Several rows of one key are one person's roles over time where all else in them
 * is the same and no role stands there twice for a day; otherwise each of them is bad, for which is meant would be a guess.
 */
export function groupRows(rows: readonly GoodRow<PersonRow>[]): {
  readonly people: readonly PersonRows[]
  readonly problems: readonly Problem[]
} {
  const problems: Problem[] = []
  const people = [...Map.groupBy(rows, (row) => row.value.key).values()].flatMap((same): PersonRows[] => {
    const [row] = same
    if (row === undefined) return []
    const details = new Set(same.map((one) => JSON.stringify({ ...one.value, role: [], from: null, to: null })))
    const clash = same.some((one, at) => same.slice(at + 1).some((other) => overlap(one.value, other.value)))
    if (details.size === 1 && !clash) return [{ row, rows: same }]
    const reason = `stands in several rows: ${same.map((one) => one.number).join(', ')}`
    problems.push(...same.map((one) => problem(one.number, one.cells, 'key', reason)))
    return []
  })
  return { people, problems }
}

function overlap(one: PersonRow, other: PersonRow): boolean {
  if (!one.role.some((role) => other.role.includes(role))) return false
  const before = (a: PersonRow, b: PersonRow) => typeof a.to === 'string' && typeof b.from === 'string' && a.to < b.from
  return !before(one, other) && !before(other, one)
}

/** Good rows of a person of whom another row is bad: what that row says would be missing, as if the file did not say it. */
export function findHalved(sheet: Sheet, good: readonly GoodRow<PersonRow>[], problems: readonly Problem[]): Problem[] {
  const bad = new Set(problems.map((one) => one.row))
  const badOf = Map.groupBy(
    sheet.rows.filter((row) => bad.has(row.number)),
    (row) => row.cells.key ?? '',
  )
  return good.flatMap((row) => {
    const other = badOf.get(row.value.key)?.find(({ number }) => number !== row.number)
    if (other === undefined || bad.has(row.number)) return []
    return [problem(row.number, row.cells, 'key', `is the person of row ${other.number}, which is bad`)]
  })
}
