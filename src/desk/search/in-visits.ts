import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import type { Entry } from '../../conversation/picking/entry.ts'
import { searchEntries } from '../../conversation/picking/search-entries.ts'
import { readSchedule, type ScheduleFilter } from '../../visits/schedule/read-schedule.ts'
import { sightOf } from '../../visits/sight.ts'
import { group, most } from './group.ts'
import type { Known } from './known.ts'

/** The units that the words may mean; and the visits of these units, else of a team, or the one of that code, as the reader may see them. */
export async function foundInVisits(
  ctx: Context,
  known: Known,
  find: string,
  words: string,
): Promise<readonly Section[]> {
  const { texts: t } = ctx
  const foundUnits = searchEntries(known.unit, find).map(({ entry }) => entry)
  const foundTeams = searchEntries(known.team, find).map(({ entry }) => entry)
  const shown = foundUnits.slice(0, most)
  return [
    ...group(ctx, {
      id: 'units',
      title: t.desk.search.units,
      total: foundUnits.length,
      lines: shown.map(
        (unit): Line => ({
          name: t.called(unit.called[0]),
          text: t.called(unit.called[0]),
          buttons: [{ label: t.desk.search.schedule, intent: { kind: 'schedule.show', unit: unit.id } }],
        }),
      ),
    }),
    ...(await foundVisits(ctx, await filterFor(ctx, words, shown, foundTeams), foundTeams[0])),
  ]
}

/** "KT-12", "kt 12": that one. Else those of the units, and where there are none those of the teams. */
async function filterFor(
  { db }: Pick<Context, 'db'>,
  words: string,
  units: readonly Entry[],
  teams: readonly Entry[],
): Promise<ScheduleFilter | undefined> {
  const number = /^kt ?(\d{1,6})$/u.exec(words)?.[1]
  const wide = { undated: true, cancelled: true, last: true } as const
  if (number !== undefined) {
    const visit = await db.visit.findUnique({ where: { number: Number(number) }, select: { id: true } })
    return visit === null ? undefined : { ...wide, visitIds: [visit.id] }
  }
  if (units.length > 0) return { ...wide, unitIds: units.map(({ id }) => id) }
  return teams.length > 0 ? { ...wide, teamIds: teams.slice(0, most).map(({ id }) => id) } : undefined
}

async function foundVisits(
  ctx: Context,
  filter: ScheduleFilter | undefined,
  team: Entry | undefined,
): Promise<readonly Section[]> {
  if (filter === undefined) return []
  const { texts: t } = ctx
  const { visits, total } = await readSchedule(ctx, filter, await sightOf(ctx), { skip: 0, take: most })
  return group(ctx, {
    id: 'visits',
    title: t.desk.search.visits,
    total,
    lines: visits.map(
      (visit): Line => ({
        name: visit.code,
        text: t.teams.visit(
          visit.code,
          t.called(visit.unit.name),
          t.schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay),
        ),
        ...(visit.day === null ? {} : { place: { page: 'visits', month: visit.day.slice(0, 7) } as const }),
        small: [t.called(visit.team.name), t.schedule.states[visit.state]],
        buttons: [{ label: t.visits.show, intent: { kind: 'visit.show', visit: visit.id } }],
      }),
    ),
    way:
      filter.teamIds === undefined || team === undefined
        ? { label: t.desk.visits.name, place: { page: 'visits' } }
        : { label: t.desk.search.all, place: { page: 'visits', team: team.value } },
  })
}
