import { addDays, dayIn, toInstant } from '../calendar/zoned.ts'
import type { Prisma } from '../database/generated/sqlite/client.ts'

/** What people call a visit by, and type: `KT-12`. */
export const codeOf = (visit: { readonly number: number }): string => `KT-${visit.number}`

/** A visit's row with its team and unit, as everything in this folder reads it. */
export const visitColumns = {
  include: { team: { select: { key: true, name: true } }, unit: { select: { name: true } } },
} as const
export type Visit = Prisma.VisitGetPayload<typeof visitColumns>

/** What of a visit can be planned and changed; instants are UTC. */
export type Terms = Pick<Visit, 'teamId' | 'unitId' | 'starts' | 'ends' | 'place' | 'note'>

/** Unique while a visit is not cancelled: the same team at the same unit at the same moment (without one, that year) is one visit. */
export const liveKeyOf = ({
  teamId,
  unitId,
  starts,
  year,
}: Pick<Visit, 'teamId' | 'unitId' | 'starts' | 'year'>): string =>
  `${teamId}:${unitId}:${starts === null ? year : starts.toISOString()}`

/** No inspection stays longer with one unit; what is longer is a slip. */
export const longestVisitDays = 31

/** The end of a day's work: until then a visit lasts whose end is not stated. */
const endOfWork = '17:00'
const hourMs = 3_600_000

/** From when to when somebody is at a visit; without a stated end until 17:00 of its day, an hour at least. */
export function spanOf(visit: { readonly starts: Date; readonly ends: Date | null }, zone: string) {
  const { starts, ends } = visit
  if (ends !== null) return { starts, ends }
  const evening = toInstant(dayIn(starts, zone), endOfWork, zone)
  const least = new Date(starts.getTime() + hourMs)
  return { starts, ends: evening > least ? evening : least }
}

/** From when to when somebody is at a visit for certain: without a stated end for an hour. */
export const surelySpanOf = ({ starts, ends }: { readonly starts: Date; readonly ends: Date | null }) => ({
  starts,
  ends: ends ?? new Date(starts.getTime() + hourMs),
})

/** The visits, as a condition, that are over at `now` by the rule of `spanOf`. */
export function overAt(now: Date, zone: string) {
  const today = dayIn(now, zone)
  const evening = toInstant(today, endOfWork, zone)
  const midnight = toInstant(evening < now ? addDays(today, 1) : today, '00:00', zone)
  const hourAgo = new Date(now.getTime() - hourMs)
  return { OR: [{ ends: { lt: now } }, { ends: null, starts: { lt: midnight < hourAgo ? midnight : hourAgo } }] }
}

/** The last day of a visit, `YYYY-MM-DD`: of one that ends at midnight the day before. */
export function lastDayOf(
  { starts, ends }: { readonly starts: Date; readonly ends: Date | null },
  zone: string,
): string {
  return dayIn(ends === null ? starts : new Date(Math.max(starts.getTime(), ends.getTime() - 1)), zone)
}

/**
 * The visits, as a condition, that have a day from `from` on (`YYYY-MM-DD`), also those that began before it. By the index
 * of beginnings, since none lasts longer than a month.
 */
export const lastingFrom = (from: string, zone: string) => {
  const midnight = toInstant(from, '00:00', zone)
  return {
    starts: { gte: toInstant(addDays(from, -longestVisitDays), '00:00', zone) },
    OR: [{ starts: { gte: midnight } }, { ends: { gt: midnight } }],
  }
}

/** Whether someone's duty covers the day `YYYY-MM-DD`; both ends count, a missing one is open. */
export const covers = (
  duty: { readonly fromDay: string | null; readonly toDay: string | null },
  day: string,
): boolean => (duty.fromDay === null || duty.fromDay <= day) && (duty.toDay === null || duty.toDay >= day)

type Moment = Pick<Terms, 'teamId' | 'unitId' | 'starts' | 'ends'>

/** Whether team, unit or time of a visit are others. */
export const isMoved = (a: Moment, b: Moment): boolean =>
  a.teamId !== b.teamId ||
  a.unitId !== b.unitId ||
  a.starts?.getTime() !== b.starts?.getTime() ||
  a.ends?.getTime() !== b.ends?.getTime()
