import type { Intent, RoundChange } from '../../contract/intent.ts'
import { verbAt } from '../book.ts'
import { each, intent, left, missing, NONE, type Reading, statusOf, strong, unknown } from '../reading.ts'
import { type FoundItems, itemAt, itemsAmong } from '../readings/items.ts'
import { findWorkingDays } from '../readings/working-days.ts'
import type { Choice, Understanding } from '../result.ts'
import { MANNERS } from '../words/manners.ts'
import { MEANINGS } from '../words/rounds.ts'
import type { Verb } from '../words/verbs.ts'
import { asksOnly, readChange } from './change.ts'
import { positionAt } from './opinion.ts'

const isActing = (verb: Verb | undefined): boolean => verb !== undefined && MANNERS[verb].reads === 'acts'

/** "mở đợt lấy ý kiến ND-DLCN trong 20 ngày làm việc": the form of a new round, filled in with what was typed. */
export function startRound(reading: Reading): Understanding {
  const { text, index, end } = reading
  const found = named(reading) ?? itemsAmong(index, text, end, text.length)
  const of = proposing(reading)
  if (found.items.length > 0) return asksOnly(text, found.end) ? statusOf(reading, found) : each(reading, found, of)
  return left(reading, NONE) === 0 ? intent({ kind: 'round.propose.form' }) : missing(reading, of)
}

/** The form of a new round with the working days that the sentence says, whichever item it is about. */
export function proposing({ text, end }: Reading): (item: string) => Intent {
  const found = findWorkingDays(text, end)
  const workingDays = found === undefined ? {} : { workingDays: found.count }
  return (item) => ({ kind: 'round.propose.form', item, ...workingDays })
}

/** "gia hạn ND-DLCN đến 07/07 vì …": the form of a change, filled in with what was typed. */
export function changeRound(reading: Reading, what: RoundChange): Understanding {
  const { raw, text, index, vocabulary, end } = reading
  const found = named(reading) ?? (strong(reading) ? itemBehind(reading) : NONE)
  const place = found.items.length === 0 ? { start: end, end } : { start: Math.min(...found.used), end: found.end }
  if (found.items.length > 0 && asksOnly(text, Math.max(found.end, end))) return statusOf(reading, found)
  const details = readChange(raw, text, end, place, vocabulary.today)
  const of = (item: string): Intent => ({ kind: 'round.change.form', item, change: what, ...details })
  if (found.items.length > 0) return each(reading, found, of)
  // An item that is there and yet was not taken stands behind words that may turn the sentence round.
  const elsewhere = itemsAmong(index, text, end, text.length)
  if (elsewhere.items.length > 0) return unknown(elsewhere)
  return strong(reading) || left(reading, NONE) === 0 ? missing(reading, of) : unknown()
}

/** "mở ND-DLCN" may mean a new round or a closed one: asked. */
export function openOrReopen(reading: Reading): Understanding {
  const { text, said } = reading
  const found = named(reading) ?? NONE
  if (found.items.length === 0) return left(reading, NONE) === 0 ? intent({ kind: 'round.propose.form' }) : unknown()
  if (asksOnly(text, found.end)) return statusOf(reading, found)
  const item = found.items.length === 1 ? found.items[0] : undefined
  if (item === undefined) return each(reading, found, (key) => ({ kind: 'item.show', item: key }))
  const options: readonly Choice[] = [
    { label: MEANINGS.start[said.locale], intent: proposing(reading)(item.key) },
    { label: MEANINGS.reopen[said.locale], intent: { kind: 'round.change.form', item: item.key, change: 'reopen' } },
  ]
  return { kind: 'ask', about: 'meaning', options }
}

/** "ghi nhận ý kiến ND-DLCN": an opinion recorded for somebody absent. */
export function recordOpinion(reading: Reading): Understanding {
  const { text, index, end } = reading
  // Whose opinion it is stands between: "ghi nhận ý kiến của Bộ Y tế về ND-DLCN".
  const found = reading.known ?? itemsAmong(index, text, end, text.length)
  const of = (item: string): Intent => ({ kind: 'record.save.form', item })
  if (found.items.length > 0) return each(reading, found, of)
  return strong(reading) || left(reading, NONE) === 0 ? missing(reading, of) : unknown()
}

/** The item further on: "gia hạn đến 07/07 ND-DLCN". Another verb before it ("gia hạn hay đóng …") is left unread. */
function itemBehind({ text, index, end }: Reading): FoundItems {
  const found = itemsAmong(index, text, end, text.length)
  const before = text.findIndex(
    (_, at) => at >= end && (found.used.has(at) || isActing(verbAt(text, at)?.phrase.means)),
  )
  return found.used.has(before) ? found : NONE
}

/** The item said before the verb, or right behind it. */
function named({ text, index, end, known }: Reading): FoundItems | undefined {
  if (known !== undefined) return { ...known, end: Math.max(known.end, end) }
  const found = itemAt(index, text, end, (place) => positionAt(text, place) !== undefined)
  return found.items.length > 0 ? found : undefined
}
