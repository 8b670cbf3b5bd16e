import type { Calendar } from './calendar.ts'
import { quarterDeadline } from './quarters.ts'
import { toInstant } from './zoned.ts'

/** A deadline is 17:00 local time unless somebody says otherwise [the field's custom: the end of the working day]. */
export const defaultTime = '17:00'

/**
 * The default deadline of an item that the plan puts into a quarter: 17:00 on the quarter's last working day, in `zone`.
 * Derived, never stated: label it so. Undefined without a quarter.
 */
export function derivedDeadline(calendar: Calendar, zone: string, quarter: string | null): Date | undefined {
  if (quarter === null) return undefined
  return toInstant(quarterDeadline(calendar, quarter).day, defaultTime, zone)
}
