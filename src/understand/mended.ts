import { fold, type Word } from '../texts/fold.ts'
import { oneSlip } from './phrases.ts'
import { lineOf } from './readings/line.ts'
import { type Cut, partsLike, partsOf } from './readings/parts.ts'
import { MONTHS } from './words/periods.ts'
import { SCHEDULE_WORDS } from './words/schedules.ts'
import { TEAM_WORDS } from './words/teams.ts'

/** Words of these phrases are known through a slip of the keyboard. */
const KEYWORDS: readonly string[] = [
  ...new Set(
    [
      ...Object.values(SCHEDULE_WORDS).flatMap(({ vi, en }) => [...vi, ...en]),
      ...TEAM_WORDS,
      ...Object.keys(MONTHS),
      'tháng',
      'tuần',
      'quý',
      'week',
      'month',
      'quarter',
    ]
      .flatMap((phrase) => fold(phrase).split(' '))
      .filter((word) => word.length >= 4),
  ),
]
/** Phrases of two words, run together: "kiem tar" is one slip from one of them. */
const PAIRS = new Map(
  Object.values(SCHEDULE_WORDS)
    .filter((phrases) => phrases !== SCHEDULE_WORDS.nextTrip)
    .flatMap(({ vi, en }) => [...vi, ...en])
    .map(fold)
    .filter((phrase) => phrase.split(' ').length === 2 && phrase.length >= 7)
    .map((phrase) => [phrase.replace(' ', ''), phrase.split(' ')]),
)

/** The same with words mended that are one slip from a word of the field, where nothing else accounts for them. */
export function mended(cut: Cut, from: number): Cut {
  const left = new Set(partsLike(partsOf(cut, from, cut.text.length), 'left').map((part) => part.start))
  const words = new Map<number, string>()
  for (const at of left) {
    const typed = cut.text[at]?.folded ?? ''
    const near = typed.length < 4 ? [] : KEYWORDS.filter((keyword) => slips(keyword, typed))
    if (near.length === 1) words.set(at, near[0] ?? typed)
    const next = cut.text[at + 1]?.folded
    const pair = next === undefined ? undefined : [...PAIRS].find(([joined]) => oneSlip(joined, typed + next))?.[1]
    for (const [place, word] of pair?.entries() ?? []) words.set(at + place, word)
  }
  if (words.size === 0) return cut
  const text = cut.text.map((word, at): Word => ({ ...word, folded: words.get(at) ?? word.folded }))
  return { ...cut, text, line: lineOf(cut.raw, text) }
}

const slips = (keyword: string, typed: string): boolean =>
  oneSlip(keyword, typed) && (keyword.length >= 6 || (keyword.length === typed.length && isExchange(keyword, typed)))

const isExchange = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('')
