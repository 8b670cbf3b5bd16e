import writeXlsxFile from 'write-excel-file/node'

/** A column of a sheet: what its header says, and how many characters wide it is shown. */
export type SheetColumn = { readonly name: string; readonly width: number }

/** A sheet of notes beside the table: no header, each row as it is. */
export type NotesSheet = {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  readonly widths: readonly number[]
}

/**
 * A table as a workbook: every cell is text, so nothing in it is a formula; the header stays in view. `notes` is a sheet
 * of its own behind it, where there is one.
 */
export async function writeXlsx(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
  notes?: NotesSheet,
): Promise<Uint8Array> {
  const header = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }))
  const widths = columns.map(({ width }) => ({ width }))
  const table = { data: [header, ...rows.map(cellsOf)], sheet, columns: widths, stickyRowsCount: 1 }
  if (notes === undefined) {
    const { data, ...options } = table
    return await writeXlsxFile(data, options).toBuffer()
  }
  const beside = {
    data: notes.rows.map(cellsOf),
    sheet: notes.name,
    columns: notes.widths.map((width) => ({ width })),
  }
  return await writeXlsxFile([table, beside]).toBuffer()
}

const cellsOf = (row: readonly string[]) =>
  row.map((value) =>
    value === '' ? null : { value: escaped(value), type: String, ...(value.includes('\n') ? { wrap: true } : {}) },
  )

/**
 * `_x0041_` stands for a character in a workbook (ECMA-376, ST_Xstring); one that somebody wrote is no such thing. And
 * write-excel-file looks texts up in a plain object, where `valueOf` stands already: such a word begins with a code.
 */
function escaped(text: string): string {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  if (!(plain in Object.prototype)) return plain
  return `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
}
