import type { Rules } from './due.ts'
import type { PlayedPerson, Rehearsed } from './rehearsal.ts'
import { dueVisits, type TeamSeat, type VisitFacts, type VisitMoment, visitMoments } from './visit-steps.ts'
import type { Teammate } from './visit-team.ts'

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
type Approaching = {
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
 * What of visits would go out at `now`; its keys are added to `told`. Between two steps only whoever has been away can
 * be due anything, and everybody where `all`.
 */
export function playVisits(
  rules: Rules,
  { approaches, facts, moments }: Approaching,
  people: ReadonlyMap<string, PlayedPerson>,
  told: Set<string>,
  now: Date,
  all: boolean,
): readonly Rehearsed[] {
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
  if (seats.length === 0) return []
  const due = dueVisits(rules, facts, seats, now, moments)
  return [...Map.groupBy(due, ({ person }) => person)].map(([person, mine]) => {
    for (const { key } of mine) told.add(key)
    const visits = mine.map(({ visit, step }) => ({ visit: facts.get(visit)?.code ?? '', step }))
    return { at: now, person, kind: 'visit', about: [], visits, assumed: false }
  })
}
