import type { Calendar } from '../../calendar/calendar.ts'
import type { Identities } from '../../contract/identity.ts'
import type { Platforms } from '../../contract/platform.ts'
import type { Write } from '../../database/db.ts'
import type { Rest } from '../../database/rests.ts'
import type { Ask } from '../../people/accounts/ask-platform.ts'
import type { Role } from '../../people/actor.ts'
import type { ReadColumn } from './reading.ts'

export type ImportKind = 'people' | 'teams' | 'units' | 'visits' | 'plan'

/**
 * Why a row cannot be imported. `row` is as the file shows it: the header is row 1. JSON lists count from 1, and row 0
 * is the file as a whole.
 */
export type Problem = {
  readonly row: number
  readonly column?: string
  readonly value?: string
  readonly reason: string
}

/**
 * What somebody may have meant though it looks wrong: rows, columns or a sheet that the file hides; text that looks as if
 * read in a wrong encoding; one e-mail address of two people.
 */
export const doubts = ['hidden', 'text', 'email'] as const
export type Doubt = (typeof doubts)[number]

/**
 * What an import did, or in a dry run would do. `created`, `updated` and `unchanged` count rows, `ended` what the file
 * no longer names; all four are 0 when bad rows kept everything out. `imported`: it was stored.
 */
export type ImportReport = {
  readonly file: string
  readonly kind: ImportKind
  readonly rows: number
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly ended: number
  readonly problems: readonly Problem[]
  /** What somebody should look at, though it keeps nothing out: conflicts of visits, rows that were left alone. */
  readonly warnings: readonly Problem[]
  /** Columns that the import does not know; they were left alone. */
  readonly unknownColumns: readonly string[]
  /** How each heading of a sheet was read. */
  readonly columns: readonly ReadColumn[]
  /** Whether the good rows could be taken without the bad ones. */
  readonly usable: boolean
  readonly imported: boolean
}

export type ImportOptions = {
  readonly now: Date
  /** The committee's IANA zone: which day is today, and what the times in the file mean. */
  readonly zone: string
  /** Whose deed it is in the audit log: `cli`, or a person's key. */
  readonly actor: string
  /** By which conflicts of visits are found; without it they are not looked for. */
  readonly calendar?: Calendar
  /** Whose accounts a roster may name; without them it has no columns for any. */
  readonly platforms?: Platforms
  /** By which the ids of accounts are checked: an account of a platform that is not described here is refused. */
  readonly identities?: Identities
  /** Without it no platform is asked whose people it takes. */
  readonly ask?: Ask
  /** What everybody in a roster is that has no column of roles. */
  readonly role?: Role
  /** The year of a plan whose sheet does not say it. */
  readonly year?: number
  readonly dryRun?: boolean
  /** Imports the good rows and leaves the bad ones out. */
  readonly skipBad?: boolean
  /** What somebody has looked at and wants taken as it is. */
  readonly accept?: ReadonlySet<Doubt>
  /** Rows dealt with so far; the last call, with `done` equal to `total`, comes after the commit. */
  readonly progress?: (done: number, total: number) => void
}

/** What the good rows of a file change, and the statements that change it: not yet run. */
export type Change = {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly ended: number
  /** Rows as they were read; see `src/database/rests.ts`. */
  readonly rests?: readonly Rest[]
  readonly writes: readonly Write[]
}
