import type { Word } from '../../texts/fold.ts'
import { typesMarks } from './typed-marks.ts'
import type { When } from './values.ts'
import { ENGLISH, LENGTHENS, MOVES, OTHER_WHEN_BARE, VIETNAMESE } from './words.ts'

/** A word, or the letters or digits of one that runs them together: "8h30" is 8, h and 30. */
export type Token = {
  readonly folded: string
  /** Lower case, composed, with its diacritics. */
  readonly spelled: string
  readonly marked: boolean
  /** Its number, and of how many digits; NaN and 0 for letters. */
  readonly number: number
  readonly digits: number
  /** What stands before it, blanks as one: '' where it is glued on. */
  readonly before: string
  /** The word that it is of, and whether it begins and ends it. */
  readonly place: number
  readonly first: boolean
  readonly last: boolean
  readonly capital: boolean
}

export type Sentence = {
  readonly tokens: readonly Token[]
  readonly when: When
  /** Whether diacritics are written. */
  readonly marked: boolean
  readonly english: boolean
  /** Whether a day such as 6/22 or 22/6 shows the order of month and day; undefined where none does. */
  readonly order: 'month-first' | 'day-first' | undefined
  /** The first tokens that say that something is moved, and that it is lengthened; Infinity where none does. */
  readonly moves: number
  readonly lengthens: number
}

/** What was read and the token behind it. */
export type Found<Value> = { readonly value: Value; readonly end: number }

export const wordSet = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')))

const englishWords = wordSet(ENGLISH)
const vietnameseWords = wordSet(VIETNAMESE)
const otherWhenBare = wordSet(OTHER_WHEN_BARE)
const moves = wordSet(MOVES)
const lengthens = wordSet(LENGTHENS)
const PIECES = /\d+|[^\d]+/g
const NOT_ASCII = /[^\p{ASCII}]/u

/** The tokens of a sentence, and what can be told of it as a whole. */
export function sentenceOf(raw: string, text: readonly Word[], when: When): Sentence {
  const tokens = text.flatMap((word, place) => tokensOf(raw, text, word, place))
  const marked = typesMarks(raw, text)
  const count = (words: ReadonlySet<string>) => tokens.filter(({ folded }) => words.has(folded)).length
  const english = count(englishWords) > count(vietnameseWords) + tokens.filter((token) => token.marked).length
  const firstOf = (words: ReadonlySet<string>) => {
    const at = tokens.findIndex(({ folded }) => words.has(folded))
    return at < 0 ? Number.POSITIVE_INFINITY : at
  }
  return {
    tokens,
    when,
    marked,
    english,
    order: english ? orderIn(tokens) : 'day-first',
    moves: firstOf(moves),
    lengthens: firstOf(lengthens),
  }
}

function tokensOf(raw: string, text: readonly Word[], word: Word, place: number): readonly Token[] {
  const written = raw.slice(word.start, word.end).normalize('NFC')
  const between = raw.slice(text[place - 1]?.end ?? 0, word.start)
  const before = between.replace(/\s+/gu, ' ').replace(/[–—]/gu, '-')
  const capital = written !== written.toLowerCase()
  const pieces = word.folded.match(PIECES) ?? []
  const spellings = written.toLowerCase().match(PIECES) ?? []
  return pieces.map((folded, at) => {
    const spelled = spellings.length === pieces.length ? (spellings[at] ?? folded) : folded
    const isNumber = /^\d/.test(folded)
    return {
      folded,
      spelled,
      marked: NOT_ASCII.test(spelled),
      number: isNumber ? Number(folded) : Number.NaN,
      digits: isNumber ? folded.length : 0,
      before: at === 0 ? before : '',
      place,
      first: at === 0,
      last: at === pieces.length - 1,
      capital,
    }
  })
}

/** One day that can only be read in one order tells of the others: people do not change it within a sentence. */
function orderIn(tokens: readonly Token[]): Sentence['order'] {
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1]
    if (next === undefined || next.before !== '/' || token.digits === 0 || token.digits > 2 || next.digits > 2) continue
    if (token.number <= 12 && next.number > 12 && next.number <= 31) return 'month-first'
    if (next.number <= 12 && token.number > 12 && token.number <= 31) return 'day-first'
  }
  return undefined
}

/** A word of a table as it is compared. */
export type TableWord = { readonly spelled: string; readonly folded: string; readonly marked: boolean }

/** Whether a token is a word of a table: written with diacritics, as it is spelled; bare, as it folds. */
export function isWord({ marked, english }: Sentence, token: Token, word: TableWord): boolean {
  if (token.marked) return token.spelled === word.spelled
  if (token.folded !== word.folded) return false
  return !(word.marked && (marked || english) && otherWhenBare.has(word.folded))
}

/** Whether two tokens may be neighbours of one phrase. */
export const isBlank = (before: string): boolean => before === '' || before === ' '

/** Folded word of the token at a place; empty outside the sentence. */
export const foldedAt = ({ tokens }: Sentence, at: number): string => tokens[at]?.folded ?? ''
