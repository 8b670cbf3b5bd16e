import type { Intent } from './intent.ts'

/**
 * Everything a message can be made of, told without any platform's mark-up. All texts are plain: an adapter escapes
 * them, so that `<!channel>`, `**` or `<b>` typed by somebody is shown and never acts.
 */
export type Block =
  /** A paragraph; line breaks count. `strong` for what must not be missed, `subtle` for the small print. */
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'plain' | 'strong' | 'subtle' | 'warning' }
  /** Labelled values: deadline, version, receipt. */
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A bar, always with its numbers in words as well: `label` is complete without the bar. 0 <= done <= total. */
  | { readonly kind: 'progress'; readonly label: string; readonly done: number; readonly total: number }
  /** Words somebody wrote: set apart, and shown to the letter. */
  | { readonly kind: 'quote'; readonly text: string; readonly by?: string }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'divider' }
  /**
   * The way to read a document whole, for a platform that can show one (`Host.document`); others leave it out, since the
   * message offers other ways.
   */
  | { readonly kind: 'reader'; readonly document: string; readonly label: string }

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
}
