import { bookOf, formsWith, longestOf, oneOf } from './forms.ts'
import { countsWhatFollows, UNIT } from './guards.ts'
import { joinAt } from './marks.ts'
import { digits } from './numbers.ts'
import { nearOf, resolve, type SaidDay } from './said.ts'
import { type Found, foldedAt, isBlank, type Sentence } from './tokens.ts'
import { NEAR } from './words.ts'

type Weekday = SaidDay & { readonly kind: 'weekday' }
type DayAt = (sentence: Sentence, at: number) => Found<SaidDay> | undefined

/** A weekday as a date says it, of the same day. */
export function agrees(weekday: Weekday, date: SaidDay, sentence: Sentence): boolean {
  const near = nearOf(sentence)
  const day = resolve(date, near)
  return day !== undefined && resolve({ ...weekday, weeks: 0 }, { ...near, today: day }) === day
}

/** "Từ thứ 5 tới thứ 7": before another day "tới" joins the two, and "thứ 5 tới" is not said. */
export function withoutJoin(sentence: Sentence, found: Found<SaidDay>, dayAt: DayAt): Found<SaidDay> {
  const { value, end } = found
  if (value.kind !== 'weekday' || value.later !== true || foldedAt(sentence, end - 1) !== 'toi') return found
  const next = isBlank(sentence.tokens[end]?.before ?? ',') ? dayAt(sentence, end)?.value : undefined
  const joins =
    foldedAt(sentence, end) === 'het' ||
    (next !== undefined && !(next.kind === 'date' && agrees(value, next, sentence)))
  return joins ? { value: { kind: 'weekday', weekday: value.weekday }, end: end - 1 } : found
}

/**
 * "Mon 22 to Fri 26 June", "thứ 2 22": a weekday with the number of its day alone, where a day joined to it or the
 * calendar says that it is one.
 */
export function withNumber(sentence: Sentence, found: Found<SaidDay>, dayAt: DayAt): Found<SaidDay> {
  const { value, end } = found
  const [token, next] = [sentence.tokens[end], sentence.tokens[end + 1]]
  if (value.kind !== 'weekday' || value.weeks !== undefined || token === undefined || !/^ $/.test(token.before))
    return found
  if (token.digits === 0 || token.digits > 2 || token.number < 1 || token.number > 31) return found
  if (next !== undefined && (/^[./:'’]$/.test(next.before) || next.before === '')) return found
  if (next !== undefined && isBlank(next.before) && (UNIT.test(next.folded) || countsWhatFollows(sentence, end + 1)))
    return found
  // "Monday 22 June" is read with its month.
  const whole = dayAt(sentence, end)?.value
  if (whole?.kind === 'date' && whole.month !== undefined) return found
  const date: SaidDay = { kind: 'date', day: token.number }
  const dated = { value: date, end: end + 1 }
  const join = joinAt(sentence, end + 1, false)
  if (join === undefined) return agrees(value, date, sentence) ? dated : found
  // "Thursday 9 to 11.30 am" are hours.
  const last = dayAt(sentence, join.end)?.value
  return last?.kind === 'weekday' || (last?.kind === 'date' && last.month !== undefined) ? dated : found
}

/** A weekday by its number alone, with its week: the last of "thứ 2-4 tuần sau". */
export const weekdayNumberAt = (sentence: Sentence, at: number): Found<SaidDay> | undefined =>
  longestOf(NUMBERED, sentence, at)
const form = formsWith({ d: digits(1), near: oneOf(NEAR) })
const NUMBERED = bookOf<SaidDay>([
  form('{d} tuần {near}', ({ d = 0, near = 0 }) =>
    d > 1 && d < 8 ? { kind: 'weekday', weekday: d - 1, weeks: near } : undefined,
  ),
])
