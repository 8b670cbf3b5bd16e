import type { ChatAdapter, Log } from '../contract/adapter.ts'
import type { Db } from '../database/db.ts'
import type { Compose } from './delivery/compose.ts'
import type { Pace } from './delivery/pace.ts'

/** What delivery needs from the process. */
export type DeliveryHost = {
  readonly db: Db
  /** The adapters that are running, by platform. */
  readonly adapters: ReadonlyMap<string, ChatAdapter>
  readonly compose: Compose
  readonly now: () => Date
  readonly log: Log
  /** Names this run of this process: two that deliver at once must differ, and so must a process and its successor. */
  readonly worker: string
  readonly pace: Pace
  /** Waits so many milliseconds; the timers' own where it is left out. */
  readonly sleep?: (ms: number) => Promise<unknown>
  /** Hears the result of every try, for the metrics. */
  readonly counted?: (platform: string, result: string) => void
}

/** A row of the ledger that this worker has taken on. */
export type Row = {
  readonly id: string
  readonly key: string
  readonly personId: string
  readonly kind: string
  readonly letter: string
  readonly subject: string | null
  readonly createdAt: Date
}

/** Where a row can stand in the ledger. */
export const statuses = ['waiting', 'sending', 'sent', 'unsure', 'unreachable', 'dropped', 'failed'] as const
export type Status = (typeof statuses)[number]
export const isStatus = (word: string): word is Status => statuses.some((status) => status === word)
