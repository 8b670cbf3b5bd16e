import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import { type FoundItems, itemsAmong, keyAt, NOTHING_FOUND } from '../names/items.ts'
import { wordSet } from '../phrases.ts'
import { itemFrom, positionAt } from './stance.ts'

/** The item directly behind a position, in its clause: what follows a comma is said of it. Undefined where none is. */
export function itemBehind(reading: Reading, at: number): FoundItems | undefined {
  const clause = reading.clauses.find(({ start, end }) => start <= at && at < end)
  if (clause === undefined || clause.start === at) return undefined
  const found = itemFrom({ ...reading, text: reading.text.slice(0, clause.end) }, at)
  if (found.items.length === 0) return undefined
  // "NĐ dữ liệu cá nhân": its title behind its kind.
  const whole = itemsAmong(reading.index, reading.text, at, clause.end)
  const same = whole.items.length === 1 && found.items.length === 1 && whole.items[0]?.key === found.items[0]?.key
  let end = found.end
  while (same && end < clause.end && (whole.used.has(end) || (whole.used.has(end + 1) && reading.idle.has(end)))) end++
  return { ...found, used: new Set([...found.used, ...range(found.end, end)]), end }
}

/** The word behind an item that is named once more. */
export function sameAgain(reading: Reading, at: number, { items }: FoundItems): number {
  const found = items.length === 0 ? undefined : itemBehind(reading, at)
  return found?.items.every(({ key }) => items.some((item) => item.key === key)) === true ? found.end : at
}

/** "Disagree with Article 9 of the decree": of what the provision is, whose words are all kept. */
export function itemOfProvision(reading: Reading, at: number): FoundItems {
  const provision = valuesOf(reading, 'provision').find(({ start }) => start === at || start === at + 1)
  return (provision === undefined ? undefined : itemBehind(reading, provision.end)) ?? NOTHING_FOUND
}

/** "Decree: agree. Strategy: agree too": which of them is meant, is asked. */
export function withOthers(reading: Reading, found: FoundItems, from: number): FoundItems {
  if (found.items.length === 0) return found
  const { text, index, clauses } = reading
  const later = range(from, text.length).find((at) => positionAt(reading, at) !== undefined)
  if (later === undefined) return found
  const clause = clauses.findLast(({ start }) => start <= later)
  const others = itemsAmong(index, text, Math.max(from, (clause?.start ?? from) - 3), text.length)
  const more = others.items.filter(({ key }) => !found.items.some((item) => item.key === key))
  return more.length === 0 ? found : { ...found, items: [...found.items, ...more] }
}

/** "Đồng ý với ý kiến của Bộ Y tế về ND-DLCN": the item that it is about; what a comment speaks of in passing is none. */
export function itemAbout(reading: Reading, from: number, to: number): FoundItems {
  const { text, index, clauses } = reading
  const end = Math.min(to, clauses.find(({ start, end: last }) => start <= from && from < last)?.end ?? from)
  const about = range(from, end).findLast((at) => ABOUT.has(text[at]?.folded ?? ''))
  if (about === undefined || keyAt(index, text, about + 1, text.length)?.end !== end) return NOTHING_FOUND
  return itemsAmong(index, text, about + 1, end)
}
const ABOUT = wordSet(['về on for re about'])
