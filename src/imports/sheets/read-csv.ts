import { CsvError, parse } from 'csv-parse/sync'
import { FileRefused } from './file-refused.ts'
import { type Sheet, toSheet } from './sheet.ts'

/**
 * Reads CSV in UTF-8, with or without a byte order mark, separated by commas or semicolons (Excel writes semicolons
 * where the decimal sign is a comma). Refuses other encodings, since names would be stored as rubbish.
 */
export function readCsv(file: string, bytes: Uint8Array): Sheet {
  const text = decode(file, bytes)
  const table = records(file, text)
  const sheet = toSheet(file, table)
  const [header] = table
  const last = table.at(-1)
  // Programs leave out separators where nothing follows them, but end the line.
  if (header === undefined || last === undefined || last.length >= header.length || /[\r\n]$/.test(text))
    return { ...sheet, guarded: true }
  const reason = `has ${last.length} cells where the header has ${header.length}, and the file ends without a line break: is it cut off?`
  return { ...sheet, guarded: true, faults: [...(sheet.faults ?? []), { row: table.length, reason }] }
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused(`${file}: the text is not UTF-8; save it as "CSV UTF-8" and import again`)
  }
}

function records(file: string, text: string): string[][] {
  const [header = ''] = text.split(/\r\n|\n|\r/, 1)
  const delimiter = count(header, ';') > count(header, ',') ? ';' : ','
  try {
    // Blank lines are kept here, so that a row's number is the one that a spreadsheet program shows.
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused(`${file}: not a well-formed CSV file: ${error.message}`)
    throw error
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1
