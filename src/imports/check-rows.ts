import type { z } from 'zod'
import type { Problem } from './report.ts'
import type { Sheet } from './sheet.ts'

export type Columns = { readonly required: readonly string[]; readonly optional: readonly string[] }
export type GoodRow<T> = {
  readonly number: number
  readonly value: T
  readonly cells: Readonly<Record<string, string>>
}
export type CheckedRows<T> = {
  readonly good: readonly GoodRow<T>[]
  readonly problems: readonly Problem[]
  readonly unknownColumns: readonly string[]
  readonly usable: boolean
}

/**
 * Parses every row by itself. A required column that is missing makes the file unusable; an unknown one is only named,
 * since what it holds is left alone.
 */
export function checkRows<T>(sheet: Sheet, columns: Columns, schema: z.ZodType<T>): CheckedRows<T> {
  const known = [...columns.required, ...columns.optional]
  const unknownColumns = sheet.columns.filter((name) => !known.includes(name))
  const missing = columns.required.filter((name) => !sheet.columns.includes(name))
  if (missing.length > 0) {
    const problems = missing.map((column) => ({
      row: 1,
      column,
      reason: `the column is missing; known: ${known.join(', ')}`,
    }))
    return { good: [], problems, unknownColumns, usable: false }
  }
  const good: GoodRow<T>[] = []
  const problems: Problem[] = []
  for (const { number, cells, beyond } of sheet.rows) {
    if (beyond !== undefined) {
      const reason = 'stands outside the named columns; is there a separator too many?'
      problems.push({ row: number, value: beyond, reason })
      continue
    }
    const parsed = schema.safeParse(cells)
    if (parsed.success) good.push({ number, value: parsed.data, cells })
    else problems.push(...parsed.error.issues.map((issue) => toProblem(number, cells, issue)))
  }
  return { good, problems, unknownColumns, usable: true }
}

function toProblem(row: number, cells: Readonly<Record<string, string>>, issue: z.core.$ZodIssue): Problem {
  const column = String(issue.path[0] ?? '')
  if (column === '') return { row, reason: issue.message }
  return problem(row, cells, column, issue.message)
}

/** A problem of one cell, with what stands in it. */
export function problem(row: number, cells: Readonly<Record<string, string>>, column: string, reason: string): Problem {
  const value = cells[column]
  return value === undefined || value === '' ? { row, column, reason } : { row, column, value, reason }
}

/**
 * Rows that say the same thing twice: every one of them is bad, for which of them is meant would be a guess. `nameOf`
 * gives what must be unique, undefined where the row has none.
 */
export function findTwice<T>(
  rows: readonly GoodRow<T>[],
  column: string,
  nameOf: (value: T) => string | undefined,
): Problem[] {
  const byName = Map.groupBy(rows, (row) => nameOf(row.value))
  return [...byName].flatMap(([name, same]) => {
    if (name === undefined || same.length === 1) return []
    const reason = `stands in several rows: ${same.map((row) => row.number).join(', ')}`
    return same.map((row) => problem(row.number, row.cells, column, reason))
  })
}

/** The rows that no problem names. */
export function withoutBad<T>(rows: readonly GoodRow<T>[], problems: readonly Problem[]): GoodRow<T>[] {
  const bad = new Set(problems.map((one) => one.row))
  return rows.filter((row) => !bad.has(row.number))
}
