import { fold } from '../../texts/fold.ts'
import type { Sentence } from './sentence.ts'

const TOKEN = /^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/u
const LETTERS = /\p{L}.*\p{L}/u
const ROMAN = /^[IVXLCDM]+$/
const HYPHENED = /^\p{L}{2,}[\p{L}\d]*(?:-[\p{L}\d]+)+$/u
const CAPITALS = /^[A-ZĐ][A-ZĐ0-9]*(?:-[A-ZĐ0-9]+)*$/
const LONGEST = 30

/**
 * A code at word `at`, as an item's key is written: capitals, or letters with hyphens where `strong`, what stands before it,
 * can be about nothing else ("mở wi-fi"). In a sentence of capitals alone, capitals tell nothing.
 */
export function codeAt(
  { raw, text, vocabulary }: Pick<Sentence, 'raw' | 'text' | 'vocabulary'>,
  at: number,
  strong: boolean,
): { readonly typed: string; readonly end: number } | undefined {
  const start = text[at]?.start ?? raw.length
  const typed = TOKEN.exec(raw.slice(start))?.[0].normalize('NFC') ?? ''
  if (typed.length > LONGEST || !LETTERS.test(typed) || ROMAN.test(typed)) return undefined
  const hyphened = HYPHENED.test(typed)
  const capitals = CAPITALS.test(typed) && raw !== raw.toUpperCase()
  // "nd-xyz" begins as a key does, "wi-fi" does not.
  const like = hyphened && vocabulary.items.some(({ key }) => fold(key).split(' ')[0] === fold(typed).split(' ')[0])
  if (!capitals && !(like && strong)) return undefined
  const next = text.findIndex((word) => word.start >= start + typed.length)
  return { typed, end: next < 0 ? text.length : next }
}
