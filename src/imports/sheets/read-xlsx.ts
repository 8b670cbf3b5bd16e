import { strFromU8 } from 'fflate'
import { readXlsx as readWorkbook, type Sheet as WorkSheet } from 'hucre'
import { FileRefused } from './file-refused.ts'
import { countTexts, findLostText } from './lost-texts.ts'
import { withMacrosNamed } from './macros.ts'
import { chooseSheet, type HowToRead, openWorkbook } from './read-workbook.ts'
import type { Sheet, Shown } from './sheet.ts'
import { unpacked } from './unpacked.ts'

/**
 * Reads one sheet of an .xlsx workbook (`chooseSheet`); see `readCell` for its cells. A formula is a fault of its cell, since
 * its stored result may be out of date; cells that are merged below the headings are refused. Which rows and columns are
 * hidden comes along: filtered and folded rows are.
 */
export async function readXlsx(file: string, bytes: Uint8Array, how: HowToRead = {}): Promise<Sheet> {
  refuseUnreadable(file, bytes)
  // With styles: how a number is shown tells whether it is what somebody wrote.
  const sheets = await openWorkbook(file, '.xlsx', () => readWorkbook(bytes, { readStyles: true }))
  return withMacrosNamed(chooseSheet(file, sheets, shownOf, how), bytes)
}

const shownOf = (sheet: WorkSheet): Shown => ({
  sheet: sheet.hidden !== true && sheet.veryHidden !== true,
  row(at) {
    const { hidden = false, height } = sheet.rowDefs?.get(at) ?? {}
    return !hidden && height !== 0
  },
  column(at) {
    const { hidden = false, width } = sheet.columns?.[at] ?? {}
    return !hidden && width !== 0
  },
})

/**
 * Refuses parts that are too large or break off, a sheet that reaches too far, hidden rows without a number, which nothing below this could name, and cells whose
 * text the workbook does not have.
 */
function refuseUnreadable(file: string, bytes: Uint8Array): void {
  // The worksheets, and what stands beside them for all.
  const found = unpacked(file, bytes, /^xl\/(?:worksheets\/)?[^/]+\.xml$/)
  const parts = Object.entries(found).map(([name, part]) => ({ name, text: strFromU8(part) }))
  const isSheet = ({ name }: { readonly name: string }) => name.startsWith('xl/worksheets/')
  const texts = parts.filter((part) => !isSheet(part)).reduce((sum, { text }) => sum + (countTexts(text) ?? 0), 0)
  for (const { name, text } of parts.filter(isSheet)) {
    // What reads it takes a part that breaks off as if its last rows and cells had never been there.
    if (!/<\/(?:\w+:)?(?:worksheet|chartsheet|dialogsheet)>\s*$/.test(text))
      throw new FileRefused(
        `${file}: ${name} in it breaks off before its end; save the file in a spreadsheet program and import again`,
      )
    const far = farthestIn(text)
    if (far !== undefined)
      throw new FileRefused(
        `${file}: a sheet reaches to cell ${far}, far beyond what is read; delete what stands there and import again`,
      )
    if (/<(?:\w+:)?row\b(?![^>]*\br=)[^>]*\bhidden="(?:1|true)"/.test(text))
      throw new FileRefused(
        `${file}: a hidden row has no number; save the file in a spreadsheet program and import again`,
      )
    const lost = findLostText(text, texts)
    if (lost !== undefined)
      throw new FileRefused(
        `${file}: cell ${lost} stands for a text that the file does not have; write it anew, save the file in a spreadsheet program and import again`,
      )
  }
}

const mostCells = 20_000_000
/** The cell to which a sheet reaches, where all up to it would be more than can be read. */
function farthestIn(text: string): string | undefined {
  let [rows, columns, last] = [0, 0, '']
  for (const [, letters = '', row = ''] of text.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    if (Number(row) > rows || column > columns) last = `${letters}${row}`
    rows = Math.max(rows, Number(row))
    columns = Math.max(columns, column)
  }
  return rows * columns > mostCells ? last : undefined
}
