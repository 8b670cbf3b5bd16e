import type { Subject } from '../../texts/file-words.ts'

/** What a sheet may hold, by the names of its columns. */
export type Columns = {
  /** By whose words the headings are read, and called where one is missing. */
  readonly subject: Subject
  /** What else helps where a required column is missing. */
  readonly instead?: Readonly<Record<string, string>>
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Those that hold days or moments; a date in another is a text that a spreadsheet took for one. */
  readonly dates?: readonly string[]
  /** Those that say how somebody or something is called. */
  readonly names?: readonly string[]
  /** Those in which people write what they like. */
  readonly free?: readonly string[]
}
