import { addWorkingDays } from '../../calendar/working-days.ts'
import { dayIn, toInstant } from '../../calendar/zoned.ts'
import { atWork } from '../ladder/at-work.ts'
import type { RoundFacts, Rules } from '../ladder/due.ts'
import type { Planned, Reason } from '../planned.ts'

/** A round, and which of those asked are so long past its deadline that coordinators are told. */
export type LongOverdue = { readonly id: string; readonly dueAt: Date; readonly people: readonly string[] }

/** A coordinator, and the escalations there are already for them: key and day. */
export type EscalationReader = {
  readonly id: string
  /** IANA zone in which they keep office hours. */
  readonly zone: string
  readonly told: readonly { readonly key: string; readonly step: string }[]
}

/** Of an escalation, for ever: a round, the deadline that was missed, who missed it, and who is told. */
export const escalationKey = (round: string, dueAt: Date, member: string, coordinator: string): string =>
  `escalation:${round}:${dueAt.toISOString()}:${member}:${coordinator}`

/**
 * Whether a round is so long past its deadline that who is missing is named: from the ladder's time of day, on the
 * committee's clocks, on the set number of working days past it. Never where late answers are refused or silence is
 * deemed to agree: there is nothing left to wait for.
 */
export function isLongOverdue(
  { calendar, zone }: Rules,
  { dueAt, takesLate, ladder }: Pick<RoundFacts, 'dueAt' | 'takesLate' | 'ladder'>,
  now: Date,
): boolean {
  if (!takesLate) return false
  const day = addWorkingDays(calendar, dayIn(dueAt, zone), ladder.escalateAfter)
  return toInstant(day, ladder.at, zone) <= now
}

/**
 * Names members who are long overdue to the coordinators, each once a round and deadline; one message a coordinator and
 * day, within their own office hours. Pure.
 */
export function escalationMessages(
  { calendar }: Pick<Rules, 'calendar'>,
  overdue: readonly LongOverdue[],
  readers: readonly EscalationReader[],
  now: Date,
): readonly Planned[] {
  return readers.flatMap(({ id: personId, zone, told }): readonly Planned[] => {
    if (!atWork(calendar, zone, now)) return []
    const day = dayIn(now, zone)
    // Who is overdue since this morning's message is named tomorrow.
    if (told.some((one) => one.step === day)) return []
    const keys = new Set(told.map((one) => one.key))
    const reasons = overdue
      .flatMap(({ id, dueAt, people }) =>
        people.map((subject): Reason => {
          const key = escalationKey(id, dueAt, subject, personId)
          return { key, kind: 'escalation', roundId: id, subject, step: day }
        }),
      )
      .filter((reason) => !keys.has(reason.key))
    if (reasons.length === 0) return []
    return [{ post: { key: `escalation:${day}:${personId}`, personId, letter: { kind: 'escalation', day } }, reasons }]
  })
}
