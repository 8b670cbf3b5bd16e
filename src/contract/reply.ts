import type { Form } from './form.ts'
import type { Message } from './message.ts'

/**
 * The answer to the one who acted. `replaces`: show it in place of the card that was pressed, which is out of date.
 * `invalid` answers a filled form: it stays open with the person's words in it, `message` says what is wrong and
 * `fields` says it per field name.
 */
export type Reply =
  | { readonly kind: 'message'; readonly message: Message; readonly replaces?: true }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'invalid'; readonly message: string; readonly fields: Readonly<Record<string, string>> }
  | { readonly kind: 'none' }

/** `repeated`: this delivery was answered before, and this is that first answer. */
export type Answer = { readonly reply: Reply; readonly repeated: boolean }
