import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Pill, Section, Words } from '../../contract/page.ts'
import type { Conflict } from '../../visits/conflicts/conflicts.ts'
import { readStandingConflicts } from '../../visits/conflicts/standing-conflicts.ts'
import { readSchedule, type SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { type Sight, sightOf } from '../../visits/sight.ts'
import type { PageBody } from '../page-body.ts'
import { moveRequests } from '../parts/move-requests.ts'
import { type Period, periodOf, tabsOf, type VisitsPlace, waysFrom } from './period.ts'
import { teamLoads } from './team-loads.ts'
import { unitsToPlan } from './to-plan.ts'
import { visitCalendar } from './visit-calendar.ts'
import { visitTable } from './visit-row.ts'

/** Visits that a page shows at the most; of more a week or a team is to be chosen. */
const mostVisits = 120
const mostRequests = 8

/**
 * The visits of a month or a week, all or one team's, as far as the reader may see them: by days, as a table, and by
 * teams; for coordinators with what speaks against each as it stands, the requests to move one, and the units that are
 * still to be planned. Undefined for a day that no calendar has, and a team that there is not.
 */
export async function readVisits(ctx: Context, place: VisitsPlace): Promise<PageBody | undefined> {
  const { texts: t, db } = ctx
  const { visits: words } = t.desk
  const period = periodOf(place, dayIn(ctx.now, ctx.zone))
  if (period === undefined) return undefined
  const coordinates = ctx.actor.roles.has('coordinator')
  const [sight, teams] = await Promise.all([
    sightOf(ctx),
    db.team.findMany({ select: { id: true, key: true, name: true } }),
  ])
  const team = teams.find(({ key }) => key === place.team)
  if (place.team !== undefined && team === undefined) return undefined
  const names = new Map(teams.map(({ id, name }) => [id, name]))
  const filter = { from: period.first, to: period.last, ...(team === undefined ? {} : { teamIds: [team.id] }) }
  const [{ visits, total }, toPlan, requests] = await Promise.all([
    readSchedule(ctx, filter, sight, { skip: 0, take: mostVisits }),
    sight.all ? unitsToPlan(ctx, Number(period.month.slice(0, 4)), names) : [],
    coordinates ? requestSection(ctx) : [],
  ])
  const conflicts = coordinates
    ? await readStandingConflicts(ctx, visits.flatMap(standing), names)
    : new Map<string, readonly Conflict[]>()
  const counts = new Map([...conflicts].map(([id, found]) => [id, found.length]))
  const when =
    period.kind === 'week' ? words.week(t.stretch(period.first, period.last)) : t.overview.month.title(period.month)
  const title = team === undefined ? when : words.ofTeam(when, t.called(team.name))
  const calendar: Section = {
    id: 'calendar',
    title: words.calendar,
    tabs: tabsOf(ctx, period, team?.key),
    ways: waysFrom(ctx, period, team?.key),
    parts: [visitCalendar(ctx, period, title, visits, counts, team?.key)],
  }
  const list: Section = {
    ...{ id: 'visits', title: words.table },
    parts: [visitTable(ctx, title, visits, conflicts)],
  }
  return {
    ...{ under: 'visits', title, trail: [] },
    lead: leadOf(ctx, total, visits, conflicts.size),
    buttons: buttonsOf(ctx, sight, period, team?.key),
    main: [...requests, calendar, ...(visits.length === 0 ? [] : [list]), ...toPlan],
    aside: [...teamLoads(ctx, period, teamsSeen(sight, teams, team), visits), inWords(ctx, period, sight, team?.key)],
  }
}

/** A visit that is still to come about, with its hours, for its conflicts. */
const standing = ({ id, team, unit, state, details }: SeenVisit) =>
  details?.starts == null || (state !== 'planned' && state !== 'confirmed')
    ? []
    : [{ id, teamId: team.id, unitId: unit.id, starts: details.starts, ends: details.ends }]

/** Whoever may not know of others' visits is shown the load of their own teams alone. */
function teamsSeen<T extends { readonly id: string }>(sight: Sight, teams: readonly T[], team: T | undefined) {
  if (team !== undefined) return [team]
  if (sight.all || sight.others !== 'none') return teams
  return teams.filter(({ id }) => sight.duties.some(({ teamId }) => teamId === id))
}

function leadOf(
  { texts: t }: Context,
  total: number,
  visits: readonly SeenVisit[],
  conflicted: number,
): readonly (Words | Pill)[] {
  const { visits: words } = t.desk
  return [
    { text: words.count(total), tone: 'subtle' },
    ...(conflicted === 0 ? [] : [{ text: words.conflicted(conflicted), tone: 'warning' } as const]),
    ...(total > visits.length ? [{ text: words.cut(total - visits.length), tone: 'warning' } as const] : []),
    ...(visits.some(({ details }) => details === undefined)
      ? [{ text: words.othersHint, tone: 'subtle' } as const]
      : []),
  ]
}

function buttonsOf(
  { texts: t, actor }: Context,
  sight: Sight,
  { first: from, last: to }: Period,
  team: string | undefined,
): readonly Button[] {
  const of = team === undefined ? {} : { team }
  const sits = sight.all || sight.duties.length > 0
  return [
    ...(actor.roles.has('coordinator')
      ? [{ label: t.schedule.add, style: 'primary', intent: { kind: 'visit.check.form', ...of } } as const]
      : []),
    { label: t.schedule.file, intent: { kind: 'calendar.export', from, to, ...of } },
    // Making an address ends the one before it: those that there are come first.
    ...(sits ? [{ label: t.schedule.links, intent: { kind: 'calendar.list' } } as const] : []),
  ]
}

async function requestSection(ctx: Context): Promise<readonly Section[]> {
  const { texts: t } = ctx
  const [lines, count] = await moveRequests(ctx, mostRequests)
  if (count === 0) return []
  const left = count - lines.length
  return [
    {
      ...{ id: 'requests', title: t.desk.visits.requests },
      pill: { text: String(count), tone: 'warning' },
      parts: [
        { kind: 'lines', lines },
        ...(left > 0 ? [{ kind: 'text', text: t.desk.visits.moreRequests(left), tone: 'subtle' } as const] : []),
      ],
    },
  ]
}

function inWords({ texts: t }: Context, { first, last }: Period, sight: Sight, team: string | undefined): Section {
  const { visits: words } = t.desk
  const intent = { kind: 'schedule.show', from: first, to: last, ...(team === undefined ? {} : { team }) } as const
  return {
    id: 'ask',
    title: words.inWords,
    parts: [
      { kind: 'sentences', sentences: [...words.ask.everybody, ...(sight.all ? words.ask.whole : [])] },
      { kind: 'buttons', buttons: [{ label: words.inTalk, intent }] },
    ],
  }
}
