import type { Rules } from '../ladder/due.ts'
import type { PlayedPerson } from './rehearsal.ts'
import { type TeamSeat, type VisitFacts, type VisitMoment, visitMoments } from '../visits/visit-steps.ts'
import type { Teammate } from '../visits/visit-team.ts'

/** A visit to be played, with its team on its day; played as never changed and never reported. */
export type PlayedVisit = VisitFacts & { readonly code: string; readonly team: readonly Teammate[] }

/** From when to when anything of a visit can come up, and the moments of its steps, on the clocks of every zone. */
type Approach = {
  readonly visit: PlayedVisit
  readonly from: number
  readonly until: number
  readonly steps: ReadonlySet<number>
}

/** The visits as they are played, by id. `moments` keeps the steps that have been found. */
export type Approaching = {
  readonly approaches: ReadonlyMap<string, Approach>
  readonly facts: ReadonlyMap<string, PlayedVisit>
  readonly moments: Map<string, readonly VisitMoment[]>
}

export function approaching(rules: Rules, visits: readonly PlayedVisit[], zones: readonly string[]): Approaching {
  const moments = new Map<string, readonly VisitMoment[]>()
  const approaches = visits.map((visit): readonly [string, Approach] => {
    const all = zones.flatMap((zone) => {
      const steps = visitMoments(rules, visit, zone)
      moments.set(`${visit.id} ${zone}`, steps)
      return steps
    })
    const from = Math.min(...all.map(({ at }) => at.getTime()))
    const until = Math.max(...all.map((moment) => moment.until.getTime()))
    return [visit.id, { visit, from, until, steps: new Set(all.map(({ at }) => at.getTime())) }]
  })
  return { approaches: new Map(approaches), facts: new Map(visits.map((visit) => [visit.id, visit])), moments }
}

/**
 * The seats of visits to which anything could be due at `now`; `told`: the keys there are. Between two steps only
 * whoever has been away can be due anything, and everybody where `all`.
 */
export function visitSeats(
  { approaches }: Approaching,
  people: ReadonlyMap<string, PlayedPerson>,
  told: ReadonlySet<string>,
  now: Date,
  all: boolean,
): readonly TeamSeat[] {
  const at = now.getTime()
  const seats: TeamSeat[] = []
  for (const { visit, from, until, steps } of approaches.values()) {
    if (at < from || at >= until) continue
    for (const mate of visit.team) {
      const person = people.get(mate.person)
      if (person === undefined || !(all || steps.has(at) || person.absences.length > 0)) continue
      seats.push({ ...mate, visit: visit.id, zone: person.zone, absences: person.absences, planned: told })
    }
  }
  return seats
}
