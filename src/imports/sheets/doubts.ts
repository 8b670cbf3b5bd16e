import { isOfLatin1, whyBroken, whyNoName } from '../../texts/broken-text.ts'
import { fromTcvn3 } from '../../texts/tcvn3.ts'
import type { Columns } from './columns.ts'
import type { Doubt, Problem } from './report.ts'
import type { Sheet } from './sheet.ts'

/** What may be right though it looks wrong: kept out until somebody who has looked says so (`--accept`). */
export type Doubtful = Problem & { readonly doubt: Doubt }

/** Doubtful rows that nobody has accepted are problems like others; those that somebody has are still told of. */
export function settle(
  found: readonly Doubtful[],
  accepted: ReadonlySet<Doubt> | undefined,
): { readonly problems: readonly Problem[]; readonly warnings: readonly Problem[] } {
  const isAccepted = ({ doubt }: Doubtful) => accepted?.has(doubt) === true
  return {
    problems: found
      .filter((one) => !isAccepted(one))
      .map(({ doubt, ...one }) => told(one, `; --accept ${doubt} takes it`)),
    warnings: found.filter(isAccepted).map(({ doubt: _, ...one }) => one),
  }
}

const told = (one: Problem, more: string): Problem => ({ ...one, reason: one.reason + more })

/** Rows and columns that the spreadsheet does not show: whoever looked at the file has not seen them. */
export function findHidden(sheet: Sheet, known: readonly string[]): readonly Doubtful[] {
  const doubt = 'hidden'
  const columns = (sheet.hidden?.columns ?? []).filter((name) => known.includes(name))
  return [
    ...(sheet.hidden?.sheet === true ? [{ row: 0, reason: 'the sheet is hidden in the file', doubt } as const] : []),
    ...columns.map(
      (column) => ({ row: sheet.headerRow ?? 1, column, reason: 'the column is hidden in the file', doubt }) as const,
    ),
    ...sheet.rows
      .filter((row) => row.hidden === true)
      .map(({ number }) => ({ row: number, reason: 'the row is hidden or filtered out in the file', doubt }) as const),
  ]
}

/**
 * Names and the like that were read in a wrong encoding or need a font of their own. Where one cell shows it, those that
 * may be in the same font without showing it are doubtful as well.
 */
export function findBrokenNames(sheet: Sheet, columns: Columns): readonly Doubtful[] {
  const cells = sheet.rows.flatMap(({ number, cells: row }) =>
    (columns.names ?? []).map((column) => ({ row: number, column, value: row[column] ?? '' })),
  )
  const broken = cells.map((cell) => ({ ...cell, why: whyNoName(cell.value) }))
  const first = broken.find(({ why }) => why !== undefined && /font|encoding/.test(why))
  return broken.flatMap(({ why, ...cell }) => {
    if (why !== undefined) return [{ ...cell, reason: `${why}${asFont(why, cell.value)}`, doubt: 'text' } as const]
    if (first === undefined || !isOfLatin1(cell.value)) return []
    return [{ ...cell, reason: `may be as row ${first.row}, which ${first.why}`, doubt: 'text' } as const]
  })
}

/** What a text for a TCVN3 font would read as, and how to have it read so. */
const asFont = (why: string, value: string): string =>
  why.includes('TCVN3') ? `, or read the file so with --font tcvn3 (here "${fromTcvn3(value)}")` : ''

/** The same of what people write freely: it is only told. */
export const warnOfBrokenTexts = (sheet: Sheet, columns: Columns): readonly Problem[] =>
  sheet.rows.flatMap(({ number, cells }) =>
    (columns.free ?? []).flatMap((column) => {
      const value = cells[column] ?? ''
      const reason = whyBroken(value)
      return reason === undefined ? [] : [{ row: number, column, value, reason }]
    }),
  )
