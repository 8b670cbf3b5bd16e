import { FileRefused } from './file-refused.ts'
import { type Sheet, type SheetRow, tidy } from './sheet.ts'

/**
 * Reads a JSON list of objects, one a row; the keys are the columns and rows count from 1. A list inside a cell (several
 * roles) becomes words joined with `|`. Refuses anything deeper.
 */
export function readJson(file: string, bytes: Uint8Array): Sheet {
  const list = parseJson(file, bytes)
  if (!Array.isArray(list)) throw new FileRefused(`${file}: expected a list of objects`)
  const rows = list.map((entry: unknown, index) => toRow(file, entry, index + 1))
  if (rows.length === 0) throw new FileRefused(`${file}: the list is empty`)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row.cells)))]
  return { file, columns, rows }
}

/** The value of a JSON file in UTF-8; refuses what is not JSON, with the place. */
export function parseJson(file: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new FileRefused(`${file}: not well-formed JSON in UTF-8: ${error instanceof Error ? error.message : error}`)
  }
}

function toRow(file: string, entry: unknown, number: number): SheetRow {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    throw new FileRefused(`${file}: entry ${number} is not an object`)
  const cells = Object.entries(entry).map(([key, value]: [string, unknown]) => {
    const column = tidy(key).toLowerCase()
    const cell = toCell(value)
    if (cell === undefined)
      throw new FileRefused(`${file}: entry ${number}, "${column}": expected text, a number or a list of words`)
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
