import { z } from 'zod'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { VisitState } from '../../contract/intent.ts'
import { lastDayOf, longestVisitDays } from '../../visits/visits.ts'
import { moment, paragraphs, required, words } from '../sheets/cells.ts'
import type { Columns } from '../sheets/columns.ts'
import { wordReader, wordsToWrite } from '../sheets/vocabulary.ts'

export const visitColumnNames: Columns = {
  subject: 'visits',
  required: ['team', 'unit'],
  optional: ['visit', 'starts', 'ends', 'day', 'time', 'place', 'note', 'state', 'report', 'year'],
  dates: ['starts', 'ends', 'day', 'time'],
  free: ['place', 'note', 'report'],
}

/** `KT-12`, as people write it: `kt12`, `12`. */
const code = z
  .string()
  .transform((cell, ctx) => {
    if (cell === '') return null
    const [, digits] = /^(?:kt)?[\s-]*0*([1-9]\d{0,6})$/i.exec(cell) ?? []
    if (digits !== undefined) return Number(digits)
    ctx.issues.push({ code: 'custom', input: cell, message: 'is not the code of a visit: write KT-12' })
    return z.NEVER
  })
  .optional()

const readState = wordReader((words): Readonly<Record<VisitState, readonly string[]>> => words.states)

const state = z
  .string()
  .transform((cell, ctx) => {
    if (cell === '') return undefined
    const found = readState(cell)
    if (found !== undefined) return found
    const message = `is none of ${wordsToWrite((words) => words.states)}`
    ctx.issues.push({ code: 'custom', input: cell, message })
    return z.NEVER
  })
  .optional()

const year = z
  .string()
  .refine((cell) => cell === '' || /^(?:19|2[01])\d\d$/.test(cell), 'is not a year: write 2020')
  .transform((cell) => (cell === '' ? null : Number(cell)))
  .optional()

/** A row by itself; times are on the clocks of `zone`. What the file has no column for is undefined, what is empty null. */
export const visitRow = (zone: string) =>
  z
    .object({
      visit: code,
      team: required(60),
      unit: required(),
      starts: moment(zone),
      ends: moment(zone),
      place: words(200),
      note: paragraphs(500),
      state,
      report: paragraphs(1000),
      year,
    })
    .superRefine((row, ctx) => {
      const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
      const known = row.visit !== undefined && row.visit !== null
      const { starts, ends } = row
      if (ends instanceof Date && (starts === null || (starts === undefined && !known)))
        wrong('ends', 'needs "starts" as well')
      if (!(starts instanceof Date)) return
      const reason = ends instanceof Date ? whyNoSpan(starts, ends, zone) : undefined
      if (reason !== undefined) wrong('ends', reason)
      if (typeof row.year === 'number' && row.year !== yearOf(starts, zone))
        wrong('year', 'is not the year of "starts"')
    })
export type VisitRow = z.infer<ReturnType<typeof visitRow>>

/** Why nobody visits from one instant to the other; undefined where somebody may. */
export function whyNoSpan(starts: Date, ends: Date, zone: string): string | undefined {
  if (ends <= starts) return 'is not after "starts"'
  return lastDayOf({ starts, ends }, zone) > addDays(dayIn(starts, zone), longestVisitDays - 1)
    ? `lies beyond the ${longestVisitDays} days that a visit may last`
    : undefined
}

/** The year of an instant in the committee's zone: that of the plan a visit belongs to. */
export const yearOf = (at: Date, zone: string): number => Number(dayIn(at, zone).slice(0, 4))
