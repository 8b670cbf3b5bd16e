import { type Calendar, type DayExplanation, explainDay } from '../../calendar/calendar.ts'
import { addWorkingDays, workingDayFrom, workingDaysBetween } from '../../calendar/working-days.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'
import type { MinimumDays } from '../../context.ts'
import { minimumFor } from './minimum-days.ts'

/** What speaks against a deadline. None of it forbids: coordinators know more. */
export type DeadlineWarning =
  | { readonly kind: 'day-off'; readonly why: DayExplanation }
  | { readonly kind: 'out-of-hours'; readonly time: string }
  | { readonly kind: 'short' }
  /** Fewer working days after today, the deadline's own included, than the operator set for this or (`any`) every kind. */
  | { readonly kind: 'below-minimum'; readonly days: number; readonly least: number; readonly any: boolean }

type Around = {
  readonly calendar: Calendar
  readonly zone: string
  readonly now: Date
  readonly minimumDays?: MinimumDays
}

/** Before and after these nobody is taken to be at work, whatever an office's own hours are. */
const [earliest, latest] = ['07:00', '18:00']

/**
 * Whether a deadline falls on a day off, at night, or before a working day has gone by: before this time of the next
 * working day; for a round that is to open on a kind of document (`type`), whether it is below that kind's minimum. Days
 * and times are those of `zone`, the committee's.
 */
export function deadlineWarnings(around: Around, due: Date, type?: string): readonly DeadlineWarning[] {
  const { calendar, zone, now } = around
  const time = timeIn(due, zone)
  const why = explainDay(calendar, dayIn(due, zone))
  const next = workingDayFrom(calendar, addDays(dayIn(now, zone), 1))
  return [
    ...(why.working ? [] : [{ kind: 'day-off', why } as const]),
    ...(time < earliest || time > latest ? [{ kind: 'out-of-hours', time } as const] : []),
    ...(due < toInstant(next, timeIn(now, zone), zone) ? [{ kind: 'short' } as const] : []),
    ...(type === undefined ? [] : belowMinimum(around, due, type)),
  ]
}

function belowMinimum({ calendar, zone, now, minimumDays = [] }: Around, due: Date, type: string) {
  const minimum = minimumFor(minimumDays, type)
  if (minimum === undefined) return []
  const [today, last] = [dayIn(now, zone), dayIn(due, zone)]
  // Asked first: a deadline that is a slip of the year would be counted day by day.
  if (last >= addWorkingDays(calendar, today, minimum.days)) return []
  const days = workingDaysBetween(calendar, today, last)
  return [{ kind: 'below-minimum', days, least: minimum.days, any: minimum.any } as const]
}
