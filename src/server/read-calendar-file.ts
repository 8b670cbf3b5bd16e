import { readFileSync } from 'node:fs'
import type { Calendar } from '../calendar/calendar.ts'
import { calendarProblem } from '../calendar/calendar-problems.ts'
import { type CalendarProblem, parseCalendar } from '../calendar/parse-calendar.ts'

export type CalendarFile =
  | { readonly ok: true; readonly calendar: Calendar }
  /** Each problem as a line for the operator, in English as the command line is; `found` where rows could be read. */
  | { readonly ok: false; readonly problems: readonly string[]; readonly found: readonly CalendarProblem[] }

/** Reads an operator's calendar file (JSON, in UTF-8, with or without a byte order mark). Everything wrong is told at once. */
export function readCalendarFile(path: string): CalendarFile {
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    return unread(`cannot be read (${codeOf(error)})`)
  }
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch (error) {
    return unread(`is no JSON (${error instanceof Error ? error.message : 'no reason given'})`)
  }
  const parsed = parseCalendar(input)
  if (parsed.ok) return parsed
  const problems = parsed.problems.map((problem) => calendarProblem(problem, 'en'))
  return { ok: false, problems, found: parsed.problems }
}

const unread = (why: string): CalendarFile => ({ ok: false, problems: [why], found: [] })

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown reason'
