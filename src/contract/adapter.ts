import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Address } from './address.ts'
import type { Directory } from './directory.ts'
import type { ReadableDocument } from './document.ts'
import type { Found } from './form.ts'
import type { History, HistoryWanted } from './history.ts'
import type { Inbound } from './inbound.ts'
import type { Message } from './message.ts'
import type { Page, Way } from './page.ts'
import type { Place } from './place.ts'
import type { Answer, DocumentType } from './reply.ts'

/** What became of one send. A failed delivery is a value; `send` and `update` throw only on a bug. */
export type Delivery =
  /** `ref` finds the message again for `update` (a Slack channel and ts, a Teams conversation and activity id). */
  | { readonly status: 'sent'; readonly ref: string }
  /** Certainly not delivered, and worth another try after so many milliseconds: a rate limit, a refused connection. */
  | { readonly status: 'later'; readonly afterMs: number; readonly why: string }
  /** It may have arrived: a lost answer, a 5xx after the body was sent. Never blindly repeated. */
  | { readonly status: 'unsure'; readonly why: string }
  | {
      readonly status: 'never'
      readonly why: 'no-such-person' | 'blocked' | 'gone' | 'too-long' | 'refused'
      readonly detail: string
    }

/** Which send is asked about: its key, since when it can have been made, and the `ref` of the last one known to have arrived. */
export type SoughtAbout = { readonly key: string; readonly since: Date; readonly lastRef?: string }

/** What a platform knows of a send whose answer was lost. */
export type Sought =
  | { readonly status: 'there'; readonly ref: string }
  /** Certainly not: sending it again makes no second message. */
  | { readonly status: 'not-there' }
  | { readonly status: 'unknown'; readonly why: string }

/** What a platform says of an account. `detail` is a sentence's end for operators: `is deactivated in Slack`. */
export type Standing =
  | { readonly status: 'active' }
  | { readonly status: 'gone'; readonly why: 'deactivated' | 'no-such-person'; readonly detail: string }
  /** There is such a person, and they belong to another workspace or tenant. */
  | { readonly status: 'elsewhere'; readonly tenant: string }

/** A file that is brought to somebody beside a message of ours; `words` say what it is. */
export type FileToBring = {
  readonly name: string
  readonly mediaType: DocumentType
  readonly bytes: Uint8Array
  readonly words: string
}

/** How fast something may be begun; see `ChatAdapter.pace`. */
export type Pace = {
  readonly perSecond: number
  readonly inFlight: number
  readonly perConversation?: number
  readonly local?: true
}

/** What the process offers an adapter. */
export type Host = {
  /** Never throws: whatever happens, there is an answer for the person. */
  receive(inbound: Inbound): Promise<Answer>
  /** What this person said and was told on this platform: for platforms that keep no history. */
  history(to: Address, wanted: HistoryWanted): Promise<History>
  /**
   * A draft to be read whole, by its id in a `reader` block: for platforms that can show one. Undefined where there is no
   * such draft, or this person may not read it now.
   */
  document(of: Address, id: string): Promise<ReadableDocument | undefined>
  /**
   * A page for those who work here all day, for platforms that can show one. Undefined where there is no such page, and to
   * whoever may not see it: both look the same. `locale`: the language in which the platform shows it, where the person
   * has chosen none.
   */
  page(of: Address, place: Place, locale: string | undefined): Promise<Page | undefined>
  /** The pages that this person has, by what they are called; none for somebody who is nobody here. */
  ways(of: Address, locale: string | undefined): Promise<readonly Way[]>
  /**
   * Makes the document of a `LinkedFile`, as its owner may have it now; within a minute, at most 25 MB. Undefined where
   * they may not, or the token is unknown or too old. Rejects when it cannot be made.
   */
  file(token: string): Promise<{ readonly bytes: Uint8Array } | undefined>
  /**
   * What a directory offers for what was typed so far, best first, to somebody whose forms ask it; nothing to anybody else.
   * A whole answer (the `value` of an option) finds its option. Never rejects: `said` then says what is the matter.
   */
  options(of: Address, from: Directory, typed: string, limit: number): Promise<Found>
  readonly log: Log
}

/** pino's shape: facts first, then the event's name. Never words of an opinion, never a token. */
export type Log = {
  debug(facts: object, event: string): void
  info(facts: object, event: string): void
  warn(facts: object, event: string): void
  error(facts: object, event: string): void
}

/** A path on the one HTTP server. `path` is exact, or ends in `/*` for everything below it. */
export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  handle(request: IncomingMessage, response: ServerResponse): void | Promise<void>
}

export type ChatAdapter = {
  /** `slack`, `teams`, `web`: the `platform` of its addresses. */
  readonly name: string
  readonly routes: readonly Route[]
  /**
   * How fast the outbox may send: sends and rewritings begun a second over the whole platform, by all replicas together;
   * in flight at once from one process; and milliseconds between two to one account. `local`: there is no platform
   * behind it whose limits replicas would share.
   */
  readonly pace: Pace
  start(host: Host): Promise<void>
  stop(): Promise<void>
  /** `key` is the ledger's permanent key of this message: pass it on where the platform can use it against doubles. */
  send(to: Address, message: Message, key: string): Promise<Delivery>
  /**
   * Where the platform shows files in a conversation: brings one to where the message stands that `send` called `ref`. It is
   * `later` as long as nobody can see the file, and has a pace of its own, since it must not hold up messages.
   */
  readonly files?: {
    readonly pace: Pace
    bring(to: Address, file: FileToBring, ref: string): Promise<Delivery>
  }
  /** Rewrites a message that was sent: an answered card stops asking. */
  update(to: Address, ref: string, message: Message): Promise<Delivery>
  /**
   * Where the platform can tell: whether a message of ours arrived, some seconds after its `send` was `unsure`. Rejects
   * when the platform cannot be asked now.
   */
  sought?(to: Address, about: SoughtAbout): Promise<Sought>
  /**
   * Where a platform knows such things: the workspaces or tenants whose people are taken, `any` where the bot is bound to
   * none. Rejects when the platform cannot be asked now.
   */
  tenants?(): Promise<readonly string[] | 'any'>
  /**
   * Where the platform can tell without writing to anybody: whether there is such a person and they are active. Rejects
   * when the platform cannot be asked now.
   */
  standing?(of: Address): Promise<Standing>
  /**
   * Asks the platform for a sign of life, for some seconds at most: undefined when it gave one, else why not. Never
   * rejects. Left out where there is no platform behind it.
   */
  answers?(): Promise<string | undefined>
  /**
   * Finds a person's address by e-mail; undefined where nobody has it, `not-possible` where the platform offers no such
   * thing. Rejects when the platform cannot be asked now: "nobody" would be a false answer.
   */
  find(email: string): Promise<Address | 'not-possible' | undefined>
}
