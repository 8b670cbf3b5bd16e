/** What is noticed while a document is read, for its doubts. */
export type Noticed = {
  insertions: number
  deletions: number
  hidden: number
  pictures: number
  comments: number
  embedded: number
  readonly legacyFonts: Set<string>
  /** What may bear a mark of secrecy beside the lines: watermarks, words of text boxes, hidden words. */
  readonly asides: string[]
}

export const nothingNoticed = (): Noticed => ({
  insertions: 0,
  deletions: 0,
  hidden: 0,
  pictures: 0,
  comments: 0,
  embedded: 0,
  legacyFonts: new Set(),
  asides: [],
})
