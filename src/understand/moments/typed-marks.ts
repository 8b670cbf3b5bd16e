import type { Word } from '../../texts/fold.ts'
import { NAMED_BEHIND, NEEDS_MARKS } from './words.ts'

const needs = new Set(NEEDS_MARKS.flatMap((line) => line.split(' ')))
const namedBehind = new Set(NAMED_BEHIND.flatMap((line) => line.split(' ')))
const MARKED = /[^\p{ASCII}]/u
/** As names are written; who writes all in capitals names nobody by it. */
const CAPITAL = /^\p{Lu}\p{Ll}/u

/**
 * Whether a stretch of a sentence is typed with its diacritics, from word `start` to before `end`. Those of names say
 * nothing of the words around them ("tu 29/6 toi 3/7 anh Vũ Hải se tra loi thay"), nor do fewer than the words that need
 * them and have none.
 */
export function typesMarks(raw: string, text: readonly Word[], start = 0, end = text.length): boolean {
  const written = text.slice(start, end).map((word) => raw.slice(word.start, word.end).normalize('NFC'))
  if (!written.some((word) => MARKED.test(word))) return false
  let marked = 0
  let bare = 0
  for (const [at, word] of written.entries()) {
    if (!MARKED.test(word)) bare += needs.has(word.toLowerCase()) ? 1 : 0
    else if (!isOfName(written, at)) marked++
  }
  return marked > 0 && marked >= bare
}

/** A word beside another with a capital, or behind what people are addressed by; and that before one. */
function isOfName(written: readonly string[], at: number): boolean {
  const isCapital = (place: number) => CAPITAL.test(written[place] ?? '')
  const isAddress = (place: number) => namedBehind.has(written[place]?.toLowerCase() ?? '')
  if (!isCapital(at)) return isAddress(at) && isCapital(at + 1)
  return isCapital(at - 1) || isCapital(at + 1) || isAddress(at - 1)
}
