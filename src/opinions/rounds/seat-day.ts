import { dayIn } from '../../calendar/zoned.ts'

/** What decides when a round ended; rows of `Round` fit. */
export type Ending = {
  readonly dueAt: Date
  readonly late: string
  readonly silence: string
  readonly closedAt: Date | null
}

/**
 * The day, in the committee's zone, on which somebody must hold the role of a member to count among those asked: today,
 * and of a round that takes no more answers the day on which it ended, since what became of seats later changes nothing
 * that was counted. Silence that counts ends with the deadline.
 */
export function seatDay(round: Ending, now: Date, zone: string): string {
  const ends = [
    now,
    ...(round.closedAt === null ? [] : [round.closedAt]),
    ...(round.late === 'refuse' || round.silence === 'deemed' ? [round.dueAt] : []),
  ]
  return dayIn(new Date(Math.min(...ends.map((one) => one.getTime()))), zone)
}
