import { fold, type Word } from '../../texts/fold.ts'
import { typesMarks } from '../moments/typed-marks.ts'
import { type ItemIndex, indexItems } from '../names/items.ts'
import { type Line, lineOf } from '../names/line.ts'
import type { Vocabulary } from '../result.ts'

/** A sentence under reading: as typed, as words (slips mended, places kept), with what it may speak of. */
export type Sentence = {
  readonly raw: string
  readonly text: readonly Word[]
  /** Each word in lower case with its diacritics. */
  readonly spelled: readonly string[]
  readonly line: Line
  /** Whether diacritics were typed anywhere. */
  readonly marked: boolean
  /** The same of the words between punctuation: one clause may be typed without, the next with them. */
  readonly markedAt: readonly boolean[]
  readonly index: ItemIndex
  readonly vocabulary: Vocabulary
}

/** Makes a sentence of what was typed and its words. */
export function sentenceOf(raw: string, text: readonly Word[], vocabulary: Vocabulary): Sentence {
  const whole = lineOf(raw, text)
  // What was mended is spelled as nobody typed it.
  const spelled = whole.spelled.map((word, at) => (fold(word) === text[at]?.folded ? word : ''))
  const line = { ...whole, spelled, marked: typesMarks(raw, text) }
  return {
    raw,
    text,
    spelled,
    line,
    marked: line.marked,
    markedAt: marksOf(raw, text),
    index: indexItems(vocabulary.items),
    vocabulary,
  }
}

function marksOf(raw: string, text: readonly Word[]): readonly boolean[] {
  const marked: boolean[] = []
  let start = 0
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && !/[,.;!?:\n]/.test(raw.slice(text[at - 1]?.end, text[at]?.start))) continue
    const any = typesMarks(raw, text, start, at)
    while (start < at) {
      marked.push(any)
      start++
    }
  }
  return marked
}

/** Words as they were typed, from one place to before another. */
export function typed({ raw, text }: Pick<Sentence, 'raw' | 'text'>, start: number, end: number): string {
  return raw
    .slice(text[start]?.start ?? raw.length, text[end - 1]?.end ?? raw.length)
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
}
