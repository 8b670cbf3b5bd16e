import type { Calendar } from './calendar/calendar.ts'
import type { Log } from './contract/adapter.ts'
import type { Inbound } from './contract/inbound.ts'
import type { Intent } from './contract/intent.ts'
import type { Reply } from './contract/reply.ts'
import type { Db, Write } from './database/db.ts'
import type { Rest } from './database/rests.ts'
import type { BroughtFile } from './documents/intake/brought-file.ts'
import type { Actor } from './people/actor.ts'
import type { Texts } from './texts/texts.ts'

/** `details`: everything a team's own people see; `none`: not that there is such a visit. */
export type OthersSee = 'dates' | 'details' | 'none'

/**
 * The least working days that a round should take, by kind of document: `kind` as the operator wrote it, compared folded,
 * and `*` for every other kind. Below it people are warned, and nothing is forbidden.
 */
export type MinimumDays = readonly { readonly kind: string; readonly days: number }[]

/** What every use case gets. The clock is `now`: one instant for the whole request. */
export type Context = {
  readonly db: Db
  readonly now: Date
  /** The committee's IANA zone, in which every deadline is meant. */
  readonly zone: string
  /** Where people reach the web chat: `https://dondoc.example.org`, without a slash at the end. */
  readonly publicUrl: string
  /** `publicUrl` is this machine's own, since nobody said which one people use; see `publicAddress`. */
  readonly onlyHere?: boolean
  readonly calendar: Calendar
  /** What people see of the visits of teams that are not theirs; `dates` (unit, team, day) unless the committee decides otherwise. */
  readonly othersSee?: OthersSee
  /** None where nobody set any. */
  readonly minimumDays?: MinimumDays
  /** Platforms that take a message only for whom they have been heard from: see `Platform.hearsFirst`. */
  readonly mustHear: readonly string[]
  /** Platforms that bring files into a person's conversation: see `Platform.bringsFiles`. None where it is left out. */
  readonly bringsFiles?: readonly string[]
  readonly actor: Actor
  /** Who sees the reply. In a channel: counts only. */
  readonly audience: Inbound['audience']
  /** The actor's language. */
  readonly texts: Texts
  /** What came with a message or a form and was looked into; absent where no file came. */
  readonly files?: readonly BroughtFile[]
  readonly log: Log
}

/**
 * Writes with what they rest on. Each write that depends on what was read is guarded: by a unique key, by `where` with
 * the revision seen, or by a rest (src/database/rests.ts). When a guard fails, everything rolls back and the use case
 * decides again on what stands now. `rests` may be empty; it may not be forgotten.
 */
export type Change =
  | { readonly writes: readonly Write[]; readonly rests: readonly Rest[] }
  | { readonly writes?: undefined; readonly rests?: undefined }

/**
 * What a use case decided. It has only read so far; `app` runs `writes` in one transaction together with the delivery's
 * own row. Which guard stands for what each use case reads: docs/guards.md.
 */
export type Outcome = Change & {
  readonly reply: Reply
  /** What a redelivery gets, where the reply itself must not be stored: a token is kept as a hash alone. */
  readonly again?: Reply
}

/** One thing the bot can do: what goes in is an intent and, from a form, its values. */
export type UseCase<I extends Intent = Intent> = (ctx: Context, intent: I, values: FormValues) => Promise<Outcome>

export type FormValues = Readonly<Record<string, string | readonly string[]>>
