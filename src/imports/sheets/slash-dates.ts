import type { Problem } from './report.ts'
import type { Sheet } from './sheet.ts'

type Slashed = {
  readonly row: number
  readonly column: string
  readonly cell: string
  readonly first: number
  readonly second: number
}

/**
 * Dates such as `6/5/2020` in the columns that take dates. They are read day first; in a file where another date shows
 * the month first (`6/25/2020`, or a date cell shown so) that would be a guess, so each that could be either is a
 * problem. Where nothing in the file shows an order a warning says how they are read; and so where some dates of a
 * column are text and others the spreadsheet's own: a program set to months first takes `06/05/2020` for June 5, and
 * leaves `13/05/2020` as text.
 */
export function checkSlashDates(
  sheet: Sheet,
  columns: readonly string[],
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const all = columns.flatMap((column) => sheet.rows.flatMap((row) => slashed(row.number, column, row.cells[column])))
  const either = all.filter(({ first, second }) => first <= 12 && second <= 12 && first !== second)
  const monthFirst = all.find(({ first, second }) => first <= 12 && second > 12)
  const shown =
    monthFirst === undefined ? sheet.monthFirst : `row ${monthFirst.row}, ${monthFirst.column}: ${monthFirst.cell}`
  if (shown !== undefined) {
    const reason = `may be day or month first: other dates show the month first (${shown}); write it as 2020-06-08`
    return { problems: either.map(({ row, column, cell }) => ({ row, column, value: cell, reason })), warnings: [] }
  }
  return {
    problems: [],
    warnings: [...orderUnknown(all, either), ...columns.flatMap((name) => mixed(sheet, all, name))],
  }
}

function slashed(row: number, column: string, cell = ''): Slashed[] {
  const [, first, second] = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/.exec(cell) ?? []
  return first === undefined ? [] : [{ row, column, cell, first: Number(first), second: Number(second) }]
}

function orderUnknown(all: readonly Slashed[], either: readonly Slashed[]): Problem[] {
  const [one] = either
  if (one === undefined || all.some(({ first }) => first > 12)) return []
  const reason = `is read as day ${one.first} of month ${one.second}, as all such dates of the file (${either.length}); none of them shows which comes first`
  return [{ row: one.row, column: one.column, value: one.cell, reason }]
}

function mixed(sheet: Sheet, all: readonly Slashed[], column: string): Problem[] {
  const text = all.find((one) => one.column === column && one.first > 12)
  const cells = sheet.rows.filter((row) => row.dates?.includes(column) === true)
  const swappable = cells.filter((row) => Number((row.cells[column] ?? '').slice(8, 10)) <= 12)
  // A program that had taken the day for the day would have made dates of the later days of a month too.
  if (text === undefined || swappable.length === 0 || swappable.length < cells.length) return []
  const rows = swappable.map((row) => row.number)
  const reason = `is text, and the dates that the spreadsheet knows as such (rows ${rows.slice(0, 10).join(', ')}${rows.length > 10 ? ' and more' : ''}) may have day and month swapped: look at them`
  return [{ row: text.row, column, value: text.cell, reason }]
}
