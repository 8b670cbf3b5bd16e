import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'

/** Units that are listed; how many more there are is said. */
const most = 20

/**
 * The units that a year's plan wants inspected and that have no team or no date, in the plan's order, with the way to plan
 * each; for coordinators and the chair, whose overview tells them too.
 */
export async function unitsToPlan(ctx: Context, year: number): Promise<readonly Section[]> {
  const { texts: t, db, actor } = ctx
  const planned = { year, state: { in: ['planned', 'confirmed', 'done'] } }
  const rows = await db.planUnit.findMany({
    where: { plan: { year }, unit: { visits: { none: { ...planned, starts: { not: null } } } } },
    orderBy: [{ position: 'asc' }, { unitId: 'asc' }],
    select: {
      unit: {
        select: {
          ...{ id: true, name: true },
          visits: { where: planned, select: { team: { select: { name: true } } } },
        },
      },
    },
  })
  if (rows.length === 0) return []
  const words = t.desk.visits
  // Those that a team waits for come first: of them a day alone is missing.
  const units = rows
    .map(({ unit }) => unit)
    .toSorted((a, b) => Number(b.visits.length > 0) - Number(a.visits.length > 0))
  const left = units.length - most
  return [
    {
      id: 'to-plan',
      title: words.toPlan(year),
      pill: { text: String(units.length), tone: 'warning' },
      parts: [
        {
          kind: 'lines',
          lines: units.slice(0, most).map(({ id, name, visits }) => ({
            name: t.called(name),
            text: t.called(name),
            small: [
              visits.length === 0
                ? words.noTeam
                : words.noDay(t.list([...new Set(visits.map(({ team }) => t.called(team.name)))])),
            ],
            buttons: actor.roles.has('coordinator')
              ? [
                  {
                    label: visits.length === 0 ? words.assign : words.setDay,
                    intent: { kind: 'visit.check.form', unit: id },
                  },
                ]
              : [],
          })),
        },
        ...(left > 0 ? [{ kind: 'text', text: words.morePlan(left), tone: 'subtle' } as const] : []),
      ],
    },
  ]
}
