import writeXlsxFile from 'write-excel-file/node'

/** A column of a sheet: what its header says, and how many characters wide it is shown. */
export type SheetColumn = { readonly name: string; readonly width: number }

/** A table as a workbook with one sheet: every cell is text, so nothing in it is a formula; the header stays in view. */
export async function writeXlsx(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const header = columns.map(({ name }) => ({ value: name, type: String, fontWeight: 'bold' as const }))
  const body = rows.map((row) =>
    row.map((value) =>
      value === '' ? null : { value: escaped(value), type: String, ...(value.includes('\n') ? { wrap: true } : {}) },
    ),
  )
  const widths = columns.map(({ width }) => ({ width }))
  return await writeXlsxFile([header, ...body], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer()
}

/**
 * `_x0041_` stands for a character in a workbook (ECMA-376, ST_Xstring); one that somebody wrote is no such thing. And
 * write-excel-file looks texts up in a plain object, where `valueOf` stands already: such a word begins with a code.
 */
function escaped(text: string): string {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
  if (!(plain in Object.prototype)) return plain
  return `_x${plain.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${plain.slice(1)}`
}
