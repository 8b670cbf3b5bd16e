import { addDays } from '../../calendar/zoned.ts'
import { monthName } from './days.ts'
import { countsWhatFollows, isFirstDay, isNumberOf, UNIT } from './guards.ts'
import { hourAt, type SaidHour } from './hours.ts'
import { type FoundMark, isMoved, joinAt } from './marks.ts'
import { type Piece, pieceAt } from './pieces.ts'
import type { SaidPoint } from './points.ts'
import { type Near, nearOf } from './said.ts'
import { spanOf } from './spans.ts'
import { type Found, foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import type { MomentValue } from './values.ts'
import { weekdayNumberAt } from './weekdays.ts'
import { BEFORE_BARE_DAY } from './words.ts'

const cues = wordSet(BEFORE_BARE_DAY)

/** From one day, hour or period to another, with or without "từ" before them. */
export function rangeAt(sentence: Sentence, at: number, mark: FoundMark | undefined): Found<MomentValue> | undefined {
  const first = pieceAt(sentence, at, mark !== undefined) ?? (mark?.mark === 'from' ? todayAt(sentence, at) : undefined)
  const between = mark?.between === true
  if (first !== undefined) {
    const join = joinAt(sentence, first.end, between || first.value.kind === 'period')
    if (join !== undefined) {
      const second =
        weekdayBehind(sentence, first.value, join.end) ??
        pieceAt(sentence, join.end, true) ??
        todayAt(sentence, join.end)
      const value = second === undefined ? undefined : spanOf(sentence, first.value, second.value)
      if (
        second !== undefined &&
        value !== undefined &&
        (between || join.plain || isAdjacent(first.value, second.value, nearOf(sentence)))
      )
        return { value, end: second.end }
      const lone = second === undefined || value === undefined ? dayBehind(sentence, first.value, join.end) : undefined
      if (lone !== undefined) {
        const value = spanOf(sentence, first.value, lone.value)
        if (value !== undefined) return { value, end: lone.end }
      }
    }
  }
  return loneFirst(sentence, at, mark)
}

/** "Từ nay đến …", "from … until now": an end of a range; "đến nay" alone says nothing. */
function todayAt(sentence: Sentence, at: number): Found<Piece> | undefined {
  if (!NOW.has(foldedAt(sentence, at)) || !isBlank(sentence.tokens[at]?.before ?? ',')) return undefined
  return { value: { kind: 'point', point: { day: { kind: 'fixed', day: sentence.when.today } } }, end: at + 1 }
}
const NOW = new Set(['nay', 'gio', 'now', 'today'])

/** "Tuần này và tuần sau" are one time, "tuần này và tháng sau" are two. */
function isAdjacent(first: Piece, last: Piece, near: Near): boolean {
  if (first.kind !== 'period' || last.kind !== 'period' || first.period.of !== last.period.of) return false
  const days = first.period.days(near)
  return days !== undefined && last.period.days({ ...near, since: days.from })?.from === addDays(days.to, 1)
}

/** "Thứ 2-4 tuần sau": the last weekday by its number alone. */
function weekdayBehind(sentence: Sentence, first: Piece, at: number): Found<Piece> | undefined {
  const token = sentence.tokens[at]
  if (first.kind !== 'point' || first.point.day?.kind !== 'weekday' || first.point.day.weeks !== undefined)
    return undefined
  if (token?.digits !== 1 || token.number < 3 || token.number > 7 || sentence.english) return undefined
  const found = weekdayNumberAt(sentence, at)
  return found === undefined ? undefined : { value: { kind: 'point', point: { day: found.value } }, end: found.end }
}
/** "June 22 to 26", "22/6-26": the last day by its number alone. */
function dayBehind(sentence: Sentence, first: Piece, at: number): Found<Piece> | undefined {
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]]
  if (first.kind === 'point' && first.point.hour !== undefined && token !== undefined)
    return hourBehind(sentence, first.point.hour, at)
  if (first.kind !== 'point' || first.point.hour !== undefined || first.point.day?.kind !== 'date') return undefined
  const { day } = first.point
  if (token === undefined || token.digits === 0 || token.digits > 2 || token.number <= day.day || token.number > 31)
    return undefined
  if (countsWhatFollows(sentence, at + 1) || (next !== undefined && isBlank(next.before) && UNIT.test(next.folded)))
    return undefined
  return { value: { kind: 'point', point: { day: { ...day, day: token.number } } }, end: at + 1 }
}

/** "At 9 to 11": the last hour by its number alone. */
function hourBehind(sentence: Sentence, { hour }: SaidHour, at: number): Found<Piece> | undefined {
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]]
  if (token === undefined || token.digits === 0 || token.digits > 2 || token.number > 24 || token.number === hour)
    return undefined
  if (next !== undefined && (/^[./:]$/.test(next.before) || countsWhatFollows(sentence, at + 1))) return undefined
  if (next !== undefined && isBlank(next.before) && (UNIT.test(next.folded) || monthName(sentence, at + 1)))
    return undefined
  return { value: { kind: 'point', point: { hour: { hour: token.number, minute: 0, of12: true } } }, end: at + 1 }
}
/**
 * "Leave 22 to 26 June", "đoàn 2 đi Hải Dương, 7 đến 8/7": without a word that announces days. What is moved "3 to 8 July"
 * is moved to one day, but for a comma before the two.
 */
const isFirstOfTwo = (sentence: Sentence, at: number): boolean =>
  isFirstDay(sentence, at) && (sentence.tokens[at]?.before.trim() === ',' || !isMoved(sentence, at))

/** "8-12/6", "từ 8 đến 12/6", "22-26 June", "9-11h": the first by its number alone. */
function loneFirst(sentence: Sentence, at: number, mark: FoundMark | undefined): Found<MomentValue> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined || token.digits === 0 || token.digits > 2 || isNumberOf(sentence, at)) return undefined
  const join = joinAt(sentence, at + 1, mark?.between === true)
  const isCued = mark !== undefined || cues.has(foldedAt(sentence, at - 1))
  if (join === undefined || !(join.hyphen || isCued || isFirstOfTwo(sentence, at))) return undefined
  const hour = hourAt(sentence, join.end)
  const second = pieceAt(sentence, join.end, false)
  if (second === undefined || second.value.kind !== 'point') return undefined
  const { day } = second.value.point
  const isDay = hour === undefined && day?.kind === 'date' && day.month !== undefined
  if (!isDay && (hour === undefined || second.value.point.hour === undefined)) return undefined
  const first: SaidPoint = isDay
    ? { day: { kind: 'date', day: token.number } }
    : { hour: { hour: token.number, minute: 0 } }
  const value = spanOf(sentence, { kind: 'point', point: first }, second.value)
  return value === undefined ? undefined : { value, end: second.end }
}
