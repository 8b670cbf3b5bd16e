/**
 * A printed sheet before it is written: pages of blocks, without any format's mark-up. For what is read and signed, where
 * the consolidated table is for what is edited and sorted. All words are plain and clean.
 */
export type SheetDocument = {
  readonly locale: 'vi' | 'en'
  readonly title: string
  readonly subject: string
  readonly creator: string
  readonly pageWord: string
  readonly madeAt: Date
  /** Each begins on a new page. */
  readonly pages: readonly (readonly SheetBlock[])[]
}

export type SheetBlock =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'subtitle'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'line'; readonly label?: string; readonly text: string }
  /** One of several to choose from. */
  | { readonly kind: 'choice'; readonly ticked: boolean; readonly text: string }
  /** `shares`: how wide the columns are, compared with each other. */
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly shares: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** A bar of `done` in `total`, which its label says in words as well. */
  | { readonly kind: 'bar'; readonly label: string; readonly done: number; readonly total: number }
  /** An empty line to write on. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'signature'; readonly lines: readonly string[]; readonly name: string }
