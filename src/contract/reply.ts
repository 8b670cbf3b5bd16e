import type { Clash, Form } from './form.ts'
import type { Message } from './message.ts'

/**
 * A file that goes with an answer, for the one who asked: a calendar, a picture. What it says stands in the message too,
 * since a platform that takes no files leaves it out. `alt` describes it; at most 200 KB. `instead` is shown by such a
 * platform: how else to get the file, where the message itself offers no other way.
 */
export type File = {
  readonly name: string
  readonly mediaType: 'text/calendar' | 'image/png'
  readonly base64: string
  readonly alt: string
  readonly instead?: string
}

/** What a document is. */
export type DocumentType =
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/zip'
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/tiff'
  | 'image/webp'
  | 'text/markdown'
  | 'text/plain'
  | 'text/csv'
  | 'text/html'

/**
 * A document that goes with an answer, for the one who asked: it may take seconds to make and megabytes to carry, so it is
 * made when it is fetched. An adapter that brings it gets it from `Host.file` by the token; `path` on the one HTTP server
 * gives it to whoever has the token, for an hour. `alt` says what it is, and stands on a link to it; `expires`
 * is shown with that link and nowhere else: until when it works, for whom. `instead` as for a file. It holds a key, so it is never stored: a redelivery gets `Outcome.again`.
 */
export type LinkedFile = {
  readonly name: string
  readonly mediaType: DocumentType
  readonly token: string
  readonly path: string
  /** The same as a whole address; left out where nobody said under which one people reach the server. */
  readonly url?: string
  readonly alt: string
  readonly expires: string
  readonly instead?: string
}

/**
 * The answer to the one who acted. `replaces`: show it in place of the card that was pressed, which is out of date.
 * `invalid` answers a filled form: it stays open with the person's words in it, `message` says what is wrong and
 * `fields` says it per field name. `clashes`, per name of a field that picks: what its words may mean is asked with the
 * form, in place of the words.
 */
export type Reply =
  | {
      readonly kind: 'message'
      readonly message: Message
      readonly replaces?: true
      readonly files?: readonly File[]
      readonly documents?: readonly LinkedFile[]
    }
  | { readonly kind: 'form'; readonly form: Form }
  | {
      readonly kind: 'invalid'
      readonly message: string
      readonly fields: Readonly<Record<string, string>>
      readonly clashes?: Readonly<Record<string, readonly Clash[]>>
    }
  | { readonly kind: 'none' }

/**
 * `repeated`: this delivery was answered before, and this is that first answer. `provisional`: not the answer to it, only
 * that there is none yet (a slow database, a fault): a redelivery may bring the answer, which is to be shown then.
 * `elsewhere` goes with the answer to a filled form: it says, in the person's language, that the answer stands in their own
 * conversation, for a platform that shows it there although the form was opened somewhere else. Not with a repeated one.
 */
export type Answer = {
  readonly reply: Reply
  readonly repeated: boolean
  readonly provisional?: true
  readonly elsewhere?: string
}
