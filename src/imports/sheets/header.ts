import type { Problem } from './report.ts'
import { tidy, withoutUnseen } from './texts.ts'
import { asOurName, headingsOf, type Vocabulary } from './vocabulary.ts'

/** A title, a number and a date of the letter, who issued it: what an office writes above the headings. */
const mostTitleRows = 30

/**
 * Where the headings stand, counted from 0, and how many columns are known there: the row in which most are, the first of
 * several. One is enough where the first row has no other. Undefined where no row reads as headings.
 */
export function findHeader(
  table: readonly (readonly string[])[],
  vocabulary: Vocabulary,
): { readonly at: number; readonly known: number } | undefined {
  let best: { readonly at: number; readonly known: number } | undefined
  let first = true
  for (const [at, row] of table.slice(0, mostTitleRows).entries()) {
    const filled = row.filter((text) => text.trim() !== '')
    if (filled.length === 0) continue
    const known = new Set(filled.flatMap((text) => vocabulary.columnsFor(text))).size
    const enough = known >= 2 || (known === 1 && (first || filled.length === 1))
    if (enough && known > (best?.known ?? 0)) best = { at, known }
    first = false
  }
  return best
}

/**
 * Which column of ours each heading names, in the file's order; what is not known keeps its own name in lower case, and is
 * left alone. A heading that may be two columns, and two headings that may be one, are problems of the heading's row: our
 * own name of the column settles both.
 */
export function nameColumns(
  headings: readonly string[],
  vocabulary: Vocabulary,
  row: number,
): { readonly names: readonly string[]; readonly problems: readonly Problem[] } {
  const cells = headings.map((text, at) => {
    const heading = withoutUnseen(tidy(text)).replace(/\s+/gu, ' ')
    return { heading, at, columns: heading === '' ? [] : vocabulary.columnsFor(heading) }
  })
  const { subject } = vocabulary
  const claims = Map.groupBy(
    cells.filter(({ columns }) => columns.length === 1),
    ({ columns }) => columns[0] ?? '',
  )
  const own = (heading: string) => asOurName(heading)
  const problems: Problem[] = []
  const names = cells.map(({ heading, columns }): string => {
    const [column, ...others] = columns
    if (column === undefined) return own(heading)
    if (others.length > 0) {
      // Where another heading is one of the two for certain, this can only be the other.
      const free = columns.filter((one) => !claims.has(one))
      const [only, ...more] = free
      if (only !== undefined && more.length === 0) return only
      const either = columns.map((one) => headingsOf(subject, one)).join(' or ')
      problems.push({ row, column: heading, reason: `may be ${columns.join(' or ')}: call it ${either}` })
      return `? ${own(heading)}`
    }
    const same = claims.get(column) ?? []
    if (same.length === 1) return column
    const ours = same.filter((one) => vocabulary.isOurName(one.heading))
    if (ours.length === 1) return vocabulary.isOurName(heading) ? column : `? ${own(heading)}`
    const all = same.map((one) => `"${one.heading}" (column ${letterOf(one.at)})`).join(' and ')
    problems.push({ row, column: heading, reason: `${all} may both be ${column}: keep one, or call one "${column}"` })
    return `? ${own(heading)}`
  })
  return { names, problems }
}

/** The letter by which a spreadsheet calls a column: 0 is A. */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : letterOf(Math.floor(at / 26) - 1) + letter
}
