import { isTime } from '../../calendar/zoned.ts'
import { bookOf, formsWith, longestOf, oneOf, slotLike } from './forms.ts'
import { countsWhatFollows, isNumberOf } from './guards.ts'
import { digits, number } from './numbers.ts'
import { type Found, foldedAt, isBlank, type Sentence } from './tokens.ts'
import { EN_PARTS, PARTS } from './words.ts'

/** A part of the day, by its place in PARTS. */
export type Part = number

/** An hour as it was said; which one "2" is depends on the part of the day. */
export type SaidHour = {
  readonly hour: number
  readonly minute: number
  readonly part?: Part
  /** Said as people say hours of twelve: "at two" of an office is in the afternoon, where "2:15" is at night. */
  readonly of12?: true
}

const MORNING = 1
const NOON = 2
const AFTERNOON = 3
const EVENING = 4
const NIGHT = 5
const AM = 6
const PM = 7
/** When an office closes, and when its mornings and afternoons begin. */
const CLOSING: SaidHour = { hour: 17, minute: 0 }

/** Of a clock: "24h" and more, so that 25h is told as wrong rather than not seen. */
const hour = slotLike([number], (sentence, at) => {
  const read = number(sentence, at)
  const token = sentence.tokens[at]
  return read !== undefined && read.value < 100 && (token?.digits ?? 0) <= 2 ? read : undefined
})

/** Minutes behind "h" or "giờ": not the day of "17h 26/06", nor that of "8h 30 tháng 6". */
const twoDigits = digits(2)
const minutes = slotLike([twoDigits], (sentence, at) => {
  const read = twoDigits(sentence, at)
  if (read === undefined) return undefined
  if (sentence.tokens[at]?.before === '') return read
  const next = sentence.tokens[read.end]
  if (next === undefined) return read
  const isDate = (/^[/.-]$/.test(next.before) && next.digits > 0) || (isBlank(next.before) && isUnit(next.folded))
  return isDate ? undefined : read
})
const UNITS = new Set(['thang', 'ngay', 'tuan', 'h', 'gio', 'th', 'st', 'nd', 'rd'])
const isUnit = (folded: string) => UNITS.has(folded)

const partName = oneOf(PARTS)
const englishPart = oneOf(EN_PARTS)
/** A part of the day behind an hour. Bare "sang" and "toi" before another hour are to and until. */
const part = slotLike([partName, englishPart], (sentence, at) => {
  const read = partName(sentence, at) ?? englishPart(sentence, at)
  if (read === undefined || !isBare(sentence, at)) return read
  const next = sentence.tokens[read.end]
  return next !== undefined && next.digits > 0 && hourMark(foldedAt(sentence, read.end + 1), sentence, read.end)
    ? undefined
    : read
})
const hourMark = (folded: string, { tokens }: Sentence, at: number) =>
  folded === 'h' || folded === 'gio' || tokens[at + 1]?.before === ':'

/** "sang" and "toi" without diacritics: morning and evening, or to and until. */
export const isBare = ({ tokens }: Sentence, at: number): boolean =>
  tokens[at]?.spelled === 'sang' || tokens[at]?.spelled === 'toi'

/** Whether a number with a dot, as it stands, is an hour of the working day rather than a day or a decimal. */
export const isDottedHour = (hour: number, minute: number): boolean => hour >= 6 && hour <= 19 && minute % 15 === 0

/** A part behind a number alone: only one that is nothing else. */
const plainPart = slotLike([part], (sentence, at) =>
  isBare(sentence, at) && sentence.tokens[at]?.before !== '' ? undefined : part(sentence, at),
)

const form = formsWith({ h: hour, d: digits(2), mm: digits(2, 2), minutes, part, plainPart, n: number })

const said = (hour = 0, minute = 0, part: Part | undefined = undefined): SaidHour => ({
  hour,
  minute,
  ...(part === undefined ? {} : { part }),
})

const ofTwelve = (hour = 0, minute = 0, part: Part | undefined = undefined): SaidHour => ({
  ...said(hour, minute, part),
  of12: true,
})

const FORMS = bookOf<SaidHour>([
  form('{d} : {mm} {part}?', ({ d, mm, part }) => said(d, mm, part)),
  form('{h} h|giờ|g {minutes}? phút? {part}?', ({ h, minutes, part }) => said(h, minutes, part)),
  form('{h} h|giờ|g rưỡi {part}?', ({ h, part }) => said(h, 30, part)),
  form('{h} giờ {n} phút {part}?', ({ h, n, part }) => said(h, n, part)),
  form('{h} h|giờ|g? kém {n} phút? {part}?', ({ h = 0, n = 0, part }) =>
    n < 60 ? said(h - 1, 60 - n, part) : undefined,
  ),
  form('{h} rưỡi {plainPart}', ({ h, plainPart }) => said(h, 30, plainPart)),
  form('{h} {plainPart}', ({ h = 0, plainPart = 0 }) =>
    plainPart >= AM || (h > 0 && h <= 12) ? said(h, 0, plainPart) : undefined,
  ),
  form('lúc {h} {part}?', ({ h, part }) => said(h, 0, part)),
  form('at {h} {part}?', ({ h, part }) => ofTwelve(h, 0, part)),
  form('lúc {h} rưỡi {part}?', ({ h, part }) => said(h, 30, part)),
  form('at {d} . {mm} {part}?', ({ d, mm, part }) => said(d, mm, part)),
  // "Could we say 10.30", "Wed 8 July, 8.30 to 11.30": quarters of an hour are no months.
  form('{d} . {mm}', ({ d = 0, mm = 1 }) => (isDottedHour(d, mm) ? said(d, mm) : undefined)),
  form('{h} {plainPart} sharp', ({ h, plainPart }) => said(h, 0, plainPart)),
  form('{d} : {mm} {part} sharp', ({ d, mm, part }) => said(d, mm, part)),
  form('{h} sharp', ({ h }) => said(h)),
  form('{d} : {mm} sharp', ({ d, mm }) => said(d, mm)),
  form('{d} a . m', ({ d }) => said(d, 0, AM)),
  form('{d} p . m', ({ d }) => said(d, 0, PM)),
  form('{d} : {mm} a . m', ({ d, mm }) => said(d, mm, AM)),
  form('{d} : {mm} p . m', ({ d, mm }) => said(d, mm, PM)),
  form('{d} . {mm} {part}', ({ d, mm, part = 0 }) => (part >= AM ? said(d, mm, part) : undefined)),
  form("{h} o ' clock {part}?", ({ h, part }) => ofTwelve(h, 0, part)),
  form('half_past {h} {part}?', ({ h, part }) => ofTwelve(h, 30, part)),
  form('half {h} {part}?', ({ h = 0, part }, { english }) =>
    english && h > 0 && h <= 12 ? ofTwelve(h, 30, part) : undefined,
  ),
  form('quarter_past|a_quarter_past {h} {part}?', ({ h, part }) => ofTwelve(h, 15, part)),
  form('quarter_to|a_quarter_to {h} {part}?', ({ h = 0, part }) => ofTwelve(h - 1, 45, part)),
  form('{n} minutes? past {h} {part}?', ({ n = 0, h, part }) => (n < 60 ? ofTwelve(h, n, part) : undefined)),
  form('noon|midday|12_noon|giữa_trưa|lunchtime', () => said(12)),
  form('midnight|nửa_đêm', () => said(24)),
  form('cuối_ngày|hết_giờ_làm_việc|cuối_giờ_chiều|cuối_buổi_chiều|cuối_giờ_làm_việc|hết_giờ_hành_chính', () => CLOSING),
  form(
    'cob|eod|cop|close_of_business|end_of_business|close_of_play|end_of_play|close_of_the_day|close_of_day',
    () => CLOSING,
  ),
  form('end_of_day|end_of_the_day|the_end_of_the_day|the_end_of_day', () => CLOSING),
  form('cuối_giờ', () => CLOSING),
  form('đầu_giờ', () => said(8)),
  form('đầu_giờ_sáng|đầu_giờ_làm_việc|đầu_buổi_sáng', () => said(8)),
  form('first_thing_in_the_morning|first_thing|start_of_business|opening_of_business', () => said(8)),
  form('đầu_buổi_chiều|after_lunch', () => said(13, 30)),
  form('cuối_giờ_sáng', () => said(11, 30)),
  form('đầu_giờ_chiều', () => said(13, 30)),
])

const OF_DAY = new Set(['thu', 'ngay', 'mai', 'hom', 'mung'])

/** The hour said at a token. */
export function hourAt(sentence: Sentence, at: number): Found<SaidHour> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined || isNumberOf(sentence, at)) return undefined
  // "Hạn cuối ngày 26/6" is the last deadline, on a day.
  if (token.folded === 'cuoi' && foldedAt(sentence, at - 1) === 'han') return undefined
  const found = longestOf(FORMS, sentence, at)
  if (found === undefined) return undefined
  // "Cuối giờ nhắc lại" is whenever that is: an hour it is of a day.
  const isVague = foldedAt(sentence, at + 1) === 'gio' && found.end === at + 2 && Number.isNaN(token.number)
  if (isVague && !OF_DAY.has(foldedAt(sentence, found.end)) && !sentence.tokens[found.end]?.digits) return undefined
  const isAlone = ['luc', 'at'].includes(token.folded) && found.end === at + 2
  const isDecimal = sentence.tokens[at + 1]?.before === '.'
  if ((isAlone || isDecimal) && countsWhatFollows(sentence, found.end)) return undefined
  return found
}

/** A part of the day before or behind a day: "sáng mai", "chiều 24/6", "tomorrow afternoon". */
export function partAt(sentence: Sentence, at: number): Found<Part> | undefined {
  const read = partName(sentence, at) ?? englishPart(sentence, at)
  if (read === undefined || read.value >= AM || !isBare(sentence, at))
    return read !== undefined && read.value < AM ? read : undefined
  const next = foldedAt(sentence, read.end)
  return next === 'mai' || next === 'nay' || next === 'kia' ? read : undefined
}

/** HH:MM of an hour in a part of the day; undefined where no clock shows it. Midnight is the end of its day, 23:59. */
export function timeOf({ hour, minute, part: own, of12 }: SaidHour, around: Part | undefined): string | undefined {
  const part = own ?? around ?? (of12 && hour > 0 && hour < 6 ? AFTERNOON : undefined)
  if ((part === AM || part === PM) && (hour < 1 || hour > 12)) return undefined
  const is24 = (hour === 24 || (hour === 12 && (part === EVENING || part === NIGHT))) && minute === 0
  if (is24) return '23:59'
  const time = `${String(hour + shift(hour, part)).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return isTime(time) ? time : undefined
}

function shift(hour: number, part: Part | undefined): number {
  if (part === AM || part === MORNING) return hour === 12 ? -12 : 0
  if (part === NOON) return hour > 0 && hour < 6 ? 12 : 0
  if (part === AFTERNOON || part === PM) return hour < 12 ? 12 : 0
  if (part === EVENING) return hour < 12 ? 12 : 0
  if (part === NIGHT) return hour > 4 && hour < 12 ? 12 : 0
  return 0
}
