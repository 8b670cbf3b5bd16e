import type { Context } from '../../context.ts'
import type { Section } from '../../contract/page.ts'
import { readSchedule } from '../../visits/schedule/read-schedule.ts'
import { sightOf } from '../../visits/sight.ts'

const most = 5

/** The next visits of the teams that the reader sits on. */
export async function ownVisits(ctx: Context): Promise<readonly Section[]> {
  const sight = await sightOf(ctx)
  if (sight.duties.length === 0) return []
  const { texts: t } = ctx
  const { visits, total } = await readSchedule(ctx, { personId: ctx.actor.id, from: sight.today }, sight, {
    skip: 0,
    take: most,
  })
  if (total === 0) return []
  return [
    {
      id: 'own-visits',
      title: t.desk.today.ownVisits,
      pill: { text: String(total), tone: 'plain' },
      parts: [
        {
          kind: 'lines',
          lines: visits.map((visit) => ({
            name: visit.code,
            text: t.teams.visit(
              visit.code,
              t.called(visit.unit.name),
              t.schedule.when(visit.day, visit.details?.time ?? null, visit.lastDay),
            ),
            small: [t.called(visit.team.name), t.schedule.states[visit.state]],
            buttons: [{ label: t.visits.show, intent: { kind: 'visit.show', visit: visit.id } }],
          })),
        },
      ],
    },
  ]
}
