import { FileRefused } from './file-refused.ts'

/** One row of a file with its number as the operator sees it, and its non-empty or empty cells by column name. */
export type SheetRow = {
  readonly number: number
  readonly cells: Readonly<Record<string, string>>
  /** A cell beyond the header's last column: a separator too many. */
  readonly beyond?: string
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
}

/** Trimmed and in NFC: a name typed on a Mac (NFD) and one typed on Windows are the same name. */
export const tidy = (cell: string) => cell.normalize('NFC').trim()

/**
 * The sheet without the apostrophes that our own export puts before what a spreadsheet program would take for a formula
 * (src/exports/write-csv.ts): one less of each cell that has them.
 */
export function unguarded(sheet: Sheet): Sheet {
  if (sheet.guarded !== true) return sheet
  const bare = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? tidy(cell.slice(1)) : cell)
  const rows = sheet.rows.map((row) => ({
    ...row,
    cells: Object.fromEntries(Object.entries(row.cells).map(([column, cell]) => [column, bare(cell)])),
  }))
  return { ...sheet, rows }
}

/** Makes a sheet of a table whose first row names the columns. Refuses a header with a name twice, and a file without rows. */
export function toSheet(file: string, table: readonly (readonly string[])[]): Sheet {
  const [header, ...body] = table
  if (header === undefined) throw new FileRefused(`${file}: the file is empty`)
  const names = header.map((name) => tidy(name).toLowerCase())
  const columns = names.filter((name) => name !== '')
  refuseTwice(file, columns)
  const rows = body.flatMap((record, index) => {
    const cells = record.map(tidy)
    if (cells.every((cell) => cell === '')) return []
    const named = names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at] ?? ''] as const]))
    const beyond = cells.find((cell, at) => cell !== '' && (names[at] ?? '') === '')
    return [{ number: index + 2, cells: Object.fromEntries(named), ...(beyond === undefined ? {} : { beyond }) }]
  })
  if (rows.length === 0) throw new FileRefused(`${file}: there are no rows below the header`)
  return { file, columns, rows }
}

function refuseTwice(file: string, columns: readonly string[]): void {
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) throw new FileRefused(`${file}: the column "${twice}" stands twice in the header (row 1)`)
}
