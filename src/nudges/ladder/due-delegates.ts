import { dayIn } from '../../calendar/zoned.ts'
import { atWork } from './at-work.ts'
import { type LadderStep, ladderSteps, nudgeKey, type RoundFacts, type Rules } from './due.ts'

/** Somebody who may act for a member in a round, where that member has not answered and holds the seat. */
export type DelegateFacts = {
  readonly round: string
  /** The member. */
  readonly person: string
  readonly taker: string
  /** IANA zone in which the delegate keeps office hours. */
  readonly zone: string
  /** When it was delegated and told: a step that had come by then was covered by that message. */
  readonly givenAt: Date
  /** From a day to a day of the committee's calendar, both included. */
  readonly fromDay: string
  readonly toDay: string
  /** Keys of the delegate's nudges that there are already. */
  readonly planned: ReadonlySet<string>
}

/** The last step before a deadline, due to a delegate. */
export type DueToDelegate = {
  readonly key: string
  readonly round: string
  readonly person: string
  readonly taker: string
  readonly step: string
}

/** The permanent key of what a delegate is told about a member's seat. */
const delegateKey = (round: Pick<RoundFacts, 'id' | 'dueAt'>, person: string, step: string, taker: string): string =>
  `${nudgeKey(round, person, step)}:${taker}`

/**
 * To which delegates the last step before a deadline is due at `now`. It falls on the delegate's own clocks: where their
 * office opens only past the deadline it moves back to the working day before, whatever the member's clocks say. Once a
 * member and deadline, within the delegate's office hours, on a day on which the delegation counts, and not where the
 * step had come before the deadline was told or before it was delegated. Pure.
 */
export function dueToDelegates(
  rules: Rules,
  rounds: ReadonlyMap<string, RoundFacts>,
  delegates: readonly DelegateFacts[],
  now: Date,
  ladders = new Map<string, readonly LadderStep[]>(),
): readonly DueToDelegate[] {
  const today = dayIn(now, rules.zone)
  const due = new Map<string, DueToDelegate>()
  for (const { round: id, person, taker, zone, givenAt, fromDay, toDay, planned } of delegates) {
    const round = rounds.get(id)
    if (round === undefined || now >= round.dueAt || today < fromDay || toDay < today) continue
    const place = `${id} ${zone}`
    const steps = ladders.get(place) ?? ladderSteps(rules, round, zone)
    ladders.set(place, steps)
    const last = steps.find((step) => step.last)
    if (last === undefined || last.at > now || last.at <= round.startsAt || last.at <= givenAt) continue
    if (!atWork(rules.calendar, zone, now) || wasTold(planned, round, person, taker)) continue
    const key = delegateKey(round, person, last.step, taker)
    // Somebody may hold several delegations of one member.
    due.set(key, { key, round: id, person, taker, step: last.step })
  }
  return [...due.values()]
}

/** Whether the delegate was told of this deadline, by whatever step was the last one of the ladder then. */
function wasTold(planned: ReadonlySet<string>, round: RoundFacts, person: string, taker: string): boolean {
  const start = nudgeKey(round, person, '')
  return [...planned].some((key) => key.startsWith(start) && key.endsWith(`:${taker}`))
}
