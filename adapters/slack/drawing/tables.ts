import type { types } from '@slack/bolt'
import { limits } from '../outgoing/limits.ts'
import { clean, cut } from './split.ts'
import { grouped } from './text.ts'

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Wide enough for a name or a title of ordinary length; a wider cell is cut visibly in the monospace form. */
const widest = 40

/** Slack's own table, or undefined where it would be refused: too many rows, columns or characters. */
export function tableBlock(table: Table): types.TableBlock | undefined {
  const rows = [table.columns, ...table.rows]
  const width = Math.max(...rows.map((row) => row.length))
  if (width === 0 || width > limits.tableColumns || rows.length > limits.tableRows) return undefined
  const cells = rows.map((row) => Array.from({ length: width }, (_, at) => shown(row[at] ?? '')))
  if (cells.flat().reduce((sum, cell) => sum + cell.length, 0) > limits.tableText) return undefined
  return {
    type: 'table',
    rows: cells.map((row) => row.map((text) => ({ type: 'raw_text', text }))),
    column_settings: Array.from({ length: width }, () => ({ align: 'left', is_wrapped: true })),
  }
}

/** Slack refuses a cell without a character. */
function shown(cell: string): string {
  const text = clean(cell)
  return text === '' ? ' ' : text
}

/** The same in fixed-width lines: for views, which take no tables, and for what a table block cannot hold. */
export function tableLines(table: Table): types.RichTextBlock[] {
  const rows = [table.columns, ...table.rows].map((row) =>
    row.map((cell) => cut(clean(cell).replace(/\s+/g, ' ').trim(), widest)),
  )
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, [...cell].length)
  const lines = rows.map((row) =>
    row
      .map((cell, at) => pad(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const runs = lines.map((line, at) => ({ text: cut(at === lines.length - 1 ? line : `${line}\n`, limits.text) }))
  return grouped(runs.filter((run) => run.text !== '')).map((group) => ({
    type: 'rich_text',
    elements: [
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: group.map((run) => run.text).join('') }] },
    ],
  }))
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(width - [...cell].length)
}
