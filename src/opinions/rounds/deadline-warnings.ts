import { type Calendar, type DayExplanation, explainDay } from '../../calendar/calendar.ts'
import { workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'

/** What speaks against a deadline. None of it forbids: coordinators know more. */
export type DeadlineWarning =
  | { readonly kind: 'day-off'; readonly why: DayExplanation }
  | { readonly kind: 'out-of-hours'; readonly time: string }
  | { readonly kind: 'short' }

/** Before and after these nobody is taken to be at work, whatever an office's own hours are. */
const [earliest, latest] = ['07:00', '18:00']

/**
 * Whether a deadline falls on a day off, at night, or before a working day has gone by: before this time of the next
 * working day. Days and times are those of `zone`, the committee's.
 */
export function deadlineWarnings(
  { calendar, zone, now }: { readonly calendar: Calendar; readonly zone: string; readonly now: Date },
  due: Date,
): readonly DeadlineWarning[] {
  const time = timeIn(due, zone)
  const why = explainDay(calendar, dayIn(due, zone))
  const next = workingDayFrom(calendar, addDays(dayIn(now, zone), 1))
  return [
    ...(why.working ? [] : [{ kind: 'day-off', why } as const]),
    ...(time < earliest || time > latest ? [{ kind: 'out-of-hours', time } as const] : []),
    ...(due < toInstant(next, timeIn(now, zone), zone) ? [{ kind: 'short' } as const] : []),
  ]
}
