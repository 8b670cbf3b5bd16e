import { fold } from '../../texts/fold.ts'
import { editDistance } from '../../understand/names/edit-distance.ts'
import type { Entry } from './entry.ts'

/**
 * How well typed words fit, the best first. 0 the answer itself, 1 the key, 2 a whole name, 3 a whole other name; 4 a name
 * begins so, 5 they stand in it whole, 6 a word in it begins so; 7 each begins some word of all; 8 misspelt.
 */
export type Rank = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
/** Up to this rank the words are what it is called; beyond, they come near. */
export const called: Rank = 3

/** Words of fewer letters are too like too many others to be misspelt. */
const fewestLetters = 4

type Ranked = { readonly entry: Entry; readonly rank: Rank }

/**
 * The entries that typed words may mean, with or without diacritics, best first and else in the order given; all, for no
 * words. Misspelt words count only where nothing else fits.
 */
export function searchEntries(entries: readonly Entry[], typed: string): readonly Ranked[] {
  const word = typed.normalize('NFC').replace(/\s+/gu, ' ').trim()
  const wanted = fold(word)
  if (wanted === '') return word === '' ? entries.map((entry) => ({ entry, rank: 7 })) : []
  const found = ranked(entries, (entry) => rankOf(entry, word, wanted))
  return found.length > 0 ? found : ranked(entries, (entry) => (isMisspelt(entry, wanted) ? 8 : undefined))
}

function ranked(entries: readonly Entry[], rank: (entry: Entry) => Rank | undefined): readonly Ranked[] {
  const found = entries.flatMap((entry) => {
    const one = rank(entry)
    return one === undefined ? [] : [{ entry, rank: one }]
  })
  return found.sort((a, b) => a.rank - b.rank)
}

function rankOf(entry: Entry, word: string, wanted: string): Rank | undefined {
  if (entry.value === word || entry.id === word) return 0
  const [keys, own, others] = foldedNames(entry)
  if (keys.includes(wanted)) return 1
  if (own.includes(wanted)) return 2
  const joined = wanted.replaceAll(' ', '')
  if (others.some((name) => name === wanted || (joined.length >= 3 && name.replaceAll(' ', '') === joined))) return 3
  const names = [...own, ...others, ...keys]
  if (names.some((name) => name.startsWith(wanted))) return 4
  if (names.some((name) => ` ${name} `.includes(` ${wanted} `))) return 5
  if (names.some((name) => name.includes(` ${wanted}`))) return 6
  const hay = ` ${[...names, ...(entry.beside ?? []).map(fold)].join(' ')}`
  return wanted.split(' ').every((each) => hay.includes(` ${each}`)) ? 7 : undefined
}

/** The words follow one another in one of its names, and one in three of them is a slip at the most. */
function isMisspelt(entry: Entry, wanted: string): boolean {
  const [, own, others] = foldedNames(entry)
  const typed = wanted.split(' ')
  const most = Math.max(1, Math.floor(typed.length / 3))
  const isAt = (words: readonly string[], start: number) => {
    const wrong = typed.filter((each, at) => words[start + at]?.startsWith(each) !== true)
    const slips = typed.filter((each, at) => isSlip(each, words[start + at] ?? ''))
    return wrong.length <= most && wrong.every((each) => slips.includes(each))
  }
  return [...own, ...others].some((name) => {
    const words = name.split(' ')
    return words.some((_, start) => start + typed.length <= words.length && isAt(words, start))
  })
}

/** One letter put in, left out or taken for another, or two that changed places. */
function isSlip(a: string, b: string): boolean {
  if (a.length < fewestLetters || Math.abs(a.length - b.length) > 1) return false
  if (editDistance(a, b) <= 1) return true
  const at = [...a].findIndex((letter, place) => letter !== b[place])
  return a.length === b.length && `${a.slice(0, at)}${a[at + 1]}${a[at]}${a.slice(at + 2)}` === b
}

const folded = new WeakMap<Entry, readonly [readonly string[], readonly string[], readonly string[]]>()

function foldedNames(entry: Entry): readonly [readonly string[], readonly string[], readonly string[]] {
  const known = folded.get(entry)
  if (known !== undefined) return known
  const [keys, own, others] = entry.names
  const names = [keys.map(fold), own.map(fold), others.map(memo)] as const
  folded.set(entry, names)
  return names
}

/** Bodies have many other names, and many people the same body. */
const bodies = new Map<string, string>()
const mostKept = 20_000
function memo(name: string): string {
  const known = bodies.get(name)
  if (known !== undefined) return known
  if (bodies.size >= mostKept) bodies.clear()
  const one = fold(name)
  bodies.set(name, one)
  return one
}
