import { type DaysFromOpening, daysFromOpening } from '../../calendar/days-from-opening.ts'
import { dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { RoundTermsInput } from './round-terms.ts'

/** When a round closes, `day` in the committee's zone; `counted` where it is so many working days from the opening. */
type OpeningDeadline = {
  readonly day: string
  readonly dueAt: Date
  readonly counted?: DaysFromOpening & { readonly count: number; readonly opened: string }
}

/** The deadline of a round on these terms that is opened now: working days are counted from today, whenever it was prepared. */
export function deadlineAtOpening(
  { calendar, zone, now }: Pick<Context, 'calendar' | 'zone' | 'now'>,
  { day, time, workingDays }: Pick<RoundTermsInput, 'day' | 'time' | 'workingDays'>,
): OpeningDeadline {
  if (workingDays === null) return { day, dueAt: toInstant(day, time, zone) }
  const opened = dayIn(now, zone)
  const counted = daysFromOpening(calendar, opened, workingDays)
  return {
    day: counted.day,
    dueAt: toInstant(counted.day, time, zone),
    counted: { ...counted, count: workingDays, opened },
  }
}
