import { strFromU8, unzipSync } from 'fflate'
import readWorkbook, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node'
import { FileRefused } from './file-refused.ts'
import { type Sheet, toSheet } from './sheet.ts'

/** An unpacked part beyond this is refused: a small archive can hold gigabytes of zeros. */
const largestPart = 100_000_000

/**
 * Reads a workbook with one sheet that holds data. A date cell becomes `YYYY-MM-DD`, one with a time `YYYY-MM-DDTHH:MM`:
 * a spreadsheet's dates have no zone. Refuses formulas (their stored result may be out of date) and merged cells (which
 * rows they stand for is a guess), naming the cell.
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Sheet> {
  refuseGuesswork(file, bytes)
  const sheets = await open(file, Buffer.from(bytes))
  const filled = sheets.filter((sheet) => sheet.data.length > 0)
  const [only, ...others] = filled
  if (only === undefined) throw new FileRefused(`${file}: the workbook is empty`)
  if (others.length > 0) {
    const names = filled.map((sheet) => `"${sheet.sheet}"`).join(', ')
    throw new FileRefused(`${file}: several sheets hold data (${names}); keep one`)
  }
  const data: readonly (readonly unknown[])[] = only.data
  return toSheet(
    file,
    data.map((row) => row.map(toText)),
  )
}

async function open(file: string, bytes: Buffer) {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      throw new FileRefused(`${file}: not a readable .xlsx workbook: ${error.message}`)
    throw error
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (!(cell instanceof Date)) return String(cell)
  // A spreadsheet stores 08:00 as a fraction of a day, which comes back as 07:59:59.999.
  const whole = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString()
  return whole.endsWith('T00:00:00.000Z') ? whole.slice(0, 10) : whole.slice(0, 16)
}

function refuseGuesswork(file: string, bytes: Uint8Array): void {
  for (const part of worksheets(file, bytes)) {
    const xml = strFromU8(part)
    const formula = /<(?:\w+:)?c\b[^>]*?\br="([A-Z]+\d+)"[^>]*>\s*<(?:\w+:)?f[\s/>]/.exec(xml)
    if (formula !== null)
      throw new FileRefused(`${file}: cell ${formula[1]} holds a formula; paste its value instead and import again`)
    const merged = /<(?:\w+:)?mergeCell\b[^>]*?\bref="([^"]+)"/.exec(xml)
    if (merged !== null)
      throw new FileRefused(`${file}: cells ${merged[1]} are merged; take them apart and import again`)
  }
}

function worksheets(file: string, bytes: Uint8Array): Uint8Array[] {
  try {
    return Object.values(
      unzipSync(bytes, {
        filter(part) {
          if (part.originalSize > largestPart)
            throw new FileRefused(`${file}: ${part.name} in it is larger than 100 MB`)
          return /^xl\/worksheets\/[^/]+\.xml$/.test(part.name)
        },
      }),
    )
  } catch (error) {
    if (error instanceof FileRefused) throw error
    return [] // not an archive: `open` says so
  }
}
