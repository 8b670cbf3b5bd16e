import { addDays, dayIn, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { between, readSchedule } from '../schedule/read-schedule.ts'
import { isOwn, type Sight, seesDetails } from '../sight.ts'
import { codeOf, lastDayOf, lastingFrom } from '../visits.ts'
import type { Entry } from './calendar-text.ts'

/** So many days a calendar reaches back from today: the last quarter stays in sight. */
const pastDays = 92
/** More than a committee has in years; beyond it a calendar would no longer be read by anybody. */
export const mostVisits = 5_000

type Reading = Pick<Context, 'db' | 'now' | 'zone'>
/** One team's calendar, or a person's own (the visits of their teams while they sit there), read since `createdAt`. */
type CalendarOf = { readonly personId: string; readonly teamId: string | null; readonly createdAt: Date }

/**
 * Everything in one calendar from 92 days before today on, as `sight` may see it: first what takes place, then what stood
 * in it and no longer does, so that a program which has it takes it away.
 */
export async function readCalendar(ctx: Reading, of: CalendarOf, sight: Sight): Promise<readonly Entry[]> {
  const from = addDays(dayIn(ctx.now, ctx.zone), -pastDays)
  const whose = of.teamId === null ? { personId: of.personId } : { teamIds: [of.teamId] }
  const [{ visits }, gone] = await Promise.all([
    readSchedule(ctx, { ...whose, from }, sight, { skip: 0, take: mostVisits }),
    readGone(ctx, of, from, sight),
  ])
  return [...visits, ...gone]
}

/**
 * Visits that are not in this calendar although a version of them was: called off, without a date again, with another
 * team, or on a day on which the person does not sit there. Each as its last version in the calendar stood; its SEQUENCE
 * is the visit's own, which has grown since. What had gone before the calendar was first read is in nobody's program.
 */
async function readGone({ db, zone }: Reading, of: CalendarOf, from: string, sight: Sight): Promise<readonly Entry[]> {
  const periods =
    of.teamId === null
      ? await db.duty.findMany({
          where: { personId: of.personId },
          select: { teamId: true, fromDay: true, toDay: true },
        })
      : [{ teamId: of.teamId, fromDay: null, toDay: null }]
  // An empty OR within an AND is no condition to Prisma, and would give everybody's.
  if (periods.length === 0) return []
  const inside = { OR: periods.map((period) => ({ teamId: period.teamId, starts: between(period, zone) })) }
  const versions = await db.visitVersion.findMany({
    where: {
      AND: [inside, lastingFrom(from, zone)],
      state: { not: 'cancelled' },
      // NOT alone would be neither true nor false of a visit without a date.
      visit: { OR: [{ state: 'cancelled' }, { starts: null }, { NOT: inside }] },
    },
    orderBy: [{ visitId: 'asc' }, { revision: 'desc' }],
    take: mostVisits,
    include: {
      visit: {
        select: {
          number: true,
          teamId: true,
          state: true,
          revision: true,
          sequence: true,
          changedAt: true,
          versions: { orderBy: { revision: 'asc' }, select: { revision: true, at: true } },
        },
      },
    },
  })
  const latest = versions.filter((version, at) => {
    const next = version.visit.versions.find((one) => one.revision > version.revision)
    return version.visitId !== versions[at - 1]?.visitId && next !== undefined && next.at >= of.createdAt
  })
  const [teams, units] = await Promise.all([
    db.team.findMany({
      where: { id: { in: [...new Set(latest.map((version) => version.teamId))] } },
      select: { id: true, key: true, name: true },
    }),
    db.unit.findMany({
      where: { id: { in: [...new Set(latest.map((version) => version.unitId))] } },
      select: { id: true, name: true },
    }),
  ])
  return latest.flatMap((version): readonly Entry[] => {
    const { visitId: id, visit, starts, ends, place } = version
    const team = teams.find((one) => one.id === version.teamId)
    const unit = units.find((one) => one.id === version.unitId)
    const detailed = seesDetails(sight, version)
    if (team === undefined || unit === undefined || starts === null) return []
    if (sight.others === 'none' && !detailed) return []
    const day = dayIn(starts, zone)
    const lastDay = lastDayOf({ starts, ends }, zone)
    const shown = {
      id,
      code: codeOf(visit),
      revision: visit.revision,
      sequence: visit.sequence,
      changedAt: visit.changedAt,
      team,
      unit,
      day,
      ...(lastDay === day ? {} : { lastDay }),
      // What becomes of it with another team is that team's.
      state: visit.state === 'cancelled' && visit.teamId === version.teamId ? 'cancelled' : 'planned',
      own: isOwn(sight, version),
      gone: true,
    } as const
    if (!detailed) return [shown]
    const times = { starts, ends, time: timeIn(starts, zone), endTime: ends === null ? null : timeIn(ends, zone) }
    return [{ ...shown, details: { ...times, place, note: null, report: null, leaders: [] } }]
  })
}
