/** How much is read of one file; beyond any of these it is refused whole. */
export type Limits = {
  readonly bytes: number
  /** Entries of a zip, and bytes of its parts that are read, one and together, as unpacked. */
  readonly parts: number
  readonly partBytes: number
  readonly unpackedBytes: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Paragraphs, and letters in all of them: ten times the longest code there is. */
  readonly lines: number
  readonly letters: number
}

export const LIMITS: Limits = {
  bytes: 25_000_000,
  parts: 3_000,
  partBytes: 40_000_000,
  unpackedBytes: 80_000_000,
  pages: 500,
  lines: 50_000,
  letters: 10_000_000,
}
