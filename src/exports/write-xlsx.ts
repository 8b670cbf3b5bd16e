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

/** `_x0041_` stands for a character in a workbook (ECMA-376, ST_Xstring); one that somebody wrote is no such thing. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
