import { addWorkingDays, nextWorkingDay } from '../../calendar/working-days.ts'
import { addDays, dayIn, toInstant } from '../../calendar/zoned.ts'
import type { Prisma } from '../../database/generated/sqlite/client.ts'
import { isMoved, longestVisitDays, spanOf } from '../../visits/visits.ts'
import type { NudgeContext } from '../planned.ts'
import { reportKeeps, type VisitFacts } from './visit-steps.ts'
import type { TeamDuty } from './visit-team.ts'

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

export type LiveVisit = VisitFacts & { readonly number: number; readonly teamId: string; readonly day: string }

/**
 * The visits of which a step can be due to anybody at an instant between the two, wherever they live: those that begin
 * soon, a long row of days off included, and those that ended lately without a report. Without `to` all to come. By the
 * index of beginnings.
 */
export function withinReach(
  { calendar, zone }: Pick<NudgeContext, 'calendar' | 'zone'>,
  from: Date,
  to?: Date,
): Prisma.VisitWhereInput {
  // No zone is more than a day from UTC.
  const first = addDays(dayIn(from, 'UTC'), -1)
  const ended = addWorkingDays(calendar, first, -(reportKeeps + 2))
  const since = toInstant(ended, '00:00', zone)
  return {
    state: { in: ['planned', 'confirmed'] },
    starts: {
      gte: toInstant(addDays(ended, -longestVisitDays), '00:00', zone),
      // A week's notice moves back over days off: until the next working day nothing that begins later is due.
      ...(to === undefined
        ? {}
        : { lt: toInstant(addDays(nextWorkingDay(calendar, addDays(dayIn(to, 'UTC'), 1)), 7), '00:00', zone) }),
    },
    OR: [{ starts: { gte: since } }, { ends: { gte: since } }],
  }
}

/** The visits of this kind that have a date, as their reminders see them; only `keep` are read in full. */
export async function liveVisits(
  ctx: Pick<NudgeContext, 'db' | 'zone'>,
  where: Prisma.VisitWhereInput,
  keep: (visit: VisitFacts) => boolean = () => true,
): Promise<readonly LiveVisit[]> {
  const rows = await ctx.db.visit.findMany({
    where,
    orderBy: [{ starts: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, teamId: true, starts: true, ends: true, state: true, changedAt: true },
  })
  const kept = rows.flatMap(({ starts, ends, changedAt, ...row }): readonly LiveVisit[] => {
    if (starts === null) return []
    const visit = { ...row, ...spanOf({ starts, ends }, ctx.zone), toldAt: changedAt, day: dayIn(starts, ctx.zone) }
    return keep(visit) ? [visit] : []
  })
  const told = await toldOf(ctx, kept)
  return kept.map((visit) => ({ ...visit, toldAt: told.get(visit.id) ?? visit.toldAt }))
}

/** When each was planned, last moved, or taken up again after it had been called off. */
async function toldOf(
  { db }: Pick<NudgeContext, 'db'>,
  visits: readonly LiveVisit[],
): Promise<ReadonlyMap<string, Date>> {
  const told = new Map<string, Date>()
  for (const ids of chunks(visits.map((visit) => visit.id))) {
    const versions = await db.visitVersion.findMany({
      where: { visitId: { in: ids } },
      orderBy: [{ visitId: 'asc' }, { revision: 'asc' }],
      select: { visitId: true, teamId: true, unitId: true, starts: true, ends: true, state: true, at: true },
    })
    const before = new Map<string, (typeof versions)[number]>()
    for (const version of versions) {
      const last = before.get(version.visitId)
      const again = last?.state === 'cancelled' && version.state !== 'cancelled'
      if (last === undefined || again || isMoved(last, version)) told.set(version.visitId, version.at)
      before.set(version.visitId, version)
    }
  }
  return told
}

/** Every place on these teams, of whatever days. */
export async function dutiesOf(
  { db }: Pick<NudgeContext, 'db'>,
  teamIds: readonly string[],
): Promise<readonly TeamDuty[]> {
  const found: TeamDuty[] = []
  for (const ids of chunks([...new Set(teamIds)]))
    found.push(
      ...(await db.duty.findMany({
        where: { teamId: { in: ids } },
        orderBy: { id: 'asc' },
        select: { teamId: true, personId: true, duty: true, fromDay: true, toDay: true },
      })),
    )
  return found
}

/** Which of these reminders there are already. */
export async function remindersAmong(
  { db }: Pick<NudgeContext, 'db'>,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const some of chunks(keys))
    for (const { key } of await db.nudge.findMany({ where: { key: { in: some } }, select: { key: true } }))
      found.add(key)
  return found
}

function chunks(all: readonly string[]): readonly string[][] {
  const found: string[][] = []
  for (let at = 0; at < all.length; at += idsAtOnce) found.push(all.slice(at, at + idsAtOnce))
  return found
}
