import { isFormula, isNotComputed } from '../../texts/not-computed.ts'
import { FileRefused } from './file-refused.ts'
import { findHeader, letterOf, nameColumns } from './header.ts'
import { type FontName, type MendedText, mendText } from './mend-text.ts'
import { type Merge, refuseMerges, spreadDown } from './merged.ts'
import type { Reading } from './reading.ts'
import type { Problem } from './report.ts'
import { formulaAsText, notComputed, type Sheet, type SheetCell, type SheetRow, type Shown } from './sheet.ts'
import { tidy, withoutUnseen } from './texts.ts'
import { headingsOf, type Vocabulary } from './vocabulary.ts'

/** What is known of a table besides its cells, and how its headings and letters are to be read. */
export type Around = {
  /** The sheet of a workbook. */
  readonly name?: string
  readonly shown?: Shown
  readonly merges?: readonly Merge[]
  /** Without it the first row has the headings, and they are our own names. */
  readonly vocabulary?: Vocabulary
  /** What somebody has said of the letters of the whole file. */
  readonly font?: FontName
}

/** Some thousand people are a large committee; what is stored in one transaction takes about a second a thousand rows. */
const mostRows = 20_000

/** Refuses more rows than one transaction takes in good time, naming the first that is too many. */
export function refuseTooMany(where: string, rows: readonly SheetRow[]): void {
  const first = rows[mostRows]
  if (first === undefined) return
  throw new FileRefused(
    `${where}: ${rows.length} rows, and at most ${mostRows} are taken at once: cut the file before row ${first.number} and import both parts`,
  )
}

type ReadCell = SheetCell & { readonly mended?: MendedText }

/**
 * Makes a sheet of a table. With a vocabulary the headings are looked for below whatever stands above them; without, they
 * are the first row. Texts are those of a file that has no errors and formulas of its own, so one that spells such an error
 * or formula is a fault. Refuses headings that cannot be told or stand there twice, cells that are merged below them, and
 * a file without rows.
 */
export function toSheet(file: string, table: readonly (readonly (string | SheetCell)[])[], around: Around = {}): Sheet {
  const { name, shown, merges = [], vocabulary } = around
  const where = name === undefined ? file : `${file}, sheet "${name}"`
  const all = table.map((record) => record.map((cell) => toCell(cell, around.font)))
  if (all.length === 0) throw new FileRefused(`${where}: the file is empty`)
  const spread = spreadDown(all, merges)
  const at = vocabulary === undefined ? 0 : headerAt(where, spread, vocabulary)
  const header = spread[at] ?? []
  const headerRow = at + 1
  const wrong = header.find((cell) => cell.fault !== undefined)
  if (wrong !== undefined)
    throw new FileRefused(`${where}: the header (row ${headerRow}) has "${wrong.text}": ${wrong.fault}`)
  refuseMerges(where, merges, at)
  const headings = header.map(({ text }) => text)
  const { names, problems } =
    vocabulary === undefined
      ? { names: headings.map((text) => withoutUnseen(text).trim().toLowerCase()), problems: [] }
      : nameColumns(headings, vocabulary, headerRow)
  const columns = names.filter((one) => one !== '')
  refuseTwice(where, columns, headerRow)
  const numbering = isNumbering(all[at + 1] ?? []) ? at + 1 : undefined
  const body = all.flatMap((cells, index) => (index <= at || index === numbering ? [] : [{ cells, index }]))
  const { rows, faults, mended } = readBody(body, names, shown)
  if (rows.length === 0) throw new FileRefused(`${where}: there are no rows below the header (row ${headerRow})`)
  refuseTooMany(where, rows)
  const notes = [
    ...(numbering === undefined ? [] : [{ row: numbering + 1, reason: 'numbers the columns and is left out' }]),
    ...mended,
  ]
  const titles = all.slice(0, at).flatMap((cells) => {
    const texts = cells.map(({ text }) => text).filter((text) => text !== '')
    return texts.length === 0 ? [] : [texts.join(' ')]
  })
  return {
    file,
    ...(name === undefined ? {} : { name }),
    columns,
    rows,
    ...(headerRow === 1 ? {} : { headerRow }),
    ...(vocabulary === undefined ? {} : { readings: readingsOf(headings, names, rows) }),
    ...(titles.length === 0 ? {} : { titles }),
    ...(problems.length === 0 ? {} : { headingProblems: problems }),
    ...(faults.length === 0 ? {} : { faults }),
    ...(notes.length === 0 ? {} : { notes }),
    ...hiddenOf(names, shown),
  }
}

function headerAt(where: string, table: readonly (readonly ReadCell[])[], vocabulary: Vocabulary): number {
  const texts = table.map((cells) => cells.map(({ text }) => text))
  const found = findHeader(texts, vocabulary)
  if (found !== undefined) return found.at
  const first = texts.findIndex((row) => row.some((text) => text !== ''))
  if (first === -1) throw new FileRefused(`${where}: there is nothing in it`)
  // An error among what may be the headings says more than that they are unknown.
  if (table[first]?.some((cell) => cell.fault !== undefined)) return first
  const shown = texts[first]?.filter((text) => text !== '').join(' | ') ?? ''
  const few = shown.length > 120 ? `${shown.slice(0, 119)}…` : shown
  const { subject } = vocabulary
  const wanted = wantedOf[subject].map((column) => headingsOf(subject, column)).join('; ')
  throw new FileRefused(
    `${where}: no row reads as the headings of ${subject} (row ${first + 1} is: ${few}); write them above the rows: ${wanted}`,
  )
}

/** What a file of each subject has at the least. */
const wantedOf: Readonly<Record<Vocabulary['subject'], readonly string[]>> = {
  people: ['key', 'name', 'role'],
  teams: ['team', 'person', 'duty'],
  units: ['name', 'kind'],
  visits: ['team', 'unit', 'starts'],
  plan: ['key', 'type', 'title'],
}

type Body = readonly { readonly cells: readonly ReadCell[]; readonly index: number }[]

function readBody(body: Body, names: readonly string[], shown: Shown | undefined) {
  const faults: Problem[] = []
  const mended: Problem[] = []
  const rows = body.flatMap(({ cells, index }): SheetRow[] => {
    if (cells.every(({ text, fault }) => text === '' && fault === undefined)) return []
    const number = index + 1
    const named = names.flatMap((name, at) => (name === '' ? [] : [[name, cells[at] ?? blank] as const]))
    for (const [column, { text, fault, mended: how }] of named) {
      if (fault !== undefined)
        faults.push({ row: number, column, ...(text === '' ? {} : { value: text }), reason: fault })
      if (how !== undefined) mended.push({ row: number, column, value: how.before, reason: `${how.why} "${text}"` })
    }
    const beyond = cells.find(({ text, fault }, at) => (text !== '' || fault !== undefined) && (names[at] ?? '') === '')
    const dates = named.flatMap(([column, { date }]) => (date === true ? [column] : []))
    const times = named.flatMap(([column, { time }]) => (time === true ? [column] : []))
    return [
      {
        number,
        cells: Object.fromEntries(named.map(([column, { text }]) => [column, text])),
        ...(beyond === undefined ? {} : { beyond: beyond.text }),
        ...(dates.length === 0 ? {} : { dates }),
        ...(times.length === 0 ? {} : { times }),
        ...(shown?.row(index) === false ? { hidden: true as const } : {}),
      },
    ]
  })
  return { rows, faults, mended }
}

const readingsOf = (
  headings: readonly string[],
  names: readonly string[],
  rows: readonly SheetRow[],
): readonly Reading[] =>
  names.flatMap((column, at) => {
    if (column === '') return []
    const example = rows.map(({ cells }) => cells[column] ?? '').find((text) => text !== '')
    const heading = (headings[at] ?? '').replace(/\s+/gu, ' ')
    return [{ heading, at: letterOf(at), column, ...(example === undefined ? {} : { example }) }]
  })

/** `(1) (2) (3)` below the headings, as forms number their columns. */
function isNumbering(cells: readonly ReadCell[]): boolean {
  const filled = cells.filter(({ text }) => text !== '')
  return filled.length >= 3 && filled.every(({ text }, at) => new RegExp(`^\\(?${at + 1}\\)?$`).test(text))
}

const blank: ReadCell = { text: '' }

function toCell(cell: string | SheetCell, font: FontName | undefined): ReadCell {
  if (typeof cell !== 'string') {
    const { text, mended } = mendText(cell.text, cell.font, font)
    return { ...cell, text: tidy(text), ...(mended === undefined ? {} : { mended }) }
  }
  const { text: read, mended } = mendText(cell, undefined, font)
  const text = tidy(read)
  const more = mended === undefined ? {} : { mended }
  if (isFormula(text)) return { text, fault: formulaAsText, ...more }
  return isNotComputed(text) ? { text, fault: notComputed, ...more } : { text, ...more }
}

function hiddenOf(names: readonly string[], shown: Shown | undefined): Pick<Sheet, 'hidden'> {
  if (shown === undefined) return {}
  const columns = names.filter((name, at) => name !== '' && !shown.column(at))
  return shown.sheet && columns.length === 0 ? {} : { hidden: { sheet: !shown.sheet, columns } }
}

function refuseTwice(where: string, columns: readonly string[], row: number): void {
  const twice = columns.find((name, at) => !name.startsWith('? ') && columns.indexOf(name) !== at)
  if (twice !== undefined)
    throw new FileRefused(`${where}: the column "${twice}" stands twice in the header (row ${row})`)
}
