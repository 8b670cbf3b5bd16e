import { SaxesParser } from 'saxes'

/** What a sheet of an OpenDocument workbook does not show: itself, spans of rows and of columns, counted from 0. */
export type HiddenInOds = {
  readonly sheet: boolean
  readonly rows: readonly (readonly [first: number, last: number])[]
  readonly columns: readonly (readonly [first: number, last: number])[]
}

type Counted = { sheet: boolean; rows: [number, number][]; columns: [number, number][]; row: number; column: number }

/**
 * Which sheets, rows and columns the content of an OpenDocument workbook hides, sheet by sheet in its order: by hand
 * (`collapse`), by a filter, or by the sheet's style. ODF 1.3 part 3, 19.749 and 20.401. Nothing of what is no XML.
 */
export function findHiddenInOds(content: string): readonly HiddenInOds[] {
  const sheets: Counted[] = []
  const invisible = new Set<string>()
  let style = ''
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const sheet = sheets.at(-1)
    switch (name) {
      case 'style:style':
        style = attributes['style:name'] ?? ''
        break
      case 'style:table-properties':
        if (attributes['table:display'] === 'false') invisible.add(style)
        break
      case 'table:table':
        sheets.push({
          ...{ sheet: invisible.has(attributes['table:style-name'] ?? ''), rows: [], columns: [] },
          ...{ row: 0, column: 0 },
        })
        break
      case 'table:table-row':
        if (sheet !== undefined) sheet.row = count(sheet.rows, sheet.row, attributes, 'table:number-rows-repeated')
        break
      case 'table:table-column':
        if (sheet !== undefined)
          sheet.column = count(sheet.columns, sheet.column, attributes, 'table:number-columns-repeated')
        break
    }
  })
  // Whoever reads the workbook itself says that it is not well formed.
  parser.on('error', () => {})
  parser.write(content).close()
  return sheets
}

function count(
  spans: [number, number][],
  at: number,
  attributes: Readonly<Record<string, string>>,
  repeated: string,
): number {
  const next = at + Math.max(1, Number(attributes[repeated] ?? '1') || 1)
  const { 'table:visibility': visibility = 'visible' } = attributes
  if (visibility !== 'visible') spans.push([at, next - 1])
  return next
}
