import { isDay } from '../../calendar/zoned.ts'
import type { Intent } from '../../contract/intent.ts'
import { bare, fold } from '../../texts/fold.ts'
import { wordSet } from '../phrases.ts'
import { each, intent, left, NONE, type Reading, unknown } from '../reading.ts'
import { type FoundItems, itemAt, itemsAmong, keyAt } from '../readings/items.ts'
import { readWhen } from '../readings/when.ts'
import type { Understanding } from '../result.ts'
import { BARE_LEAVE, LEAVE_PERIODS } from '../words/people.ts'
import { asksOnly, asksWhat } from './change.ts'

/**
 * What stands between the first day and the last one: "từ 20/06 đến 25/06", "20 June - 25 June", "20-25/06". "Cho tôi từ
 * 20/06" reads like "tới" where no diacritics are written.
 */
const BETWEEN = /\b(?:den|toi|until|till|to|through)\b(?! tu\b)|\s[-–]\s|(?<=\d)[-–](?=\d{1,2}[/.]\d)/
/** "từ 20 đến 25/06": the first day in the month of the last. */
const DAY_ALONE = /(?:^|\s)(\d{1,2})\s*$/
/** Perhaps a day, written in a way that is not read; the form asks for it. */
const TWO_NUMBERS = /\d{1,2}\D{1,3}\d{1,2}/
const FROM = /\b(?:tu|from)\b/
/** Nobody says two days in more characters than this. */
const MAX_DATED = 200
const BARE = new Set(BARE_LEAVE.map(fold))
const PERIODS = wordSet(LEAVE_PERIODS)

/**
 * "nghỉ phép từ 20/06 đến 25/06": the form with its days; "ai đang nghỉ": the list. An item has no leave, and neither has
 * "tôi nghĩ là …" or "lịch nghỉ Tết".
 */
export function leave(reading: Reading, verb: 'leave' | 'leaves'): Understanding {
  const { raw, text, index, end, known, vocabulary } = reading
  const named = known ?? keyBehind(reading)
  if (named !== undefined) return unknown(named)
  if (verb === 'leaves') {
    const found = itemsAmong(index, text, end, text.length)
    if (found.items.length > 0) return unknown(found)
    const used = new Set([...text.entries()].filter(([, word]) => PERIODS.has(word.folded)).map(([place]) => place))
    const rest = left(reading, { ...NONE, used })
    return rest === 0 ? intent({ kind: 'leave.list' }) : { kind: 'unknown', nearest: [{ kind: 'leave.list' }] }
  }
  // "ai nghỉ phép chưa?" and the like: nothing but the end of a question.
  if (asksOnly(text, end)) return intent({ kind: 'leave.list' })
  if (asksWhat(text, end)) return unknown()
  const said = raw.slice(text[end]?.start ?? raw.length).slice(0, MAX_DATED)
  const days = readSpan(said, vocabulary.today)
  const isBare = BARE.has(reading.said.folded) && end < text.length
  if (isBare && days.from === undefined && days.to === undefined && !TWO_NUMBERS.test(said)) return unknown()
  return intent({ kind: 'leave.save.form', ...days })
}

/**
 * The first and the last day of a stretch; one day alone is both, unless it stands after "từ". A last day without a year
 * is the next one after the first: at the year's end "đến 03/01" is next January. What cannot be a day is left out.
 */
function readSpan(said: string, today: string): { readonly from?: string; readonly to?: string } {
  // Without marks, as `readWhen` reads it, so that places in it are places here.
  const line = bare(said)
  const cut = BETWEEN.exec(line)
  if (cut === null) {
    const { day } = readWhen(line, today)
    if (day === undefined) return {}
    return FROM.test(line) ? { from: day } : { from: day, to: day }
  }
  const [before, behind] = [line.slice(0, cut.index), line.slice(cut.index + cut[0].length)]
  const first = readWhen(before, today).day
  const to = readWhen(behind, first ?? today).day
  const from = first ?? sameMonth(DAY_ALONE.exec(before)?.[1], to)
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function sameMonth(day: string | undefined, of: string | undefined): string | undefined {
  if (day === undefined || of === undefined) return undefined
  const full = `${of.slice(0, 7)}-${day.padStart(2, '0')}`
  return isDay(full) ? full : undefined
}

/**
 * "ủy quyền ND-DLCN": the form, filled in with the item where its key was said; whose name was said is asked for in the
 * form, where the roster tells. "danh sách ủy quyền": the list, from which one is ended.
 */
export function delegation(reading: Reading, verb: 'delegate' | 'delegations'): Understanding {
  const { text, end } = reading
  if (verb === 'delegations' || asksOnly(text, end)) return intent({ kind: 'delegation.list' })
  const found = reading.known ?? keyBehind(reading)
  if (asksWhat(text, end)) return unknown(found)
  if (found === undefined) return intent({ kind: 'delegation.save.form' })
  return each(reading, found, (item): Intent => ({ kind: 'delegation.save.form', item }))
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
