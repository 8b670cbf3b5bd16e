import type { Rules } from '../ladder/due.ts'
import { type TeamSeat, type VisitMoment, visitMoments } from '../visits/visit-steps.ts'
import type { Approach, Approaching, PlayedPerson, PlayedVisit } from './played.ts'

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
