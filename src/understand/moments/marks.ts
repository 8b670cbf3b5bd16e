import { phraseEnd, tableWords } from './forms.ts'
import { foldedAt, type Sentence, type TableWord, wordSet } from './tokens.ts'
import type { Mark } from './values.ts'
import { BEHIND_I, BESIDE, BETWEEN, BETWEEN_JOINS, JOINS, MARKS, NO_MARK_BEHIND } from './words.ts'

/** Words before a moment and the token behind them; `last` where they ask for the last day of a period ("hết tháng 7"). */
export type FoundMark = {
  readonly mark: Mark | undefined
  readonly last: boolean
  readonly end: number
  readonly between: boolean
}

type Phrase = {
  readonly words: readonly TableWord[]
  readonly mark: Mark | undefined
  readonly last: boolean
  readonly between: boolean
}

const phrases: readonly Phrase[] = [
  ...entries(MARKS).flatMap(([mark, list]) =>
    list.map((phrase) => ({
      words: tableWords(phrase),
      mark: mark === '' ? undefined : mark,
      last: phrase.endsWith('hết') || phrase.endsWith('the end of'),
      between: false,
    })),
  ),
  ...BETWEEN.map((phrase) => ({ words: tableWords(phrase), mark: 'from' as const, last: false, between: true })),
]
const byFirst = Map.groupBy(phrases, ({ words }) => words[0]?.folded ?? '')
const joins = JOINS.map(tableWords)
const betweenJoins = BETWEEN_JOINS.map(tableWords)
const beside = Map.groupBy(BESIDE.map(tableWords), (words) => words[0]?.folded ?? '')
const noMarkBehind = new Map(Object.entries(NO_MARK_BEHIND).map(([word, before]) => [word, wordSet([before])]))
const behindI = wordSet(BEHIND_I)

function entries<Key extends string, Value>(table: Readonly<Record<Key, Value>>): readonly (readonly [Key, Value])[] {
  const found: (readonly [Key, Value])[] = []
  for (const key in table) found.push([key, table[key]])
  return found
}

/** All marks that stand at a token, and two of them one behind the other ("đến trước 25/6"): the longest first. */
export function marksAt(sentence: Sentence, at: number, depth = 0): readonly FoundMark[] {
  const found: FoundMark[] = []
  if (isNoMark(sentence, at)) return found
  for (const { words, mark, last, between } of byFirst.get(sentence.tokens[at]?.folded ?? '') ?? []) {
    const end = phraseEnd(words, sentence, at)
    if (end === undefined) continue
    found.push({ mark, last, end, between })
    if (depth > 0 || !isNextBlank(sentence, end)) continue
    for (const second of marksAt(sentence, end, 1))
      found.push({
        ...second,
        mark: second.mark ?? mark,
        last: last || second.last,
        between: between || second.between,
      })
  }
  return found.sort((a, b) => b.end - a.end)
}

function isNoMark(sentence: Sentence, at: number): boolean {
  const token = sentence.tokens[at]
  if (token === undefined || token.marked) return false
  if (noMarkBehind.get(token.folded)?.has(foldedAt(sentence, at - 1))) return true
  const next = foldedAt(sentence, at + 1)
  if (token.folded !== 'toi' || !behindI.has(next)) return false
  return !(next === 'ngay' && sentence.tokens[at + 2]?.digits) && !isMoved(sentence, at) && !isLengthened(sentence, at)
}

const isNextBlank = ({ tokens }: Sentence, at: number) => /^ ?$/.test(tokens[at]?.before ?? ',')

/** What joins two ends of a range: the token behind it; `plain` where it always joins, as và and and do not. */
export type FoundJoin = { readonly end: number; readonly hyphen: boolean; readonly plain: boolean }

/** What joins two ends of a range at a token; with `between`, "và" and "and" do so too. */
export function joinAt(sentence: Sentence, at: number, between: boolean): FoundJoin | undefined {
  const token = sentence.tokens[at]
  if (token === undefined) return undefined
  if (token.before.trim() === '-') return { end: at, hyphen: true, plain: true }
  if (!/^,? ?$/.test(token.before)) return undefined
  const longest = (phrases: readonly (readonly TableWord[])[]) =>
    Math.max(0, ...phrases.map((words) => phraseEnd(words, sentence, at) ?? 0))
  const plain = longest(joins)
  if (plain > 0) return { end: plain, hyphen: false, plain: true }
  const other = between ? longest(betweenJoins) : 0
  return other === 0 ? undefined : { end: other, hyphen: false, plain: false }
}

/** The tokens at which the next part of one moment may begin: here, or behind "lúc", "at", "on the". */
export function besideAt(sentence: Sentence, at: number, isSecond = false): readonly number[] {
  const token = sentence.tokens[at]
  if (token === undefined || !/^ ?[,(]? ?$|^\)[,]? ?$/.test(token.before)) return []
  const behind = (beside.get(token.folded) ?? []).flatMap((words) => {
    const end = phraseEnd(words, sentence, at)
    // "On Thursday 2 July instead, 2 pm start".
    const isAside = token.folded === 'instead' && /^, ?$/.test(sentence.tokens[end ?? 0]?.before ?? '')
    if (end === undefined || !(isAside || isNextBlank(sentence, end))) return []
    // "Friday 24/7 instead, say 9 in the morning".
    return token.folded === 'instead' && !isSecond ? besideAt(sentence, end, true) : [end]
  })
  return [at, ...behind]
}

/** Whether something before a token is moved, or lengthened. */
export const isMoved = (sentence: Sentence, at: number): boolean => sentence.moves < at
export const isLengthened = (sentence: Sentence, at: number): boolean => sentence.lengthens < at
