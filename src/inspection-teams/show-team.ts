import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import { readSchedule } from '../visits/schedule/read-schedule.ts'
import { seesDetails, sightOf } from '../visits/sight.ts'
import { teamCard, teamsCard } from './cards/team-card.ts'
import { readTeams } from './read-team.ts'

/** Visits that a team's card names. */
const nextVisits = 5

/** All teams, or one: its people and its next visits, as far as the actor may see them. */
export const showTeam: UseCase<IntentOf<'team.show'>> = async (ctx, intent) => {
  const sight = await sightOf(ctx)
  const teams = await readTeams(ctx, sight, intent.team)
  if (intent.team === undefined) return { reply: { kind: 'message', message: teamsCard(ctx, teams) } }
  const [team] = teams
  if (team === undefined) throw new Refusal('no-such-team', { team: intent.team })
  const ownOnly = sight.others === 'none' && !seesDetails(sight, { teamId: team.id, starts: null })
  const filter = { teamIds: [team.id], from: sight.today }
  const { visits } = await readSchedule(ctx, filter, sight, { skip: 0, take: nextVisits })
  return { reply: { kind: 'message', message: teamCard(ctx, team, visits, ownOnly) } }
}
