import { addMonths } from '../../calendar/month-weeks.ts'
import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block, Button, Message } from '../../contract/message.ts'
import { choiceOf } from '../../conversation/choices.ts'
import type { Overview, TeamLoad } from '../schedule/read-overview.ts'

/** Units of one list, at the most: a message has to stay readable everywhere. */
const mostLines = 40

type Reading = Pick<Context, 'texts' | 'actor' | 'now' | 'zone'>

/**
 * Which units have no team or no date, and the load of each team. The buttons that assign are the coordinators'; the
 * chair reads. What the plan does not say is said to be not stated.
 */
export function overviewCard(ctx: Reading, overview: Overview): Message {
  const { texts: t, actor } = ctx
  const { plan, units, totals } = overview
  const text =
    units.total === 0
      ? t.overview.noUnits(plan.year)
      : t.overview.summary(units.total, units.dated, units.undated.length, units.unassigned.length)
  const counted = t.overview.visits(totals.visits, totals.planned, totals.confirmed, totals.done)
  return {
    text,
    title: t.overview.title(plan.year),
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      { kind: 'text', text: counted },
      ...(totals.elsewhere > 0
        ? [{ kind: 'text', text: t.overview.elsewhere(totals.elsewhere, plan.year) } as const]
        : []),
      ...list(
        ctx,
        t.overview.unassigned(units.unassigned.length, t.notStated),
        units.unassigned.map((unit) => t.called(unit.name)),
      ),
      ...list(
        ctx,
        t.overview.undated(units.undated.length, t.notStated),
        units.undated.map((unit) => t.overview.undatedUnit(t.called(unit.name), t.list(unit.teams.map(t.called)))),
      ),
      ...(actor.roles.has('coordinator') ? assignments(ctx, overview) : []),
      ...loads(ctx, overview),
      { kind: 'text', text: t.overview.exportHint, tone: 'subtle' },
      ...(plan.sample ? [{ kind: 'text', text: t.sample, tone: 'subtle' } as const] : []),
      { kind: 'buttons', buttons: [...months(ctx, plan.year), scheduleButton(ctx)] },
    ],
  }
}

function list({ texts: t }: Reading, heading: string, lines: readonly string[]): readonly Block[] {
  if (lines.length === 0) return []
  const left = lines.length - mostLines
  const items = left > 0 ? [...lines.slice(0, mostLines), t.overview.moreUnits(left)] : lines
  return [
    { kind: 'text', text: heading, tone: 'strong' },
    { kind: 'list', items },
  ]
}

/** The way to each unit that wants a team or a date. */
function assignments({ texts: t }: Reading, { units }: Overview): readonly Block[] {
  const form = (id: string) => ({ kind: 'visit.check.form', unit: id }) as const
  const all = [
    ...units.unassigned.map(({ id, name }) => ({ label: t.overview.assign(t.called(name)), intent: form(id) })),
    ...units.undated.map(({ id, name }) => ({ label: t.overview.date(t.called(name)), intent: form(id) })),
  ]
  const left = all.length - mostLines
  return [
    ...choiceOf(t, t.choices.unit, all.slice(0, mostLines)),
    ...(left > 0 ? [{ kind: 'text', text: t.overview.moreButtons(left), tone: 'subtle' } as const] : []),
  ]
}

/** How a team is called where room is short: by its number, where its key is one. */
export const teamLabel = (
  { texts: t }: Pick<Context, 'texts'>,
  { key, name }: Pick<TeamLoad, 'key' | 'name'>,
): string => (/^\d+$/.test(key) ? t.overview.teamNo(key) : t.called(name))

function loads(ctx: Reading, { teams, totals }: Overview): readonly Block[] {
  const { texts: t } = ctx
  if (teams.length === 0) return [{ kind: 'text', text: t.overview.noTeams }]
  const counts = ({ quarters, undated, done }: Pick<TeamLoad, 'quarters' | 'undated' | 'done'>) =>
    [...quarters, undated, done].map(String)
  return [
    { kind: 'text', text: t.overview.load(teams.length), tone: 'strong' },
    {
      kind: 'table',
      columns: [t.overview.team, ...t.overview.quarters, t.overview.noDay, t.overview.done],
      rows: [
        ...teams.map((team) => [
          // Who leads stands behind "các đoàn"; only that nobody does is news here, and each column costs the others room.
          team.leaders.length === 0 ? t.overview.leaderless(teamLabel(ctx, team)) : teamLabel(ctx, team),
          ...counts(team),
        ]),
        [t.overview.all, ...counts(totals)],
      ],
    },
  ]
}

/** The months around today, or around the first of the plan's year where today is in another. */
function months(ctx: Reading, year: number): readonly Button[] {
  const today = dayIn(ctx.now, ctx.zone).slice(0, 7)
  const month = today.startsWith(`${year}-`) ? today : `${year}-01`
  return [addMonths(month, -1), month, addMonths(month, 1)].flatMap((one) => monthButton(ctx, one))
}

/** Leads to the month's table; nothing where the calendar does not reach. */
export const monthButton = ({ texts: t }: Pick<Context, 'texts'>, month: string): readonly Button[] =>
  isDay(`${month}-01`) ? [{ label: t.overview.month.name(month), intent: { kind: 'overview.show', month } }] : []

export const scheduleButton = ({ texts: t }: Pick<Context, 'texts'>): Button => ({
  label: t.overview.schedule,
  intent: { kind: 'schedule.show' },
})
