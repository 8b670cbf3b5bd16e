import { addDays } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import { teamLabel } from '../../visits/cards/overview-card.ts'
import { byNumber } from '../../visits/schedule/read-overview.ts'
import type { SeenVisit } from '../../visits/schedule/read-schedule.ts'
import { type Period, samePeriod } from './period.ts'

type Team = { readonly key: string; readonly name: string }

/** How many visits, and on how many days, each team has in the period; the way to the team alone. */
export function teamLoads(
  ctx: Context,
  period: Period,
  teams: readonly Team[],
  visits: readonly SeenVisit[],
): readonly Section[] {
  if (teams.length === 0) return []
  const { texts: t } = ctx
  const own = Map.groupBy(visits, ({ team }) => team.key)
  return [
    {
      id: 'loads',
      title: t.desk.visits.load,
      parts: [
        {
          kind: 'loads',
          label: t.desk.visits.load,
          loads: teams
            .toSorted((a, b) => byNumber(a.key, b.key))
            .map((team) => {
              const some = own.get(team.key) ?? []
              return {
                name: teamLabel(ctx, team),
                count: some.length,
                text: t.desk.visits.loadOf(some.length, daysOf(some, period)),
                place: samePeriod(period, team.key),
              }
            }),
        },
      ],
    },
  ]
}

/** The days of the period on which one of these visits is. */
function daysOf(visits: readonly SeenVisit[], { first, last }: Period): number {
  const days = new Set<string>()
  for (const { day, lastDay } of visits)
    if (day !== null)
      for (let at = day < first ? first : day; at <= (lastDay ?? day) && at <= last; at = addDays(at, 1)) days.add(at)
  return days.size
}
