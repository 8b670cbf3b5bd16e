import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'

/** Units that are listed; how many more there are is said. */
const most = 20

/**
 * The units that a year's plan wants inspected and that have no team or no date, those with a team first, with the way to
 * plan each; for coordinators and the chair, whose overview tells them too. `teams`: what each is called, by its id. One
 * statement.
 */
export async function unitsToPlan(
  ctx: Context,
  year: number,
  teams: ReadonlyMap<string, string>,
): Promise<readonly Section[]> {
  const { texts: t, db, actor } = ctx
  // Whatever has a date is left to the database: of hundreds of visits none is read here.
  const rows = await db.$queryRaw<{ id: string; name: string; teamId: string | null }[]>`
    SELECT u."id", u."name", v."teamId" FROM "PlanUnit" p
    JOIN "Plan" l ON l."id" = p."planId"
    JOIN "Unit" u ON u."id" = p."unitId"
    LEFT JOIN "Visit" v ON v."unitId" = u."id" AND v."year" = l."year" AND v."state" <> 'cancelled'
    WHERE l."year" = ${year} AND NOT EXISTS (
      SELECT 1 FROM "Visit" d WHERE d."unitId" = u."id" AND d."year" = l."year" AND d."state" <> 'cancelled'
        AND d."starts" IS NOT NULL)
    ORDER BY p."position", p."unitId"`
  if (rows.length === 0) return []
  const words = t.desk.visits
  const units = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
    const [unit] = own
    const going = new Set(own.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))
    return unit === undefined ? [] : [{ ...unit, going: [...going].map((id) => t.called(teams.get(id) ?? '')) }]
  })
  // Those that a team waits for come first: of them a day alone is missing.
  const ordered = [...units.filter(({ going }) => going.length > 0), ...units.filter(({ going }) => going.length === 0)]
  const left = ordered.length - most
  return [
    {
      id: 'to-plan',
      title: words.toPlan(year),
      pill: { text: String(ordered.length), tone: 'warning' },
      parts: [
        {
          kind: 'lines',
          lines: ordered.slice(0, most).map(({ id, name, going }) => ({
            name: t.called(name),
            text: t.called(name),
            small: [going.length === 0 ? words.noTeam : words.noDay(t.list(going))],
            buttons: actor.roles.has('coordinator')
              ? [
                  {
                    label: going.length === 0 ? words.assign : words.setDay,
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
