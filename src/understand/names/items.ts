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
  /** The words of its type where one of them joins as well, and so is left out of the lists: "đề án", and "để". */
  readonly type: readonly string[]
  /** The first letters of the words of its titles. */
  readonly initials: readonly string[]
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
const GENERIC = wordSet([
  'hệ thống văn bản danh sách quy',
  'legal ministries localities sectors document documents policies consultation consultations making building deploying upgrading national orientation serve',
])
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
  const type = fold(item.type).split(' ')
  const initials = [item.title, item.titleEn ?? ''].map((title) =>
    list(title)
      .map((word) => word[0] ?? '')
      .join(''),
  )
  return {
    item,
    type: type.length > 1 && type.some((word) => JOINING.has(word)) ? type : [],
    initials,
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
  for (const subject of index.subjects)
    for (const places of typePlaces(subject, text, from, last))
      if (uses.has(subject) || uses.size === 0) use(subject, places)
  if (uses.size === 0) slippedKeys(index, text, from, last, use)
  let best: readonly Use[] = [...uses].filter(
    ([, set]) => ![...uses.values()].some((other) => other.size > set.size && within(set, other)),
  )
  // "Hệ thống", "văn bản", "our legal department": said of much that is no item.
  best = best.filter(([, set]) => ![...set].every((at) => GENERIC.has(text[at]?.folded ?? '') || isListing(text, at)))
  if (best.length === 0) return NOTHING_FOUND
  // One word of a title says less than several in a row, or a key.
  const most = Math.max(...best.map(([, set]) => set.size))
  if (most >= 2 && best.some(([, set]) => set.size === 1)) best = best.filter(([, set]) => set.size > 1)
  best = narrowed(best, text, last)
  const used = new Set(best.flatMap(([, set]) => [...set]))
  // "Bảo vệ dữ liệu": "vệ" joins as well, where it is "về".
  for (const at of [...used]) if (used.has(at + 2) && JOINING.has(text[at + 1]?.folded ?? '')) used.add(at + 1)
  return { items: best.map(([subject]) => subject.item), used, end: Math.max(...used) + 1 }
}

/** "List the rounds", "a list of stand-ins". */
const isListing = (text: readonly Word[], at: number): boolean =>
  text[at]?.folded === 'list' && (at === 0 || text[at + 1]?.folded === 'of')

type Use = readonly [Subject, ReadonlySet<number>]

/** Of several that the same words name, those of which the words behind are as well: "csdl đất". */
function narrowed(best: readonly Use[], text: readonly Word[], to: number): readonly Use[] {
  let left = best
  const [one] = left
  if (one === undefined || left.length < 2 || !left.every(([, set]) => set.size === one[1].size && within(set, one[1])))
    return left
  for (let at = Math.max(...one[1]) + 1; at < to && left.length > 1; at++) {
    const word = text[at]?.folded ?? ''
    const has =
      word.length < 3 || IDLE.has(word) ? [] : left.filter(([{ lists }]) => lists.some((list) => list.includes(word)))
    if (has.length === 0) break
    left = has.map(([subject, set]): Use => [subject, new Set([...set, at])])
  }
  return left
}

/** Where an item's type stands: "đề án", and not "để an toàn". */
function typePlaces(
  { type }: Subject,
  text: readonly Word[],
  from: number,
  to: number,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = []
  for (let at = from; type.length > 0 && at + type.length <= to; at++)
    if (
      type.every((word, place) => text[at + place]?.folded === word) &&
      !NO_TYPE_BEFORE.has(text[at + type.length]?.folded ?? '')
    )
      found.push(range(at, at + type.length))
  return found
}
const NO_TYPE_BEFORE = new Set(['toan', 'sinh', 'ninh', 'giang', 'ui', 'tam', 'bai'])

/**
 * The item that a word in capitals is short for: the beginning of its key ("CL"), or the first letters of words of its
 * title, also with those of its type ("PDP", "PDPD"), unless `isWord`. Only where it is short for no other.
 */
export function itemShortenedTo(index: ItemIndex, folded: string, isWord: boolean): Subject | undefined {
  const begun = index.subjects.filter(({ item }) => fold(item.key).split(' ')[0] === folded)
  const holding = index.subjects.filter(({ item }) => fold(item.key).split(' ').includes(folded))
  if (begun.length > 0) return begun.length === 1 && holding.length === 1 ? begun[0] : undefined
  if (isWord || folded.length < 3 || holding.length > 0) return undefined
  const short = index.subjects.filter(({ initials, item }) => {
    const type = [item.type, item.typeEn ?? ''].map((one) => fold(one)[0])
    const isOfType = folded.length > 3 && type.includes(folded.at(-1))
    return initials.some((all) => all.includes(folded) || (isOfType && all.includes(folded.slice(0, -1))))
  })
  return short.length === 1 ? short[0] : undefined
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
