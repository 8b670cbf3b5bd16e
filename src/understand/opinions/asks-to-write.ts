import type { Position } from '../../contract/intent.ts'
import { range } from '../engine/places.ts'
import { itemsOf, type Reading, valuesOf } from '../engine/reading.ts'
import type { Found } from '../engine/span.ts'
import { type FoundItems, NOTHING_FOUND } from '../names/items.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import {
  CALLED_BY,
  HOW_IT_CAME,
  THEY,
  WHERE_IT_IS,
  WHO_WRITES,
  WHO_WRITES_PHRASES,
  WRITE_DOWN,
} from '../words/opinions/told.ts'
import { positionAt } from './stance.ts'

const WRITES = plainBook(WRITE_DOWN)
const CAME = wordSet(HOW_IT_CAME)
const CALLED = wordSet(CALLED_BY)
const BESIDE = wordSet(WHO_WRITES)
const BESIDE_PHRASES = plainBook(WHO_WRITES_PHRASES)

/** Where the words of an opinion end, and what stands behind them. */
export type Ending = {
  /** The word before which they end. */
  readonly last: number
  /** An item that is named behind them: "cái nghị định ấy". */
  readonly found: FoundItems
  /** Whether it is to be written down. */
  readonly asks: boolean
  /** What is told beside: where the paper is. */
  readonly beside: readonly { readonly start: number; readonly end: number }[]
  /** Days and hours at which it came. */
  readonly moments: readonly Found[]
}

/**
 * Cuts off the end of what was typed what is no word of the opinion: "em ghi nhận vào hệ thống hộ anh", "can you log it", the item in
 * a clause of its own, where the paper is. Each clause is of one of these wholly or stays.
 */
export function endingOf(
  reading: Reading,
  from: number,
  { named, position }: { readonly named: boolean; readonly position: Position },
): Ending {
  const { text, clauses, raw } = reading
  let last = text.length
  // Politeness and numbers alone go with what stands before them, or stay.
  let edge = text.length
  let found = NOTHING_FOUND
  let asks = false
  const moments: Found[] = []
  const beside: { start: number; end: number }[] = []
  for (const clause of clauses.toReversed()) {
    const start = Math.max(clause.start, from)
    if (start >= clause.end || clause.end !== edge) break
    const items = itemsHere(reading, start, clause.end)
    const kind = kindOf(reading, start, clause.end, items)
    edge = start
    if (kind === 'polite') continue
    if (kind === 'item' && (named || found.items.length > 0)) break
    if (kind === 'words') {
      // Behind a colon every word is somebody's own.
      const own = /[:\n]/.test(raw.slice(text[from - 1]?.end, text[start]?.start))
      const came = !own && isHowItCame(reading, start, clause.end, position)
      const elsewhere =
        !own && clause.start >= from && WHERE_IT_IS.test(raw.slice(text[start]?.start, text[clause.end - 1]?.end))
      if (!came && !elsewhere) {
        const within = requestWithin(reading, start, clause.end)
        if (within !== undefined) last = within
        asks ||= within !== undefined
        break
      }
      if (came) moments.push(...valuesOf(reading, 'moment').filter((one) => one.start >= start && one.end <= last))
      for (const at of range(clause.end, last))
        if (/^\d/.test(text[at]?.folded ?? '')) beside.push({ start: at, end: at + 1 })
      if (elsewhere) beside.push({ start, end: clause.end })
    }
    if (items.items.length > 0 && found.items.length === 0) found = items
    asks ||= kind === 'request'
    last = start
  }
  return { last, found, asks, beside, moments }
}

/** The items that are named in a stretch of words. */
const itemsHere = (reading: Reading, from: number, to: number): FoundItems =>
  itemsOf(reading, reading.values, new Set([...range(0, from), ...range(to, reading.text.length)]))

/** What a whole stretch is: a request to write it down, the name of an item, politeness, or words. */
function kindOf(
  reading: Reading,
  from: number,
  to: number,
  items: FoundItems,
): 'request' | 'item' | 'polite' | 'words' {
  const { text, idle, noise } = reading
  let asks = false
  for (let at = from; at < to; ) {
    const writes = phraseAt(WRITES, text, at)
    const phrase = phraseAt(BESIDE_PHRASES, text, at)
    if (writes !== undefined && writes.end <= to) {
      asks = true
      at = writes.end
    } else if (phrase !== undefined) at = phrase.end
    else if (items.used.has(at) || BESIDE.has(text[at]?.folded ?? '') || /^\d+$/.test(text[at]?.folded ?? '')) at++
    else {
      const quiet = Math.max(idle.get(at) ?? at, noise.get(at) ?? at)
      if (quiet <= at) return 'words'
      at = Math.min(quiet, to)
    }
  }
  if (asks) return 'request'
  return items.items.length > 0 ? 'item' : 'polite'
}

/** "By phone, 8.50", "qua điện thoại sáng nay", or the position once more: "they agree". */
function isHowItCame(reading: Reading, from: number, to: number, position: Position): boolean {
  const { text, cues, idle } = reading
  // "Their chief of office just rang me".
  const within = text.slice(from, to).map(({ folded }) => folded)
  if (within.some((word) => CALLED.has(word)) && within.every((word) => CAME.has(word))) return true
  let tells = false
  for (let at = from; at < to; ) {
    const source = cues.find(({ means, start, end }) => means === 'bySource' && start === at && end <= to)
    const moment = valuesOf(reading, 'moment').find(({ start, end }) => start === at && end <= to)
    const again = positionAt(reading, at)
    if (source !== undefined || moment !== undefined) at = source?.end ?? moment?.end ?? to
    else if (again !== undefined && again.end <= to && again.position === position && !again.qualified) at = again.end
    else if (THEM.has(text[at]?.folded ?? '') || BY.has(text[at]?.folded ?? '')) {
      at++
      continue
    } else {
      // "Letter 455 of 10/06".
      const quiet = idle.get(at) ?? (tells && /^\d/.test(text[at]?.folded ?? '') ? at + 1 : at)
      if (quiet <= at) return false
      at = Math.min(quiet, to)
      continue
    }
    tells = true
  }
  return tells
}
const THEM = wordSet(THEY)
const BY = wordSet(['qua bằng theo by over on in at gửi báo gọi'])

/** "… làm rõ Điều 5 ghi giúp em": the request at the end of a clause of other words, where somebody is asked for it. */
function requestWithin(reading: Reading, from: number, to: number): number | undefined {
  for (const at of range(from + 1, to - 1)) {
    if (phraseAt(WRITES, reading.text, at) === undefined && !ASKED.has(reading.text[at]?.folded ?? '')) continue
    const words = reading.text.slice(at, to).map(({ folded }) => folded)
    if (words.length < 2 || !words.some((word) => HELPS.has(word))) continue
    if (kindOf(reading, at, to, NOTHING_FOUND) === 'request') return at
  }
  return undefined
}
const ASKED = new Set(['please', 'pls', 'plz', 'kindly', 'can', 'could', 'em', 'nho'])
const HELPS = wordSet(['giúp hộ giùm dùm nhé please pls it that you'])
