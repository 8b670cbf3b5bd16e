import { phraseEnd, tableWords } from './forms.ts'
import { isMoved } from './marks.ts'
import { foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import { BESIDE_RETURN, NO_RETURN_BEHIND, RETURNS } from './words.ts'

const returns = RETURNS.map(tableWords)
const beside = wordSet(BESIDE_RETURN)
const noReturn = wordSet(NO_RETURN_BEHIND)
/** So many words may stand between: "back in the office on". */
const most = 4

/** Whether the day between two tokens is when somebody is back: "back Monday", "thứ 2 đi làm lại"; nothing pushed back. */
export function isReturn(sentence: Sentence, start: number, end: number): boolean {
  if (isMoved(sentence, start)) return false
  let at = start - 1
  while (at > start - most && beside.has(foldedAt(sentence, at)) && isBlank(sentence.tokens[at + 1]?.before ?? ','))
    at--
  if (!isBlank(sentence.tokens[at + 1]?.before ?? ',')) return isBehind(sentence, end)
  const before = returns.find((words) => phraseEnd(words, sentence, at + 1 - words.length) === at + 1)
  if (before === undefined) return isBehind(sentence, end)
  return !noReturn.has(foldedAt(sentence, at - before.length))
}

/** "Thứ 2 đi làm lại"; in English what is back stands before its day. */
const isBehind = (sentence: Sentence, end: number): boolean =>
  !sentence.english &&
  [end, end + 1].some((at) => returns.some((words) => words.length > 1 && phraseEnd(words, sentence, at) !== undefined))
