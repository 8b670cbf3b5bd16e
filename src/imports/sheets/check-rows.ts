import type { z } from 'zod'
import type { Columns } from './columns.ts'
import { findBrokenNames, findHidden, settle, warnOfBrokenTexts } from './doubts.ts'
import type { ReadColumn } from './reading.ts'
import type { ImportOptions, Problem } from './report.ts'
import type { Sheet } from './sheet.ts'
import { checkSlashDates } from './slash-dates.ts'
import { headingsOf } from './vocabulary.ts'

export type GoodRow<T> = {
  readonly number: number
  readonly value: T
  readonly cells: Readonly<Record<string, string>>
}
export type CheckedRows<T> = {
  readonly good: readonly GoodRow<T>[]
  readonly problems: readonly Problem[]
  /** What keeps nothing out: see `Columns.free`, `checkSlashDates`, and doubts that somebody has accepted. */
  readonly warnings: readonly Problem[]
  readonly unknownColumns: readonly string[]
  readonly usable: boolean
  /** How each heading was read: `column` is null where it is not known. */
  readonly columns: readonly ReadColumn[]
}

/**
 * Parses every row by itself. A required column that is missing makes the file unusable, and so does a hidden one that
 * nobody accepts; an unknown one is only named, since what it holds is left alone. Cells that do not hold what somebody
 * wrote make their rows bad, whatever the column would make of them.
 */
export function checkRows<T>(
  sheet: Sheet,
  columns: Columns,
  schema: z.ZodType<T>,
  { accept }: Pick<ImportOptions, 'accept'>,
): CheckedRows<T> {
  const known = [...columns.required, ...columns.optional]
  const unknownColumns = sheet.columns.filter((name) => !known.includes(name)).map((name) => name.replace(/^\? /, ''))
  const missing = columns.required.filter((name) => !sheet.columns.includes(name))
  const headerRow = sheet.headerRow ?? 1
  const read = (sheet.readings ?? []).map((one) => (known.includes(one.column) ? one : { ...one, column: null }))
  const { headingProblems = [], notes = [] } = sheet
  if (missing.length > 0 || headingProblems.length > 0) {
    const problems = missing.map((column) => ({
      row: headerRow,
      column,
      reason: `the column is missing; its heading would be ${headingsOf(columns.subject, column)}${columns.instead?.[column] ?? ''}`,
    }))
    const all = [...headingProblems, ...problems]
    return { good: [], problems: all, warnings: notes, unknownColumns, usable: false, columns: read }
  }
  const doubtful = settle([...findHidden(sheet, known), ...findBrokenNames(sheet, columns)], accept)
  const dates = checkSlashDates(sheet, columns.dates ?? [])
  const faults = (sheet.faults ?? []).filter(({ column }) => column === undefined || known.includes(column))
  const spoilt = new Set(faults.map((one) => one.row))
  const good: GoodRow<T>[] = []
  const problems: Problem[] = [...faults, ...doubtful.problems, ...dates.problems, ...findDates(sheet, columns)]
  for (const { number, cells, beyond } of sheet.rows) {
    if (beyond !== undefined) {
      const reason = 'stands outside the named columns; is there a separator too many?'
      problems.push({ row: number, value: beyond, reason })
      continue
    }
    // What a column makes of such a cell would only be said beside.
    if (spoilt.has(number)) continue
    const parsed = schema.safeParse(cells)
    if (parsed.success) good.push({ number, value: parsed.data, cells })
    else problems.push(...parsed.error.issues.map((issue) => toProblem(number, cells, issue)))
  }
  return {
    good: withoutBad(good, problems),
    problems,
    warnings: [
      ...notes.filter(({ column }) => column === undefined || known.includes(column)),
      ...doubtful.warnings,
      ...dates.warnings,
      ...warnOfBrokenTexts(sheet, columns),
    ],
    unknownColumns,
    // The headings and the sheet as a whole cannot be left out.
    usable: problems.every((one) => one.row > headerRow || sheet.rows.some((row) => row.number === one.row)),
    columns: read,
  }
}

/** Texts that the spreadsheet took for dates, such as a key `1-2`. */
const findDates = (sheet: Sheet, columns: Columns): readonly Problem[] =>
  sheet.rows.flatMap(({ number, cells, dates = [] }) =>
    dates
      .filter(
        (column) => [...columns.required, ...columns.optional].includes(column) && !columns.dates?.includes(column),
      )
      .map((column) =>
        problem(number, cells, column, 'is a date in the spreadsheet: format the cell as text and write what is meant'),
      ),
  )

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
