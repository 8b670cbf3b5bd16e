import { strFromU8 } from 'fflate'
import { readOds as readWorkbook, type Sheet as WorkSheet } from 'hucre'
import { FileRefused } from './file-refused.ts'
import { withMacrosNamed } from './macros.ts'
import { findHiddenInOds } from './ods-hidden.ts'
import { chooseSheet, type HowToRead, openWorkbook } from './read-workbook.ts'
import type { Sheet } from './sheet.ts'
import { unpacked } from './unpacked.ts'

/** Reads one sheet of an OpenDocument workbook (.ods), as `readXlsx` reads its own kind. */
export async function readOds(file: string, bytes: Uint8Array, how: HowToRead = {}): Promise<Sheet> {
  const parts = unpacked(file, bytes, /^(?:content|styles|META-INF\/manifest)\.xml$/)
  const text = (name: string) => (parts[name] === undefined ? '' : strFromU8(parts[name]))
  if (/encryption-data/.test(text('META-INF/manifest.xml')))
    throw new FileRefused(`${file}: the workbook is locked with a password; save it without one and import again`)
  const sheets = await openWorkbook(file, '.ods', () => readWorkbook(bytes, { readStyles: true }))
  const hidden = findHiddenInOds(text('content.xml'))
  const shown = (_: WorkSheet, at: number) => ({
    sheet: hidden[at]?.sheet !== true,
    row: (row: number) => !isIn(hidden[at]?.rows, row),
    column: (column: number) => !isIn(hidden[at]?.columns, column),
  })
  return withMacrosNamed(chooseSheet(file, sheets, shown, how), bytes)
}

const isIn = (spans: readonly (readonly [first: number, last: number])[] = [], at: number): boolean =>
  spans.some(([first, last]) => first <= at && at <= last)
