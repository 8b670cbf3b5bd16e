import { dayAt } from './days.ts'
import { isNumberOf, mayEnd } from './guards.ts'
import { marksAt } from './marks.ts'
import { nearOf, onFrom, resolve, type SaidDay, upTo } from './said.ts'
import { type Found, foldedAt, isBlank, type Sentence } from './tokens.ts'
import type { Mark, MomentValue } from './values.ts'
import { weekdayNumberAt } from './weekdays.ts'

/** One moment of a sentence by its tokens, `end` exclusive. */
export type Placed = {
  readonly start: number
  readonly end: number
  readonly value: MomentValue
  readonly mark: Mark | undefined
  /** The day as it was said, where one said before it may tell which it is. */
  readonly open?: SaidDay | undefined
  /** The token behind what is said not to be meant. */
  readonly rejectedTo?: number | undefined
}

/** "Nghỉ 22, 23 và 24/6", "thứ 5 hoặc thứ 6 tuần sau": days of which only the last says its month or week; each is one. */
export const listAt = (sentence: Sentence, start: number): readonly Placed[] | undefined =>
  datesAt(sentence, start) ?? weekdaysAt(sentence, start) ?? datesBehind(sentence, start)

function weekdaysAt(sentence: Sentence, start: number): readonly Placed[] | undefined {
  const mark = marksAt(sentence, start).find(({ end }) => isBareWeekday(sentence, end) !== undefined)
  const bare: { readonly said: SaidDay; readonly start: number; readonly end: number }[] = []
  let at = mark?.end ?? start
  for (;;) {
    const day = bare.length > 0 ? weekdayIn(sentence, at) : dayAt(sentence, at, true)
    if (day === undefined || day.value.kind !== 'weekday' || day.value.later) return undefined
    const begin = bare.length === 0 ? start : at
    if (day.value.weeks !== undefined) {
      const to = resolve(day.value, nearOf(sentence))
      if (to === undefined || !mayEnd(sentence, day.end)) return undefined
      const days = [
        ...bare.map(({ said, ...place }) => ({ ...place, day: upTo(said, to) ?? to })),
        { start: begin, end: day.end, day: to },
      ]
      const others = weekdaysBehind(sentence, day.end, to, mark?.mark)
      if (days.length + others.length < 2) return undefined
      return [
        ...days.map(({ day, ...place }): Placed => ({ ...place, value: { kind: 'day', day }, mark: mark?.mark })),
        ...others,
      ]
    }
    bare.push({ said: day.value, start: begin, end: day.end })
    const next = behindComma(sentence, day.end)
    if (next === undefined || weekdayIn(sentence, next)?.value.kind !== 'weekday') {
      if (bare.length < 2 || !mayEnd(sentence, day.end)) return undefined
      return comingDays(sentence, bare, mark?.mark)
    }
    at = next
  }
}

/** A weekday of a list, behind another by its number alone: "thứ 5, 6 tuần sau". */
function weekdayIn(sentence: Sentence, at: number): Found<SaidDay> | undefined {
  const day = dayAt(sentence, at, true)
  if (day?.value.kind === 'weekday') return day
  const [token, next] = [sentence.tokens[at], sentence.tokens[at + 1]]
  if (sentence.english || token === undefined || token.digits !== 1 || token.number < 3 || token.number > 7) return day
  const before = [at - 1, at - 2].find((place) => (sentence.tokens[place]?.digits ?? 0) > 0)
  if (before === undefined || foldedAt(sentence, before - 1) !== 'thu') return day
  const week = weekdayNumberAt(sentence, at)
  if (week !== undefined) return week
  const isEnd = next === undefined || !isBlank(next.before) || behindComma(sentence, at + 1) !== undefined
  return isEnd && !/^[./:]$/.test(next?.before ?? '')
    ? { value: { kind: 'weekday', weekday: token.number - 1 }, end: at + 1 }
    : day
}

/** "Next Thursday and Friday": each on from the one before it. */
function weekdaysBehind(sentence: Sentence, end: number, from: string, mark: Mark | undefined): readonly Placed[] {
  const at = behindComma(sentence, end)
  const next = at === undefined ? undefined : dayAt(sentence, at, true)
  if (at === undefined || next === undefined || next.value.kind !== 'weekday') return []
  if (next.value.weeks !== undefined || next.value.later || !mayEnd(sentence, next.end)) return []
  const day = onFrom(next.value, from)
  if (day === undefined) return []
  return [
    { start: at, end: next.end, value: { kind: 'day', day }, mark },
    ...weekdaysBehind(sentence, next.end, day, mark),
  ]
}

/** "June 25, 26", "25 June and 26": behind a date with its month the next by their numbers alone. */
function datesBehind(sentence: Sentence, start: number): readonly Placed[] | undefined {
  for (const { first, mark } of [
    { first: start, mark: undefined },
    ...marksAt(sentence, start).map(({ end, mark }) => ({ first: end, mark })),
  ]) {
    const day = dayAt(sentence, first, true)
    if (day === undefined || day.value.kind !== 'date' || day.value.month === undefined) continue
    const from = resolve(day.value, nearOf(sentence))
    if (from === undefined) continue
    const list: Placed[] = [{ start, end: day.end, value: { kind: 'day', day: from }, mark }]
    for (let end = day.end, last = from; ; ) {
      const at = behindComma(sentence, end)
      const token = sentence.tokens[at ?? sentence.tokens.length]
      const next = sentence.tokens[(at ?? 0) + 1]
      // "25/6, 26" may count anything, "June 25, 26" are days.
      const isListed = at === end + 1 || (sentence.tokens[end - 1]?.before === ' ' && sentence.tokens[end - 1]?.digits)
      if (at === undefined || token === undefined || token.digits === 0 || token.digits > 2 || !isListed) break
      if (next !== undefined && (isBlank(next.before) || /^[./:-]/.test(next.before))) break
      const later = onFrom({ kind: 'date', day: token.number }, last)
      if (later === undefined || later.slice(0, 7) !== last.slice(0, 7) || later === last) break
      list.push({ start: at, end: at + 1, value: { kind: 'day', day: later }, mark })
      ;[end, last] = [at + 1, later]
    }
    if (list.length > 1) return list
  }
  return undefined
}

/** "Monday and Tuesday", said on a Tuesday: each on from the one before it. */
function comingDays(
  sentence: Sentence,
  bare: readonly { readonly said: SaidDay; readonly start: number; readonly end: number }[],
  mark: Mark | undefined,
): readonly Placed[] | undefined {
  const list: Placed[] = []
  let last: string | undefined
  for (const { said, ...place } of bare) {
    const day: string | undefined = last === undefined ? resolve(said, nearOf(sentence)) : onFrom(said, last)
    if (day === undefined) return undefined
    list.push({ ...place, value: { kind: 'day', day }, mark })
    last = day
  }
  return list
}

const isBareWeekday = (sentence: Sentence, at: number): true | undefined => {
  const day = dayAt(sentence, at, true)
  return day?.value.kind === 'weekday' && day.value.weeks === undefined ? true : undefined
}

function datesAt(sentence: Sentence, start: number): readonly Placed[] | undefined {
  const mark = marksAt(sentence, start).find(({ end }) => isListed(sentence, end))
  // "Between 22 and 30 June" is one stretch.
  if (mark?.between === true) return undefined
  const first = mark?.end ?? start
  if (!isListed(sentence, first)) return undefined
  const starts = [first]
  let at = numberAt(sentence, first)
  for (;;) {
    if (at === undefined) return undefined
    const next = behindComma(sentence, at + 1)
    if (next === undefined) return undefined
    const day = dayAt(sentence, next, false)
    if (day !== undefined && day.value.kind === 'date' && day.value.month !== undefined) {
      if (!mayEnd(sentence, day.end)) return undefined
      return placed(sentence, starts, { start: next, end: day.end, day: day.value }, start, mark?.mark)
    }
    starts.push(next)
    at = numberAt(sentence, next)
  }
}

const isListed = (sentence: Sentence, at: number): boolean => {
  const number = numberAt(sentence, at)
  return number !== undefined && !isNumberOf(sentence, at) && behindComma(sentence, number + 1) !== undefined
}

/** The token of a number of a day at a token, behind "ngày" or without it. */
function numberAt({ tokens }: Sentence, at: number): number | undefined {
  const isNamed = tokens[at]?.folded === 'ngay' && isBlank(tokens[at + 1]?.before ?? ',')
  const place = isNamed ? at + 1 : at
  const token = tokens[place]
  return token !== undefined && token.digits > 0 && token.digits < 3 && token.number > 0 && token.number < 32
    ? place
    : undefined
}

function behindComma(sentence: Sentence, at: number): number | undefined {
  const token = sentence.tokens[at]
  if (token === undefined) return undefined
  const isJoin = ['va', 'and', 'hoac', 'or'].includes(token.folded)
  if (isJoin) return /^,? $/.test(token.before) ? at + 1 : undefined
  return /^ ?[,&] ?$/.test(token.before) ? at : undefined
}

function placed(
  sentence: Sentence,
  starts: readonly number[],
  last: { readonly start: number; readonly end: number; readonly day: SaidDay },
  start: number,
  mark: Mark | undefined,
): readonly Placed[] | undefined {
  const to = resolve(last.day, nearOf(sentence))
  if (to === undefined) return undefined
  const list: Placed[] = []
  for (const from of starts) {
    const place = foldedAt(sentence, from) === 'ngay' ? from + 1 : from
    const day = upTo({ kind: 'date', day: sentence.tokens[place]?.number ?? 0 }, to)
    if (day === undefined || day.slice(0, 7) !== to.slice(0, 7)) return undefined
    list.push({ start: list.length === 0 ? start : from, end: place + 1, value: { kind: 'day', day }, mark })
  }
  return [...list, { start: last.start, end: last.end, value: { kind: 'day', day: to }, mark }]
}
