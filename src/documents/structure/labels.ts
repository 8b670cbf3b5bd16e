import { fold } from '../../texts/fold.ts'
import { letterValue, ordinalValue, romanValue } from './numbers.ts'

type NamedKind = 'part' | 'chapter' | 'section' | 'subsection' | 'article' | 'appendix'

/** `Điều 5.`, `CHƯƠNG II`, `Phụ lục số 01`: a provision that says what it is. */
export type NamedLabel = {
  readonly kind: NamedKind
  readonly number: string | null
  readonly value: number | null
  /** What follows on the same line: its title, or the beginning of its words. */
  readonly rest: string
}

/** `1.` and `1/` are one style, `1)` is another. */
export type ItemStyle = 'upper' | 'roman' | 'arabic' | 'bracket' | 'dotted' | 'lower'

/** `I.`, `1.`, `1.1`, `a)`: what it numbers depends on where it stands. Some can be read in two ways. */
export type ItemLabel = {
  readonly style: ItemStyle
  readonly number: string
  readonly value: number
  readonly rest: string
}

const NAMED: readonly (readonly [NamedKind, RegExp])[] = [
  [
    'part',
    /^(?:phần|phan)\s+((?:thứ|thu)\s+\p{L}+(?:\s+(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín))?|[ivxl]+|\d{1,2})(?![\p{L}\d])/iu,
  ],
  ['chapter', /^(?:chương|chuong)\s+([ivxl]+|\d{1,3})(?![\p{L}\d])/iu],
  ['subsection', /^(?:tiểu mục|tieu muc)\s+([ivxl]+|\d{1,3})(?![\p{L}\d])/iu],
  ['section', /^(?:mục|muc)\s+([ivxl]+|\d{1,3})(?![\p{L}\d])/iu],
  ['article', /^(?:điều|dieu)\s+(\d{1,4}[a-zđ]{0,2})(?![\p{L}\d])/iu],
  ['appendix', /^(?:phụ lục|phu luc)(?:\s+((?:số\s+)?(?:[ivxl]+|\d{1,3}[a-zđ]?|[a-zđ]))(?![\p{L}\d]))?/iu],
]
const ALONE = /^\s*[.:–—-]?\s*$/u
const PARTED = /^\s*(?:[.:]+|[–—]|\s-\s)\s*(?!\d)(.*)$/u

/**
 * The named provision that a line begins with; undefined where it is only spoken of. "Điều 5 của Luật này" and "Điều 5,
 * Điều 6" are citations: a label is alone on its line, or apart from what follows by a point, a colon or a dash, or (but
 * for articles) in capitals like what follows.
 */
export function namedLabel(text: string): NamedLabel | undefined {
  for (const [kind, pattern] of NAMED) {
    const match = pattern.exec(text)
    if (match === null) continue
    const [label, number = null] = match
    const after = text.slice(label.length)
    const rest = restOf(kind, label, after)
    if (rest === undefined) return undefined
    return { kind, number, value: number === null ? null : numberValue(number), rest }
  }
  return undefined
}

function restOf(kind: NamedKind, label: string, after: string): string | undefined {
  if (ALONE.test(after)) return ''
  if (kind !== 'article' && isCapitals(after) && (isCapitals(label) || /^\p{Lu}/u.test(label)))
    return after.replace(/^\s*[.:–—-]*\s*/u, '')
  const rest = PARTED.exec(after)?.[1]
  // "Điều 5. của Luật này" goes on with a sentence that began on the line before.
  return rest === undefined || /^\p{Ll}/u.test(rest) ? undefined : rest
}

function numberValue(number: string): number | null {
  const folded = fold(number)
  const digits = /\d+/u.exec(folded)?.[0]
  if (digits !== undefined) return Number(digits)
  if (folded.startsWith('thu ')) return ordinalValue(folded.slice(4)) ?? null
  return romanValue(folded.replace(/^so /u, '')) ?? letterValue(folded)
}

/** Whether there are letters and all of them are capitals. */
export const isCapitals = (text: string): boolean => /\p{L}/u.test(text) && text === text.toUpperCase()

const DOTTED = /^(\d{1,2}(?:\.\d{1,2}){1,4})[.)]?\s+(?=[\p{L}“"(])(.*)$/u
const ARABIC = /^(\d{1,3}[a-zđ]?)(?:\s?[.)/]\s+|[.)](?=[\p{Lu}“"])|\s?[.)]$)(.*)$/u
const CAPITAL = /^([IVXL]{1,6}|[A-ZĐ])(?:\s?[.)/]\s+|\s?[-–—]\s+|[.)](?=\p{Lu}\p{L})|[.)]$)(.*)$/u
const LOWER = /^([a-zđ])(?:\s?\)\s*|\.\s+)(.*)$/u

/** The ways in which a line's beginning may number it, the likelier first; none where it does not. */
export function itemLabels(text: string): readonly ItemLabel[] {
  const dotted = DOTTED.exec(text)
  if (dotted !== null) {
    const [, number = '', rest = ''] = dotted
    return [{ style: 'dotted', number, value: Number(number.split('.').at(-1)), rest }]
  }
  const arabic = ARABIC.exec(text)
  if (arabic !== null) {
    const [, number = '', rest = ''] = arabic
    const style = /^\d+\p{L}?\s?\)/u.test(text) ? 'bracket' : 'arabic'
    return [{ style, number, value: Number.parseInt(number, 10), rest }]
  }
  const capital = CAPITAL.exec(text)
  if (capital !== null) return capitalLabels(capital[1] ?? '', capital[2] ?? '')
  const [, number, rest = ''] = LOWER.exec(text) ?? []
  return number === undefined ? [] : [{ style: 'lower', number, value: letterValue(number), rest }]
}

function capitalLabels(number: string, rest: string): readonly ItemLabel[] {
  const roman = romanValue(number)
  const letter: ItemLabel = { style: 'upper', number, value: letterValue(number), rest }
  if (roman === undefined) return number.length === 1 ? [letter] : []
  return [{ style: 'roman', number, value: roman, rest }, ...(number.length === 1 ? [letter] : [])]
}
