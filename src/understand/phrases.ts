import { fold, type Word, words } from '../texts/fold.ts'

/** A phrase, folded; `joined` without spaces, so that "ke hoach" and "kehoach" are one. */
type Phrase = { readonly folded: string; readonly joined: string; readonly size: number }
type Match = { readonly phrase: Phrase; readonly end: number }
type Phrasebook = { readonly byJoined: ReadonlyMap<string, Phrase>; readonly longest: number }

/** `Object.entries` that keeps the names' type. */
export function entriesOf<K extends string, V>(named: Readonly<Record<K, V>>): readonly (readonly [K, V])[] {
  const entries: (readonly [K, V])[] = []
  for (const name in named) entries.push([name, named[name]])
  return entries
}

/** A book of phrases of which only the place matters. */
export function plainBook(phrases: readonly string[]): Phrasebook {
  const byJoined = new Map<string, Phrase>()
  let longest = 1
  for (const text of phrases) {
    const folded = fold(text)
    const size = folded.split(' ').length
    const joined = folded.replaceAll(' ', '')
    byJoined.set(joined, { folded, joined, size })
    longest = Math.max(longest, size)
  }
  return { byJoined, longest }
}

/** Folded single words out of lines of words. */
export function wordSet(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => words(line).map((word) => word.folded)))
}

/** The longest phrase that starts at word `at`, spelled as it stands or with its words run together or apart. */
export function phraseAt(book: Phrasebook, text: readonly Word[], at: number): Match | undefined {
  let joined = ''
  let found: Match | undefined
  for (let size = 1; size <= book.longest + 1 && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    const phrase = book.byJoined.get(joined)
    if (phrase === undefined) continue
    // A short phrase must stand as it is written: "mo" is not "m o".
    if (phrase.size === size || joined.length >= 4) found = { phrase, end: at + size }
  }
  return found
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
