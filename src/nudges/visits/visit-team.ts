import { covers } from '../../visits/visits.ts'

/** Somebody's place on a team, as it is stored. */
export type TeamDuty = {
  readonly teamId: string
  readonly personId: string
  readonly duty: string
  readonly fromDay: string | null
  readonly toDay: string | null
}

/** Somebody on the team on one day. */
export type Teammate = {
  readonly person: string
  readonly leads: boolean
  /** The report is asked of them. */
  readonly reports: boolean
  /** They are the only leader. */
  readonly alone: boolean
}

/**
 * Everybody whose duty on this team covers the day `YYYY-MM-DD` of the committee's calendar, each once. The report is
 * asked of the leaders of that day; of the whole team where it has none.
 */
export function teamOn(duties: readonly TeamDuty[], teamId: string, day: string): readonly Teammate[] {
  const on = duties.filter((duty) => duty.teamId === teamId && covers(duty, day))
  const leaders = new Set(on.filter(({ duty }) => duty === 'leader').map(({ personId }) => personId))
  return [...new Set(on.map(({ personId }) => personId))].map((person) => {
    const leads = leaders.has(person)
    return { person, leads, reports: leads || leaders.size === 0, alone: leads && leaders.size === 1 }
  })
}
