/** What is noticed while a document is read, for its doubts. */
export type Noticed = {
  insertions: number
  deletions: number
  hidden: number
  pictures: number
  comments: number
  embedded: number
  readonly legacyFonts: Set<string>
}

export const nothingNoticed = (): Noticed => ({
  insertions: 0,
  deletions: 0,
  hidden: 0,
  pictures: 0,
  comments: 0,
  embedded: 0,
  legacyFonts: new Set(),
})
