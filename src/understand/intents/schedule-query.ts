import type { ScheduleQuery } from '../../contract/intent.ts'
import type { VocabularyUnit } from '../readings/names.ts'
import { type Part, partsLike, says } from '../readings/parts.ts'
import type { VocabularyTeam } from '../readings/teams.ts'

/** What the parts of a sentence say of whose visits are meant, and when. */
export type Asked = {
  readonly units: readonly VocabularyUnit[]
  readonly teams: readonly VocabularyTeam[]
  /** A team was said that there is none of. */
  readonly teamUnknown: boolean
  readonly mine: boolean
  readonly next: boolean
  readonly dates: Pick<ScheduleQuery, 'from' | 'to'>
}

export function askedIn(parts: readonly Part[]): Asked {
  const teamParts = partsLike(parts, 'team')
  const teams = [...new Set(teamParts.flatMap((part) => part.teams))]
  const names = teamParts.length > 0 || parts.some((part) => part.kind === 'unit')
  // "Hôm nay đi đâu": who asks goes.
  const goes =
    !names && says(parts, 'where') && !says(parts, 'who', 'team', 'teams', 'schedule', 'trip', 'inspect', 'overview')
  const next = says(parts, 'next', 'nextTrip')
  return {
    units: [...new Set(partsLike(parts, 'unit').flatMap((part) => part.units))],
    teams,
    teamUnknown: teamParts.some((part) => part.teams.length === 0),
    mine: goes || (teams.length === 0 && says(parts, 'mine', 'myTeam')),
    next,
    dates: datesOf(parts),
  }
}

/** Of several periods the stretch that all of them share ("thứ hai tuần sau"); where they share none, all of it. */
function datesOf(parts: readonly Part[]): Pick<ScheduleQuery, 'from' | 'to'> {
  const periods = partsLike(parts, 'period').map(({ period }) => period)
  const ends = (pick: 'least' | 'most') => {
    const froms = periods.flatMap(({ from }) => (from === undefined ? [] : [from])).sort()
    const tos = periods.flatMap(({ to }) => (to === undefined ? [] : [to])).sort()
    return pick === 'least' ? { from: froms.at(-1), to: tos[0] } : { from: froms[0], to: tos.at(-1) }
  }
  const shared = ends('least')
  const apart = periods.length > 1 && shared.from !== undefined && shared.to !== undefined && shared.from > shared.to
  const { from, to } = apart ? ends('most') : shared
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

/** The query for one team and unit; who asks for the next visit alone means their own. */
export function queryOf(
  asked: Asked,
  team: string | undefined,
  unit: string | undefined,
  named?: string,
): ScheduleQuery {
  const alone = team === undefined && unit === undefined && named === undefined
  return {
    ...(team === undefined ? {} : { team }),
    ...(unit === undefined ? {} : { unit }),
    ...(asked.mine || (asked.next && alone) ? { mine: true as const } : {}),
    ...(named === undefined ? {} : { named }),
    ...asked.dates,
    ...(asked.next ? { next: true as const } : {}),
  }
}
