import { quarterEnd, quarterStart } from '../../calendar/quarters.ts'
import { addDays, daysBetween } from '../../calendar/zoned.ts'

import { fold, type Word } from '../../texts/fold.ts'
import { DAYS_FROM_NOW, LAST, MONTHS, NEXT, THIS, WEEKDAYS } from '../words/periods.ts'
import { findQuarter } from './quarter.ts'
import {
  dayOfMonth,
  monthsFrom,
  type Now,
  namedMonth,
  one,
  onWeekday,
  partOf,
  type Span,
  shiftOf,
  week,
  wholeYear,
} from './span.ts'
import { DAY_FORMS, existing } from './when.ts'

/** What stands at an offset of a folded line; no span: something that no calendar has (31/06, tháng 13). */
export type FoundSpan = { readonly span?: Span; readonly end: number }

type Reader = { readonly form: RegExp; readonly read: (found: readonly string[], now: Now) => Span | undefined }

/** Words of a table as one group of a pattern, the longest first. */
export const anyOf = (phrases: readonly string[]): string =>
  [...new Set(phrases.map(fold))].sort((a, b) => b.length - a.length).join('|')
const table = (of: Readonly<Record<string, number>>) =>
  new Map(Object.entries(of).map(([key, value]) => [fold(key), value]))
const sticky = (pattern: string) => new RegExp(`${pattern}(?![a-z0-9])`, 'y')

const BY_TODAY = table(DAYS_FROM_NOW)
const BY_WEEKDAY = table(WEEKDAYS)
const BY_MONTH = table(MONTHS)
const NEAR = new Map(
  [...THIS, ...NEXT, ...LAST].map((word) => [fold(word), THIS.includes(word) ? 0 : NEXT.includes(word) ? 1 : -1]),
)
const near = anyOf([...THIS, ...NEXT, ...LAST])
const english = 'this|next|last|coming'
const nearEnglish = (word: string) => (word === 'this' || word === 'coming' ? 0 : word === 'next' ? 1 : -1)
const whichYear = '(?: ?[/-] ?(20\\d\\d)|,? (?:nam |of |in )?(20\\d\\d)| nam (nay|sau|toi|truoc|ngoai))?'

const READERS: readonly Reader[] = [
  ...DAY_FORMS.map(
    ({ form, read }): Reader => ({
      form: new RegExp(`(?:ngay |mung |mong |on )?${form.source.replace(/^\\b/, '')}`, 'y'),
      read: (found, { today, meant }) => one(existing(read(found), today, meant)),
    }),
  ),
  {
    form: /(?:ngay|mung|mong) (\d{1,2})(?!\d| ?[/:.h-]| thang)/y,
    read: ([, day = ''], now) => dayOfMonth(day, now),
  },
  {
    form: sticky(`(${anyOf(Object.keys(DAYS_FROM_NOW))})`),
    read: ([, word = ''], now) => one(addDays(now.today, BY_TODAY.get(word) ?? 0)),
  },
  {
    form: sticky(`(${anyOf(Object.keys(WEEKDAYS))})(?:,? (?:cua )?(?:tuan (${near})|(${english}) week))?`),
    read: ([, day = '', vi, en], now) =>
      onWeekday(now, BY_WEEKDAY.get(day) ?? 1, vi ? NEAR.get(vi) : en ? nearEnglish(en) : undefined),
  },
  {
    form: sticky(`(${english}) (${anyOf(Object.keys(WEEKDAYS))})`),
    read: ([, which = '', day = ''], now) => onWeekday(now, BY_WEEKDAY.get(day) ?? 1, nearEnglish(which)),
  },
  { form: sticky(`(?:trong )?tuan (${near})`), read: ([, which = ''], now) => week(now, NEAR.get(which) ?? 0) },
  { form: sticky(`(${english}) week`), read: ([, which = ''], now) => week(now, nearEnglish(which)) },
  {
    form: sticky(`(?:cuoi tuan(?: (${near}))?|(?:(${english}) )?weekend)`),
    read: ([, vi, en], now) => {
      const { to } = week(now, vi ? (NEAR.get(vi) ?? 0) : en ? nearEnglish(en) : 0)
      return { from: addDays(to, -1), to }
    },
  },
  { form: sticky(`(?:trong )?thang (${near})`), read: ([, which = ''], now) => monthsFrom(now, NEAR.get(which) ?? 0) },
  { form: sticky(`(${english}) month`), read: ([, which = ''], now) => monthsFrom(now, nearEnglish(which)) },
  {
    form: sticky(`(?:thang|month) ?(\\d{1,2})${whichYear}`),
    read: ([, number = '', ...year], now) => namedMonth(Number(number), now, year),
  },
  {
    form: /(\d{1,2})\/(20\d\d)(?![\d/])/y,
    read: ([, number = '', year = ''], now) => namedMonth(Number(number), now, [year]),
  },
  {
    form: sticky(`(${anyOf(Object.keys(MONTHS))})(?! (?:i|we|you|be) )${whichYear}`),
    read: ([, name = '', ...year], now) => namedMonth(BY_MONTH.get(name) ?? 0, now, year),
  },
  {
    form: sticky('(?:(\\d{1,2}) (ngay|tuan) (?:toi|sap toi|tiep theo|nua)|next (\\d{1,2}) (days|weeks))'),
    read: ([, vi, viUnit, en, enUnit], { today }) => {
      const days = Number(vi || en) * (viUnit === 'tuan' || enUnit === 'weeks' ? 7 : 1)
      return { from: today, to: addDays(today, days) }
    },
  },
  { form: sticky('(?:nam |year )?(20\\d\\d)'), read: ([, year = '']) => wholeYear(year) },
  {
    form: sticky('(?:nam (nay|sau|toi|truoc|ngoai)|(this|next|last) year)'),
    read: ([, vi, en], { today }) => wholeYear(Number(today.slice(0, 4)) + shiftOf(vi || en || '')),
  },
  { form: sticky('(?:quy|quarter) ?(?:0|[5-9]|\\d\\d|v|vi|x)'), read: () => undefined },
]
const PART = sticky('(dau|giua|cuoi|early|mid|late)')

/** The one day, week, month, quarter or year said at an offset of the line; the longest of those that fit. */
export function spanAt(line: string, offset: number, now: Now): FoundSpan | undefined {
  const part = matchAt(PART, line, offset)
  if (part !== undefined && line[part.end] === ' ') {
    const whole = spanAt(line, part.end + 1, now)
    if (whole?.span !== undefined && daysBetween(whole.span.from, whole.span.to) > 26)
      return { ...whole, span: partOf(whole.span, part.groups[1] ?? '') }
  }
  let best: FoundSpan | undefined
  for (const { form, read } of READERS) {
    const found = matchAt(form, line, offset)
    if (found === undefined || found.end <= (best?.end ?? offset)) continue
    const span = read(found.groups, now)
    best = { end: found.end, ...(span === undefined ? {} : { span }) }
  }
  // "Mai" is a name as well.
  const isName =
    line.startsWith('mai', offset) &&
    best?.end === offset + 3 &&
    /(?:cua|anh|chi|ong|ba|co|em|chi) $/.test(line.slice(0, offset))
  return isName ? undefined : best
}

/** The quarter said at a word, as the word after it. */
export function quarterAt(
  text: readonly Word[],
  at: number,
  now: Now,
): { readonly span: Span; readonly end: number } | undefined {
  const found = findQuarter(text.slice(at, at + 4), now)
  if (found === undefined || found.start !== 0) return undefined
  return { span: { from: quarterStart(found.quarter), to: quarterEnd(found.quarter) }, end: at + found.end }
}

export function matchAt(
  form: RegExp,
  line: string,
  offset: number,
): { readonly groups: readonly string[]; readonly end: number } | undefined {
  form.lastIndex = offset
  const found = form.exec(line)
  return found === null ? undefined : { groups: found.map((group) => group ?? ''), end: offset + found[0].length }
}
