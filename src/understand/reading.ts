import type { Intent } from '../contract/intent.ts'
import { fold, type Word } from '../texts/fold.ts'
import { type FoundItems, type ItemIndex, idleAt, keyAt, type VocabularyItem } from './readings/items.ts'
import type { Choice, Understanding, Vocabulary } from './result.ts'
import { WEAK } from './words/questions.ts'

/** A sentence under reading: as typed, as words, with what it may speak of. */
export type Sentence = {
  readonly raw: string
  readonly text: readonly Word[]
  readonly index: ItemIndex
  readonly vocabulary: Vocabulary
}
export type Said = { readonly locale: 'vi' | 'en'; readonly folded: string }
/** A verb with its place: `at` its first word, `end` the word after it; `known` the item said before it. */
export type Reading = Sentence & {
  readonly said: Said
  readonly at: number
  readonly end: number
  readonly known?: FoundItems
}

const WEAK_PHRASES = new Set(WEAK.map(fold))
export const NONE: FoundItems = { items: [], used: new Set(), end: 0 }
const MOST_OPTIONS = 10

/** The state of what was found. */
export function statusOf(reading: Reading, found: FoundItems): Understanding {
  return each(reading, found, (item) => ({ kind: 'status.show', item }))
}

/** One item is meant; of several, the person chooses. */
export function each(reading: Reading, found: FoundItems, of: (item: string) => Intent): Understanding {
  const [item, ...others] = found.items
  if (item === undefined) return missing(reading, of)
  if (others.length === 0) return intent(of(item.key))
  return { kind: 'ask', about: 'item', options: choices(reading, found.items, of) }
}

/** The verb is plain, no item was named. */
export function missing(reading: Reading, of: (item: string) => Intent): Extract<Understanding, { kind: 'missing' }> {
  const options = allChoices(reading, reading.vocabulary.items, of)
  return { kind: 'missing', what: 'item', verb: of('-').kind, options }
}

/** The same asked about several items, each by its key and title; of many, the first. */
export function choices(
  reading: Reading,
  items: readonly VocabularyItem[],
  of: (item: string) => Intent,
): readonly Choice[] {
  return allChoices(reading, items.slice(0, MOST_OPTIONS), of)
}

function allChoices(
  reading: Reading,
  items: readonly VocabularyItem[],
  of: (item: string) => Intent,
): readonly (Choice & { readonly item: string })[] {
  return items.map((item) => {
    const title = reading.said.locale === 'en' ? (item.titleEn ?? item.title) : item.title
    return { item: item.key, label: `${item.key}: ${shortened(title)}`, intent: of(item.key) }
  })
}

/** Enough of a title to know it by on a button. */
function shortened(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, title.lastIndexOf(' ', 59))}…`
}

/** Whether the verb says enough without an item behind it. */
export function strong({ said }: Reading): boolean {
  return !WEAK_PHRASES.has(said.folded)
}

/** How many words after the verb nobody has accounted for. */
export function left({ text, end, index }: Reading, found: FoundItems): number {
  let count = 0
  for (let at = end; at < text.length; ) {
    const idle = idleAt(text, at)
    if (found.used.has(at)) at++
    else if (idle > at && keyAt(index, text, at, text.length) === undefined) at = idle
    else {
      count++
      at++
    }
  }
  return count
}

/** Not understood; what is near can be looked at. */
export function unknown(found: FoundItems = NONE): Understanding {
  return { kind: 'unknown', nearest: found.items.slice(0, 3).map((item) => ({ kind: 'status.show', item: item.key })) }
}

/** One plain intent. */
export function intent(of: Intent): Understanding {
  return { kind: 'intent', intent: of }
}
