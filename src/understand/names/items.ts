import { fold, type Word } from '../../texts/fold.ts'
import { oneSlip, phraseAt, plainBook, wordSet } from '../phrases.ts'
import { CONNECTIVES, NOISE, STOP } from '../words/questions.ts'

export type VocabularyItem = {
  readonly key: string
  readonly title: string
  readonly titleEn?: string
  readonly type: string
  readonly typeEn?: string
}

/** Items that some words point at: one is sure, several are asked about. `used` are the words that told, by place. */
export type FoundItems = {
  readonly items: readonly VocabularyItem[]
  readonly used: ReadonlySet<number>
  /** The word after the last one that told. */
  readonly end: number
}

type Subject = {
  readonly item: VocabularyItem
  readonly joinedKey: string
  readonly lists: readonly (readonly string[])[]
  /** Words that tell by themselves: English words of the title, and parts of the key. */
  readonly telling: ReadonlySet<string>
}
export type ItemIndex = {
  readonly subjects: readonly Subject[]
  readonly byWord: ReadonlyMap<string, readonly Subject[]>
}

const JOINING = wordSet(CONNECTIVES)
const IDLE = new Set([...JOINING, ...wordSet(STOP)])
const NOISES = plainBook(NOISE)
const GENERIC = wordSet(['hệ thống văn bản danh sách quy'])
export const NOTHING_FOUND: FoundItems = { items: [], used: new Set(), end: 0 }
/** Nobody names an item in more words than this. */
const LONGEST = 40

const indexes = new WeakMap<readonly VocabularyItem[], ItemIndex>()

/** The words of all items, made once for a list of them. */
export function indexItems(items: readonly VocabularyItem[]): ItemIndex {
  const known = indexes.get(items)
  if (known !== undefined) return known
  const subjects = items.map(subjectOf)
  const byWord = new Map<string, Subject[]>()
  for (const subject of subjects) {
    for (const word of new Set([...subject.lists.flat(), subject.joinedKey])) {
      byWord.set(word, [...(byWord.get(word) ?? []), subject])
    }
  }
  const index = { subjects, byWord }
  indexes.set(items, index)
  return index
}

function subjectOf(item: VocabularyItem): Subject {
  const list = (text: string) =>
    fold(text)
      .split(' ')
      .filter((word) => word !== '' && !JOINING.has(word))
  const key = fold(item.key).split(' ')
  const english = [item.titleEn ?? '', item.typeEn ?? ''].flatMap(list)
  return {
    item,
    joinedKey: key.join(''),
    lists: [item.title, item.titleEn ?? '', item.type, item.typeEn ?? ''].map(list).concat([key]),
    telling: new Set([...english.filter((word) => word.length >= 4), ...key.filter((word) => word.length >= 3)]),
  }
}

/**
 * The items meant by the words from `from` to `to`. An item whose telling words are all among another's is out, so the
 * title that was said most fully wins, and two that each hold words of their own are both given.
 */
export function itemsAmong(index: ItemIndex, text: readonly Word[], from: number, to: number): FoundItems {
  const last = Math.min(to, from + LONGEST)
  const uses = new Map<Subject, Set<number>>()
  const use = (subject: Subject, places: readonly number[]) => {
    const set = uses.get(subject) ?? new Set()
    for (const place of places) set.add(place)
    uses.set(subject, set)
  }
  for (let at = from; at < last; at++) {
    const key = keyAt(index, text, at, last)
    if (key !== undefined) use(key.subject, range(at, key.end))
  }
  const said = spoken(index, text, from, last)
  for (const subject of new Set(said.flatMap((word) => word.subjects))) {
    const places = told(subject, said)
    if (places.length > 0) use(subject, places)
  }
  if (uses.size === 0) slippedKeys(index, text, from, last, use)
  let best = [...uses].filter(
    ([, set]) => ![...uses.values()].some((other) => other.size > set.size && within(set, other)),
  )
  // "Hệ thống", "văn bản", "danh sách": said of much that is no item.
  best = best.filter(([, set]) => ![...set].every((at) => GENERIC.has(text[at]?.folded ?? '')))
  if (best.length === 0) return NOTHING_FOUND
  // One word of a title says less than several in a row, or a key.
  const most = Math.max(...best.map(([, set]) => set.size))
  if (most >= 2 && best.some(([, set]) => set.size === 1)) best = best.filter(([, set]) => set.size > 1)
  const used = new Set(best.flatMap(([, set]) => [...set]))
  return { items: best.map(([subject]) => subject.item), used, end: Math.max(...used) + 1 }
}

/**
 * The item named right at `from`, joining words aside: as long as words belong to some item's name, and up to a key
 * where one stands. `stops` says where other words begin. Two keys in a row are two items.
 */
export function itemAt(
  index: ItemIndex,
  text: readonly Word[],
  from: number,
  stops: (at: number) => boolean,
): FoundItems {
  let at = from
  while (at < Math.min(text.length, from + LONGEST)) {
    const key = keyAt(index, text, at, text.length)
    if (key !== undefined) {
      const next = skipJoining(text, key.end)
      const second = keyAt(index, text, next, text.length)
      return itemsAmong(index, text, from, second === undefined ? key.end : second.end)
    }
    if (stops(at)) break
    const idle = idleAt(text, at)
    if (idle > at) at = idle
    else if (wordsLike(index, text[at]?.folded ?? '').length > 0) at++
    else break
  }
  const found = itemsAmong(index, text, from, at)
  if (found.items.length > 0) return found
  // "nd-dlc" is no word of any name, yet one slip away from a key.
  let first = from
  while (idleAt(text, first) > first) first = idleAt(text, first)
  const near = itemsAmong(index, text, first, Math.min(text.length, first + 3))
  return near.used.has(first) ? near : NOTHING_FOUND
}

/** Whether an exact key begins at word `at`. */
export function keyAt(
  index: ItemIndex,
  text: readonly Word[],
  at: number,
  to: number,
): { readonly subject: Subject; readonly end: number } | undefined {
  let joined = ''
  let found: { subject: Subject; end: number } | undefined
  for (let end = at + 1; end <= Math.min(to, at + 6); end++) {
    joined += text[end - 1]?.folded ?? ''
    // Two letters are too often a word.
    if (joined.length < 3) continue
    const subject = index.byWord.get(joined)?.find((each) => each.joinedKey === joined)
    if (subject !== undefined) found = { subject, end }
  }
  return found
}

/** Past a word or phrase that names nothing: joining words, "đợt lấy ý kiến"; `at` itself where there is none. */
function idleAt(text: readonly Word[], at: number): number {
  const noise = phraseAt(NOISES, text, at)
  if (noise !== undefined) return noise.end
  return IDLE.has(text[at]?.folded ?? '') ? at + 1 : at
}

function skipJoining(text: readonly Word[], from: number): number {
  let at = from
  while (JOINING.has(text[at]?.folded ?? '')) at++
  return at
}

type Spoken = {
  readonly place: number
  readonly options: readonly string[]
  readonly exact: boolean
  readonly subjects: readonly Subject[]
}

// Idle phrases stay out, so that "dự thảo chiến lược" is not the decree whose title begins with "Dự thảo".
function spoken(index: ItemIndex, text: readonly Word[], from: number, to: number): readonly Spoken[] {
  const said: Spoken[] = []
  for (let at = from; at < to; ) {
    const noise = phraseAt(NOISES, text, at)
    if (noise !== undefined) {
      at = noise.end
      continue
    }
    const folded = text[at]?.folded ?? ''
    if (!JOINING.has(folded)) {
      const options = wordsLike(index, folded)
      const subjects = options.flatMap((option) => index.byWord.get(option) ?? [])
      said.push({ place: at, options, exact: index.byWord.has(folded), subjects })
    }
    at++
  }
  return said
}

/** The words of the names that a typed word may be: itself, or those one slip away. */
function wordsLike(index: ItemIndex, folded: string): readonly string[] {
  if (index.byWord.has(folded)) return [folded]
  if (folded.length < 4 || IDLE.has(folded)) return []
  return [...index.byWord.keys()].filter((word) => word.length >= 4 && oneSlip(word, folded)).slice(0, 6)
}

/** The places of the words that tell of this subject: two or more of its name in a row, or one that tells alone. */
function told(subject: Subject, said: readonly Spoken[]): readonly number[] {
  const places: number[] = []
  for (const [first, word] of said.entries()) {
    const alone = word.options.some((option) => subject.telling.has(option) && (word.exact || option.length >= 6))
    if (alone) places.push(word.place)
    for (const list of subject.lists) {
      for (let start = 0; start < list.length; start++) {
        let length = 0
        while (said[first + length]?.options.includes(list[start + length] ?? '')) length++
        const run = said.slice(first, first + length)
        if (length >= 2 && run.some((each) => each.exact)) places.push(...run.map((each) => each.place))
      }
    }
  }
  return places
}

function slippedKeys(
  index: ItemIndex,
  text: readonly Word[],
  from: number,
  to: number,
  use: (subject: Subject, places: readonly number[]) => void,
): void {
  for (let at = from; at < to; at++) {
    let joined = ''
    for (let end = at + 1; end <= Math.min(to, at + 4); end++) {
      joined += text[end - 1]?.folded ?? ''
      if (joined.length < 5) continue
      for (const subject of index.subjects) if (oneSlip(subject.joinedKey, joined)) use(subject, range(at, end))
    }
  }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function within(part: ReadonlySet<number>, whole: ReadonlySet<number>): boolean {
  return [...part].every((place) => whole.has(place))
}
