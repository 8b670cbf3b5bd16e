import { fold, type Word } from '../../texts/fold.ts'

/** A sentence as one folded line in which punctuation stands, for dates. */
export type Line = {
  readonly line: string
  /** Where each word begins in it. */
  readonly starts: readonly number[]
  /** Each word as it is spelled: lower case, composed, with its diacritics. */
  readonly spelled: readonly string[]
  /** Whether diacritics are written, so that "sáu" and "sau" can be told apart. */
  readonly marked: boolean
}

/** The words of a sentence with what stands between them. "sáu" is written 6 where it is spelled so. */
export function lineOf(raw: string, text: readonly Word[]): Line {
  const spelled = text.map(({ start, end }) => raw.slice(start, end).normalize('NFC').toLowerCase())
  const marked = spelled.some((word) => /[^\p{ASCII}]/u.test(word))
  const starts: number[] = []
  let line = ''
  for (const [place, { folded, start }] of text.entries()) {
    const before = raw.slice(text[place - 1]?.end ?? start, start)
    line += before.replace(/\s+/gu, ' ').replace(/[–—]/gu, '-')
    starts.push(line.length)
    line += spelled[place] === 'sáu' ? '6' : folded
  }
  return { line, starts, spelled, marked }
}

/** Words of lines, as they are spelled and as they fold. */
export type SpelledWords = { readonly spelled: ReadonlySet<string>; readonly folded: ReadonlySet<string> }
export function wordsAsSpelled(lines: readonly string[]): SpelledWords {
  const spelled = lines.flatMap((line) => line.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== '')
  return { spelled: new Set(spelled), folded: new Set(spelled.map(fold)) }
}

/** Whether the word at a place is among them; one with diacritics as it is spelled: "Cạn" is not "can", nor "Hà" "hả". */
export function isAmong({ spelled, folded }: SpelledWords, line: Line, at: number, text: readonly Word[]): boolean {
  const typed = line.spelled[at] ?? ''
  return /[^\p{ASCII}]/u.test(typed) ? spelled.has(typed) : folded.has(text[at]?.folded ?? '')
}
