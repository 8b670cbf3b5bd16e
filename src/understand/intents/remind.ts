import type { Intent } from '../../contract/intent.ts'
import { fold } from '../../texts/fold.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { each, intent, left, missing, NONE, type Reading, unknown } from '../reading.ts'
import { type FoundItems, itemAt, keyAt } from '../readings/items.ts'
import { findQuarter } from '../readings/quarter.ts'
import type { Understanding } from '../result.ts'
import { NEGATIONS, NOISE } from '../words/questions.ts'
import { ABOUT, AROUND_NAMES, EVERYBODY } from '../words/reminders.ts'
import { asksOnly, asksWhat } from './change.ts'

const ALL = plainBook(EVERYBODY)
const ABOUTS = wordSet(ABOUT)
const AROUND = new Set([...AROUND_NAMES, ...NOISE])
const AROUND_FOLDED = new Set([...AROUND].map(fold))
const NEGATING = wordSet(NEGATIONS)
const NEGATING_AS_SPELLED = new Set(NEGATIONS.flatMap((line) => line.split(' ')))
const longestAround = 4
/** What an intent holds: names, characters in each, and in all of them, since a button may have to carry them. */
const most = { names: 50, each: 200, together: 1000 } as const

/**
 * "nhắc ND-DLCN Bộ Y tế", "nhắc Bộ Y tế về ND-DLCN", "nhắc tất cả quý II": the preview of a reminder. The names go on as
 * they were typed, cut at commas alone: whom they mean, and where "và" stands between two of them, the roster tells.
 */
export function remind(reading: Reading): Understanding {
  const { text, vocabulary, end } = reading
  const found = whichItem(reading)
  if (asksWhat(text, end)) return unknown(found)
  if (found !== undefined) {
    const after = Math.max(found.end, end)
    if (asksWhat(text, after)) return unknown(found)
    if (asksOnly(text, after)) return each(reading, found, (item) => ({ kind: 'nudge.list', item }))
    const behind = namesIn(reading, after, text.length)
    const names = behind.length > 0 ? behind : namesIn(reading, end, Math.max(end, Math.min(...found.used)))
    if (!possible(names)) return unknown(found)
    return each(reading, found, (item) => ({ kind: 'reminder.preview', item, ...people(names) }))
  }
  const quarter = findQuarter(text.slice(end), vocabulary)
  if (quarter !== undefined) {
    const behind = namesIn(reading, end + quarter.end, text.length)
    const names = behind.length > 0 ? behind : namesIn(reading, end, end + quarter.start)
    if (!possible(names)) return unknown()
    return intent({ kind: 'reminder.preview', quarter: quarter.quarter, ...people(names) })
  }
  const names = namesIn(reading, end, text.length)
  if (names.length === 0 && phraseAt(ALL, text, end) !== undefined) return intent({ kind: 'reminder.preview' })
  return left(reading, NONE) === 0 ? missing(reading, (item) => ({ kind: 'reminder.preview', item })) : unknown()
}

/** The item said before the verb or right behind it, after "về", or by its key further on. */
function whichItem(reading: Reading): FoundItems | undefined {
  const { text, index, end, known } = reading
  if (known !== undefined) return known
  const right = itemAt(index, text, end, () => false)
  if (right.items.length > 0) return right
  for (let at = end; at < text.length; at += 1) {
    const about = ABOUTS.has(text[at]?.folded ?? '') ? at + 1 : at
    if (about === at && keyAt(index, text, at, text.length) === undefined) continue
    const found = itemAt(index, text, about, () => false)
    if (found.items.length > 0) return found
  }
  return undefined
}

type Name = { readonly text: string; readonly negated: boolean }

/** The names between two words, without "tất cả", joining words and politeness around them. */
function namesIn(reading: Reading, from: number, to: number): readonly Name[] {
  const { raw, text } = reading
  let start = from
  for (let at = from; at < to; start = at) {
    const all = phraseAt(ALL, text, at)
    const next = all === undefined || all.end > to ? at + around(reading, at, to, 'begins') : all.end
    if (next === at) break
    at = next
  }
  let end = to
  for (let size = 1; end > start && size > 0; end -= size) size = around(reading, start, end, 'ends')
  if (start >= end) return []
  const typed = raw.slice(text[start]?.start, text[end - 1]?.end)
  return typed
    .split(/[,;\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ text: name, negated: isNegation(name) }))
}

/** How many words at the beginning or the end of a stretch are none of a name; 0 for none. */
function around({ raw, text }: Reading, from: number, to: number, where: 'begins' | 'ends'): number {
  const marked = /[^\p{ASCII}]/u.test(raw)
  for (let size = Math.min(longestAround, to - from); size > 0; size -= 1) {
    const start = where === 'begins' ? from : to - size
    const spelled = raw
      .slice(text[start]?.start, text[start + size - 1]?.end)
      .normalize('NFC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
    if (marked ? AROUND.has(spelled) : AROUND_FOLDED.has(fold(spelled))) return size
  }
  return 0
}

/** Whether it begins with "không" or the like; "Dũng" reads like "đừng" only where no diacritics are written. */
function isNegation(name: string): boolean {
  const first = (name.split(/\s/u)[0] ?? '').normalize('NFC').toLowerCase()
  return NEGATING_AS_SPELLED.has(first) || NEGATING.has(first)
}

const possible = (names: readonly Name[]): boolean =>
  names.length <= most.names &&
  names.every((name) => !name.negated && name.text.length <= most.each) &&
  names.reduce((sum, name) => sum + name.text.length, 0) <= most.together

const people = (names: readonly Name[]): Pick<Extract<Intent, { kind: 'reminder.preview' }>, 'people'> =>
  names.length === 0 ? {} : { people: names.map((name) => name.text) }
