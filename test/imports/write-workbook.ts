import { strToU8, zipSync } from 'fflate'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** A cell as a workbook has it: a text, or the XML between its opening and its end, with its attributes. */
export type RawCell = string | { readonly attributes: string; readonly inner: string }

/** Formats by their place: `s="1"` in a cell's attributes is the first of `formats`. */
type Options = {
  readonly formats?: readonly string[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
  readonly hiddenSheet?: true
  /** Cells and rows without their addresses, as some programs write them. */
  readonly bare?: true
  /** What stands in the workbook once for all cells; see `sharedCell`. */
  readonly texts?: readonly string[]
}

export const errorCell = (code: string): RawCell => ({ attributes: 't="e"', inner: `<v>${code}</v>` })
export const numberCell = (value: string, format?: number): RawCell => ({
  attributes: format === undefined ? '' : `s="${format}"`,
  inner: `<v>${value}</v>`,
})
/** A cell that stands for one of the workbook's `texts`, counted from 0. */
export const sharedCell = (value: string): RawCell => ({ attributes: 't="s"', inner: `<v>${value}</v>` })
/** A number that is shown in the date format of the country, which is always there. */
export const dateCell = (serial: number, format = 0): RawCell => numberCell(String(serial), format)

/** A workbook with one sheet, cell by cell, for what a program that writes good ones cannot write. Rows and columns count from 1. */
export function workbook(rows: readonly (readonly RawCell[])[], options: Options = {}): Uint8Array {
  const { formats = [], hiddenRows = [], hiddenColumns = [], hiddenSheet, bare, texts } = options
  const body = rows.map((cells, at) => {
    const address = bare === true ? '' : ` r="${at + 1}"`
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : ''
    return `<row${address}${hidden}>${cells.map((cell, column) => cellXml(cell, column, at, bare)).join('')}</row>`
  })
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join('')
  const cols = columns === '' ? '' : `<cols>${columns}</cols>`
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${part}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': xml(
      `<workbook xmlns="${main}" xmlns:r="${related}"><sheets><sheet name="S" sheetId="1"${hiddenSheet === true ? ' state="hidden"' : ''} r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': relations({
      worksheet: 'worksheets/sheet1.xml',
      styles: 'styles.xml',
      ...(texts === undefined ? {} : { sharedStrings: 'sharedStrings.xml' }),
    }),
    ...(texts === undefined ? {} : { 'xl/sharedStrings.xml': sharedTexts(texts) }),
    'xl/styles.xml': styles(formats),
    'xl/worksheets/sheet1.xml': xml(
      `<worksheet xmlns="${main}">${cols}<sheetData>${body.join('')}</sheetData></worksheet>`,
    ),
  })
}

function cellXml(cell: RawCell, column: number, row: number, bare?: true): string {
  const address = bare === true ? '' : ` r="${String.fromCharCode(65 + column)}${row + 1}"`
  if (typeof cell !== 'string') return `<c${address} ${cell.attributes}>${cell.inner}</c>`
  if (cell === '') return bare === true ? '<c/>' : ''
  return `<c${address} t="inlineStr"><is><t>${cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
}

function styles(formats: readonly string[]) {
  const named = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
  )
  const used = formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`)
  return xml(
    `<styleSheet xmlns="${main}"><numFmts count="${named.length}">${named.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${used.length + 1}"><xf numFmtId="0"/>${used.join('')}</cellXfs></styleSheet>`,
  )
}

const sharedTexts = (texts: readonly string[]) =>
  xml(`<sst xmlns="${main}">${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`)

function relations(targets: Readonly<Record<string, string>>) {
  const all = Object.entries(targets).map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${related}/${type}" Target="${target}"/>`,
  )
  return xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`,
  )
}

const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`)
