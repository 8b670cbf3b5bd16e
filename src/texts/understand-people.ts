import type { Intent } from '../contract/intent.ts'
import { bare } from './fold.ts'
import { asksOnly } from './understand-change.ts'
import { type FoundItems, itemAt, itemsAmong, keyAt } from './understand-items.ts'
import { each, intent, type Reading, unknown } from './understand-reading.ts'
import type { Understanding } from './understand-result.ts'
import { readWhen } from './understand-when.ts'

/** What stands between the first day and the last one: "từ 20/06 đến 25/06", "20 June - 25 June". */
const BETWEEN = /\b(?:den|toi|until|till|to|through)\b|\s[-–]\s/
/** Nobody says two days in more characters than this. */
const MAX_DATED = 200

/** "nghỉ phép từ 20/06 đến 25/06": the form with its days; "ai đang nghỉ": the list. An item has no leave. */
export function leave(reading: Reading, verb: 'leave' | 'leaves'): Understanding {
  const { raw, text, index, end, known, vocabulary } = reading
  const named = known ?? keyBehind(reading)
  if (named !== undefined) return unknown(named)
  if (verb === 'leaves') {
    const found = itemsAmong(index, text, end, text.length)
    return found.items.length === 0 ? intent({ kind: 'leave.list' }) : unknown(found)
  }
  // "ai nghỉ phép chưa?" and the like: nothing but the end of a question.
  if (asksOnly(text, end)) return intent({ kind: 'leave.list' })
  const said = raw.slice(text[end]?.start ?? raw.length).slice(0, MAX_DATED)
  return intent({ kind: 'leave.start', ...readSpan(said, vocabulary.today) })
}

/** The first and the last day of a stretch; one day alone is both. What cannot be a day is left out. */
function readSpan(said: string, today: string): { readonly from?: string; readonly to?: string } {
  // Without marks, as `readWhen` reads it, so that places in it are places here.
  const line = bare(said)
  const cut = BETWEEN.exec(line)
  if (cut === null) {
    const { day } = readWhen(line, today)
    return day === undefined ? {} : { from: day, to: day }
  }
  const from = readWhen(line.slice(0, cut.index), today).day
  const to = readWhen(line.slice(cut.index + cut[0].length), today).day
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/**
 * "ủy quyền ND-DLCN": the form, filled in with the item where its key was said; whose name was said is asked for in the
 * form, where the roster tells. "danh sách ủy quyền": the list, from which one is ended.
 */
export function delegation(reading: Reading, verb: 'delegate' | 'delegations'): Understanding {
  const { text, end } = reading
  if (verb === 'delegations' || asksOnly(text, end)) return intent({ kind: 'delegation.list' })
  const found = reading.known ?? keyBehind(reading)
  if (found === undefined) return intent({ kind: 'delegation.start' })
  return each(reading, found, (item): Intent => ({ kind: 'delegation.start', item }))
}

/** The item whose key stands somewhere behind the verb. */
function keyBehind({ text, index, end }: Reading): FoundItems | undefined {
  for (let at = end; at < text.length; at += 1) {
    if (keyAt(index, text, at, text.length) === undefined) continue
    const found = itemAt(index, text, at, () => false)
    if (found.items.length > 0) return found
  }
  return undefined
}
