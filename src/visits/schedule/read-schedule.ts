import { addDays, dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { type ScheduleQuery, VisitState } from '../../contract/intent.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { isOwn, type Sight, seesDetails } from '../sight.ts'
import { codeOf, covers, lastDayOf, lastingFrom, overAt } from '../visits.ts'

/** A visit as one person may see it. Times are `HH:MM` in the committee's zone; what they may not see is absent. */
export type SeenVisit = {
  readonly id: string
  /** `KT-12`. */
  readonly code: string
  readonly revision: number
  /** RFC 5545: grows with what a calendar shows. */
  readonly sequence: number
  readonly changedAt: Date
  readonly team: { readonly id: string; readonly key: string; readonly name: string }
  readonly unit: { readonly id: string; readonly name: string }
  /** `YYYY-MM-DD`; null: assigned, no date yet. */
  readonly day: string | null
  /** The last day, where it is another one. */
  readonly lastDay?: string
  readonly state: VisitState
  /** Whether it is one of the reader's own. */
  readonly own: boolean
  readonly details?: {
    readonly starts: Date | null
    readonly ends: Date | null
    readonly time: string | null
    readonly endTime: string | null
    readonly place: string | null
    readonly note: string | null
    readonly report: string | null
    /** Who leads the team on that day, by name. */
    readonly leaders: readonly string[]
  }
}

export type Schedule = { readonly visits: readonly SeenVisit[]; readonly total: number }

/** Which visits are asked for, resolved: whose, where, when. All that is given must hold. */
export type ScheduleFilter = Pick<ScheduleQuery, 'from' | 'to' | 'next'> & {
  /** These visits. */
  readonly visitIds?: readonly string[]
  readonly teamIds?: readonly string[]
  readonly unitIds?: readonly string[]
  /** The visits of teams that this person sits on, each while they do. */
  readonly personId?: string
  /** Those that begin on that day or later or last into it, and those without a date; only where neither `from` nor `to` is given. */
  readonly since?: string
  /** Visits without a date as well; only where no day is given. */
  readonly undated?: boolean
  readonly cancelled?: boolean
  /** Those that are over and not reported. */
  readonly unreported?: boolean
  /** The latest first. */
  readonly last?: boolean
}

const columns = {
  include: {
    team: {
      select: {
        key: true,
        name: true,
        duties: {
          where: { duty: 'leader' },
          select: { fromDay: true, toDay: true, person: { select: { name: true } } },
        },
      },
    },
    unit: { select: { name: true } },
  },
} as const
type Row = Prisma.VisitGetPayload<typeof columns>

/**
 * The one query behind every answer about visits: chat, command line, calendar. In the order of their beginning, those
 * without a date last, `take` of them from `skip` on. Days are the committee's, both included; a visit of several is found
 * by each of them. What the reader may not see of a visit is not in it.
 */
export async function readSchedule(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  filter: ScheduleFilter,
  sight: Sight,
  { skip, take }: { readonly skip: number; readonly take: number },
): Promise<Schedule> {
  const { db } = ctx
  const where = await whereOf(ctx, filter, sight)
  const most = filter.next === true ? 1 : take
  const rows = await db.visit.findMany({ where, orderBy: orderOf(filter), skip, take: most, ...columns })
  const visits = rows.map((row) => seen(row, sight))
  if (filter.next === true) return { visits, total: rows.length }
  // A page that is not full is the last one; one that is empty may lie behind it.
  const isLast = rows.length < most && (rows.length > 0 || skip === 0)
  return { visits, total: isLast ? skip + rows.length : await db.visit.count({ where }) }
}

/** The first one of them alone, for whoever looks in several places; undefined where there is none. */
export async function firstVisit(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  filter: ScheduleFilter,
  sight: Sight,
): Promise<SeenVisit | undefined> {
  const where = await whereOf(ctx, filter, sight)
  const found = await ctx.db.visit.findFirst({ where, orderBy: orderOf(filter), select: { id: true } })
  if (found === null) return undefined
  const itself = { visitIds: [found.id], undated: true, cancelled: true }
  const { visits } = await readSchedule(ctx, itself, sight, { skip: 0, take: 2 })
  return visits[0]
}

const orderOf = ({ last }: ScheduleFilter): Prisma.VisitOrderByWithRelationInput[] => [
  { starts: { sort: last === true ? 'desc' : 'asc', nulls: 'last' } },
  { number: 'asc' },
]

async function whereOf(
  ctx: Pick<Context, 'db' | 'now' | 'zone'>,
  filter: ScheduleFilter,
  sight: Sight,
): Promise<Prisma.VisitWhereInput> {
  const { zone, now } = ctx
  const { teamIds, unitIds, personId, from, to, next, since } = filter
  const dated = from !== undefined || to !== undefined
  const all: Prisma.VisitWhereInput[] = [
    ...(filter.cancelled === true ? [] : [{ state: { not: 'cancelled' } }]),
    ...(filter.visitIds === undefined ? [] : [{ id: { in: [...filter.visitIds] } }]),
    ...(teamIds === undefined ? [] : [{ teamId: { in: [...teamIds] } }]),
    ...(unitIds === undefined ? [] : [{ unitId: { in: [...unitIds] } }]),
    ...(personId === undefined ? [] : [await ofPerson(ctx, personId)]),
    ...(next === true ? [{ starts: { gte: now }, state: { in: ['planned', 'confirmed'] } }] : []),
    ...(filter.unreported === true ? [{ state: { in: ['planned', 'confirmed'] } }, overAt(now, zone)] : []),
    ...(from === undefined ? [] : [lastingFrom(from, zone)]),
    ...(to === undefined ? [] : [{ starts: { lt: toInstant(addDays(to, 1), '00:00', zone) } }]),
    ...(since === undefined ? [] : [{ OR: [{ starts: null }, lastingFrom(since, zone)] }]),
    ...(!dated && since === undefined && next !== true && filter.undated !== true ? [{ starts: { not: null } }] : []),
    ...(sight.others === 'none' && !sight.all
      ? [anyOf(sight.duties.map((duty) => ofDuty(duty, sight.today, zone)))]
      : []),
  ]
  return { AND: all }
}

/** Whoever sits on no team has no visits: an empty OR within an AND is no condition to Prisma, and would give all. */
const anyOf = (wheres: readonly Prisma.VisitWhereInput[]): Prisma.VisitWhereInput =>
  wheres.length === 0 ? { id: { in: [] } } : { OR: [...wheres] }

type Period = { readonly teamId: string; readonly fromDay: string | null; readonly toDay: string | null }

/** The visits that somebody on a team has to do with: all while they sit on it, else those of their days. */
function ofDuty(duty: Period, today: string, zone: string): Prisma.VisitWhereInput {
  if (covers(duty, today)) return { teamId: duty.teamId }
  return { teamId: duty.teamId, starts: between(duty, zone) }
}

/** The beginnings, as a condition, of visits within these days. */
export const between = ({ fromDay, toDay }: Period, zone: string) => ({
  not: null,
  ...(fromDay === null ? {} : { gte: toInstant(fromDay, '00:00', zone) }),
  ...(toDay === null ? {} : { lt: toInstant(addDays(toDay, 1), '00:00', zone) }),
})

/** What this person goes to: the visits of their teams on days on which they sit there; those without a day, today's. */
async function ofPerson(ctx: Pick<Context, 'db' | 'now' | 'zone'>, personId: string): Promise<Prisma.VisitWhereInput> {
  const duties = await ctx.db.duty.findMany({
    where: { personId },
    select: { teamId: true, fromDay: true, toDay: true },
  })
  const today = dayIn(ctx.now, ctx.zone)
  return anyOf(
    duties.flatMap((duty) => [
      { teamId: duty.teamId, starts: between(duty, ctx.zone) },
      ...(covers(duty, today) ? [{ teamId: duty.teamId, starts: null }] : []),
    ]),
  )
}

function seen(row: Row, sight: Sight): SeenVisit {
  const { zone } = sight
  const day = row.starts === null ? null : dayIn(row.starts, zone)
  const lastDay = row.starts === null ? day : lastDayOf({ starts: row.starts, ends: row.ends }, zone)
  const shown = {
    id: row.id,
    code: codeOf(row),
    revision: row.revision,
    sequence: row.sequence,
    changedAt: row.changedAt,
    team: { id: row.teamId, key: row.team.key, name: row.team.name },
    unit: { id: row.unitId, name: row.unit.name },
    day,
    ...(lastDay === day || lastDay === null ? {} : { lastDay }),
    state: stateOf(row.state),
    own: isOwn(sight, row),
  }
  if (!seesDetails(sight, row)) return shown
  const leaders = row.team.duties.filter((duty) => covers(duty, day ?? sight.today)).map((duty) => duty.person.name)
  const { starts, ends, place, note, report } = row
  const time = starts === null ? null : timeIn(starts, zone)
  const endTime = ends === null ? null : timeIn(ends, zone)
  return { ...shown, details: { starts, ends, time, endTime, place, note, report, leaders: [...new Set(leaders)] } }
}

/** The state as stored; what no version of ours wrote counts as planned. */
export const stateOf = (state: string): VisitState => VisitState.catch('planned').parse(state)
