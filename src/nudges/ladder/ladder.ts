import { z } from 'zod'
import { isTime } from '../../calendar/zoned.ts'

/** Office hours on the reader's clocks: nobody is nudged outside them, nor on a day off of the committee's calendar. */
export const officeHours = { from: '08:00', to: '17:00' } as const

/** When members are nudged about one deadline. Configuration: a round's own, else its plan's, else `defaultLadder`. */
export const Ladder = z.strictObject({
  /** Calendar days before the deadline's day, falling; 0 is the day itself. The last of them is never lost. */
  before: z
    .array(z.number().int().min(0).max(90))
    .min(1)
    .max(10)
    .refine((days) => days.every((day, at) => at === 0 || day < (days[at - 1] ?? 0)), 'must fall'),
  /** Past the deadline: a nudge every so many working days, */
  overdueEvery: z.number().int().min(1).max(30),
  /** so many times at most; 0 for never. */
  overdueMost: z.number().int().min(0).max(20),
  /** Working days past the deadline after which coordinators are told by name, once. */
  escalateAfter: z.number().int().min(1).max(60),
  /** The time of day, on the reader's clocks, within office hours. */
  at: z
    .string()
    .refine((time) => isTime(time) && time >= officeHours.from && time < officeHours.to, 'must be within office hours'),
})
export type Ladder = z.infer<typeof Ladder>

/** T-14, T-7, T-3, T-1, the day itself, then every second working day, five times [the field's custom]. */
export const defaultLadder: Ladder = {
  before: [14, 7, 3, 1, 0],
  overdueEvery: 2,
  overdueMost: 5,
  escalateAfter: 5,
  at: '08:30',
}
