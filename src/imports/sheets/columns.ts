/** What a sheet may hold, by the names of its columns. */
export type Columns = {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Those that hold days or moments; a date in another is a text that a spreadsheet took for one. */
  readonly dates?: readonly string[]
  /** Those that say how somebody or something is called. */
  readonly names?: readonly string[]
  /** Those in which people write what they like. */
  readonly free?: readonly string[]
}
