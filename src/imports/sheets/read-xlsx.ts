import { strFromU8, unzipSync } from 'fflate'
import { type Cell, cellRef, HucreError, rangeRef, readXlsx as readWorkbook, type Sheet as WorkSheet } from 'hucre'
import { FileRefused } from './file-refused.ts'
import { countTexts, findLostText } from './lost-texts.ts'
import { type Sheet, type SheetCell, toSheet } from './sheet.ts'
import { readCell, showsMonthFirst } from './xlsx-cell.ts'

/** An unpacked part beyond this is refused: a small archive can hold gigabytes of zeros. */
const largestPart = 100_000_000

/**
 * Reads a workbook with one sheet that holds data; see `readCell` for its cells. Refuses formulas (their stored result
 * may be out of date) and merged cells (which rows they stand for is a guess), naming the cell. Which rows and columns
 * are hidden comes along: filtered and folded rows are.
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet> {
  refuseUnreadable(file, bytes)
  const sheets = await open(file, bytes)
  for (const sheet of sheets) refuseGuesswork(file, sheet)
  const filled = sheets.filter((sheet) =>
    sheet.rows.some((row) => row.some((value) => String(value ?? '').trim() !== '')),
  )
  const [only, ...others] = filled
  if (only === undefined) throw new FileRefused(`${file}: the workbook is empty`)
  if (others.length > 0) {
    const names = filled.map((sheet) => `"${sheet.name}"${isHidden(sheet) ? ' (hidden)' : ''}`).join(', ')
    throw new FileRefused(`${file}: several sheets hold data (${names}); keep one`)
  }
  return readSheet(file, only)
}

function readSheet(file: string, sheet: WorkSheet): Sheet {
  let monthFirst: string | undefined
  const table = sheet.rows.map((row, rowAt) =>
    row.map((value, columnAt): SheetCell => {
      const cell = cellAt(sheet, rowAt, columnAt)
      const at = cellRef(rowAt, columnAt)
      const read = readCell(at, value, cell)
      if (read.date === true && showsMonthFirst(cell)) monthFirst ??= `cell ${at} (${read.text})`
      return read
    }),
  )
  const shown = toSheet(file, table, {
    sheet: !isHidden(sheet),
    row(at) {
      const { hidden = false, height } = sheet.rowDefs?.get(at) ?? {}
      return !hidden && height !== 0
    },
    column(at) {
      const { hidden = false, width } = sheet.columns?.[at] ?? {}
      return !hidden && width !== 0
    },
  })
  return monthFirst === undefined ? shown : { ...shown, monthFirst }
}

const isHidden = (sheet: WorkSheet) => sheet.hidden === true || sheet.veryHidden === true
const cellAt = (sheet: WorkSheet, row: number, column: number): Cell | undefined => sheet.cells?.get(`${row},${column}`)

async function open(file: string, bytes: Uint8Array): Promise<readonly WorkSheet[]> {
  try {
    // With styles: how a number is shown tells whether it is what somebody wrote.
    return (await readWorkbook(bytes, { readStyles: true })).sheets
  } catch (error) {
    if (error instanceof HucreError) throw new FileRefused(`${file}: not a readable .xlsx workbook: ${error.message}`)
    throw error
  }
}

function refuseGuesswork(file: string, sheet: WorkSheet): void {
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.formula === undefined && cell.type !== 'formula') continue
    const [row = 0, column = 0] = place.split(',').map(Number)
    const at = cellRef(row, column)
    throw new FileRefused(`${file}: cell ${at} holds a formula; paste its value instead and import again`)
  }
  const [merged] = sheet.merges ?? []
  if (merged === undefined) return
  const range = rangeRef(merged.startRow, merged.startCol, merged.endRow, merged.endCol)
  throw new FileRefused(`${file}: cells ${range} are merged; take them apart and import again`)
}

/**
 * Refuses parts that are too large, hidden rows without a number, which nothing below this could name, and cells whose
 * text the workbook does not have.
 */
function refuseUnreadable(file: string, bytes: Uint8Array): void {
  const parts = Object.entries(unpacked(file, bytes)).map(([name, part]) => ({ name, text: strFromU8(part) }))
  const isSheet = ({ name }: { readonly name: string }) => name.startsWith('xl/worksheets/')
  const texts = parts.filter((part) => !isSheet(part)).reduce((sum, { text }) => sum + (countTexts(text) ?? 0), 0)
  for (const { text } of parts.filter(isSheet)) {
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

/** The worksheets, and what stands beside them for all. */
function unpacked(file: string, bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, {
      filter(part) {
        if (part.originalSize > largestPart) throw new FileRefused(`${file}: ${part.name} in it is larger than 100 MB`)
        return /^xl\/(?:worksheets\/)?[^/]+\.xml$/.test(part.name)
      },
    })
  } catch (error) {
    if (error instanceof FileRefused) throw error
    return {} // not an archive: `open` says so
  }
}
