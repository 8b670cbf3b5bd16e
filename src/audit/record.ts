import { randomUUID } from 'node:crypto'
import type { Db, Write } from '../database/db.ts'
import { insert } from '../database/statements.ts'

export type AuditEntry = {
  readonly at: Date
  /** A person's key, or `cli`, `schedule`. */
  readonly actor: string
  /** The intent's kind, or what a clock or an operator did: `round.open`, `round.settle`, `import.people`. */
  readonly deed: string
  /** What it was done to: a round's id, a person's key, a file's name. */
  readonly subject: string
  /** Never words of an opinion: this is kept and read for ever. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

/** One line of the log, in the transaction of the change it tells of. `seal` chains it a moment later. */
export function record(db: Db, entry: AuditEntry): Write {
  return insert(db, 'Audit', {
    id: randomUUID(),
    at: entry.at,
    actor: entry.actor,
    deed: entry.deed,
    subject: entry.subject,
    facts: JSON.stringify(entry.facts),
  })
}
