import { cleanText, type Line } from '../structure/line.ts'
import { type Numbering, nextLabel } from './numbering.ts'
import { paragraphText, type Reading } from './paragraph-text.ts'
import { levelOf, outlineOf } from './styles.ts'
import { child, children, type Element, elements, isOn, valOf } from './xml.ts'

export type Body = Reading & {
  readonly numbering: Numbering
  readonly lines: Line[]
  /** The words of a paragraph whose end was deleted: they go before those of the next. */
  carried: string
  /** Paragraphs and rows so far. */
  at: number
}

/** Reads one block of a body: a paragraph, a table, or what wraps them. */
export function readBlock(body: Body, element: Element): void {
  switch (element.name) {
    case 'w:p':
      readParagraph(body, element)
      return
    case 'w:tbl':
      for (const row of rowsOf(element)) readRow(body, row)
      return
    case 'w:del':
    case 'w:moveFrom':
      body.noticed.deletions++
      return
    case 'w:sectPr':
    case 'w:sdtPr':
      return
    case 'w:altChunk':
      body.noticed.embedded++
      return
    case 'mc:AlternateContent':
      for (const each of elements(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'))) readBlock(body, each)
      return
    default:
      for (const each of elements(element)) readBlock(body, each)
  }
}

function readParagraph(body: Body, paragraph: Element): void {
  body.at++
  const { label, text, boxes, plain, level, deletedEnd } = readOne(body, paragraph)
  const whole = cleanText(
    `${body.carried}${label === '' || (cleanText(text) === '' && label === '-') ? '' : `${label} `}${text}`,
  )
  body.carried = deletedEnd ? `${whole} ` : ''
  if (!deletedEnd && whole !== '') body.lines.push({ text: whole, level, plain, at: body.at })
  for (const box of boxes) readBox(body, box)
}

type One = {
  readonly label: string
  readonly text: string
  readonly boxes: readonly Element[]
  readonly plain: boolean
  readonly level: number | null
  readonly deletedEnd: boolean
}

function readOne(body: Body, paragraph: Element): One {
  const properties = child(paragraph, 'w:pPr')
  const styleId = valOf(properties, 'w:pStyle') ?? body.styles.defaultParagraph
  const style = body.styles.of(styleId)
  const mark = child(properties, 'w:rPr')
  const { text, boxes } = paragraphText(body, paragraph)
  const deletedEnd = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
  const own = child(properties, 'w:numPr')
  const by = {
    numId: valOf(own, 'w:numId') ?? style.numbering.numId,
    level: levelOf(valOf(own, 'w:ilvl')) ?? (own === undefined ? style.numbering.level : undefined),
  }
  // A paragraph that is gone with its end does not count; an empty one shows its number.
  const gone = deletedEnd && cleanText(text) === ''
  if (style.hidden && isOn(mark, 'w:vanish') !== false && cleanText(text) !== '') {
    body.noticed.hidden++
    body.noticed.asides.push(text)
    return { label: '', text: '', boxes, plain: style.contents, level: null, deletedEnd }
  }
  return {
    label: gone || by.numId === '0' ? '' : nextLabel(body.numbering, by, styleId),
    text,
    boxes,
    plain: style.contents,
    level: outlineOf(properties) ?? style.outline,
    deletedEnd,
  }
}

/** Rows may be wrapped in controls; a row that was deleted is gone. */
const rowsOf = (table: Element): readonly Element[] =>
  elements(table).flatMap((each) => (each.name === 'w:tr' ? [each] : each.name === 'w:tblPr' ? [] : rowsOf(each)))

const cellsOf = (row: Element): readonly Element[] =>
  elements(row).flatMap((each) => (each.name === 'w:tc' ? [each] : each.name === 'w:trPr' ? [] : cellsOf(each)))

function readRow(body: Body, row: Element): void {
  body.at++
  if (child(child(row, 'w:trPr'), 'w:del') !== undefined) {
    body.noticed.deletions++
    return
  }
  if (child(child(row, 'w:trPr'), 'w:ins') !== undefined) body.noticed.insertions++
  const cells = cellsOf(row).map((cell) => wordsOf(body, cell))
  if (cells.every((cell) => cell === '')) return
  body.lines.push({ text: cells.filter((cell) => cell !== '').join(' | '), level: null, plain: true, at: body.at })
}

/** A text box: its paragraphs as text, never heads of provisions. */
function readBox(body: Body, box: Element): void {
  for (const line of linesOf(body, box)) {
    body.noticed.asides.push(line.text)
    body.lines.push({ ...line, plain: true, at: body.at })
  }
}

/** All words of a cell, a note or a box, with the numbers of its lists. */
const wordsOf = (body: Body, holder: Element): string =>
  linesOf(body, holder)
    .map(({ text }) => text)
    .join(' ')

function linesOf(body: Body, holder: Element): readonly Line[] {
  const inner: Body = { ...body, lines: [], carried: '' }
  for (const each of elements(holder)) readBlock(inner, each)
  return inner.carried.trim() === ''
    ? inner.lines
    : [...inner.lines, { text: inner.carried.trim(), level: null, plain: true, at: body.at }]
}

/** The words of each note of a part, by its kind and id. */
export function readNotes(
  body: Body,
  root: Element | undefined,
  kind: 'footnote' | 'endnote',
): ReadonlyMap<string, string> {
  const notes = children(root, `w:${kind}`).filter(({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal')
  return new Map(notes.map((note) => [`${kind}:${note.attributes['w:id'] ?? ''}`, wordsOf(body, note)]))
}
