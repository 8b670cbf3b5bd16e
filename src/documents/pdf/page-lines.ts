import { itemLabels } from '../structure/labels.ts'
import { cleanText } from '../structure/line.ts'

/** One piece of text as a page places it; points from the page's lower left corner, as PDF counts. */
export type Piece = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What stands on one height of a page. */
export type PageLine = {
  readonly text: string
  readonly page: number
  readonly x: number
  readonly right: number
  readonly y: number
  readonly height: number
  /** Several columns beside each other: a row of a table, or the two heads of a letter. */
  readonly columns: boolean
}

/** Wider than a blank, by the height of the letters: another column. */
const COLUMN_GAP = 1.5
/** What a number is set apart by, at most, from what it numbers. */
const LABEL_GAP = 5
/** A cell of several lines is followed by one that begins so many lines higher, at most. */
const ROW_LINES = 12
const BLANK_GAP = 0.12

/** The lines of a page from its pieces, in the order in which they were written. */
export function pageLines(pieces: readonly Piece[], page: number): readonly PageLine[] {
  const lines: Piece[][] = []
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue
    const line = lines.at(-1)
    const first = line?.[0]
    // Small raised figures stand a little higher and belong to the line.
    if (
      line !== undefined &&
      first !== undefined &&
      Math.abs(first.y - piece.y) < 0.6 * Math.max(first.height, piece.height)
    )
      line.push(piece)
    else lines.push([piece])
  }
  return markRows(lines.map((line) => toLine(line, page)).filter(({ text }) => text !== ''))
}

/** Cells of several lines are written one after another: where the next one begins higher, all of them are a row. */
function markRows(lines: readonly PageLine[]): readonly PageLine[] {
  const inRow = new Set<number>()
  for (const [at, line] of lines.entries()) {
    const up = line.y - (lines[at - 1]?.y ?? line.y)
    if (up < 0.6 * line.height || up > ROW_LINES * 1.5 * line.height) continue
    const top = lines.findLastIndex(({ y }, before) => before < at && y > line.y - 0.6 * line.height)
    for (let within = Math.max(top, 0); within <= at; within++) inRow.add(within)
  }
  return lines.map((line, at) => (inRow.has(at) ? { ...line, columns: true } : line))
}

function toLine(pieces: readonly Piece[], page: number): PageLine {
  let text = ''
  let columns = false
  let right = 0
  for (const [at, piece] of pieces.entries()) {
    const gap = (piece.x - right) / (piece.height || 10)
    if (at > 0) {
      const apart = Math.abs(gap) > (isLabel(text) ? LABEL_GAP : COLUMN_GAP)
      columns ||= apart
      text += apart ? ' | ' : gap > BLANK_GAP || isRaised(piece, pieces[at - 1]) ? ' ' : ''
    }
    text += piece.text
    right = piece.x + piece.width
  }
  const [first] = pieces
  return {
    text: cleanText(text),
    page,
    x: first?.x ?? 0,
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: first?.y ?? 0,
    height: Math.max(...pieces.map(({ height }) => height)),
    columns,
  }
}

/** The figure of a footnote is no part of the word before it. */
const isRaised = (piece: Piece, before: Piece | undefined) => before !== undefined && piece.height < 0.8 * before.height

/** A number stands away from what it numbers, and is no column. */
const isLabel = (text: string) =>
  text.length <= 8 && (itemLabels(`${text.trim()} x`).length > 0 || /^\s*[-–+•*]\s*$/u.test(text))
