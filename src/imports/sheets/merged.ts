import { FileRefused } from './file-refused.ts'
import { letterOf } from './header.ts'

/** Cells that a spreadsheet shows as one; rows and columns are counted from 0, both ends belong to it. */
export type Merge = {
  readonly startRow: number
  readonly startCol: number
  readonly endRow: number
  readonly endCol: number
}

/**
 * The table with what stands in cells that are merged downwards in each of their rows: a heading beside others that are
 * two rows high. What reaches over several columns stays in the first.
 */
export function spreadDown<T extends { readonly text: string }>(
  table: readonly (readonly T[])[],
  merges: readonly Merge[],
): readonly (readonly T[])[] {
  const down = merges.filter(({ startRow, endRow, startCol, endCol }) => endRow > startRow && startCol === endCol)
  if (down.length === 0) return table
  const spread = table.map((cells) => [...cells])
  for (const { startRow, endRow, startCol } of down) {
    const cell = spread[startRow]?.[startCol]
    if (cell === undefined) continue
    for (const row of spread.slice(startRow + 1, endRow + 1)) if (startCol < row.length) row[startCol] = cell
  }
  return spread
}

/** Refuses cells that are merged in the headings' row or below: which rows or columns they stand for would be a guess. */
export function refuseMerges(where: string, merges: readonly Merge[], header: number): void {
  const inTheWay = merges.find(
    ({ startRow, endRow, startCol, endCol }) =>
      endRow > header || (endRow === header && endCol > startCol && startRow <= header),
  )
  if (inTheWay === undefined) return
  const { startRow, startCol, endRow, endCol } = inTheWay
  const range = `${letterOf(startCol)}${startRow + 1}:${letterOf(endCol)}${endRow + 1}`
  throw new FileRefused(`${where}: cells ${range} are merged; take them apart and import again`)
}
