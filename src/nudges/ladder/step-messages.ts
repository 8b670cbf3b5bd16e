import type { Planned, Reason } from '../planned.ts'
import { type DueNudge, dueNudges, type LadderStep, type RoundFacts, type Rules, type SeatFacts } from './due.ts'
import { type DelegateFacts, type DueToDelegate, dueToDelegates } from './due-delegates.ts'
import type { NudgeEntry } from './nudge-notification.ts'

/** What the ladder needs to know: of seats and delegates only those that could be due something. */
export type StepRows = {
  readonly rounds: ReadonlyMap<string, RoundFacts>
  readonly seats: readonly SeatFacts[]
  readonly delegates: readonly DelegateFacts[]
}

type Told = { readonly personId: string; readonly entry: NudgeEntry; readonly reason: Reason }

/**
 * The nudges due at `now`: to members by the ladder and on the morning they asked for, to delegates the last step before
 * a deadline. Several things due for one person make one message. Pure.
 */
export function stepMessages(
  rules: Rules,
  { rounds, seats, delegates }: StepRows,
  now: Date,
  ladders = new Map<string, readonly LadderStep[]>(),
): readonly Planned[] {
  const told = [
    ...dueNudges(rules, rounds, seats, now, ladders).map((nudge) => toMember(nudge, rounds)),
    ...dueToDelegates(rules, rounds, delegates, now, ladders).map((nudge) => toDelegate(nudge, rounds)),
  ]
  const inOrder = told.toSorted(
    (a, b) => a.entry.due.localeCompare(b.entry.due) || (a.reason.key < b.reason.key ? -1 : 1),
  )
  return [...Map.groupBy(inOrder, (one) => one.personId).values()].flatMap(oneMessage)
}

const dueOf = (rounds: StepRows['rounds'], round: string): string => rounds.get(round)?.dueAt.toISOString() ?? ''

function toMember({ key, kind, round, person, step, last }: DueNudge, rounds: StepRows['rounds']): Told {
  const entry = { round, step, due: dueOf(rounds, round), ...(last ? { last } : {}) }
  return { personId: person, entry, reason: { key, kind, roundId: round, step } }
}

function toDelegate({ key, round, person, taker, step }: DueToDelegate, rounds: StepRows['rounds']): Told {
  const entry = { round, step, due: dueOf(rounds, round), last: true, for: person } as const
  return { personId: taker, entry, reason: { key, kind: 'step', roundId: round, subject: person, step } }
}

function oneMessage(told: readonly Told[]): readonly Planned[] {
  const [first] = told
  if (first === undefined) return []
  const { personId, entry, reason } = first
  const letter = { kind: 'nudge', card: true, entries: told.map((one) => one.entry) }
  // A reason is for one message alone, so its key is good for the message as well.
  const post = { key: `letter:${reason.key}`, personId, letter }
  const single = told.length === 1 ? { ...post, subject: entry.round } : post
  return [{ post: single, reasons: told.map((one) => one.reason) }]
}
