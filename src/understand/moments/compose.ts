import { addDays } from '../../calendar/zoned.ts'
import { monthName } from './days.ts'
import { durationAt, type SaidDuration } from './durations.ts'
import { bookOf, formsWith, longestOf, oneOf, phraseEnd, tableWords } from './forms.ts'
import { countsWhatFollows, isNumberOf, mayEnd } from './guards.ts'
import { hourAt, isBare, type SaidHour, timeOf } from './hours.ts'
import { type FoundMark, isLengthened, isMoved, joinAt, marksAt } from './marks.ts'
import { digits, number } from './numbers.ts'
import { periodAt, type SaidPeriod } from './periods.ts'
import { pointAt, type SaidPoint } from './points.ts'
import { type Near, nearOf, onFrom, otherReading, resolve, type SaidDay, upTo } from './said.ts'
import { type Found, foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import type { Mark, MomentValue, Point } from './values.ts'
import { BEFORE_BARE_DAY, NEAR, NOT_BUT } from './words.ts'

type Said = { readonly value: MomentValue; readonly mark: Mark | undefined }
type Piece =
  | { readonly kind: 'point'; readonly point: SaidPoint }
  | { readonly kind: 'period'; readonly period: SaidPeriod }

const WRONG: MomentValue = { kind: 'wrong' }
const cues = wordSet(BEFORE_BARE_DAY)

const notBut = NOT_BUT.map(tableWords)

/**
 * The token behind what is said not to be meant, where something of the same kind stands behind "not", "thay vì":
 * "at nine, not ten".
 */
export function notMeantBehind(sentence: Sentence, value: MomentValue, at: number): number | undefined {
  if (value.kind !== 'day' && value.kind !== 'time') return undefined
  if (!/^,? ?$/.test(sentence.tokens[at]?.before ?? '.')) return undefined
  const behind = Math.max(0, ...notBut.map((words) => phraseEnd(words, sentence, at) ?? 0))
  if (behind === 0) return undefined
  const other = momentAt(sentence, behind)
  if (other !== undefined && (other.value.value.kind === 'time' || other.value.value.kind === value.kind))
    return other.end
  const read = number(sentence, behind)
  const isHour = read !== undefined && read.value <= 24 && (value.kind === 'time' || value.time !== undefined)
  const counts = isHour && (UNIT.test(foldedAt(sentence, read.end)) || countsWhatFollows(sentence, read.end))
  return isHour && !counts && mayEnd(sentence, read.end) ? read.end : undefined
}

/** The moment that begins at a token, with the words before it that say what it is: the longest reading there is. */
export function momentAt(sentence: Sentence, at: number): Found<Said> | undefined {
  let best = read(sentence, at, undefined, at)
  for (const mark of marksAt(sentence, at)) {
    if (!isBlank(sentence.tokens[mark.end]?.before ?? ',')) continue
    const found = read(sentence, mark.end, mark, at)
    if (found === undefined) continue
    // "I won't be in today": the day begins behind "in".
    if (foldedAt(sentence, at) === 'in' && found.value.value.kind === 'day' && !isOfDay(sentence, at + 1)) continue
    if (WHOLE.has(foldedAt(sentence, mark.end - 1)) && found.value.value.kind !== 'period') continue
    // "Ngân hàng tuần sau": only a duration recurs, or a weekday.
    if (found.value.mark === 'each' && found.value.value.kind === 'period') continue
    const movedTo = best?.end === found.end && isBare(sentence, at) && isMoved(sentence, at)
    if (best === undefined || found.end > best.end || movedTo) best = found
  }
  return best
}

function read(sentence: Sentence, at: number, mark: FoundMark | undefined, start: number): Found<Said> | undefined {
  const cued = mark !== undefined
  const range = rangeAt(sentence, at, mark)
  const piece = pieceAt(sentence, at, cued)
  const led = leads(sentence, mark, start)
  const duration = durationAt(sentence, at, led)
  const ends = [range, piece, duration].flatMap((found) =>
    found !== undefined && mayEnd(sentence, found.end) ? [found.end] : [],
  )
  const end = Math.max(0, ...ends)
  if (end === 0) return undefined
  const asked = mark?.mark
  if (duration?.end === end && (piece?.end !== end || isDuration(sentence, piece.value, duration.value, asked, start)))
    return { value: lasting(sentence, duration.value, mark, start), end }
  if (range?.end === end) return { value: { value: range.value, mark: asked === 'from' ? undefined : asked }, end }
  if (piece?.end !== end) return undefined
  const isDue = mark === undefined && isDeadline(sentence, start)
  const value = settled(piece.value, isDue ? DUE : mark, nearFrom(sentence, start))
  return { value: { value, mark: asked === 'before' && isEndOf(piece.value, mark) ? 'until' : asked }, end }
}

/** "In the afternoon of the 25th" */
const isOfDay = (sentence: Sentence, at: number): boolean => foldedAt(sentence, at) === 'the'
/** All of a week or a month. */
const WHOLE = wordSet(['nguyen tron suot whole entire throughout'])

/** "Hạn cuối tháng", "due end of June": as a deadline the end of a period is its last day. */
const DUE: FoundMark = { mark: 'until', last: false, end: 0, between: false }
const isDeadline = (sentence: Sentence, at: number): boolean =>
  ['han', 'deadline', 'due', 'closing'].includes(foldedAt(sentence, at - 1)) ||
  (['la', 'is'].includes(foldedAt(sentence, at - 1)) && ['han', 'deadline'].includes(foldedAt(sentence, at - 2)))

/** "Before the end of June" is until its last day. */
const isEndOf = (piece: Piece, mark: FoundMark | undefined): boolean =>
  piece.kind === 'period' && (piece.period.isEnd === true || mark?.last === true)

/** Whether the words before it make "a week" or "week" a duration. */
function leads(sentence: Sentence, mark: FoundMark | undefined, start: number): 'article' | 'unit' | undefined {
  if (mark === undefined) return undefined
  const last = foldedAt(sentence, mark.end - 1)
  if (mark.mark === 'each' || last === 'another') return 'unit'
  const articled = mark.mark === 'within' || mark.mark === 'more' || mark.mark === 'after' || mark.mark === 'before'
  return articled || (mark.mark === undefined && foldedAt(sentence, start) === 'for') ? 'article' : undefined
}

/** Where a day or an hour and a duration are written alike: "trong 2 giờ", "thêm 3 ngày nữa". */
function isDuration(
  sentence: Sentence,
  piece: Piece,
  duration: SaidDuration,
  mark: Mark | undefined,
  start: number,
): boolean {
  if (piece.kind === 'period') return false
  if (mark === 'within' || mark === 'more' || mark === 'each') return true
  if (piece.point.day === undefined) return duration.after === true || mark === 'after' || duration.unit !== 'hour'
  return duration.after === true && mark === undefined && isLengthened(sentence, start)
}

function lasting(sentence: Sentence, said: SaidDuration, mark: FoundMark | undefined, start: number): Said {
  const { count, unit } = said
  const value: MomentValue = { kind: 'duration', ...(count === undefined ? {} : { count }), unit }
  const isIn = mark !== undefined && mark.mark === undefined && foldedAt(sentence, start) === 'in'
  // A round of opinions "in 20 working days" takes them until then.
  if (isIn && unit === 'working-day') return { value, mark: 'within' }
  const ahead = isIn || (said.after === true && !isLengthened(sentence, start) && mark?.mark === undefined)
  if (ahead) return fromNow(sentence, said) ?? { value, mark: 'after' }
  const isBy = foldedAt(sentence, start) === 'by' || /\+ ?$/.test(sentence.tokens[start]?.before ?? '')
  return { value, mark: isBy || said.more || (said.after && mark?.mark === undefined) ? 'more' : mark?.mark }
}

/** "In 2 hours", "30 phút nữa", where the hour of now is known. */
function fromNow({ when }: Sentence, { count, unit }: SaidDuration): Said | undefined {
  if (when.now === undefined || count === undefined || (unit !== 'hour' && unit !== 'minute')) return undefined
  const minutes =
    Number(when.now.slice(0, 2)) * 60 + Number(when.now.slice(3)) + Math.round(count * (unit === 'hour' ? 60 : 1))
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440]
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
  return { value: { kind: 'day', day: addDays(when.today, days), time }, mark: undefined }
}

function pieceAt(sentence: Sentence, at: number, cued: boolean): Found<Piece> | undefined {
  const point = pointAt(sentence, at, cued)
  const period = periodAt(sentence, at)
  if (period !== undefined && period.end > (point?.end ?? 0))
    return { value: { kind: 'period', period: period.value }, end: period.end }
  return point === undefined ? undefined : { value: { kind: 'point', point: point.value }, end: point.end }
}

/** What happens since Monday has begun; "từ thứ hai" is to come. */
const nearFrom = (sentence: Sentence, start: number): Near =>
  foldedAt(sentence, start) === 'since' ? { ...nearOf(sentence), meant: 'past' } : nearOf(sentence)

function settled(piece: Piece, mark: FoundMark | undefined, near: Near): MomentValue {
  if (piece.kind === 'period') {
    const { of, days, isEnd } = piece.period
    const found = days(near)
    if (found === undefined) return WRONG
    const isLast = mark?.last === true || (isEnd === true && (mark?.mark === 'until' || mark?.mark === 'before'))
    return isLast ? { kind: 'day', day: found.to } : { kind: 'period', ...found, of }
  }
  const { day, weekday, hour, part } = piece.point
  const time = hour === undefined ? undefined : timeOf(hour, part)
  if (hour !== undefined && time === undefined) return WRONG
  if (day === undefined) return time === undefined ? WRONG : { kind: 'time', time }
  const resolved = resolve(day, near)
  if (resolved === undefined) return WRONG
  const or =
    weekday === undefined ? otherReading(day, near) : resolve({ ...weekday, weeks: 0 }, { ...near, today: resolved })
  return {
    kind: 'day',
    day: resolved,
    ...(time === undefined ? {} : { time }),
    ...(or === undefined || or === resolved ? {} : { or }),
  }
}

/** From one day, hour or period to another, with or without "từ" before them. */
function rangeAt(sentence: Sentence, at: number, mark: FoundMark | undefined): Found<MomentValue> | undefined {
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
  const found = longestOf(NUMBERED_WEEKDAY, sentence, at)
  return found === undefined ? undefined : { value: { kind: 'point', point: { day: found.value } }, end: found.end }
}
const form = formsWith({ d: digits(1), near: oneOf(NEAR) })
const NUMBERED_WEEKDAY = bookOf<SaidDay>([
  form('{d} tuần {near}', ({ d = 0, near = 0 }) => ({ kind: 'weekday', weekday: d - 1, weeks: near })),
])

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
const UNIT = /^(?:h|gio|g|am|pm|ngay|thang|tuan|phut|days?|weeks?|months?|hours?|working)$/

/** "8-12/6", "từ 8 đến 12/6", "22-26 June", "9-11h": the first by its number alone. */
function loneFirst(sentence: Sentence, at: number, mark: FoundMark | undefined): Found<MomentValue> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined || token.digits === 0 || token.digits > 2 || isNumberOf(sentence, at)) return undefined
  const join = joinAt(sentence, at + 1, mark?.between === true)
  const isCued = mark !== undefined || cues.has(foldedAt(sentence, at - 1))
  if (join === undefined || !(join.hyphen || isCued)) return undefined
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

/** Both ends as one value; undefined where they are not the ends of one thing, wrong where the last is before the first. */
function spanOf(sentence: Sentence, first: Piece, last: Piece): MomentValue | undefined {
  const near = nearOf(sentence)
  if (first.kind === 'period' || last.kind === 'period') return daysOf(near, first, last)
  const [one, other] = [first.point, last.point]
  if (one.day === undefined || other.day === undefined) return hoursOf(sentence, one, other)
  const days = bothDays(near, one.day, other.day)
  if (days === undefined) return undefined
  if (days === 'backwards') return WRONG
  const [time, endTime] = [clockOf(one), clockOf(other)]
  if (time === 'wrong' || endTime === 'wrong') return WRONG
  const isFirsts = time === undefined && other.hourApart === true
  return {
    kind: 'range',
    from: pointOf(days.from, isFirsts ? endTime : time),
    to: pointOf(days.to, isFirsts ? undefined : endTime),
  }
}

const pointOf = (day: string, time: string | undefined): Point => ({ day, ...(time === undefined ? {} : { time }) })
const clockOf = ({ hour, part }: SaidPoint): string | 'wrong' | undefined =>
  hour === undefined ? undefined : (timeOf(hour, part) ?? 'wrong')

/** From hour to hour of one day: the day is said before the first or behind the last. */
function hoursOf(sentence: Sentence, one: SaidPoint, other: SaidPoint): MomentValue | undefined {
  if (one.hour === undefined || other.hour === undefined) return undefined
  const said = one.day ?? other.day
  const endTime = timeOf(other.hour, other.part ?? one.part)
  const time = startTime(one, other, endTime)
  const day = said === undefined ? undefined : resolve(said, nearOf(sentence))
  if (time === undefined || endTime === undefined || endTime <= time || (said !== undefined && day === undefined))
    return WRONG
  return day === undefined ? { kind: 'time', time, endTime } : { kind: 'day', day, time, endTime }
}

/** "2-4h chiều" begins in the afternoon, "9 - 2 pm" in the morning. */
function startTime(one: SaidPoint, other: SaidPoint, endTime: string | undefined): string | undefined {
  const hour: SaidHour | undefined = one.hour
  if (hour === undefined) return undefined
  const own = timeOf(hour, one.part)
  if (hour.part !== undefined || one.part !== undefined) return own
  const shared = timeOf(hour, other.hour?.part ?? other.part)
  return shared !== undefined && endTime !== undefined && shared < endTime ? shared : own
}

function daysOf(near: Near, first: Piece, last: Piece): MomentValue | undefined {
  const start =
    first.kind === 'period' ? first.period.days(near)?.from : first.point.day && resolve(first.point.day, near)
  if (start === undefined) return undefined
  const since: Near = { ...near, since: start }
  const behind = last.kind === 'period' ? last.period.days(since) : undefined
  const end =
    last.kind === 'period'
      ? behind?.to
      : last.point.day && (onFrom(last.point.day, start) ?? resolve(last.point.day, near))
  if (end === undefined) return undefined
  if (end < start) return WRONG
  return { kind: 'range', from: { day: start }, to: { day: end } }
}

type Days = { readonly from: string; readonly to: string }

/** Which days two said days are: where one lacks its month, week or year, it is near to the other. */
function bothDays(near: Near, first: SaidDay, last: SaidDay): Days | 'backwards' | undefined {
  if (isToldBy(first, last)) {
    const to = resolve(last, near)
    const from = to === undefined ? undefined : upTo(first, to)
    return from === undefined || to === undefined ? undefined : { from, to }
  }
  const from = resolve(first, near)
  const alone = resolve(last, near)
  if (from === undefined || alone === undefined) return undefined
  const isOpen =
    (last.kind === 'date' && last.year === undefined) || (last.kind === 'weekday' && last.weeks === undefined)
  const to = isOpen ? onFrom(last, from) : alone
  if (to === undefined) return 'backwards'
  const typed = first.kind === 'date' && first.year !== undefined && last.kind === 'date' && last.year !== undefined
  return to < from && !typed ? 'backwards' : { from, to }
}

function isToldBy(first: SaidDay, last: SaidDay): boolean {
  if (first.kind === 'weekday')
    return first.weeks === undefined && (last.kind === 'weekday' ? last.weeks !== undefined : last.kind === 'date')
  if (first.kind !== 'date' || last.kind !== 'date') return false
  return first.month === undefined ? last.month !== undefined : first.year === undefined && last.year !== undefined
}
