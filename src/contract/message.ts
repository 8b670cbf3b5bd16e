import type { Intent } from './intent.ts'

/**
 * Everything a message can be made of, told without any platform's mark-up. All texts are plain: an adapter escapes
 * them, so that `<!channel>`, `**` or `<b>` typed by somebody is shown and never acts.
 */
export type Block =
  /** A paragraph; line breaks count. `strong` for what must not be missed, `subtle` for the small print. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly tone?: 'plain' | 'strong' | 'subtle' | 'warning'
      readonly own?: Own
    }
  /** Labelled values: deadline, version, receipt. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A bar, always with its numbers in words as well: `label` is complete without the bar. 0 <= done <= total. */
  | {
      readonly kind: 'progress'
      readonly label: string
      readonly done: number
      readonly total: number
      readonly own?: Own
    }
  /** Words somebody wrote: set apart, and shown to the letter. */
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string; readonly own?: Own }
  /** What can be done about the message; `label` is the heading of a group of them. */
  | { readonly kind: 'buttons'; readonly label?: string; readonly buttons: readonly Button[] }
  | Choice
  | { readonly kind: 'divider' }
  /**
   * The way to read a document whole, for a platform that can show one (`Host.document`); others leave it out, since the
   * message offers other ways.
   */
  | { readonly kind: 'reader'; readonly document: string; readonly label: string }

/**
 * What can be done about one row, drawn within it: a button of a row says what it does and not to which. `row` is the name
 * of the row, in a few words that no other row of the message has: who hears a button alone hears "Sửa: Điều 5".
 */
export type Own = { readonly row: string; readonly buttons: readonly Button[] }

/** A row of a list; with `own` it is a row with buttons. */
export type Item = string | { readonly text: string; readonly own: Own }

/**
 * One of many that are alike ("which item?"), taken with one press; one such block in a message. Each option is what a
 * button would be, and comes back in the same way. `submit` is written on the press and `missing` said where nothing is
 * chosen, on platforms where choosing is not pressing. A platform that cannot hold the options as a menu shows buttons.
 */
export type Choice = {
  readonly kind: 'choice'
  readonly label: string
  readonly submit: string
  readonly missing: string
  readonly options: readonly { readonly label: string; readonly intent: Intent }[]
}

export type Fact = { readonly label: string; readonly value: string }

/** A button carries a whole intent, or opens an https address. */
export type Button = { readonly label: string; readonly style?: 'primary' | 'danger' } & (
  | { readonly intent: Intent }
  | { readonly url: string }
)

export type Message = {
  /** Complete in itself and free of opinion texts: notifications and screen readers get this. */
  readonly text: string
  readonly title?: string
  readonly blocks?: readonly Block[]
  /**
   * What shows it as it stands now, of a message that shows where something stands: two of the same are one card. Where one
   * is shown, a platform that can change what it has shown draws it for the other as well.
   */
  readonly current?: Intent
}
