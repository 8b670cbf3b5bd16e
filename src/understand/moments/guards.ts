import { phraseEnd, tableWords } from './forms.ts'
import { joinAt } from './marks.ts'
import { number } from './numbers.ts'
import type { SaidDay } from './said.ts'
import { foldedAt, isBlank, type Sentence, type TableWord, wordSet } from './tokens.ts'
import { COUNTABLE, COUNTED, DOCUMENTS, EN_MONTHS, NUMBERED } from './words.ts'

const numbered = endings(NUMBERED)
const documents = endings(DOCUMENTS)
const counted = endings(COUNTED)
const countable = wordSet(COUNTABLE)
const months = new Set(Object.keys(EN_MONTHS))
/** Behind a number these say what it counts, and that it is no day or hour. */
export const UNIT = /^(?:h|gio|g|am|pm|ngay|thang|tuan|phut|days?|weeks?|months?|hours?|working)$/
const nouns = wordSet([...COUNTED, ...COUNTABLE])

type Endings = ReadonlyMap<string, readonly (readonly TableWord[])[]>
function endings(phrases: readonly string[]): Endings {
  return Map.groupBy(phrases.map(tableWords), (words) => words.at(-1)?.folded ?? '')
}

/** Whether one of these phrases stands right before a token. */
function isBehind(phrases: Endings, sentence: Sentence, at: number): boolean {
  if (!isBlank(sentence.tokens[at]?.before ?? ',')) return false
  const ending = phrases.get(foldedAt(sentence, at - 1)) ?? []
  return ending.some((words) => words.length <= at && phraseEnd(words, sentence, at - words.length) === at)
}

/** Whether a moment may begin at a token: not within a key (KT-12, 45/BC), a decimal or an address. */
export function mayStart({ tokens }: Sentence, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !token.first) return false
  const previous = tokens[at - 1]
  if (previous === undefined || /^[\s([]|[\s([]$/.test(token.before)) return true
  if (/[/\-_@#+]$/.test(token.before)) return false
  return !(/[.:,]$/.test(token.before) && previous.digits > 0 && token.digits > 0)
}

/** Whether a moment may end before a token: no key goes on there (12/2018/QH14). */
export function mayEnd({ tokens }: Sentence, end: number): boolean {
  const [last, next] = [tokens[end - 1], tokens[end]]
  if (last === undefined || !last.last) return false
  if (next === undefined || /\s/.test(next.before)) return true
  if (/^[/\-_@#+%]/.test(next.before)) return false
  return !(/^[.:,]/.test(next.before) && next.digits > 0 && last.digits > 0)
}

/** Whether the number at a token, in digits or words, is the number of something: "điều 5", "đoàn số ba". */
export function isNumberOf(sentence: Sentence, at: number): boolean {
  if (number(sentence, at) === undefined) return false
  // "Team 1, 10 July", "team 6, 1-15 July".
  const isDate =
    sentence.tokens[at]?.before.trim() === ',' && (months.has(foldedAt(sentence, at + 1)) || isFirstDay(sentence, at))
  const before = isDate ? undefined : listedBefore(sentence, at)
  if (before !== undefined && isNumberOf(sentence, before)) return true
  return isBehind(numbered, sentence, at) || isBehind(documents, sentence, at) || isCounted(sentence, at)
}

/** Whether a month stands behind the number at a token: "10 July", "10/7", "10 tháng 7". */
const namesMonth = ({ tokens }: Sentence, at: number): boolean => {
  const [next, number] = [tokens[at + 1], tokens[at + 2]]
  if (next === undefined || (tokens[at]?.digits ?? 0) === 0) return false
  if (months.has(next.folded)) return true
  return next.before === '/' ? next.digits > 0 && next.digits < 3 : next.folded === 'thang' && (number?.digits ?? 0) > 0
}

/** "1-15 July", "22 đến 26/6": the number is joined to a later one of a month. */
export function isFirstDay(sentence: Sentence, at: number): boolean {
  const join = joinAt(sentence, at + 1, false)
  const [first, last] = [sentence.tokens[at], sentence.tokens[join?.end ?? sentence.tokens.length]]
  return (
    first !== undefined &&
    last !== undefined &&
    join !== undefined &&
    first.number < last.number &&
    namesMonth(sentence, join.end)
  )
}

/** The number before "và", "and" or a comma: of "đoàn 2 và 3 tuần sau" both are teams. */
function listedBefore({ tokens }: Sentence, at: number): number | undefined {
  const [token, previous] = [tokens[at], tokens[at - 1]]
  if (token?.before.trim() === ',') return previous !== undefined && previous.digits > 0 ? at - 1 : undefined
  const isJoined = previous?.folded === 'va' || previous?.folded === 'and'
  return isJoined && (tokens[at - 2]?.digits ?? 0) > 0 ? at - 2 : undefined
}

/** "Trong vòng 20 ngày" is no round. */
const isCounted = (sentence: Sentence, at: number): boolean =>
  isBehind(counted, sentence, at) && foldedAt(sentence, at - 2) !== 'trong'

/** Whether what a number counts is written behind it: "at 9 ministries", "10/19 bộ". */
export const countsWhatFollows = (sentence: Sentence, end: number): boolean =>
  isBlank(sentence.tokens[end]?.before ?? ',') && countable.has(foldedAt(sentence, end))

export const guards = {
  /** Whether what reads as a day from `at` to `end` is one. */
  isDay(sentence: Sentence, at: number, end: number, said: SaidDay): boolean {
    const first = sentence.tokens[at]
    if (first === undefined) return false
    // "The 2nd round" is no day.
    const isOrdinal = said.kind === 'date' && said.month === undefined
    if (
      isOrdinal &&
      sentence.english &&
      isBlank(sentence.tokens[end]?.before ?? ',') &&
      nouns.has(foldedAt(sentence, end))
    )
      return false
    if (first.digits === 0)
      return !(said.kind === 'date' && said.month === undefined && sentence.tokens[end]?.before === ':')
    if (isBehind(numbered, sentence, at)) return false
    const slashed = sentence.tokens[at + 1]?.before.trim() === '/'
    if (!slashed && isNumberOf(sentence, at)) return false
    const cannotBe = said.kind === 'date' && (said.day > 31 || (said.month ?? 1) > 12)
    return !(slashed && cannotBe && countsWhatFollows(sentence, end))
  },
}
