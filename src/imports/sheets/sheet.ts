import { isFormula, isNotComputed } from '../../texts/not-computed.ts'
import { FileRefused } from './file-refused.ts'
import type { Problem } from './report.ts'

/** One row of a file with its number as the operator sees it, and its non-empty or empty cells by column name. */
export type SheetRow = {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  /** A cell beyond the header's last column: a separator too many. */
  readonly beyond?: string
  /** The columns whose cell is a date of the spreadsheet's own, not text. */
  readonly dates?: readonly string[]
  /** The spreadsheet does not show the row. */
  readonly hidden?: true
}

/** A file as text: every cell trimmed and in NFC, dates as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. Blank rows are left out. */
export type Sheet = {
  /** The file's name without its folder. */
  readonly file: string
  /** Column names in lower case, in the file's order. */
  readonly columns: readonly string[]
  readonly rows: readonly SheetRow[]
  /** A CSV file: an apostrophe before a sign that begins a formula may be a guard; see `unguarded`. */
  readonly guarded?: true
  /** Cells that do not hold what was meant; their rows are bad. */
  readonly faults?: readonly Problem[]
  /** What of the workbook is not shown: the sheet itself, or columns of it by name. */
  readonly hidden?: { readonly sheet: boolean; readonly columns: readonly string[] }
  /** A date cell that is shown with the month first, as the sheet shows it. */
  readonly monthFirst?: string
}

/** A cell of a spreadsheet as text, why that is not what was meant, and whether it is a date of the spreadsheet's own. */
export type SheetCell = { readonly text: string; readonly fault?: string; readonly date?: true }

/** What a spreadsheet knows of its rows and columns besides their cells; both are counted from 0. */
export type Shown = { readonly sheet: boolean; row(at: number): boolean; column(at: number): boolean }

/** Trimmed and in NFC: a name typed on a Mac (NFD) and one typed on Windows are the same name. */
export const tidy = (cell: string) => cell.normalize('NFC').trim()

/** The signs that nobody sees: zero-width ones and the soft hyphen. What is called by a name with one looks the same. */
export const withoutUnseen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')

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

/**
 * Makes a sheet of a table whose first row names the columns. Texts are those of a file that has no errors and formulas of
 * its own, so one that spells such an error or formula is a fault. Refuses a header with a name twice or without what it should say, and a
 * file without rows.
 */
export function toSheet(file: string, table: readonly (readonly (string | SheetCell)[])[], shown?: Shown): Sheet {
  const [header, ...body] = table.map((record) => record.map(toCell))
  if (header === undefined) throw new FileRefused(`${file}: the file is empty`)
  const wrong = header.find((cell) => cell.fault !== undefined)
  if (wrong !== undefined) throw new FileRefused(`${file}: the header (row 1) has "${wrong.text}": ${wrong.fault}`)
  const names = header.map(({ text }) => withoutUnseen(text).trim().toLowerCase())
  const columns = names.filter((name) => name !== '')
  refuseTwice(file, columns)
  const faults: Problem[] = []
  const rows = body.flatMap((cells, index) => {
    if (cells.every(({ text, fault }) => text === '' && fault === undefined)) return []
    const number = index + 2
    const named = names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at] ?? blank] as const]))
    for (const [column, { text, fault }] of named)
      if (fault !== undefined)
        faults.push({ row: number, column, ...(text === '' ? {} : { value: text }), reason: fault })
    const beyond = cells.find(({ text, fault }, at) => (text !== '' || fault !== undefined) && (names[at] ?? '') === '')
    const dates = named.flatMap(([column, { date }]) => (date === true ? [column] : []))
    return [
      {
        number,
        cells: Object.fromEntries(named.map(([column, { text }]) => [column, text])),
        ...(beyond === undefined ? {} : { beyond: beyond.text }),
        ...(dates.length === 0 ? {} : { dates }),
        ...(shown?.row(index + 1) === false ? { hidden: true as const } : {}),
      },
    ]
  })
  if (rows.length === 0) throw new FileRefused(`${file}: there are no rows below the header`)
  return { file, columns, rows, ...(faults.length === 0 ? {} : { faults }), ...hiddenOf(names, shown) }
}

const blank: SheetCell = { text: '' }

function toCell(cell: string | SheetCell): SheetCell {
  if (typeof cell !== 'string') return { ...cell, text: tidy(cell.text) }
  const text = tidy(cell)
  if (isFormula(text)) return { text, fault: formulaAsText }
  return isNotComputed(text) ? { text, fault: notComputed } : { text }
}

/** Said of a formula that stands where its value is meant. */
export const formulaAsText = 'is a formula that was not computed: write its value'

/** Said of a text in a file that cannot tell an error from a text. */
export const notComputed = 'is what a program writes where it has no value: write the value, or nothing to empty it'

function hiddenOf(names: readonly string[], shown: Shown | undefined): Pick<Sheet, 'hidden'> {
  if (shown === undefined) return {}
  const columns = names.filter((name, at) => name !== '' && !shown.column(at))
  return shown.sheet && columns.length === 0 ? {} : { hidden: { sheet: !shown.sheet, columns } }
}

function refuseTwice(file: string, columns: readonly string[]): void {
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) throw new FileRefused(`${file}: the column "${twice}" stands twice in the header (row 1)`)
}
