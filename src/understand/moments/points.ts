import { dayAt } from './days.ts'
import { mayEnd } from './guards.ts'
import { hourAt, type Part, partAt, type SaidHour } from './hours.ts'
import { besideAt, joinAt } from './marks.ts'
import { nearOf, resolve, type SaidDay } from './said.ts'
import { type Found, foldedAt, type Sentence, wordSet } from './tokens.ts'
import { agrees as isSameDay } from './weekdays.ts'
import { BEFORE_BARE_DAY } from './words.ts'

/** A day with its hour, or one of both, as said. */
export type SaidPoint = {
  readonly day?: SaidDay
  /** "Thứ 5 ngày 26/6", which is a Friday: the weekday that was said beside the date. */
  readonly weekday?: SaidDay & { readonly kind: 'weekday' }
  readonly hour?: SaidHour
  readonly part?: Part
  /** The hour was said with "lúc", "at" behind the day: of "20/7 đến 22/7 lúc 8h" it is that of the first day. */
  readonly hourApart?: true
}

const cues = wordSet(BEFORE_BARE_DAY)

/** The day, hour or both that begin at a token, in any order, with the part of the day that tells which hour it is. */
export function pointAt(sentence: Sentence, at: number, cued: boolean): Found<SaidPoint> | undefined {
  const isCued = cued || cues.has(foldedAt(sentence, at - 1))
  let last: Found<SaidPoint> = { value: {}, end: at }
  let whole: Found<SaidPoint> | undefined
  for (;;) {
    const next = nextOf(sentence, last.value, at, last.end, isCued)
    if (next === undefined) break
    last = next
    // What runs into another word is not taken, but what stands before it is.
    if (mayEnd(sentence, last.end) || sentence.tokens[last.end]?.before === '-') whole = last
  }
  const found = whole ?? last
  return found.value.day === undefined && found.value.hour === undefined ? undefined : found
}

function nextOf(
  sentence: Sentence,
  point: SaidPoint,
  start: number,
  at: number,
  cued: boolean,
): Found<SaidPoint> | undefined {
  const isFirst = at === start
  let best: Found<SaidPoint> | undefined
  const offer = (value: SaidPoint | undefined, end: number) => {
    if (value !== undefined && end > (best?.end ?? at)) best = { value, end }
  }
  for (const place of isFirst ? [at] : placesAt(sentence, point, at)) {
    const day = dayAt(sentence, place, cued || !isFirst)
    if (day !== undefined) offer(withDay(sentence, point, day.value, at, place), day.end)
    const hour = point.hour === undefined ? (hourAt(sentence, place) ?? firstHour(sentence, point, place)) : undefined
    if (hour !== undefined) {
      const apart = point.day !== undefined && (place > at || ['luc', 'at'].includes(foldedAt(sentence, place)))
      offer({ ...point, hour: hour.value, ...(apart ? { hourApart: true as const } : {}) }, hour.end)
    }
    const part = point.part === undefined ? partAt(sentence, place) : undefined
    if (part !== undefined && (!isFirst || isFollowed(sentence, part.end)))
      offer({ ...point, part: part.value }, part.end)
  }
  return best
}

/** "Thursday 9 to 11.30 am", "7 July 2.30 to 4.30 pm": behind a day the first of two hours by its number alone. */
function firstHour(sentence: Sentence, { day }: SaidPoint, at: number): Found<SaidHour> | undefined {
  const token = sentence.tokens[at]
  if (day === undefined || token === undefined || token.digits === 0 || token.digits > 2 || token.number > 24)
    return undefined
  const next = sentence.tokens[at + 1]
  const minute = next?.before === '.' && next.digits === 2 && next.number % 15 === 0 ? next.number : undefined
  const end = minute === undefined ? at + 1 : at + 2
  const join = joinAt(sentence, end, false)
  if (join === undefined || hourAt(sentence, join.end) === undefined) return undefined
  return { value: { hour: token.number, minute: minute ?? 0 }, end }
}

/** Where the next may begin. "Cuối ngày 25" is five o'clock of "ngày 25", and "9h tối nay" is of "tối nay". */
function placesAt(sentence: Sentence, point: SaidPoint, at: number): readonly number[] {
  const beside = besideAt(sentence, at)
  const shares = foldedAt(sentence, at - 1) === 'ngay' || foldedAt(sentence, at) === 'nay'
  return point.day === undefined && shares ? [...beside, at - 1] : beside
}

/** A part of the day alone is none: "chào buổi sáng". */
function isFollowed(sentence: Sentence, at: number): boolean {
  return besideAt(sentence, at).some(
    (place) => dayAt(sentence, place, true) !== undefined || hourAt(sentence, place) !== undefined,
  )
}

/** A weekday and a date beside each other are one day; two others are two. */
function withDay(sentence: Sentence, point: SaidPoint, day: SaidDay, at: number, place: number): SaidPoint | undefined {
  if (point.day === undefined) return { ...point, day }
  const [weekday, date] = point.day.kind === 'weekday' ? [point.day, day] : [day, point.day]
  if (date.kind === 'weekday') return undefined
  const near = nearOf(sentence)
  const resolved = resolve(date, near)
  if (weekday.kind !== 'weekday')
    return resolved !== undefined && resolve(weekday, near) === resolved && date.kind !== weekday.kind
      ? point
      : undefined
  if (point.weekday !== undefined || resolved === undefined) return undefined
  const isList = place > at || sentence.tokens[at]?.before.trim() === ','
  const agrees = isSameDay(weekday, date, sentence)
  if (isList && !agrees) return undefined
  return { ...point, day: date, ...(agrees ? {} : { weekday }) }
}
