import { type Calendar, type DayExplanation, explainDay } from './calendar.ts'
import { workingDayFrom, workingDayUpTo } from './working-days.ts'
import { addDays, isDay } from './zoned.ts'

export type Quarter = { readonly year: number; readonly number: 1 | 2 | 3 | 4 }

/** How a day was found, step by step, as data: the words are made where it is shown. */
export type DerivationStep =
  | { readonly kind: 'quarterEnd'; readonly quarter: string; readonly day: string }
  /** A day off that was passed over: a weekend, or a holiday or swap with its source. */
  | { readonly kind: 'dayOff'; readonly explanation: DayExplanation }
  | { readonly kind: 'rolledBack' | 'rolledForward'; readonly from: string; readonly to: string }
  /** Where it ended; `explanation` says when it is a worked Saturday, or beyond the years the calendar covers. */
  | { readonly kind: 'workingDay'; readonly explanation: DayExplanation }

export type Derived = { readonly day: string; readonly steps: readonly DerivationStep[] }

/** `2020-Q2` as numbers; undefined for anything else. */
export function parseQuarter(text: string): Quarter | undefined {
  const found = /^(\d{4})-Q([1-4])$/.exec(text)
  if (found === null) return undefined
  const number = Number(found[2])
  if (number !== 1 && number !== 2 && number !== 3 && number !== 4) return undefined
  return { year: Number(found[1]), number }
}

/** The quarter a day lies in: `2020-06-30` gives `2020-Q2`. */
export function quarterOf(day: string): string {
  if (!isDay(day)) throw new RangeError(`no such day: ${day}`)
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** The first day of a quarter: `2020-Q2` gives `2020-04-01`. Throws on a text that is no quarter. */
export function quarterStart(quarter: string): string {
  const { year, number } = known(quarter)
  return `${String(year).padStart(4, '0')}-${String(number * 3 - 2).padStart(2, '0')}-01`
}

/** The last day of a quarter, worked or not: `2020-Q2` gives `2020-06-30`. Throws on a text that is no quarter. */
export function quarterEnd(quarter: string): string {
  const { year, number } = known(quarter)
  const monthEnd = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' } as const
  return `${String(year).padStart(4, '0')}-${monthEnd[number]}`
}

/** The quarter so many quarters later: (`2020-Q4`, 1) gives `2021-Q1`. */
export function addQuarters(quarter: string, count: number): string {
  const { year, number } = known(quarter)
  const index = year * 4 + number - 1 + count
  return `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(((index % 4) + 4) % 4) + 1}`
}

/** The default deadline of what is due in a quarter: its last working day, and how that was found. */
export function quarterDeadline(calendar: Calendar, quarter: string): Derived {
  const end = quarterEnd(quarter)
  const day = workingDayUpTo(calendar, end)
  return { day, steps: [{ kind: 'quarterEnd', quarter, day: end }, ...rolled(calendar, end, day)] }
}

/** A deadline on a day off, moved to the next working day, for rounds that say so; a working day stays where it is. */
export function rollForward(calendar: Calendar, day: string): Derived {
  const to = workingDayFrom(calendar, day)
  return { day: to, steps: rolled(calendar, day, to) }
}

function rolled(calendar: Calendar, from: string, to: string): readonly DerivationStep[] {
  const arrived: DerivationStep = { kind: 'workingDay', explanation: explainDay(calendar, to) }
  if (from === to) return [arrived]
  const step = from < to ? 1 : -1
  const passed: DerivationStep[] = []
  for (let day = from; day !== to; day = addDays(day, step)) {
    passed.push({ kind: 'dayOff', explanation: explainDay(calendar, day) })
  }
  return [...passed, { kind: step === 1 ? 'rolledForward' : 'rolledBack', from, to }, arrived]
}

function known(quarter: string): Quarter {
  const parsed = parseQuarter(quarter)
  if (parsed === undefined) throw new RangeError(`no such quarter: ${quarter}`)
  return parsed
}
