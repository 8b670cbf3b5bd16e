import { monthEnd, monthFrom, nearest, yearFrom } from '../../calendar/nearest.ts'
import { addQuarters, quarterEnd, quarterOf, quarterStart } from '../../calendar/quarters.ts'
import { addDays, daysBetween, weekday } from '../../calendar/zoned.ts'
import { dayAt, monthName, slots } from './days.ts'
import { bookOf, type Form, formsWith, longestOf, oneOf, phraseEnd, slotLike, tableWords } from './forms.ts'
import { isNumberOf } from './guards.ts'
import { digits } from './numbers.ts'
import { type Near, resolve } from './said.ts'
import { type Found, foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import type { Unit } from './values.ts'
import { BEFORE_MONTH_NAME, EN_QUARTERS, NO_QUARTERS, PERIOD_PARTS, QUARTERS } from './words.ts'

type Days = { readonly from: string; readonly to: string; readonly quarter?: string }

/** A period as it was said: which one it is may depend on another ("từ tháng 12 đến tháng 1"). */
export type SaidPeriod = {
  readonly of: Unit
  /** Its days, near to `near`; undefined where no calendar has them. */
  readonly days: (near: Near) => Days | undefined
  /** "Cuối tháng 7", "end of next week": as a deadline, its last day. */
  readonly isEnd?: true
}

const twoDigits = digits(2)
const fourDigits = digits(4, 4)
/** A month's name; shortened only in English. */
const shownMonth = slotLike([monthName], (sentence, at) => {
  const read = monthName(sentence, at)
  const short =
    (sentence.tokens[at]?.folded.length ?? 0) < 5 && !['may', 'june', 'july'].includes(foldedAt(sentence, at))
  return short && !sentence.english ? undefined : read
})
/** A year that somebody may mean; 9999 is none. */
const shownYear = slotLike([fourDigits], (sentence, at) => {
  const read = fourDigits(sentence, at)
  return read !== undefined && read.value >= 1900 && read.value < 2200 ? read : undefined
})
const form = formsWith({
  ...slots,
  y: shownYear,
  name: shownMonth,
  q: oneOf(QUARTERS),
  nth: oneOf(EN_QUARTERS),
  none: oneOf(NO_QUARTERS),
  late: slotLike([twoDigits], (sentence, at) => {
    const read = twoDigits(sentence, at)
    return read !== undefined && read.value > 7 ? read : undefined
  }),
  unit: oneOf({ ngày: 0, day: 0, days: 0, tuần: 1, 'tuần lễ': 1, week: 1, weeks: 1, tháng: 2, month: 2, months: 2 }),
})

const week = (shift: number): SaidPeriod => ({
  of: 'week',
  days: ({ today }) => {
    const from = addDays(today, 1 - weekday(today) + shift * 7)
    return { from, to: addDays(from, 6) }
  },
})

const weekend = (shift: number): SaidPeriod => ({
  of: 'week',
  days: ({ today }) => {
    const to = addDays(today, 7 - weekday(today) + shift * 7)
    return { from: addDays(to, -1), to }
  },
  isEnd: true,
})

/** Of the nearest year; as the end of a range, of the first in which it is not over before the range begins. */
function nearestTo(
  { today, meant, since }: Near,
  inYear: (year: number) => Days,
): { readonly from: string; readonly to: string } | undefined {
  if (since === undefined) return nearest(today, meant, (shift) => inYear(yearFrom(today, shift)))
  const first = inYear(yearFrom(since, 0))
  return first.to < since ? inYear(yearFrom(since, 1)) : first
}

const wholeMonth = (first: string): Days => ({ from: first, to: monthEnd(first) })
const monthsFrom = (shift: number): SaidPeriod => ({
  of: 'month',
  days: ({ today }) => wholeMonth(monthFrom(today, shift)),
})
const month = (number = 0, year?: number): SaidPeriod => ({
  of: 'month',
  days: (near) => {
    if (number < 1 || number > 12) return undefined
    const inYear = (year: number) => wholeMonth(`${year}-${String(number).padStart(2, '0')}-01`)
    const known = year ?? near.year
    if (known !== undefined) return inYear(known)
    return nearestTo(near, inYear)
  },
})

const wholeQuarter = (quarter: string): Days => ({ from: quarterStart(quarter), to: quarterEnd(quarter), quarter })
const quartersFrom = (shift: number): SaidPeriod => ({
  of: 'quarter',
  days: ({ today }) => wholeQuarter(addQuarters(quarterOf(today), shift)),
})
const quarter = (number = 0, year?: number): SaidPeriod => ({
  of: 'quarter',
  days: (near) => {
    if (number < 1 || number > 4) return undefined
    const inYear = (year: number) => wholeQuarter(`${year}-Q${number}`)
    const known = year ?? near.year
    if (known !== undefined) return inYear(known)
    const found = nearestTo(near, inYear)
    return found === undefined ? undefined : inYear(Number(found.from.slice(0, 4)))
  },
})

const year = (number: number): SaidPeriod => ({
  of: 'year',
  days: () => ({ from: `${number}-01-01`, to: `${number}-12-31` }),
})
const yearsFrom = (shift: number): SaidPeriod => ({
  of: 'year',
  days: ({ today }) => ({ from: `${yearFrom(today, shift)}-01-01`, to: `${yearFrom(today, shift)}-12-31` }),
})
const ofYear = ({ when }: Sentence, shift: number | undefined) =>
  shift === undefined ? undefined : yearFrom(when.today, shift)

const UNITS: readonly Unit[] = ['day', 'week', 'month']
/** So many days, weeks or months before or after today, which is one of them. */
const aroundToday = (count = 0, unit = 0, sign: 1 | -1 = 1): SaidPeriod => ({
  of: UNITS[unit] ?? 'day',
  days: ({ today }) => {
    const other = unit === 2 ? monthsOn(today, sign * count) : addDays(today, sign * count * (unit === 1 ? 7 : 1))
    return sign === 1 ? { from: today, to: other } : { from: other, to: today }
  },
})
const monthsOn = (today: string, months: number): string => {
  const first = monthFrom(today, months)
  const day = `${first.slice(0, 8)}${today.slice(8)}`
  return day > monthEnd(first) ? monthEnd(first) : day
}

const halfYear = (which: number, number: number): SaidPeriod => ({
  of: 'year',
  days: () =>
    which === 1
      ? { from: `${number}-01-01`, to: `${number}-06-30` }
      : { from: `${number}-07-01`, to: `${number}-12-31` },
})

const FORMS: readonly Form<SaidPeriod>[] = [
  form('tuần {near}', ({ near = 0 }) => week(near)),
  form('{which} week', ({ which = 0 }) => week(which)),
  form('this_coming week', () => week(1)),
  form('the? week_after_next', () => week(2)),
  form('cuối_tuần', () => weekend(0)),
  form('cuối_tuần {near}', ({ near = 0 }) => weekend(near)),
  form('the? weekend', () => weekend(0)),
  form('{which} weekend', ({ which = 0 }) => weekend(which === 1 ? 1 : which)),
  form('coming|this_coming weekend', () => weekend(0)),
  form('tháng {near}', ({ near = 0 }) => monthsFrom(near)),
  form('{which} month', ({ which = 0 }) => monthsFrom(which)),
  form('the? month_after_next', () => monthsFrom(2)),
  form('tháng|month {month} này?', ({ month: number }) => month(number)),
  form('tháng|month {month} , năm? {y}', ({ month: number, y }) => month(number, y)),
  form('tháng|month {month} / {y}', ({ month: number, y }) => month(number, y)),
  form('tháng|month {month} - {y}', ({ month: number, y }) => month(number, y)),
  form('tháng {month} năm {year}', ({ month: number, year }, sentence) => month(number, ofYear(sentence, year))),
  form('t {m} / {y}', ({ m, y }) => month(m, y)),
  form('t {late}', ({ late }) => month(late)),
  form('{m} / {y}', ({ m, y }) => month(m, y)),
  form('{name}', ({ name }) => month(name)),
  form('{name} , of|in? {y}', ({ name, y }) => month(name, y)),
  form('{which} {name}', ({ which = 0, name }, { when }) =>
    which === 0 ? month(name, yearFrom(when.today, 0)) : month(name),
  ),
  form('{name} {which} year', ({ name, which }, sentence) => month(name, ofYear(sentence, which))),
  form('quý|quarter|q {q}', ({ q }) => quarter(q)),
  form('quý|quarter|q {q} , năm|of|in? {y}', ({ q, y }) => quarter(q, y)),
  form('quý|quarter|q {q} / {y}', ({ q, y }) => quarter(q, y)),
  form('quý|quarter|q {q} - {y}', ({ q, y }) => quarter(q, y)),
  form('{y} - q {q}', ({ q, y }) => quarter(q, y)),
  form('{y} / q {q}', ({ q, y }) => quarter(q, y)),
  form('{y} q|quý {q}', ({ q, y }) => quarter(q, y)),
  form('quý {q} năm {year}', ({ q, year }, sentence) => quarter(q, ofYear(sentence, year))),
  form('the? {nth} quarter', ({ nth }) => quarter(nth)),
  form('the? {nth} quarter , of|in? {y}', ({ nth, y }) => quarter(nth, y)),
  form('quý {near}', ({ near = 0 }) => quartersFrom(near)),
  form('{which} quarter', ({ which = 0 }) => quartersFrom(which)),
  form('quý|quarter {none}', () => quarter(0)),
  form('năm|year {y}', ({ y = 0 }) => year(y)),
  form('năm {year}', ({ year = 0 }) => yearsFrom(year)),
  form('{which} year', ({ which = 0 }) => yearsFrom(which)),
  form('{n} tháng đầu_năm', ({ n }, { when }) => (n === 6 ? halfYear(1, yearFrom(when.today, 0)) : undefined)),
  form('{n} tháng cuối_năm', ({ n }, { when }) => (n === 6 ? halfYear(2, yearFrom(when.today, 0)) : undefined)),
  form('{n} {unit} tới|sắp_tới|tiếp_theo|tới_đây', ({ n, unit }) => aroundToday(n, unit)),
  form('the? next|coming|following {n} {unit}', ({ n, unit }) => aroundToday(n, unit)),
  form('{n} {unit} qua|vừa_qua|gần_đây|vừa_rồi', ({ n, unit }) => aroundToday(n, unit, -1)),
  form('the? last|past|previous {n} {unit}', ({ n, unit }) => aroundToday(n, unit, -1)),
]

const WHOLE = bookOf(FORMS)
/** "Kế hoạch 2020"; elsewhere four digits may be anything. */
const WITH_BARE_YEAR = bookOf([...FORMS, form('{y}', ({ y = 0 }) => (y >= 2000 && y < 2100 ? year(y) : undefined))])
const beforeBareYear = wordSet(['nam year in of ke hoach lich plan schedule until since from for'])

const BARE = bookOf<SaidPeriod>([
  form('tuần|week', () => week(0)),
  form('the week', () => week(0)),
  form('the? month|tháng', () => monthsFrom(0)),
  form('the? quarter|quý', () => quartersFrom(0)),
  form('the? year|năm', () => yearsFrom(0)),
])

const partName = oneOf(PERIOD_PARTS)
const beforeThis = wordSet(['het trong noi within during'])
const beforeMonthName = wordSet(BEFORE_MONTH_NAME)

/** The week, month, quarter or year, or part of one, said at a token. */
export function periodAt(sentence: Sentence, at: number): Found<SaidPeriod> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined) return undefined
  const whole = wholeAt(sentence, at) ?? weekOfAt(sentence, at)
  const part = partAt(sentence, at)
  return part !== undefined && part.end > (whole?.end ?? 0) ? part : whole
}

const weekOf = [
  ...['tuần của', 'tuần có', 'tuần có ngày', 'tuần từ', 'tuần bắt đầu', 'tuần bắt đầu từ', 'tuần lễ', 'tuần'],
  ...['of', 'beginning', 'starting', 'commencing', 'from', 'starting on', 'beginning on'].flatMap((behind) => [
    `the week ${behind}`,
    `week ${behind}`,
  ]),
].map(tableWords)

/** "w/c 22 June". */
const commencingAt = ({ tokens }: Sentence, at: number): number | undefined =>
  tokens[at]?.folded === 'w' && tokens[at + 1]?.folded === 'c' && tokens[at + 1]?.before === '/' ? at + 2 : undefined

/** "The week of 22 June". */
function weekOfAt(sentence: Sentence, at: number): Found<SaidPeriod> | undefined {
  const behinds = weekOf.map((words) => phraseEnd(words, sentence, at)).concat(commencingAt(sentence, at))
  for (const behind of behinds) {
    const day = behind === undefined ? undefined : dayAt(sentence, behind, true)
    // "Tuần sau, thứ 2" is a day of that week.
    if (day === undefined || day.value.kind === 'weekday') continue
    const days = (near: Near) => {
      const today = resolve(day.value, near)
      return today === undefined ? undefined : week(0).days({ ...near, today })
    }
    return { value: { of: 'week', days }, end: day.end }
  }
  return undefined
}

function wholeAt(sentence: Sentence, at: number): Found<SaidPeriod> | undefined {
  const token = sentence.tokens[at]
  const previous = foldedAt(sentence, at - 1)
  if (token !== undefined && token.digits === 4 && beforeBareYear.has(previous)) {
    const found = longestOf(WITH_BARE_YEAR, sentence, at)
    return found
  }
  if (isNumberOf(sentence, at)) return undefined
  // "Rằm tháng 7" is a day of another calendar.
  if (previous === 'ram' || previous === 'tet') return undefined
  // "Tới hết tháng", "trong tuần", "within the month": this one.
  const found = longestOf(WHOLE, sentence, at) ?? (beforeThis.has(previous) ? longestOf(BARE, sentence, at) : undefined)
  // "You may", "they march": a month only behind a word that says so, or with its year.
  const isVerb = (token?.folded === 'may' || token?.folded === 'march') && found?.end === at + 1
  return isVerb && !beforeMonthName.has(previous) ? undefined : found
}

function partAt(sentence: Sentence, at: number): Found<SaidPeriod> | undefined {
  const part = partName(sentence, at)
  if (part === undefined) return undefined
  const next = sentence.tokens[part.end]
  if (next === undefined || !(isBlank(next.before) || next.before === '-')) return undefined
  const whole = wholeAt(sentence, part.end) ?? longestOf(BARE, sentence, part.end)
  if (whole === undefined || whole.value.of === 'day') return undefined
  const { of, days } = whole.value
  if (part.value > 5 && whole.value.of !== 'month') return undefined
  const isEnd = part.value === 3 || part.value === 7
  return {
    value: {
      of,
      days: (near) => {
        const found = days(near)
        return found === undefined
          ? undefined
          : of === 'week'
            ? partOfWeek(found, part.value)
            : partOf(found, part.value)
      },
      ...(isEnd ? { isEnd: true as const } : {}),
    },
    end: whole.end,
  }
}

/** The first, middle or last third of a month or longer; a half of it. */
function partOf({ from, to }: Days, part: number): Days {
  const days = daysBetween(from, to) + 1
  const third = Math.floor(days / 3)
  if (part === 1) return { from, to: addDays(from, third - 1) }
  if (part === 2) return { from: addDays(from, third), to: addDays(to, -third) }
  if (part === 3) return { from: addDays(to, 1 - third), to }
  if (part === 6) return { from, to: addDays(from, 6) }
  if (part === 7) return { from: addDays(to, -6), to }
  const half = Math.floor(days / 2)
  return part === 4 ? { from, to: addDays(from, half - 1) } : { from: addDays(from, half), to }
}

/** Monday and Tuesday, Wednesday and Thursday, Friday to Sunday. */
function partOfWeek({ from, to }: Days, part: number): Days {
  if (part === 1 || part === 4) return { from, to: addDays(from, 1) }
  if (part === 2) return { from: addDays(from, 2), to: addDays(from, 3) }
  return { from: addDays(from, 4), to }
}
