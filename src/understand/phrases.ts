import { fold, type Word, words } from '../texts/fold.ts'
import type { Phrases } from './words/phrases.ts'

/** A phrase of the vocabulary, folded; `joined` without spaces, so that "ke hoach" and "kehoach" are one. */
export type Phrase<M> = {
  readonly means: M
  readonly locale: 'vi' | 'en'
  readonly folded: string
  readonly joined: string
  readonly size: number
}
export type Match<M> = { readonly phrase: Phrase<M>; readonly end: number }
export type Phrasebook<M> = { readonly byJoined: ReadonlyMap<string, Phrase<M>>; readonly longest: number }

/** Builds a book from meanings and their phrases in both languages. */
export function phrasebook<M>(
  entries: readonly (readonly [
    means: M,
    phrases: { readonly vi: readonly string[]; readonly en: readonly string[] },
  ])[],
): Phrasebook<M> {
  const byJoined = new Map<string, Phrase<M>>()
  let longest = 1
  for (const [means, phrases] of entries) {
    for (const locale of ['vi', 'en'] as const) {
      for (const text of phrases[locale]) {
        const folded = fold(text)
        const size = folded.split(' ').length
        const joined = folded.replaceAll(' ', '')
        byJoined.set(joined, { means, locale, folded, joined, size })
        longest = Math.max(longest, size)
      }
    }
  }
  return { byJoined, longest }
}

/** A book of all the meanings there are, each under its name. */
export function bookOf<M extends string>(meanings: Readonly<Record<M, Phrases>>): Phrasebook<M> {
  return phrasebook(entriesOf(meanings))
}

/** `Object.entries` that keeps the names' type. */
export function entriesOf<K extends string, V>(named: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  const entries: (readonly [K, V])[] = []
  for (const name in named) entries.push([name, named[name]])
  return entries
}

/** One book for phrases that all mean the same. */
export function plainBook(phrases: readonly string[]): Phrasebook<true> {
  return phrasebook([[true, { vi: phrases, en: [] }]])
}

/** Folded single words out of lines of words. */
export function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => words(line).map((word) => word.folded)))
}

/** The longest phrase that starts at word `at`, spelled as it stands or with its words run together or apart. */
export function phraseAt<M>(book: Phrasebook<M>, text: readonly Word[], at: number): Match<M> | undefined {
  let joined = ''
  let found: Match<M> | undefined
  for (let size = 1; size <= book.longest + 1 && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    const phrase = book.byJoined.get(joined)
    if (phrase === undefined) continue
    // A short phrase must stand as it is written: "mo" is not "m o".
    if (phrase.size === size || joined.length >= 4) found = { phrase, end: at + size }
  }
  return found
}

/** As `phraseAt`, with one slip of the keyboard in a phrase of six letters or more; undefined where two would fit. */
export function phraseNear<M>(book: Phrasebook<M>, text: readonly Word[], at: number): Match<M> | undefined {
  let joined = ''
  let found: Match<M> | undefined
  let other = false
  for (let size = 1; size <= book.longest + 1 && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    for (const phrase of book.byJoined.values()) {
      if (phrase.joined.length < 6 || phrase.size !== size || !oneSlip(phrase.joined, joined)) continue
      if (found === undefined || phrase.joined.length > found.phrase.joined.length) {
        found = { phrase, end: at + size }
        other = false
      } else if (phrase.joined.length === found.phrase.joined.length && phrase.means !== found.phrase.means)
        other = true
    }
  }
  return other ? undefined : found
}

/** True where one letter is missing, added, wrong, or two neighbours are exchanged; also for equal words. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const [restA, restB] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)]
  if (restA.length <= 1 && restB.length <= 1) return true
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0]
}
