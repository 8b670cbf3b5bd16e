import type { Rules } from '../ladder/due.ts'
import type { Planned, Reason } from '../planned.ts'
import { dueVisits, type TeamSeat, type VisitFacts, type VisitMoment } from './visit-steps.ts'
import type { VisitEntry } from './visits-due-notification.ts'

type Told = { readonly person: string; readonly entry: VisitEntry; readonly reason: Reason }

/** The reminders of visits due at `now`, as `dueVisits` says: several due for one person make one message. Pure. */
export function visitMessages(
  rules: Rules,
  visits: ReadonlyMap<string, VisitFacts>,
  seats: readonly TeamSeat[],
  now: Date,
  moments = new Map<string, readonly VisitMoment[]>(),
): readonly Planned[] {
  const told = dueVisits(rules, visits, seats, now, moments).flatMap(
    ({ key, visit, person, step }): readonly Told[] => {
      const starts = visits.get(visit)?.starts.toISOString()
      if (starts === undefined) return []
      return [{ person, entry: { visit, starts, step }, reason: { key, kind: 'visit', subject: visit, step } }]
    },
  )
  return [...Map.groupBy(told, ({ person }) => person)].flatMap(([person, mine]) => oneMessage(person, mine))
}

/** In the order of the visits, as they were read. */
function oneMessage(personId: string, told: readonly Told[]): readonly Planned[] {
  const [first] = told
  if (first === undefined) return []
  const letter = { kind: 'visits-due', card: true, entries: told.map(({ entry }) => entry) }
  // A reason is for one message alone, so its key is good for the message as well.
  const post = { key: `letter:${first.reason.key}`, personId, letter }
  const single = told.length === 1 ? { ...post, subject: first.entry.visit } : post
  return [{ post: single, reasons: told.map(({ reason }) => reason) }]
}
