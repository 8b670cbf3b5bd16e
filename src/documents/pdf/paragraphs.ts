import { endOf } from '../structure/ends.ts'
import { isCapitals, itemLabels, namedLabel } from '../structure/labels.ts'
import type { Line } from '../structure/line.ts'
import type { PageLine } from './page-lines.ts'

const CLOSED = /[.;:!?…”"»]$/u
const BULLET = /^[-–+•*]\s/u
/** Joins the lines of all pages, so many points wide, to paragraphs: nothing is left out, and columns stay rows. */
export function paragraphs(lines: readonly PageLine[], width: number): readonly Line[] {
  const edges = edgesOf(lines, width)
  const joined: Line[] = []
  let before: PageLine | undefined
  for (const line of lines) {
    const last = joined.at(-1)
    if (before !== undefined && last !== undefined && goesOn(before, line, edges))
      joined.splice(-1, 1, { ...last, text: `${last.text} ${line.text}` })
    else joined.push({ text: line.text, level: null, plain: line.columns, at: joined.length + 1 })
    before = line
  }
  return joined
}

type Edges = { readonly left: number; readonly right: number }

/** Where the text begins and ends: at least as far from the right as from the left, also where all lines are short. */
function edgesOf(lines: readonly PageLine[], width: number): Edges {
  const whole = lines.filter(({ columns }) => !columns)
  const at = (values: readonly number[], part: number) =>
    values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? 0
  const left = at(
    whole.map(({ x }) => x),
    0.1,
  )
  return {
    left,
    right: Math.max(
      at(
        whole.map(({ right }) => right),
        0.98,
      ),
      width - left,
    ),
  }
}

/** Whether a line goes on with the paragraph of the one before: it would have gone on there, had there been space for a word. */
function goesOn(before: PageLine, line: PageLine, { left, right }: Edges): boolean {
  if (before.columns || line.columns || BULLET.test(line.text) || endOf(line.text) !== undefined) return false
  if (namedLabel(line.text) !== undefined || itemLabels(line.text).length > 0) return false
  const lines = before.page === line.page ? (before.y - line.y) / Math.max(before.height, line.height, 1) : 0
  if (lines > 3 || lines < -1) return false
  if (!CLOSED.test(before.text) && /^\p{Ll}/u.test(line.text) && lines < 2.5) return true
  // Nobody goes on in capitals behind a semicolon, but the next basis or point does.
  if (/[;:]$/u.test(before.text) && /^\p{Lu}/u.test(line.text)) return false
  const full = before.right + wordWidth(line) > right - 0.01 * (right - left)
  if (!full || isCapitals(before.text) !== isCapitals(line.text)) return false
  const indented = line.x > left + line.height
  return !(indented && (CLOSED.test(before.text) || before.x > left + before.height))
}

/** About as wide as a line's first word and the blank before it are. */
const wordWidth = ({ text, x, right }: PageLine) =>
  ((right - x) * (text.split(' ', 1)[0] ?? '').length) / text.length + 3
