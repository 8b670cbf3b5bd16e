import { CsvError, parse } from 'csv-parse/sync'
import { FileRefused } from './file-refused.ts'
import { findHeader } from './header.ts'
import type { HowToRead } from './read-workbook.ts'
import type { Sheet } from './sheet.ts'
import { toSheet } from './to-sheet.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * Reads CSV in UTF-8, with or without a byte order mark, or in UTF-16 with one (Excel's "Unicode Text"), separated by
 * commas, semicolons (Excel writes them where the decimal sign is a comma) or tabs. Refuses other encodings, since names
 * would be stored as rubbish.
 */
export function readCsv(file: string, bytes: Uint8Array, { vocabulary, font }: HowToRead = {}): Sheet {
  const text = decode(file, bytes)
  const table = records(file, text, vocabulary)
  const sheet = toSheet(file, table, {
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(font === undefined ? {} : { font }),
  })
  const header = table[(sheet.headerRow ?? 1) - 1]
  const last = table.at(-1)
  // Programs leave out separators where nothing follows them, but end the line.
  if (header === undefined || last === undefined || last.length >= header.length || /[\r\n]$/.test(text))
    return { ...sheet, guarded: true }
  const reason = `has ${last.length} cells where the header has ${header.length}, and the file ends without a line break: is it cut off?`
  return { ...sheet, guarded: true, faults: [...(sheet.faults ?? []), { row: table.length, reason }] }
}

function decode(file: string, bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new FileRefused(`${file}: the text is not UTF-8; save it as "CSV UTF-8" and import again`)
  }
}

const separators = [',', ';', '\t'] as const

/** Excel's own first line, which says by what the others are separated; a spreadsheet program shows no such row. */
const announced = /^sep=(.)(?:\r\n|\n|\r)/i

function records(file: string, text: string, vocabulary: Vocabulary | undefined): string[][] {
  const [line = '', said] = announced.exec(text) ?? []
  const rest = text.slice(line.length)
  const delimiter = said ?? separatorOf(rest, vocabulary)
  try {
    // Blank lines are kept here, so that a row's number is the one that a spreadsheet program shows.
    return parse(rest, { delimiter, relax_column_count: true, skip_empty_lines: false })
  } catch (error) {
    if (error instanceof CsvError) throw new FileRefused(`${file}: not a well-formed CSV file: ${error.message}`)
    throw error
  }
}

/** The separator by which a line reads as the headings; where none does, that of which the first line has most. */
function separatorOf(text: string, vocabulary: Vocabulary | undefined): string {
  const lines = text.split(/\r\n|\n|\r/, 40)
  const [first = ''] = lines
  const counted = separators.map((separator) => {
    const cells = lines.map((line) => line.split(separator).map((cell) => cell.replaceAll('"', '')))
    const known = vocabulary === undefined ? 0 : (findHeader(cells, vocabulary)?.known ?? 0)
    return { separator, known, count: first.split(separator).length }
  })
  const [best] = counted.toSorted((one, other) => other.known - one.known || other.count - one.count)
  return best?.separator ?? ','
}
