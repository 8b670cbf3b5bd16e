import { isNotComputed } from '../../texts/not-computed.ts'
import { FileRefused } from './file-refused.ts'
import { nameColumns } from './header.ts'
import type { Problem } from './report.ts'
import { notComputed, type Sheet, type SheetRow } from './sheet.ts'
import { tidy } from './texts.ts'
import { refuseTooMany } from './to-sheet.ts'
import { asOurName, type Vocabulary } from './vocabulary.ts'

/**
 * Reads a JSON list of objects, one a row; the keys are the columns, called as in a file with headings, and rows count from
 * 1. A list inside a cell (several roles) becomes words joined with `|`. Refuses anything deeper.
 */
export function readJson(file: string, bytes: Uint8Array, vocabulary?: Vocabulary): Sheet {
  const list = parseJson(file, bytes)
  if (!Array.isArray(list)) throw new FileRefused(`${file}: expected a list of objects`)
  const faults: Problem[] = []
  const headings = [...new Set(list.flatMap((entry: unknown) => Object.keys(Object(entry))))]
  const named = vocabulary === undefined ? undefined : nameColumns(headings, vocabulary, 0)
  const names = new Map(headings.map((heading, at) => [heading, named?.names[at] ?? asOurName(heading)]))
  const rows = list.map((entry: unknown, index) => toRow(file, entry, index + 1, names, faults))
  if (rows.length === 0) throw new FileRefused(`${file}: the list is empty`)
  refuseTooMany(file, rows)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))]
  const problems = named?.problems ?? []
  return {
    file,
    columns,
    rows,
    ...(problems.length === 0 ? {} : { headingProblems: problems }),
    ...(faults.length === 0 ? {} : { faults }),
  }
}

/** The value of a JSON file in UTF-8; refuses what is not JSON, with the place. */
export function parseJson(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new FileRefused(`${file}: not well-formed JSON in UTF-8: ${error instanceof Error ? error.message : error}`)
  }
}

function toRow(
  file: string,
  entry: unknown,
  number: number,
  names: ReadonlyMap<string, string>,
  faults: Problem[],
): SheetRow {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FileRefused(`${file}: entry ${number} is not an object`)
  const cells = Object.entries(entry).map(([key, value]: [string, unknown]) => {
    const column = names.get(key) ?? asOurName(key)
    const cell = toCell(value)
    if (cell === undefined)
      throw new FileRefused(`${file}: entry ${number}, "${column}": expected text, a number or a list of words`)
    const fault = faultOf(value)
    if (fault !== undefined) faults.push({ row: number, column, value: cell, reason: fault })
    return [column, cell] as const
  })
  return { number, cells: Object.fromEntries(cells) }
}

function toCell(value: unknown): string | undefined {
  if (value === null) return ''
  if (typeof value === 'string') return tidy(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value.map(tidy).join('|')
  return undefined
}

function faultOf(value: unknown): string | undefined {
  if (typeof value === 'boolean') return 'is true or false and no text'
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return 'is a number of more digits than can be kept: write it as text'
  return typeof value === 'string' && isNotComputed(value) ? notComputed : undefined
}
