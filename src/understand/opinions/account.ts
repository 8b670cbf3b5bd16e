import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import type { Clause } from '../engine/recognised.ts'
import type { Found } from '../engine/span.ts'
import { type FoundItems, itemsAmong, keyAt, NOTHING_FOUND } from '../names/items.ts'
import { wordSet } from '../phrases.ts'
import { endingOf } from './asks-to-write.ts'
import { beforePosition } from './before.ts'
import { isPlainYes, itemFrom, plainYesAt, positionAt, type SaidPosition } from './stance.ts'

/**
 * Who says what position with which words on which item, and how it came: everything that was typed is one of these or left over.
 */
export type Account = {
  readonly stance: SaidPosition
  readonly who?: string
  readonly ours: boolean
  readonly found: FoundItems
  /** The word at which the words of the opinion begin, and the one before which they end. */
  readonly from: number
  readonly to: number
  readonly asksToWrite: boolean
  readonly moments: readonly Found[]
  readonly left: readonly Clause[]
  /** What is told beside it: where the paper is. */
  readonly aside: readonly Clause[]
  readonly used: ReadonlySet<number>
}

/** So many words at most that nothing accounts for: more are another sentence. */
const MOST_LEFT = 2

/** The account of the first position that a sentence takes; undefined where it takes none, or somebody only asks or heard of it. */
export function accountOf(reading: Reading): Account | undefined {
  const { text } = reading
  for (const at of text.keys()) {
    const stance = positionAt(reading, at) ?? plainYesAt(reading, at)
    if (stance === undefined) continue
    const before = beforePosition(reading, at)
    if (before === undefined) return undefined
    if (isPlainYes(reading, stance) && before.who === undefined && !before.ours && before.found.items.length === 0)
      return undefined
    const left = before.left.reduce((sum, { start, end }) => sum + end - start, 0)
    if (left > MOST_LEFT) return undefined
    return withWords(reading, stance, before)
  }
  return undefined
}

function withWords(
  reading: Reading,
  stance: SaidPosition,
  before: NonNullable<ReturnType<typeof beforePosition>>,
): Account {
  const behind = before.found.items.length > 0 ? NOTHING_FOUND : itemBehind(reading, stance.end)
  const from = behind.items.length > 0 ? behind.end : again(reading, stance.end, before.found)
  const near = before.found.items.length > 0 ? before.found : behind
  const {
    last,
    found: late,
    asks,
    beside,
    moments: later,
  } = endingOf(reading, from, { named: near.items.length > 0, position: stance.position })
  const named = near.items.length > 0 ? near : late
  const found = withOther(reading, named.items.length > 0 ? named : itemAbout(reading, from, last), from)
  const { who, ours, moments, left, used } = before
  return {
    stance,
    ...(who === undefined ? {} : { who }),
    ours,
    found,
    from,
    to: Math.max(from, last),
    asksToWrite: asks,
    moments: [...moments, ...later],
    left,
    aside: beside,
    used: new Set([
      ...used,
      ...found.used,
      ...range(stance.start, from),
      ...range(from, reading.text.length).filter((at) => !beside.some(({ start, end }) => start <= at && at < end)),
    ]),
  }
}

/** "Decree: agree. Strategy: agree too": of which of them is meant, is asked. */
function withOther(reading: Reading, found: FoundItems, from: number): FoundItems {
  if (found.items.length === 0) return found
  const later = range(from, reading.text.length).find((at) => positionAt(reading, at) !== undefined)
  if (later === undefined) return found
  const clause = reading.clauses.findLast(({ start }) => start <= later)
  const others = itemsAmong(
    reading.index,
    reading.text,
    Math.max(from, (clause?.start ?? from) - 3),
    reading.text.length,
  )
  const more = others.items.filter(({ key }) => !found.items.some((item) => item.key === key))
  return more.length === 0 ? found : { ...found, items: [...found.items, ...more] }
}

/** The item directly behind a position, in its clause: what follows a comma is said of it. */
function itemBehind(reading: Reading, at: number): FoundItems {
  const clause = reading.clauses.find(({ start, end }) => start <= at && at < end)
  if (clause === undefined || clause.start === at) return NOTHING_FOUND
  const found = itemFrom({ ...reading, text: reading.text.slice(0, clause.end) }, at)
  if (found.items.length === 0) return NOTHING_FOUND
  // "NĐ dữ liệu cá nhân": its title behind its kind.
  const whole = itemsAmong(reading.index, reading.text, at, clause.end)
  const same = whole.items.length === 1 && found.items.length === 1 && whole.items[0]?.key === found.items[0]?.key
  let end = found.end
  while (same && end < clause.end && (whole.used.has(end) || (whole.used.has(end + 1) && reading.idle.has(end)))) end++
  return { ...found, used: new Set([...found.used, ...range(found.end, end)]), end }
}

/** "Đồng ý với ý kiến của Bộ Y tế về ND-DLCN": the item that it is about; what a comment speaks of in passing is none. */
function itemAbout(reading: Reading, from: number, to: number): FoundItems {
  const { text, index, clauses } = reading
  const end = Math.min(to, clauses.find(({ start, end: last }) => start <= from && from < last)?.end ?? from)
  const about = range(from, end).findLast((at) => ABOUT.has(text[at]?.folded ?? ''))
  if (about === undefined || keyAt(index, text, about + 1, text.length)?.end !== end) return NOTHING_FOUND
  return itemsAmong(index, text, about + 1, end)
}
const ABOUT = wordSet(['về on for re about'])

/** The word behind an item that is named once more. */
function again(reading: Reading, at: number, { items }: FoundItems): number {
  const found = itemBehind(reading, at)
  return found.items.length > 0 && found.items.every(({ key }) => items.some((item) => item.key === key))
    ? found.end
    : at
}
