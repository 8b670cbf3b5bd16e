import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { Understanding } from '../result.ts'
import { OTHER_BODY_NAMES } from '../words/bodies.ts'

/** More are no choice: whoever typed says more of the name. */
const mostBodies = 6

/** What a name of a body or of somebody begins with, as it is typed with its marks or without any. */
const BEGINS = new Set('bộ bo sở ủy uỷ uy ngân ngan ông ong bà mr mrs ms dr ministry department'.split(' '))

/** "từng bộ": every one of them. */
const EACH = new Set('cac may tung nhung moi ca het du tat'.split(' '))

/** "ông này", "bà ấy": somebody who was named already. */
const POINTS = new Set('nay kia ay do'.split(' '))

type Stretch = { readonly start: number; readonly end: number }

/**
 * Words that nothing accounts for and that begin a name, however little of it: without them everybody would be meant, so
 * who is meant by them is asked.
 */
export function namesBegun({ left, aside, used, values }: Fit, reading: Reading): readonly Stretch[] {
  const { text, spelled } = reading
  const over = [...left, ...aside].flatMap(({ start, end }): Stretch[] => {
    const at = spelled.findIndex((word, place) => start <= place && place < end && BEGINS.has(word))
    if (at < 0 || (at + 1 === end && EACH.has(text[at - 1]?.folded ?? ''))) return []
    // "Hai ông này lần nào cũng chậm" names nobody anew.
    if (POINTS.has(text[at + 1]?.folded ?? '')) return []
    // "ông Nam": what is a name here may be a harmless word elsewhere.
    return [{ start: at, end: at + 1 === end && end < text.length && !used.has(end) ? end + 1 : end }]
  })
  // "the ministry" is harmless, "ministry of" the beginning of a name.
  const unfinished = text.flatMap(({ folded }, at): Stretch[] =>
    folded === 'of' &&
    text[at - 1]?.folded === 'ministry' &&
    ![...values, ...over].some(({ start, end }) => start < at && at < end)
      ? [{ start: at - 1, end: at + 1 }]
      : [],
  )
  return [...over, ...unfinished]
}

/** The bodies whose names go on from these words, where they are few enough to choose from. */
function bodiesBegun(words: string): readonly string[] {
  const found = Object.keys(OTHER_BODY_NAMES).filter((name) => fold(name).startsWith(fold(words)))
  return found.length > mostBodies ? [] : found
}

/**
 * Asks which body is meant by the words that begin a name; `of` is what comes of a name. Where they begin none, or many, they
 * go as the name that they are: nobody has it, and that is told.
 */
export function askWhose(
  reading: Reading,
  begun: readonly Stretch[],
  of: (names: readonly string[]) => Intent,
): Understanding {
  const words = begun.map(({ start, end }) => typed(reading, start, end))
  const [first = '', ...others] = words
  const bodies = others.length === 0 ? bodiesBegun(first) : []
  if (bodies.length === 0) return { kind: 'intent', intent: of(words) }
  return { kind: 'ask', about: 'unit', options: bodies.map((label) => ({ label, intent: of([label]) })) }
}
