import { addDays, isDay } from '../../calendar/zoned.ts'
import type { Word } from '../../texts/fold.ts'
import { AFTER_DAY, BEFORE_DAY, BETWEEN_DAYS, FROM_DAY, UNTIL_DAY } from '../words/periods.ts'
import { anyOf, type FoundSpan as Found, matchAt, quarterAt, spanAt } from './day-names.ts'
import { type Line, wordFrom } from './line.ts'
import type { Now, Span } from './span.ts'

/** A period said in a sentence, `end` the word after it. */
export type Period = {
  readonly from?: string
  readonly to?: string
  /** `between`: "từ … đến …", which may also say from where a visit is moved; `vague`: before or after some day. */
  readonly said: 'day' | 'between' | 'range' | 'from' | 'until' | 'vague'
  /** Whether every end of it is one day; a week or a month is none. */
  readonly exact: boolean
  /** The words of a day, month or quarter that no calendar has. */
  readonly wrong?: { readonly start: number; readonly end: number }
  readonly end: number
}

/** A span with the offset at which it begins. */
type FoundSpan = Found & { readonly start: number }

const FROM = new RegExp(`(?:${anyOf(FROM_DAY)}) `, 'y')
const UNTIL = new RegExp(`(?:${anyOf(UNTIL_DAY)}) `, 'y')
const JOINS = new RegExp(`(?: ?- ?|,? (?:${anyOf([...UNTIL_DAY, ...BETWEEN_DAYS])}) )`, 'y')
const AFTER = new RegExp(`(?:${anyOf(AFTER_DAY)}) `, 'y')
const BEFORE = new RegExp(`(?:${anyOf(BEFORE_DAY)}) `, 'y')
/** The first day of "8-12/6": its month is said with the last. */
const DAY_ALONE = /(?:ngay )?(\d{1,2})(?=\s|-)/y
const FROM_NOW = /(?:nay|bay gio|now)(?![a-z])/y

/** The period that begins at word `at`: a day, a week, a month, or from one to another. Days without a year are near today. */
export function periodAt(text: readonly Word[], line: Line, at: number, now: Now): Period | undefined {
  const offset = line.starts[at]
  if (offset === undefined) return undefined
  const reader = { text, line, now, at }
  const period = (
    said: Period['said'],
    from: FoundSpan | undefined,
    to: FoundSpan | undefined,
    days: Partial<Span>,
  ): Period => {
    const wrong = [from, to].find((found) => found !== undefined && found.span === undefined)
    const place = (to: number) => wordFrom(line, to, at)
    return {
      ...days,
      said,
      exact: [from, to].every((found) => found?.span === undefined || found.span.from === found.span.to),
      ...(wrong === undefined ? {} : { wrong: { start: place(wrong.start), end: place(wrong.end) } }),
      end: place(Math.max(from?.end ?? 0, to?.end ?? 0)),
    }
  }
  const behind = (form: RegExp) => (isAnother(line.spelled[at]) ? undefined : matchAt(form, line.line, offset)?.end)

  // "sáng mai", "chiều 22/6": a part of a day is asked for as the day.
  const hours = isPartOfDay(line, text, at) ? single(reader, line.starts[at + 1] ?? line.line.length) : undefined
  if (hours?.span !== undefined && hours.span.from === hours.span.to) return period('day', hours, undefined, hours.span)

  const started = behind(FROM)
  const first = started === undefined ? single(reader, offset) : (single(reader, started) ?? fromNow(reader, started))
  const begin = started ?? offset
  const joined = first === undefined ? undefined : joinAt(line, first.end, at)
  const last = joined === undefined ? undefined : single(reader, joined, first?.span?.from)
  if (first !== undefined && last !== undefined)
    return period(started === undefined ? 'range' : 'between', first, last, ends(first.span?.from, last.span?.to))
  const short = shortRange(reader, begin)
  if (short !== undefined && short.last.end > (first?.end ?? 0))
    return period(
      started === undefined ? 'range' : 'between',
      short.first,
      short.last,
      ends(short.first.span?.from, short.last.span?.to),
    )
  if (first !== undefined)
    return started === undefined
      ? period('day', first, undefined, first.span ?? {})
      : period('from', first, undefined, ends(first.span?.from, undefined))

  for (const [form, said] of [
    [UNTIL, 'until'],
    [AFTER, 'vague'],
    [BEFORE, 'vague'],
  ] as const) {
    const next = behind(form)
    const found = next === undefined ? undefined : single(reader, next)
    if (found === undefined) continue
    if (form === UNTIL) return period(said, undefined, found, ends(undefined, found.span?.to))
    if (form === AFTER) return period(said, found, undefined, ends(shifted(found.span?.to, 1), undefined))
    return period(said, undefined, found, ends(undefined, shifted(found.span?.from, -1)))
  }
  return undefined
}

/** "Tuần sau tôi …", "sáng mai …": where diacritics are written, "tôi" is not "tới" and "sáng" is not "sang". */
const isAnother = (word: string | undefined): boolean => word === 'tôi' || word === 'sáng'

/** Without diacritics "sang mai" is also "to tomorrow", but nothing begins so. */
function isPartOfDay(line: Line, text: readonly Word[], at: number): boolean {
  if (['sáng', 'trưa', 'chiều', 'tối'].includes(line.spelled[at] ?? '')) return true
  const folded = text[at]?.folded
  return !line.marked && (folded === 'chieu' || folded === 'trua' || (folded === 'sang' && at === 0))
}

type Reader = { readonly text: readonly Word[]; readonly line: Line; readonly now: Now; readonly at: number }

/** One span at an offset; a day without a year is the one near `since`, where that is given. */
function single({ text, line, now, at }: Reader, offset: number, since?: string): FoundSpan | undefined {
  const found = spanAt(line.line, offset, since === undefined ? now : { ...now, today: since })
  const word = wordFrom(line, offset, at)
  const quarter = line.starts[word] === offset ? quarterAt(text, word, now) : undefined
  if (quarter === undefined) return found === undefined ? undefined : { ...found, start: offset }
  const end = (line.starts[quarter.end - 1] ?? 0) + (text[quarter.end - 1]?.folded.length ?? 0)
  return end > (found?.end ?? 0) || found === undefined
    ? { span: quarter.span, start: offset, end }
    : { ...found, start: offset }
}

function joinAt(line: Line, offset: number, from: number): number | undefined {
  const found = matchAt(JOINS, line.line, offset)
  return found === undefined || isAnother(line.spelled[wordFrom(line, offset, from)]) ? undefined : found.end
}

function fromNow({ line, now }: Reader, offset: number): FoundSpan | undefined {
  const found = matchAt(FROM_NOW, line.line, offset)
  return found === undefined ? undefined : { span: { from: now.today, to: now.today }, start: offset, end: found.end }
}

function shortRange(
  reader: Reader,
  offset: number,
): { readonly first: FoundSpan; readonly last: FoundSpan } | undefined {
  const day = matchAt(DAY_ALONE, reader.line.line, offset)
  const joined = day === undefined ? undefined : joinAt(reader.line, day.end, reader.at)
  const last = joined === undefined ? undefined : single(reader, joined)
  // Only a day lends its month: "8 đến tháng 6" is none.
  if (day === undefined || last === undefined || (last.span !== undefined && last.span.from !== last.span.to))
    return undefined
  const from = `${last.span?.from.slice(0, 8)}${(day.groups[1] ?? '').padStart(2, '0')}`
  const first = { start: offset, end: day.end }
  return { first: isDay(from) ? { ...first, span: { from, to: from } } : first, last }
}

const shifted = (day: string | undefined, days: number) => (day === undefined ? undefined : addDays(day, days))
const ends = (from: string | undefined, to: string | undefined): Partial<Span> => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})
