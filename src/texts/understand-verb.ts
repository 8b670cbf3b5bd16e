import type { Intent, RoundChange } from '../contract/intent.ts'
import { fold, type Word } from './fold.ts'
import { verbAt } from './understand-book.ts'
import { asksOnly, readChange } from './understand-change.ts'
import {
  type FoundItems,
  type ItemIndex,
  idleAt,
  itemAt,
  itemsAmong,
  keyAt,
  type VocabularyItem,
} from './understand-items.ts'
import { opinionOn, positionAt, readOpinion, tooLong } from './understand-opinion.ts'
import { wordSet } from './understand-phrases.ts'
import { findQuarter } from './understand-quarter.ts'
import type { Choice, Understanding, Vocabulary } from './understand-result.ts'
import { MEANINGS, NEGATIONS, type Verb, WEAK } from './words.ts'

/** A sentence under reading: as typed, as words, with what it may speak of. */
export type Sentence = {
  readonly raw: string
  readonly text: readonly Word[]
  readonly index: ItemIndex
  readonly vocabulary: Vocabulary
}
type Said = { readonly locale: 'vi' | 'en'; readonly folded: string }
/** A verb with its place: `at` its first word, `end` the word after it; `known` the item said before it. */
type Reading = Sentence & {
  readonly said: Said
  readonly at: number
  readonly end: number
  readonly known?: FoundItems
}

const WEAK_PHRASES = new Set(WEAK.map(fold))
const NEGATING = wordSet(NEGATIONS)
const ACTING: ReadonlySet<Verb | undefined> = new Set([
  'extend',
  'close',
  'reopen',
  'withdraw',
  'open',
  'round.start',
  'later',
])
const NONE: FoundItems = { items: [], used: new Set(), end: 0 }
const MOST_OPTIONS = 10
/** Characters of words that still go into a button beside everything else. */
const BUTTON_BODY = 1000

/** Makes an understanding of a verb and the words around it. */
export function act(
  sentence: Sentence,
  verb: Verb,
  said: Said,
  at: number,
  end: number,
  known?: FoundItems,
): Understanding {
  const reading: Reading = { ...sentence, said, at, end, ...(known === undefined ? {} : { known }) }
  switch (verb) {
    case 'help':
      return intent({ kind: 'help' })
    case 'home':
      return known === undefined && left(reading, NONE) === 0 ? intent({ kind: 'home' }) : unknown()
    case 'language.vi':
    case 'language.en':
      if (known !== undefined || left(reading, NONE) > 0) return unknown()
      return intent({ kind: 'language', locale: verb === 'language.vi' ? 'vi' : 'en' })
    case 'plan':
    case 'plan.none':
      return plan(reading, verb === 'plan.none')
    case 'item':
      return look(reading, (item) => ({ kind: 'item', item }))
    case 'status':
      return look(reading, (item) => ({ kind: 'status', item }), { kind: 'status' })
    case 'opinion':
      return opinion(reading)
    case 'mine':
      return mine(reading)
    case 'history':
      // The history itself needs a round, which only the card of the item's round knows.
      return look(reading, (item) => ({ kind: 'status', item }), { kind: 'opinion.mine' })
    case 'round.start':
      return start(reading)
    case 'extend':
    case 'close':
    case 'reopen':
    case 'withdraw':
      return change(reading, verb)
    case 'open':
      return open(reading)
    case 'record':
      return record(reading)
    case 'later':
      return unknown(itemsAmong(sentence.index, sentence.text, 0, sentence.text.length))
    default:
      return verb satisfies never
  }
}

function plan(reading: Reading, none: boolean): Understanding {
  const { text, index, vocabulary, at, end } = reading
  const quarter = none ? undefined : findQuarter(text, vocabulary.year, vocabulary.today)
  const taken = new Set(quarter === undefined ? [] : span(quarter.start, quarter.end))
  // "kế hoạch năm 2020" is the plan; another year's is not here.
  for (const [place, word] of text.entries()) if (word.folded === String(vocabulary.year)) taken.add(place)
  for (const place of planWords(text)) taken.add(place)
  if (left(reading, { ...NONE, used: taken }) === 0) {
    const asked = none ? 'none' : quarter?.quarter
    return intent({ kind: 'plan', ...(asked === undefined ? {} : { quarter: asked }) })
  }
  const found = reading.known ?? itemsAmong(index, text, at, text.length)
  const all = { ...found, used: new Set([...found.used, ...taken, ...span(at, end)]) }
  if (found.items.length > 0 && left(reading, all) === 0)
    return each(reading, found, (item) => ({ kind: 'item', item }))
  return {
    kind: 'unknown',
    nearest: [{ kind: 'plan', ...(quarter === undefined ? {} : { quarter: quarter.quarter }) }],
  }
}

/** Verbs that only show something. Words left over beside an item do no harm, unless they turn the sentence round. */
function look(reading: Reading, of: (item: string) => Intent, all?: Intent): Understanding {
  const { text, index, vocabulary, end } = reading
  const found = reading.known ?? itemsAmong(index, text, end, text.length)
  if (found.items.length > 0) {
    const negated = text.slice(end).some((word, place) => NEGATING.has(word.folded) && !found.used.has(end + place))
    if (negated && !asksOnly(text, Math.max(found.end, end))) return unknown(found)
    return each(reading, found, of)
  }
  if (left(reading, NONE) === 0) return all === undefined ? missing(reading, of) : intent(all)
  const quarter = findQuarter(text, vocabulary.year, vocabulary.today)
  if (all !== undefined && quarter !== undefined) {
    const used = new Set(span(quarter.start, quarter.end))
    if (left(reading, { ...NONE, used }) === 0) return intent({ kind: 'plan', quarter: quarter.quarter })
  }
  return { kind: 'unknown', nearest: all === undefined ? [] : [all] }
}

function opinion(reading: Reading): Understanding {
  const { raw, text, index, end, known } = reading
  const typed = readOpinion(raw, text, end, index, known)
  if (typed.question !== undefined) return each(reading, typed.found, (item) => ({ kind: 'status', item }))
  if (tooLong(typed)) return unknown(typed.found)
  if (
    typed.found.items.length > 1 ||
    (typed.found.items.length === 0 && (strong(reading) || typed.body === undefined))
  ) {
    // A button does not hold a long text; the card that it leads to asks for the words again.
    const short = (typed.body?.length ?? 0) <= BUTTON_BODY
    const { body: _, ...bare } = typed
    const of = (item: string) => opinionOn(item, short ? typed : bare)
    return typed.found.items.length > 1 ? each(reading, typed.found, of) : missing(reading, of)
  }
  if (typed.found.items.length === 0) return unknown(itemsAmong(index, text, 0, text.length))
  return each(reading, typed.found, (item) => opinionOn(item, typed))
}

function mine(reading: Reading): Understanding {
  const { raw, text, index, end } = reading
  const typed = readOpinion(raw, text, end, index, reading.known)
  if (typed.position !== undefined && typed.found.items.length > 0) return opinion(reading)
  const found = itemsAmong(index, text, end, text.length)
  return left(reading, found) === 0
    ? intent({ kind: 'opinion.mine' })
    : { kind: 'unknown', nearest: [{ kind: 'opinion.mine' }] }
}

function start(reading: Reading): Understanding {
  const { text, index, end } = reading
  const found = named(reading) ?? itemsAmong(index, text, end, text.length)
  const of = (item: string): Intent => ({ kind: 'round.start', item })
  if (found.items.length > 0) return asksOnly(text, found.end) ? statusOf(reading, found) : each(reading, found, of)
  return left(reading, NONE) === 0 ? intent({ kind: 'round.start' }) : missing(reading, of)
}

function change(reading: Reading, what: RoundChange): Understanding {
  const { raw, text, index, vocabulary, end } = reading
  const found = named(reading) ?? (strong(reading) ? itemBehind(reading) : NONE)
  const place = found.items.length === 0 ? { start: end, end } : { start: Math.min(...found.used), end: found.end }
  if (found.items.length > 0 && asksOnly(text, Math.max(found.end, end))) return statusOf(reading, found)
  const details = readChange(raw, text, end, place, vocabulary.today)
  const of = (item: string): Intent => ({ kind: 'round.change', item, change: what, ...details })
  if (found.items.length > 0) return each(reading, found, of)
  // An item that is there and yet was not taken stands behind words that may turn the sentence round.
  const elsewhere = itemsAmong(index, text, end, text.length)
  if (elsewhere.items.length > 0) return unknown(elsewhere)
  return strong(reading) || left(reading, NONE) === 0 ? missing(reading, of) : unknown()
}

function open(reading: Reading): Understanding {
  const { text, said } = reading
  const found = named(reading) ?? NONE
  if (found.items.length === 0) return left(reading, NONE) === 0 ? intent({ kind: 'round.start' }) : unknown()
  if (asksOnly(text, found.end)) return statusOf(reading, found)
  const item = found.items.length === 1 ? found.items[0] : undefined
  if (item === undefined) return each(reading, found, (key) => ({ kind: 'item', item: key }))
  const options: readonly Choice[] = [
    { label: MEANINGS.start[said.locale], intent: { kind: 'round.start', item: item.key } },
    { label: MEANINGS.reopen[said.locale], intent: { kind: 'round.change', item: item.key, change: 'reopen' } },
  ]
  return { kind: 'ask', about: 'meaning', options }
}

function record(reading: Reading): Understanding {
  const { text, index, end } = reading
  // Whose opinion it is stands between: "ghi nhận ý kiến của Bộ Y tế về ND-DLCN".
  const found = reading.known ?? itemsAmong(index, text, end, text.length)
  const of = (item: string): Intent => ({ kind: 'record.start', item })
  if (found.items.length > 0) return each(reading, found, of)
  return strong(reading) || left(reading, NONE) === 0 ? missing(reading, of) : unknown()
}

/** The item further on: "gia hạn đến 07/07 ND-DLCN". Another verb before it ("gia hạn hay đóng …") is left unread. */
function itemBehind({ text, index, end }: Reading): FoundItems {
  const found = itemsAmong(index, text, end, text.length)
  const before = text.findIndex(
    (_, at) => at >= end && (found.used.has(at) || ACTING.has(verbAt(text, at)?.phrase.means)),
  )
  return found.used.has(before) ? found : NONE
}

/** The item said before the verb, or right behind it. */
function named({ text, index, end, known }: Reading): FoundItems | undefined {
  if (known !== undefined) return { ...known, end: Math.max(known.end, end) }
  const found = itemAt(index, text, end, (place) => positionAt(text, place) !== undefined)
  return found.items.length > 0 ? found : undefined
}

function statusOf(reading: Reading, found: FoundItems): Understanding {
  return each(reading, found, (item) => ({ kind: 'status', item }))
}

function each(reading: Reading, found: FoundItems, of: (item: string) => Intent): Understanding {
  const [item, ...others] = found.items
  if (item === undefined) return missing(reading, of)
  if (others.length === 0) return intent(of(item.key))
  return { kind: 'ask', about: 'item', options: choices(reading, found.items, of) }
}

function missing(reading: Reading, of: (item: string) => Intent): Understanding {
  const options = choices(reading, reading.vocabulary.items, of)
  return { kind: 'missing', what: 'item', verb: of('-').kind, options }
}

function choices(reading: Reading, items: readonly VocabularyItem[], of: (item: string) => Intent): readonly Choice[] {
  return items.slice(0, MOST_OPTIONS).map((item) => {
    const title = reading.said.locale === 'en' ? (item.titleEn ?? item.title) : item.title
    return { label: `${item.key}: ${shortened(title)}`, intent: of(item.key) }
  })
}

/** Enough of a title to know it by on a button. */
function shortened(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, title.lastIndexOf(' ', 59))}…`
}

function strong({ said }: Reading): boolean {
  return !WEAK_PHRASES.has(said.folded)
}

/** How many words after the verb nobody has accounted for. */
function left({ text, end, index }: Reading, found: FoundItems): number {
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

function planWords(text: readonly Word[]): readonly number[] {
  const idle = new Set(['ke', 'hoach', 'plan', 'danh', 'muc', 'cong', 'viec', 'items', 'whole', 'full'])
  return [...text.entries()].filter(([, word]) => idle.has(word.folded)).map(([place]) => place)
}

function unknown(found: FoundItems = NONE): Understanding {
  return { kind: 'unknown', nearest: found.items.slice(0, 3).map((item) => ({ kind: 'status', item: item.key })) }
}

function intent(of: Intent): Understanding {
  return { kind: 'intent', intent: of }
}

function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, place) => from + place)
}
