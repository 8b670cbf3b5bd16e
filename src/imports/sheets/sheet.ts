import { isNotComputed } from '../../texts/not-computed.ts'
import type { Reading } from './reading.ts'
import type { Problem } from './report.ts'
import { tidy } from './texts.ts'

/** One row of a file with its number as the operator sees it, and its non-empty or empty cells by column name. */
export type SheetRow = {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  /** A cell beyond the header's last column: a separator too many. */
  readonly beyond?: string
  /** The columns whose cell is a date of the spreadsheet's own, not text. */
  readonly dates?: readonly string[]
  /** Those of them that are a time of the day without a day. */
  readonly times?: readonly string[]
  /** The spreadsheet does not show the row. */
  readonly hidden?: true
}

/** A file as text: every cell trimmed and in NFC, dates as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Blank rows are left out. */
export type Sheet = {
  /** The file's name without its folder. */
  readonly file: string
  /** The sheet of a workbook. */
  readonly name?: string
  /** Our names of the columns, and in lower case those that are not known, in the file's order. */
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** The row with the headings, where there is one; 1 unless something stands above. */
  readonly headerRow?: number
  /** How each heading was read. */
  readonly readings?: readonly Reading[]
  /** What stands above the headings, a text a row. */
  readonly titles?: readonly string[]
  /** What is wrong with the headings themselves: nothing below them can be taken. */
  readonly headingProblems?: readonly Problem[]
  /** A CSV file: an apostrophe before a sign that begins a formula may be a guard; see `unguarded`. */
  readonly guarded?: true
  /** Cells that do not hold what was meant; their rows are bad. */
  readonly faults?: readonly Problem[]
  /** What was read in another way than it stands there, and what was left out; it keeps nothing out. */
  readonly notes?: readonly Problem[]
  /** What of the workbook is not shown: the sheet itself, or columns of it by name. */
  readonly hidden?: { readonly sheet: boolean; readonly columns: readonly string[] }
  /** A date cell that is shown with the month first, as the sheet shows it. */
  readonly monthFirst?: string
}

/** A cell of a spreadsheet as text, why that is not what was meant, and whether it is a date of the spreadsheet's own. */
export type SheetCell = {
  readonly text: string
  readonly fault?: string
  readonly date?: true
  /** It is a time of the day, which a fault says; the day may stand in another column. */
  readonly time?: true
  /** The font that the cell is shown in, where that says which letters it holds. */
  readonly font?: string
}

/** What a spreadsheet knows of its rows and columns besides their cells; both are counted from 0. */
export type Shown = { readonly sheet: boolean; row(at: number): boolean; column(at: number): boolean }

/**
 * The sheet without the apostrophes that our own export puts before what a spreadsheet program would take for a formula,
 * and before what the import takes for a value that could not be computed (src/files/write-csv.ts): one less of each
 * cell that has them.
 */
export function unguarded(sheet: Sheet): Sheet {
  if (sheet.guarded !== true) return sheet
  const bare = (cell: string) =>
    /^'+[=+\-@\t\r]/.test(cell) || (/^'/.test(cell) && isNotComputed(cell.replace(/^'+/, '')))
      ? tidy(cell.slice(1))
      : cell
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, bare(cell)])),
  }))
  return { ...sheet, rows }
}

/** Said of a formula that stands where its value is meant. */
export const formulaAsText = 'is a formula that was not computed: write its value'

/** Said of a text in a file that cannot tell an error from a text. */
export const notComputed = 'is what a program writes where it has no value: write the value, or nothing to empty it'
