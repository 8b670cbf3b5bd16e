import type { SessionStore } from './sessions.ts'

export type Language = 'vi' | 'en'

/** Somebody a visitor may sit down as, where seats may be picked: the demonstration on loopback. */
export type Seat = {
  readonly user: string
  readonly name: string
  readonly title?: string
  /** In people's words, in the language asked for, as the title is; the first one groups the list. */
  readonly roles: readonly string[]
  readonly sample: boolean
}

export type WebOptions = {
  /** Who may be picked without proof. Absent wherever the page can be reached from another machine. */
  readonly seats?: (locale: Language) => Promise<readonly Seat[]>
  /**
   * The person behind an access link, or undefined when it is unknown, revoked or over. Asked again at every request
   * of a session that began with the link, so a revoked link stops working at once.
   */
  readonly signIn: (token: string) => Promise<{ readonly user: string; readonly name: string } | undefined>
  /** Where sessions are kept, so that any replica and the next start know them; without it this process's memory. */
  readonly sessions?: SessionStore
  /**
   * What was sent to these people in the web chat, or rewritten there, in the last so many milliseconds, by whichever replica;
   * each under a `ref` of its own. Asked every second while a page is open; without it a page hears what this process sends.
   */
  readonly sentSince?: (
    users: readonly string[],
    withinMs: number,
  ) => Promise<readonly { readonly user: string; readonly ref: string }[]>
  /** The committee's language: a page's where neither its person nor its browser asks for one. */
  readonly locale: Language
  /** Which language that person has chosen, on this page or on another platform; undefined for none. */
  readonly languageOf?: (user: string) => Promise<Language | undefined>
  /** Shown on every page, such as that the data is a sample and where the clock stands. */
  readonly banner?: (locale: Language) => string | undefined
  /** IANA name of the zone in which the page writes times; the committee's. Default `Asia/Ho_Chi_Minh`. */
  readonly timeZone?: string
}
