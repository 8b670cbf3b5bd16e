/** How one column of a file was read: its heading as it is, its letter, the column of ours, a value that stands below. */
export type Reading = {
  readonly heading: string
  readonly at: string
  readonly column: string
  readonly example?: string
}

/** The same once it is known what the import takes: null for a column that it leaves alone. */
export type ReadColumn = Omit<Reading, 'column'> & { readonly column: string | null }
