/** A table that leaves as a file: its columns by our names, and the rows under them. */
export type Exported = {
  readonly columns: readonly { readonly name: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** What a stored word is called in a file; the word itself where it has no name. */
export const wordOf = (names: Readonly<Record<string, readonly string[]>>, stored: string): string =>
  names[stored]?.[0] ?? stored
