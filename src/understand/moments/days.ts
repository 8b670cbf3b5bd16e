import { monthFrom, yearFrom } from '../../calendar/nearest.ts'
import { addDays, isDay, weekday } from '../../calendar/zoned.ts'
import { bookOf, formsWith, longestOf, oneOf, type Slots, slotLike } from './forms.ts'
import { guards } from './guards.ts'
import { isDottedHour } from './hours.ts'
import { digits, number, ordinalNumber } from './numbers.ts'
import { dated, nearOf, resolve, type SaidDay } from './said.ts'
import { type Found, foldedAt, type Sentence, type Token, wordSet } from './tokens.ts'
import { withNumber, withoutJoin } from './weekdays.ts'
import {
  BEFORE_A_NAME,
  DAYS_FROM_NOW,
  DAYS_FROM_THAT,
  EN_MONTHS,
  EN_NEAR,
  NEAR,
  NEAR_YEARS,
  ORDERED,
  SHORT_MONTHS,
  SHORT_WEEKDAYS,
  VI_MONTHS,
  WEEKDAYS,
} from './words.ts'

const twoDigits = digits(2)
const shortMonth = oneOf(SHORT_MONTHS)
const longMonth = oneOf(EN_MONTHS)
const shortWeekday = oneOf(SHORT_WEEKDAYS)
const longWeekday = oneOf(WEEKDAYS)
const viMonth = oneOf(VI_MONTHS)

/** A month's English name; "dec" and "mar" are no words of Vietnamese, so they may be shortened anywhere behind a day. */
export const monthName = slotLike(
  [longMonth, shortMonth],
  (sentence, at) => longMonth(sentence, at) ?? shortMonth(sentence, at),
)

/** A month by number or Vietnamese name. Bare "sau" is the next one, not the sixth. */
const month = slotLike([twoDigits, viMonth], (sentence, at) => {
  const unclear = sentence.tokens[at]?.spelled === 'sau'
  return twoDigits(sentence, at) ?? (unclear ? undefined : viMonth(sentence, at))
})

/** "CN"; in small letters only with its week, since it shortens other things as well. */
const sunday = slotLike([{ starts: new Set(['cn']) }], (sentence, at) => {
  const token = sentence.tokens[at]
  if (token?.folded !== 'cn' || !(token.capital || foldedAt(sentence, at + 1) === 'tuan')) return undefined
  return { value: 7, end: at + 1 }
})

const weekdayName = slotLike(
  [longWeekday, shortWeekday, sunday],
  (sentence, at) => longWeekday(sentence, at) ?? (sentence.english ? shortWeekday(sentence, at) : sunday(sentence, at)),
)

export const slots = {
  d: digits(2),
  m: digits(2),
  y: digits(4, 4),
  yy: digits(2, 2),
  day: slotLike([number], (sentence, at) => {
    const read = number(sentence, at)
    return read !== undefined && read.value < 100 ? read : undefined
  }),
  ordinal: ordinalNumber,
  month,
  name: monthName,
  weekday: weekdayName,
  near: oneOf(NEAR),
  year: oneOf(NEAR_YEARS),
  which: oneOf(EN_NEAR),
  fromNow: oneOf(DAYS_FROM_NOW),
  fromThat: oneOf(DAYS_FROM_THAT),
  n: number,
}
const form = formsWith(slots)

const thisYear = (sentence: Sentence, shift: number | undefined) =>
  shift === undefined ? undefined : yearFrom(sentence.when.today, shift)
const full = (year: number | undefined): number | undefined => (year !== undefined && year < 100 ? 2000 + year : year)

/** A date of which the order may be unclear: in English 7/10 may be meant as July. */
function written({ d = 0, m = 0, y, yy }: Slots, { english, order }: Sentence): SaidDay {
  if (order === 'month-first') return dated(m, d, full(y ?? yy))
  const unclear = english && order === undefined && d <= 12 && m <= 12 && d !== m
  if (english && order === undefined && d <= 12 && m > 12 && m <= 31) return dated(m, d, full(y ?? yy))
  return { ...dated(d, m, full(y ?? yy)), ...(unclear ? { unclear: true as const } : {}) }
}

const inMonth = (sentence: Sentence, day: number, shift: number): SaidDay => {
  const first = monthFrom(sentence.when.today, shift)
  return dated(day, Number(first.slice(5, 7)), Number(first.slice(0, 4)))
}

const DAY = 'ngày|mùng|mồng|hôm|date'

const FORMS = bookOf<SaidDay>([
  form('{y} - {m} - {d}', ({ y, m, d = 0 }) => dated(d, m, y)),
  ...['/', '.', '-'].flatMap((sign) => [
    form(`${DAY}? {d} ${sign} {m} ${sign} {y}`, written),
    form(`${DAY}? {d} ${sign} {m} ${sign} {yy}`, written),
    form(`${DAY} {d} ${sign} {m}`, written),
  ]),
  form('{d} / {m}', written),
  form(`${DAY}? {d} / {m} , năm? {y}`, written),
  form(`${DAY}? {d} / {m} năm {year}`, ({ year, ...found }, sentence) => {
    const y = thisYear(sentence, year)
    return written({ ...found, ...(y === undefined ? {} : { y }) }, sentence)
  }),
  form(`${DAY}? {day} tháng {month}`, ({ day = 0, month }) => dated(day, month, undefined)),
  form(`${DAY}? {day} tháng {month} , năm? {y}`, ({ day = 0, month, y }) => dated(day, month, y)),
  form(`${DAY}? {day} tháng {month} / {y}`, ({ day = 0, month, y }) => dated(day, month, y)),
  form(`${DAY}? {day} tháng {month} năm {year}`, ({ day = 0, month, year }, s) => dated(day, month, thisYear(s, year))),
  form(`${DAY}? {day} tháng {near}`, ({ day = 0, near = 0 }, sentence) => inMonth(sentence, day, near)),
  form('the? {d} st|nd|rd|th? of? {name} , {y}?', ({ d = 0, name, y }) => dated(d, name, y)),
  form('the? {ordinal} of? {name} , {y}?', ({ ordinal = 0, name, y }) => dated(ordinal, name, y)),
  form('{name} the? {d} st|nd|rd|th?', ({ name, d = 0 }) => dated(d, name, undefined)),
  form('{name} {d} st|nd|rd|th? , {y}', ({ name, d = 0, y }) => dated(d, name, y)),
  form('{name} the? {ordinal}', ({ name, ordinal = 0 }) => dated(ordinal, name, undefined)),
  form('the {d} st|nd|rd|th', ({ d = 0 }) => dated(d, undefined, undefined)),
  form('{d} st|nd|rd|th', ({ d = 0 }) => dated(d, undefined, undefined)),
  form('the? {d} st|nd|rd|th of_this_month', ({ d = 0 }, sentence) => inMonth(sentence, d, 0)),
  form('the? {d} st|nd|rd|th of_next_month', ({ d = 0 }, sentence) => inMonth(sentence, d, 1)),
  form(`${DAY} {d}`, ({ d = 0 }) => dated(d, undefined, undefined)),
  form('ngày {day}', ({ day = 0 }) => (day > 10 ? dated(day, undefined, undefined) : undefined)),
  form('mùng|mồng {day}', ({ day = 0 }) => (day <= 10 ? dated(day, undefined, undefined) : undefined)),
  form('{fromNow}', ({ fromNow = 0 }, { when }) => fixed(addDays(when.today, fromNow))),
  form('{fromThat}', ({ fromThat = 1 }) => ({ kind: 'next', days: fromThat })),
  form('sáng|trưa|chiều|tối|đêm nay', (_, { when }) => fixed(when.today)),
  form('this morning|afternoon|evening', (_, { when }) => fixed(when.today)),
  form('tonight', (_, { when }) => fixed(when.today)),
  form('{n} ngày|hôm|bữa nữa|sau|tới_đây', ({ n = 0 }, { when }) => later(when.today, n)),
  form('{n} tuần|tuần_lễ nữa|sau', ({ n = 0 }, { when }) => later(when.today, n * 7)),
  form('{n} tháng nữa|sau', ({ n = 0 }, { when }) => monthsLater(when.today, n)),
  form('in {n} day|days', ({ n = 0 }, { when }) => later(when.today, n)),
  form('in {n} week|weeks', ({ n = 0 }, { when }) => later(when.today, n * 7)),
  form('in a week', (_, { when }) => fixed(addDays(when.today, 7))),
  form('in {n} month|months', ({ n = 0 }, { when }) => monthsLater(when.today, n)),
  form('in a month', (_, { when }) => monthsLater(when.today, 1)),
  form('{n} day|days from_now|from_today', ({ n = 0 }, { when }) => later(when.today, n)),
  form('{n} week|weeks from_now|from_today', ({ n = 0 }, { when }) => later(when.today, n * 7)),
  form('a week from_now|from_today', (_, { when }) => fixed(addDays(when.today, 7))),
  form('cách_đây? {n} ngày trước', ({ n = 0 }, { when }) => later(when.today, -n)),
  form('cách_đây? {n} tuần trước', ({ n = 0 }, { when }) => later(when.today, -n * 7)),
  ...['in {n} day|days', 'in {n} week|weeks', 'in {n} month|months'].flatMap((said, unit) =>
    [`${said} ' time`, `${said} ' s time`].map((written) =>
      form(written, ({ n = 0 }, { when }) =>
        unit === 2 ? monthsLater(when.today, n) : later(when.today, unit === 1 ? n * 7 : n),
      ),
    ),
  ),
  form("in a week ' s time", (_, { when }) => fixed(addDays(when.today, 7))),
  form("in a month ' s time", (_, { when }) => monthsLater(when.today, 1)),
  form('in a fortnight', (_, { when }) => fixed(addDays(when.today, 14))),
  form("in a fortnight ' s time", (_, { when }) => fixed(addDays(when.today, 14))),
  form('a fortnight from_now|from_today|today', (_, { when }) => fixed(addDays(when.today, 14))),
  form('a fortnight ago', (_, { when }) => fixed(addDays(when.today, -14))),
  form('a week today', (_, { when }) => fixed(addDays(when.today, 7))),
  form('a week tomorrow', (_, { when }) => fixed(addDays(when.today, 8))),
  form('a week on|from|after {weekday}', ({ weekday = 1 }, sentence) => weeksOn(sentence, weekday, 1)),
  form('{n} weeks from|after {weekday}', ({ n = 0, weekday = 1 }, sentence) => weeksOn(sentence, weekday, n)),
  form('{weekday} week', ({ weekday = 1 }, sentence) => (sentence.english ? weeksOn(sentence, weekday, 1) : undefined)),
  form('{n} day|days ago', ({ n = 0 }, { when }) => later(when.today, -n)),
  form('{n} week|weeks ago', ({ n = 0 }, { when }) => later(when.today, -n * 7)),
  form('a week ago', (_, { when }) => fixed(addDays(when.today, -7))),
  form('trong_ngày hôm_nay', (_, { when }) => fixed(when.today)),
  form('{weekday}', ({ weekday = 1 }) => ({ kind: 'weekday', weekday })),
  form('the? {ordinal} {weekday} of|in {name}', ({ ordinal = 0, weekday = 1, name = 1 }, { when }) =>
    nthOfMonth(when.today, name, weekday, ordinal),
  ),
  form('the? last {weekday} of|in {name}', ({ weekday = 1, name = 1 }, { when }) =>
    nthOfMonth(when.today, name, weekday, -1),
  ),
  form('{weekday} đầu_tiên của? tháng {month}', ({ weekday = 1, month = 1 }, { when }) =>
    nthOfMonth(when.today, month, weekday, 1),
  ),
  form('{weekday} cuối_cùng của? tháng {month}', ({ weekday = 1, month = 1 }, { when }) =>
    nthOfMonth(when.today, month, weekday, -1),
  ),
  form('{weekday} này', ({ weekday = 1 }) => ({ kind: 'weekday', weekday })),
  form('{weekday} tới|sắp_tới', ({ weekday = 1 }) => ({ kind: 'weekday', weekday, later: true })),
  form('{weekday} sau', ({ weekday = 1 }) => ({ kind: 'weekday', weekday, weeks: 1 })),
  form('{weekday} trước|vừa_rồi|vừa_qua|rồi', ({ weekday = 1 }, { when }) => before(when.today, weekday)),
  form('{weekday} , của? tuần {near}', ({ weekday = 1, near = 0 }) => ({ kind: 'weekday', weekday, weeks: near })),
  form('{weekday} đầu|giữa|cuối tuần {near}', ({ weekday = 1, near = 0 }) => ({
    kind: 'weekday',
    weekday,
    weeks: near,
  })),
  form('tuần {near} , vào? {weekday}', ({ weekday = 1, near = 0 }) => ({ kind: 'weekday', weekday, weeks: near })),
  form('this|the_coming|coming {weekday}', ({ weekday = 1 }) => ({ kind: 'weekday', weekday })),
  form('coming|the_coming {weekday}', ({ weekday = 1 }) => ({ kind: 'weekday', weekday, later: true })),
  form('next {weekday}', ({ weekday = 1 }) => ({ kind: 'weekday', weekday, weeks: 1 })),
  form('last {weekday}', ({ weekday = 1 }) => ({ kind: 'weekday', weekday, weeks: -1 })),
  form('{weekday} , of? {which} week', ({ weekday = 1, which = 0 }) => ({ kind: 'weekday', weekday, weeks: which })),
  form('{which} week , on? {weekday}', ({ weekday = 1, which = 0 }) => ({ kind: 'weekday', weekday, weeks: which })),
  form('thứ 8|9|tám|chín', () => ({ kind: 'wrong' })),
])

/** Without a year, written with dots or hyphens, a day needs a word before it: 2.1 is a paragraph and 3-5 a count. */
const DOTTED = bookOf<SaidDay>([form('{d} . {m}', written), form('{d} - {m}', written)])

const fixed = (day: string): SaidDay => ({ kind: 'fixed', day })
const later = (today: string, days: number): SaidDay => fixed(addDays(today, days))
const monthsLater = (today: string, months: number): SaidDay => {
  const first = monthFrom(today, months)
  const days = [0, 1, 2, 3].map(
    (less) => `${first.slice(0, 8)}${String(Number(today.slice(8)) - less).padStart(2, '0')}`,
  )
  return fixed(days.find(isDay) ?? first)
}
/** So many weeks behind the coming weekday: "Thursday week". */
const weeksOn = (sentence: Sentence, weekday: number, weeks: number): SaidDay => {
  const coming = resolve({ kind: 'weekday', weekday }, { ...nearOf(sentence), meant: 'coming' })
  return coming === undefined ? { kind: 'wrong' } : fixed(addDays(coming, weeks * 7))
}
/** "The first Monday of July", of this year's or the next; -1: the last. */
function nthOfMonth(today: string, month: number, day: number, nth: number): SaidDay {
  const year = yearFrom(today, month < Number(today.slice(5, 7)) ? 1 : 0)
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const days = Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter(
    (one) => one.slice(0, 7) === first.slice(0, 7) && weekday(one) === day,
  )
  const found = days.at(nth < 0 ? nth : nth - 1)
  return found === undefined || nth === 0 ? { kind: 'wrong' } : fixed(found)
}
const before = (today: string, number: number): SaidDay =>
  fixed(addDays(today, -((weekday(today) - number + 6) % 7) - 1))

const beforeName = wordSet(BEFORE_A_NAME)
const ordered = wordSet(ORDERED)

/**
 * The day said at a token. `cued` says that a word before it announces a day: then 5.6 and 5-6 are days as well, which
 * bare are days from the 13th on.
 */
export function dayAt(sentence: Sentence, at: number, cued: boolean): Found<SaidDay> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined || isNobodysDay(sentence, token, at)) return undefined
  const plain = plainAt(sentence, at)
  const dotted = longestOf(DOTTED, sentence, at)
  if (
    dotted !== undefined &&
    isDottedHour(token.number, sentence.tokens[at + 1]?.number ?? 1) &&
    sentence.tokens[at + 1]?.before === '.'
  )
    return plain
  if (dotted !== undefined && (plain === undefined || dotted.end > plain.end))
    return resolve(dotted.value, nearOf(sentence)) !== undefined && (cued || token.number > 12) ? dotted : plain
  // "Mùng một Tết" is a day of another calendar.
  if (plain === undefined || (foldedAt(sentence, plain.end) === 'tet' && plain.value.kind === 'date')) return undefined
  return guards.isDay(sentence, at, plain.end, plain.value) ? plain : undefined
}

/** The day of the longest form, as far as what stands behind it lets it be. */
function plainAt(sentence: Sentence, at: number): Found<SaidDay> | undefined {
  const longest = (sentence: Sentence, at: number) => longestOf(FORMS, sentence, at)
  const found = longest(sentence, at)
  return found && withNumber(sentence, withoutJoin(sentence, found, longest), longest)
}

/** "Chị Mai", "đoàn thứ ba": a name, and the third of its kind. */
function isNobodysDay(sentence: Sentence, token: Token, at: number): boolean {
  const previous = foldedAt(sentence, at - 1)
  if (token.folded === 'mai') return beforeName.has(previous)
  if (token.folded !== 'thu' || !ordered.has(previous)) return false
  const read = longestOf(FORMS, sentence, at)
  return read === undefined || read.value.kind !== 'weekday' || read.value.weeks === undefined
}
