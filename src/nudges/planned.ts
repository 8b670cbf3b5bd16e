import type { Context } from '../context.ts'
import type { Post } from '../outbox/put.ts'
import type { DigestTime } from './digest/digest-time.ts'

/** What a planner reads: the clock, the calendar, the database; no reader, since it plans for everybody. */
export type NudgeContext = Pick<Context, 'db' | 'now' | 'zone' | 'calendar'> & {
  /** When the digest goes out; Monday 08:00 unless it is set. */
  readonly digest?: DigestTime
}

/** Why one message goes to one person, by which rule. `key` is permanent: what was planned once is never planned again. */
export type Reason = {
  readonly key: string
  /** `step`: the ladder; `answers`: the same to whoever drafts, about a date for answers; `snooze`: asked for by the member; the others speak for themselves. */
  readonly kind: 'step' | 'snooze' | 'reminder' | 'escalation' | 'upcoming' | 'digest' | 'visit' | 'answers'
  readonly roundId?: string
  /** `escalation`: the id of the person it is about; `upcoming`: the item's id; `visit`: the visit's id. */
  readonly subject?: string
  /** `T-14`, `T-0`, `T+2`, `quarter-start`, `report`; a day `YYYY-MM-DD` for a snooze, an escalation and a digest. */
  readonly step: string
  readonly byId?: string
}

/** One message to one person, with everything it is for: several things due for one person make one message. */
export type Planned = { readonly post: Post; readonly reasons: readonly Reason[] }

/**
 * Finds what is due now and has not been planned before. Reads only: planning twice, on a restart, on two replicas or
 * by a clock that jumped, changes nothing, since `runNudges` stores each reason's key with its message.
 */
export type Planner = (ctx: NudgeContext) => Promise<readonly Planned[]>
