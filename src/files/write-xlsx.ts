import writeXlsxFile from 'write-excel-file/node'
import { filtered, printedWide, rowHeights } from './sheet-features.ts'

/**
 * A column of a sheet: what its header says, and how many characters wide it is shown. `number`: whole numbers, which are
 * sorted as such.
 */
export type SheetColumn = { readonly name: string; readonly width: number; readonly number?: true }

/** A sheet of notes beside the table: no header, each row as it is. */
export type NotesSheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/**
 * A table as a workbook: every cell is text or a whole number, so nothing in it is a formula; the header stays in view, can
 * be filtered by, and is repeated on each printed page, which is as wide as the table. `notes` is a sheet of its own behind
 * it, where there is one.
 */
export async function writeXlsx(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
  notes?: NotesSheet,
): Promise<Uint8Array> {
  const names = columns.map(({ name }) => name)
  const widths = columns.map(({ width }) => width)
  const header = names.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const, ...shown }))
  const numbers = columns.map(({ number }) => number === true)
  const table = {
    data: [header, ...rows.map((row) => cellsOf(row, numbers))],
    sheet,
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }
  const beside =
    notes === undefined
      ? []
      : [
          {
            data: notes.rows.map((row) => cellsOf(row)),
            sheet: notes.name,
            columns: notes.widths.map((width) => ({ width })),
          },
        ]
  const lines = [{ rows: [names, ...rows], widths }, ...(notes === undefined ? [] : [notes])]
  return await writeXlsxFile([table, ...beside], {
    features: [filtered(sheet, columns.length, rows.length + 1), printedWide(), rowHeights(lines)],
    fontFamily: 'Times New Roman',
    fontSize: 12,
  }).toBuffer()
}

/** Read from its beginning, whole. */
const shown = { alignVertical: 'top', wrap: true, borderStyle: 'thin' } as const

const cellsOf = (row: readonly string[], numbers: readonly boolean[] = []) =>
  row.map((value, at) => {
    if (value === '') return null
    if (numbers[at] === true && /^\d{1,9}$/.test(value)) return { value: Number(value), type: Number, ...shown }
    return { value: escaped(value), type: String, ...shown }
  })

/**
 * `_x0041_` stands for a character in a workbook (ECMA-376, ST_Xstring); one that somebody wrote is no such thing. And
 * write-excel-file looks texts up in a plain object, where `valueOf` stands already: such a word begins with a code.
 */
function escaped(text: string): string {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  if (!(plain in Object.prototype)) return plain
  return `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
}
