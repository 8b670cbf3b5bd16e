import { fold } from '../../texts/fold.ts'
import type { Phrases } from '../words/phrases.ts'
import type { Sentence } from './sentence.ts'

/** A phrase that is a sign of something: which, and how it is spelled. */
type Entry<K extends string> = {
  readonly means: K
  readonly locale: 'vi' | 'en'
  readonly size: number
  /** Each word's letters with their marks, in no order: "hủy" and "huỷ" are one, "dời" and "đổi" two. */
  readonly written: readonly string[]
}
export type Cue<K extends string = string> = {
  readonly means: K
  readonly locale: 'vi' | 'en'
  readonly start: number
  readonly end: number
}
export type CueBook<K extends string> = {
  readonly byJoined: ReadonlyMap<string, readonly Entry<K>[]>
  readonly longest: number
  /** All words of all phrases, folded. */
  readonly words: ReadonlySet<string>
}

/** All words of all books, as they are spelled: one of these is no slip of another. */
const SPELLED = new Set<string>()

const marksOf = (word: string): string => [...word.normalize('NFD').toLowerCase()].sort().join('')
const split = (phrase: string): readonly string[] => phrase.split(/[^\p{L}\p{N}\p{M}']+/u).filter((word) => word !== '')

/** A book in which one phrase may be a sign of several things; English verbs with their endings, but for the `plain`. */
export function cueBook<K extends string>(
  meanings: readonly (readonly [K, Phrases])[],
  plain: readonly K[] = [],
): CueBook<K> {
  const byJoined = new Map<string, Entry<K>[]>()
  const words = new Set<string>()
  let longest = 1
  for (const [means, phrases] of meanings) {
    for (const locale of ['vi', 'en'] as const) {
      for (const phrase of locale === 'en' && !plain.includes(means)
        ? phrases.en.flatMap(inflected)
        : phrases[locale]) {
        const spelled = split(phrase.replaceAll("'", ''))
        const folded = spelled.map(fold)
        for (const word of folded) words.add(word)
        for (const word of spelled) SPELLED.add(marksOf(word))
        const joined = folded.join('')
        const entry = { means, locale, size: spelled.length, written: spelled.map(marksOf) }
        const others = byJoined.get(joined) ?? []
        if (!others.some((other) => other.means === means && other.written.join() === entry.written.join()))
          byJoined.set(joined, [...others, entry])
        longest = Math.max(longest, spelled.length)
      }
    }
  }
  return { byJoined, longest, words }
}

/** An English word with its endings; those that no word has do no harm. */
function inflected(phrase: string): readonly string[] {
  if (!/^[a-z]{3,}$/.test(phrase) || /(?:s|ed|ing)$/.test(phrase)) return [phrase]
  if (phrase.endsWith('ee')) return [phrase, `${phrase}s`, `${phrase}d`, `${phrase}ing`]
  if (phrase.endsWith('e')) return [phrase, `${phrase}s`, `${phrase}d`, `${phrase.slice(0, -1)}ing`]
  if (/[^aeiou]y$/.test(phrase))
    return [phrase, `${phrase.slice(0, -1)}ies`, `${phrase.slice(0, -1)}ied`, `${phrase}ing`]
  return [phrase, `${phrase}s`, `${phrase}ed`, `${phrase}ing`]
}

/**
 * Every phrase that begins at word `at`. Where diacritics were typed they must be the phrase's own: "bộ" is not "bỏ". In a
 * phrase of several words one may have the wrong mark, since that is what slips.
 */
export function cuesAt<K extends string>(
  book: CueBook<K>,
  { text, spelled, markedAt }: Pick<Sentence, 'text' | 'spelled' | 'markedAt'>,
  at: number,
): readonly Cue<K>[] {
  const found: Cue<K>[] = []
  let joined = ''
  for (let size = 1; size <= book.longest + 1 && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    const entries = book.byJoined.get(joined)
    if (entries === undefined) continue
    for (const { means, locale, size: words, written } of entries) {
      // A short phrase must stand as it is written: "mo" is not "m o".
      if (words !== size && joined.length < 5) continue
      if (words === size && mistaken(written, spelled, at, markedAt[at] === true) > (words > 1 ? 1 : 0)) continue
      if (found.some((one) => one.means === means && one.end === at + size)) continue
      found.push({ means, locale, start: at, end: at + size })
    }
  }
  return found
}

/**
 * How many words are not spelled as the phrase's: those with other marks, and, where marks are typed at all, those without
 * any. One that is a word of its own counts twice.
 */
function mistaken(written: readonly string[], spelled: readonly string[], at: number, marked: boolean): number {
  // Part of a sentence is typed without marks: several words in a row are.
  const plain = written.length > 1 && written.every((_, place) => !/[^\p{ASCII}]/u.test(spelled[at + place] ?? ''))
  let count = 0
  for (const [place, marks] of written.entries()) {
    const typed = spelled[at + place] ?? ''
    // A mended word has no marks of its own.
    if (typed === '') continue
    if (((!marked || plain) && !/[^\p{ASCII}]/u.test(typed)) || marksOf(typed) === marks) continue
    count += SPELLED.has(marksOf(typed)) ? 2 : 1
  }
  return count
}
