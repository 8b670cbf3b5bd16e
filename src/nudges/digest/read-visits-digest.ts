import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { readOverview } from '../../visits/schedule/read-overview.ts'
import { codeOf, spanOf } from '../../visits/visits.ts'

export type DigestVisit = {
  /** `KT-12`. */
  readonly visit: string
  readonly team: string
  readonly unit: string
  readonly starts: Date
  readonly confirmed: boolean
}

/** What a digest says of visits. */
export type VisitsDigest = {
  /** Those of the seven days from today on that have not begun; nearest first. */
  readonly coming: readonly DigestVisit[]
  /** Those that have ended within a year and have no report; the oldest first. */
  readonly unreported: readonly DigestVisit[]
  /** Units of the plan to which no team goes, and those that have a team and no date. */
  readonly unassigned: number
  readonly undated: number
}

const lookAheadDays = 7
const lookBackDays = 365

/** Reads what stands of visits at `ctx.now`, for whoever sees them all. */
export async function readVisitsDigest(ctx: Pick<Context, 'db' | 'now' | 'zone'>): Promise<VisitsDigest> {
  const { db, now, zone } = ctx
  const today = dayIn(now, zone)
  const midnight = (days: number) => toInstant(addDays(today, days), '00:00', zone)
  const [rows, overview] = await Promise.all([
    db.visit.findMany({
      where: {
        state: { in: ['planned', 'confirmed'] },
        starts: { gte: midnight(-lookBackDays), lt: midnight(lookAheadDays) },
      },
      orderBy: [{ starts: 'asc' }, { number: 'asc' }],
      select: {
        number: true,
        starts: true,
        ends: true,
        state: true,
        team: { select: { name: true } },
        unit: { select: { name: true } },
      },
    }),
    readOverview(ctx),
  ])
  const visits = rows.flatMap(({ starts, ends, team, unit, state, ...row }) => {
    if (starts === null) return []
    const told = { visit: codeOf(row), team: team.name, unit: unit.name, starts, confirmed: state === 'confirmed' }
    return [{ told, ended: spanOf({ starts, ends }, zone).ends <= now }]
  })
  return {
    coming: visits.filter(({ told }) => told.starts > now).map(({ told }) => told),
    unreported: visits.filter(({ ended }) => ended).map(({ told }) => told),
    unassigned: overview?.units.unassigned.length ?? 0,
    undated: overview?.units.undated.length ?? 0,
  }
}
