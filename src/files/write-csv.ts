import { stringify } from 'csv-stringify/sync'
import { isNotComputed } from '../texts/not-computed.ts'

/**
 * A table as CSV that spreadsheet programs open as it is meant: UTF-8 with a byte order mark, commas. A cell that they
 * would take for a formula, and one that reads like an error of theirs, gets an apostrophe in front, and one more where
 * it begins with such already, so that the import can take it off again (`unguarded` in src/imports/sheets/sheet.ts).
 */
export function writeCsv(table: readonly (readonly string[])[]): Uint8Array {
  const cells = table.map((row) => row.map((cell) => (guarded(cell) ? `'${cell}` : cell)))
  const text = stringify(cells, { bom: true, record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
  return new TextEncoder().encode(text)
}

const guarded = (cell: string): boolean => /^'*[=+\-@\t\r]/.test(cell) || isNotComputed(cell.replace(/^'+/, ''))
