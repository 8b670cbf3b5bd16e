import type { Identities } from '../contract/identity.ts'
import type { Platforms } from '../contract/platform.ts'
import type { Db } from '../database/db.ts'
import type { Ask } from '../people/accounts/ask-platform.ts'
import type { FindByEmail } from '../people/accounts/link-by-email.ts'
import type { CommandOpening } from './open-for-command.ts'
import type { Environment, Settings } from './settings.ts'

/** A progress bar on stderr; silent where stderr is no terminal. */
export type Bar = {
  step(done: number, total: number): void
  stop(): void
}

/** The time by which a command acts: the server's, so that both agree in a rehearsal and on the sample. */
export type Clock = { now(): Date; readonly shifted: boolean }

/** What a group of commands is given: it registers itself by `register(program, io)` and touches nothing else. */
export type Io = {
  readonly env: Environment
  /** Read at the first use, so that `--help` works with a wrong configuration. */
  settings(): Settings
  /**
   * Opens the database with the clock that goes with what is in it, and closes it whatever happens. It must be there,
   * and of this version, unless `opening` says otherwise.
   */
  withDatabase<T>(use: (db: Db, clock: Clock) => Promise<T>, opening?: CommandOpening): Promise<T>
  /** Prints on stdout: `value` as JSON with `--json`, else `text()`. */
  print(flags: { readonly json?: boolean }, value: unknown, text: () => string): void
  /** Ends the command with one line on stderr and exit status 1. */
  fail(line: string): never
  bar(label: string): Promise<Bar>
  /** The platforms that there are, set up or not. */
  readonly platforms: Platforms
  /** How they, and the web chat, write their ids. */
  readonly identities: Identities
  /** Asks a platform whose people it takes, and what became of an account. */
  readonly ask: Ask
  /** Asks a platform who has an e-mail address. */
  readonly find: FindByEmail
}
