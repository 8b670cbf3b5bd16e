import { z } from 'zod'
import { buildCalendar, type Calendar, type CalendarDay } from './calendar.ts'
import { VIETNAM } from './vietnam.ts'
import { addDays, isDay, weekday } from './zoned.ts'

/** The form of an operator's own calendar file (JSON), row by row in `days`. */
const Row = z.object({
  day: z.string(),
  /** `ordinary` cancels a built-in day: a holiday that was moved, an exchange that was called off. */
  kind: z.enum(['holiday', 'swapOff', 'makeUpWork', 'ordinary']),
  name: z.string().trim().min(1).max(200),
  nameEn: z.string().trim().min(1).max(200).optional(),
  source: z.string().trim().min(1).max(500),
  provisional: z.boolean().optional(),
})
const version = z.string().trim().min(1).max(60)
const bound = z.string().refine(isDay)
const days = z.array(z.unknown()).max(5000)
const Head = z.union([
  z.object({ extends: z.undefined().optional(), version, from: bound, to: bound, days }),
  z.object({ extends: z.literal('vn'), version, from: bound.optional(), to: bound.optional(), days }),
])

export type CalendarProblemCode =
  | 'malformed'
  | 'ends-before-start'
  | 'leaves-gap'
  | 'impossible-date'
  | 'outside'
  | 'twice'
  | 'contradicts'
  | 'make-up-on-weekday'
  | 'swap-off-on-weekend'
  | 'nothing-to-cancel'

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

/**
 * Reads an operator's calendar, already parsed from JSON. It stands alone, or with `"extends": "vn"` adds to the
 * built-in days and overrides them date by date; `from` and `to` may then widen the years that are spoken for. All
 * problems are told at once; one is enough to refuse it.
 */
export function parseCalendar(input: unknown): ParsedCalendar {
  const head = Head.safeParse(input)
  if (!head.success) return { ok: false, problems: [{ code: 'malformed', fields: headFields(head.error, input) }] }
  const base = head.data.extends === 'vn' ? VIETNAM : undefined
  const covered = coverage(head.data)
  const problems: CalendarProblem[] = [...headProblems(head.data, covered, base)]

  const merged = new Map<string, CalendarDay>(base?.days)
  const seen = new Map<string, { readonly row: number; readonly kind: string }>()
  for (const [index, raw] of head.data.days.entries()) {
    const row = index + 1
    const parsed = Row.safeParse(raw)
    if (!parsed.success) {
      problems.push({ code: 'malformed', row, fields: fieldsOf(parsed.error) })
      continue
    }
    const entry = parsed.data
    const problem = rowProblem(entry, covered, seen.get(entry.day), base)
    if (problem !== undefined) {
      problems.push({ ...problem, row, day: entry.day })
      continue
    }
    seen.set(entry.day, { row, kind: entry.kind })
    merged.delete(entry.day)
    if (entry.kind !== 'ordinary')
      merged.set(entry.day, {
        day: entry.day,
        kind: entry.kind,
        name: entry.name,
        nameEn: entry.nameEn ?? entry.name,
        source: entry.source,
        ...(entry.provisional === true ? { provisional: true } : {}),
      })
  }
  if (problems.length > 0) return { ok: false, problems }
  const inOrder = [...merged.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  return { ok: true, calendar: buildCalendar(head.data.version, covered, inOrder) }
}

type Covered = { readonly from: string; readonly to: string }

/** What the file speaks for; one that extends the built-in calendar speaks for all of that as well. */
function coverage(head: z.infer<typeof Head>): Covered {
  if (head.extends === undefined) return { from: head.from, to: head.to }
  const { from, to } = VIETNAM
  return {
    from: head.from !== undefined && head.from < from ? head.from : from,
    to: head.to !== undefined && head.to > to ? head.to : to,
  }
}

function headProblems(
  head: z.infer<typeof Head>,
  covered: Covered,
  base: Calendar | undefined,
): readonly CalendarProblem[] {
  if ((head.to ?? covered.to) < (head.from ?? covered.from)) return [{ code: 'ends-before-start' }]
  // Years between that neither speaks for would pass for years without a holiday.
  const apart =
    base !== undefined &&
    ((head.from !== undefined && head.from > addDays(base.to, 1)) ||
      (head.to !== undefined && head.to < addDays(base.from, -1)))
  return apart ? [{ code: 'leaves-gap' }] : []
}

function rowProblem(
  entry: z.infer<typeof Row>,
  covered: Covered,
  earlier: { readonly row: number; readonly kind: string } | undefined,
  base: Calendar | undefined,
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
  if (entry.kind === 'ordinary' && base?.days.has(entry.day) !== true) return { code: 'nothing-to-cancel' }
  return undefined
}

/** The fields of the head that are wrong, told for the form that the file seems to be meant in. */
function headFields(error: z.ZodError, input: unknown): readonly string[] {
  const form = typeof input === 'object' && input !== null && 'extends' in input ? 1 : 0
  const [issue] = error.issues
  if (issue?.code !== 'invalid_union') return fieldsOf(error)
  return [...new Set((issue.errors[form] ?? []).map(({ path }) => path.join('.')))]
}

function fieldsOf(error: z.ZodError): readonly string[] {
  return [...new Set(error.issues.map((issue) => issue.path.join('.')))]
}
