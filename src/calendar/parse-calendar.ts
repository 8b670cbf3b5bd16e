import { z } from 'zod'
import { buildCalendar, type Calendar, type CalendarDay } from './calendar.ts'
import { isDay, weekday } from './zoned.ts'

/** The form of an operator's own calendar file (JSON), row by row in `days`. */
const Row = z.object({
  day: z.string(),
  kind: z.enum(['holiday', 'swapOff', 'makeUpWork']),
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200).optional(),
  source: z.string().trim().min(1).max(500),
  provisional: z.boolean().optional(),
})
const Head = z.object({
  version: z.string().trim().min(1).max(60),
  from: z.string().refine(isDay),
  to: z.string().refine(isDay),
  days: z.array(z.unknown()).max(5000),
})

export type CalendarProblemCode =
  | 'malformed'
  | 'ends-before-start'
  | 'impossible-date'
  | 'outside'
  | 'twice'
  | 'contradicts'
  | 'make-up-on-weekday'
  | 'swap-off-on-weekend'

/** What is wrong, and in which row of `days`, counted from 1; no row: the head of the file. */
export type CalendarProblem = {
  readonly code: CalendarProblemCode
  readonly row?: number
  readonly day?: string
  /** The earlier row that this one repeats or contradicts. */
  readonly other?: number
  /** For `malformed`: the fields that are missing or of the wrong kind. */
  readonly fields?: readonly string[]
}

export type ParsedCalendar =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly problems: readonly CalendarProblem[] }

/** Reads an operator's calendar, already parsed from JSON. All problems are told at once; one is enough to refuse it. */
export function parseCalendar(input: unknown): ParsedCalendar {
  const head = Head.safeParse(input)
  if (!head.success) return { ok: false, problems: [{ code: 'malformed', fields: fieldsOf(head.error) }] }
  const { version, from, to } = head.data
  const problems: CalendarProblem[] = []
  if (to < from) problems.push({ code: 'ends-before-start' })

  const days: CalendarDay[] = []
  const seen = new Map<string, { readonly row: number; readonly kind: string }>()
  for (const [index, raw] of head.data.days.entries()) {
    const row = index + 1
    const parsed = Row.safeParse(raw)
    if (!parsed.success) {
      problems.push({ code: 'malformed', row, fields: fieldsOf(parsed.error) })
      continue
    }
    const entry = parsed.data
    const problem = rowProblem(entry, { from, to }, seen.get(entry.day))
    if (problem !== undefined) {
      problems.push({ ...problem, row, day: entry.day })
      continue
    }
    seen.set(entry.day, { row, kind: entry.kind })
    days.push({
      day: entry.day,
      kind: entry.kind,
      name: entry.name,
      nameEn: entry.nameEn ?? entry.name,
      source: entry.source,
      ...(entry.provisional === true ? { provisional: true } : {}),
    })
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, calendar: buildCalendar(version, { from, to }, days) }
}

function rowProblem(
  entry: z.infer<typeof Row>,
  covered: { readonly from: string; readonly to: string },
  earlier: { readonly row: number; readonly kind: string } | undefined,
): Pick<CalendarProblem, 'code' | 'other'> | undefined {
  if (!isDay(entry.day)) return { code: 'impossible-date' }
  if (entry.day < covered.from || entry.day > covered.to) return { code: 'outside' }
  if (earlier !== undefined) {
    return { code: earlier.kind === entry.kind ? 'twice' : 'contradicts', other: earlier.row }
  }
  const weekend = weekday(entry.day) > 5
  if (entry.kind === 'makeUpWork' && !weekend) return { code: 'make-up-on-weekday' }
  // A holiday may fall on a weekend; an exchange of a day that is off anyway is a slip.
  if (entry.kind === 'swapOff' && weekend) return { code: 'swap-off-on-weekend' }
  return undefined
}

function fieldsOf(error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join('.')))]
}
