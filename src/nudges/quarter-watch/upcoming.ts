import type { Calendar } from '../../calendar/calendar.ts'
import { derivedDeadline } from '../../calendar/derived-deadline.ts'
import { quarterDeadline, quarterStart } from '../../calendar/quarters.ts'
import { workingDayFrom, workingDayUpTo } from '../../calendar/working-days.ts'
import { addDays, toInstant } from '../../calendar/zoned.ts'

/** The occasions at which items without a round are brought up, in their order. */
const steps = ['quarter-start', 'T-30', 'T-14'] as const
export type UpcomingStep = (typeof steps)[number]

/** The time of day, on the committee's clocks. */
const time = '08:30'

/**
 * The occasions of one quarter (`2020-Q2`), earliest first: its first working day, then 30 and 14 days before its
 * default deadline, which move back from a day off. All in `zone`, the committee's.
 */
export function upcomingSteps(
  calendar: Calendar,
  zone: string,
  quarter: string,
): readonly { readonly step: UpcomingStep; readonly day: string; readonly at: Date }[] {
  const deadline = quarterDeadline(calendar, quarter).day
  const dayOf: Record<UpcomingStep, string> = {
    'quarter-start': workingDayFrom(calendar, quarterStart(quarter)),
    'T-30': workingDayUpTo(calendar, addDays(deadline, -30)),
    'T-14': workingDayUpTo(calendar, addDays(deadline, -14)),
  }
  return steps.map((step) => ({ step, day: dayOf[step], at: toInstant(dayOf[step], time, zone) }))
}

/** The latest occasion of the quarter that has come by `now`; none before the first one and from the deadline on. */
export function dueUpcoming(calendar: Calendar, zone: string, quarter: string, now: Date) {
  const deadline = derivedDeadline(calendar, zone, quarter)
  if (deadline === undefined || now >= deadline) return undefined
  return upcomingSteps(calendar, zone, quarter).findLast(({ at }) => at <= now)
}
