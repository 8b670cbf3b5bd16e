import { type Cell, type CellValue, cellRef, EncryptedFileError, HucreError, type Sheet as WorkSheet } from 'hucre'
import { fold } from '../../texts/fold.ts'
import { FileRefused } from './file-refused.ts'
import { findHeader } from './header.ts'
import type { FontName } from './mend-text.ts'
import type { Sheet, SheetCell, Shown } from './sheet.ts'
import { toSheet } from './to-sheet.ts'
import type { Vocabulary } from './vocabulary.ts'
import { readCell, showsMonthFirst } from './xlsx-cell.ts'

/** How a file is to be read: what it is about, which sheet of it, and in what font its texts are. */
export type HowToRead = {
  readonly vocabulary?: Vocabulary
  readonly sheet?: string
  readonly font?: FontName
}

/** What a workbook says of its sheets besides what the library reads; by their places among all sheets. */
export type Hidden = (sheet: WorkSheet, at: number) => Shown

/**
 * The one sheet of a workbook that is meant: that which was named, else the one that holds data, else the one whose headings
 * are those of the subject. Refuses where none is, or several are. What is left alone is told of.
 */
export function chooseSheet(file: string, sheets: readonly WorkSheet[], hidden: Hidden, how: HowToRead): Sheet {
  const filled = sheets.flatMap((sheet, at) => (isFilled(sheet) ? [{ sheet, at }] : []))
  if (filled.length === 0) throw new FileRefused(`${file}: the workbook is empty`)
  const { sheet, at } = meant(file, filled, hidden, how)
  const read = readSheet(file, sheet, hidden(sheet, at), how, filled.length > 1 || how.sheet !== undefined)
  const others = filled.filter((one) => one.at !== at)
  if (others.length === 0) return read
  const reason = `only the sheet "${sheet.name}" was read; left alone: ${named(others, hidden)}`
  return { ...read, notes: [{ row: 0, reason }, ...(read.notes ?? [])] }
}

type Filled = { readonly sheet: WorkSheet; readonly at: number }

function meant(
  file: string,
  filled: readonly Filled[],
  hidden: Hidden,
  { vocabulary, sheet: wanted }: HowToRead,
): Filled {
  if (wanted !== undefined) {
    const same = (one: Filled) => one.sheet.name === wanted
    const alike = filled.filter(({ sheet }) => fold(sheet.name) === fold(wanted))
    const found = filled.find(same) ?? (alike.length === 1 ? alike[0] : undefined)
    if (found !== undefined) return found
    throw new FileRefused(`${file}: there is no sheet "${wanted}" with data; there are: ${named(filled, hidden)}`)
  }
  const [only, ...others] = filled
  if (only !== undefined && others.length === 0) return only
  const fitting =
    vocabulary === undefined ? [] : filled.filter(({ sheet }) => findHeader(textsOf(sheet), vocabulary) !== undefined)
  const [one, ...more] = fitting
  if (one !== undefined && more.length === 0) return one
  if (vocabulary === undefined)
    throw new FileRefused(`${file}: several sheets hold data (${named(filled, hidden)}); keep one`)
  if (one === undefined)
    throw new FileRefused(
      `${file}: no sheet has a row that reads as the headings of ${vocabulary.subject}; there are: ${named(filled, hidden)}`,
    )
  throw new FileRefused(
    `${file}: several sheets may hold the ${vocabulary.subject} (${named(fitting, hidden)}); name one of them with --sheet`,
  )
}

const named = (some: readonly Filled[], hidden: Hidden): string =>
  some.map(({ sheet, at }) => `"${sheet.name}"${hidden(sheet, at).sheet ? '' : ' (hidden)'}`).join(', ')

const isFilled = ({ rows }: WorkSheet) => rows.some((row) => row.some((value) => String(value ?? '').trim() !== ''))

const textsOf = ({ rows }: WorkSheet): readonly (readonly string[])[] =>
  rows.slice(0, 40).map((row) => row.map((value) => String(value ?? '')))

function readSheet(file: string, sheet: WorkSheet, shown: Shown, how: HowToRead, isNamed: boolean): Sheet {
  let monthFirst: string | undefined
  const table = sheet.rows.map((row, rowAt) =>
    row.map((value, columnAt): SheetCell => {
      const cell = cellAt(sheet, rowAt, columnAt)
      const at = cellRef(rowAt, columnAt)
      const read =
        cell?.formula === undefined && cell?.type !== 'formula' ? readCell(at, value, cell) : formula(at, value)
      if (read.date === true && showsMonthFirst(cell)) monthFirst ??= `cell ${at} (${read.text})`
      const font = cell?.style?.font?.name
      return font === undefined ? read : { ...read, font }
    }),
  )
  const { vocabulary, font } = how
  const read = toSheet(file, table, {
    shown,
    ...(isNamed ? { name: sheet.name } : {}),
    ...(sheet.merges === undefined ? {} : { merges: sheet.merges }),
    ...(vocabulary === undefined ? {} : { vocabulary }),
    ...(font === undefined ? {} : { font }),
  })
  return monthFirst === undefined ? read : { ...read, monthFirst }
}

/** Its stored result may be out of date. */
const formula = (at: string, value: CellValue): SheetCell => ({
  text: value instanceof Date ? value.toISOString() : String(value ?? ''),
  fault: `cell ${at} holds a formula: paste its value instead`,
})

const cellAt = (sheet: WorkSheet, row: number, column: number): Cell | undefined => sheet.cells?.get(`${row},${column}`)

/** The sheets that a library reads; refuses what it cannot read, in words for whoever sent the file. */
export async function openWorkbook(
  file: string,
  ending: string,
  read: () => Promise<{ readonly sheets: readonly WorkSheet[] }>,
): Promise<readonly WorkSheet[]> {
  try {
    return (await read()).sheets
  } catch (error) {
    if (error instanceof EncryptedFileError)
      throw new FileRefused(`${file}: the workbook is locked with a password; save it without one and import again`)
    if (error instanceof HucreError)
      throw new FileRefused(`${file}: not a readable ${ending} workbook: ${error.message}`)
    throw error
  }
}
