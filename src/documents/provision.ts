import type { ProvisionKind } from '../contract/document.ts'

export type { ProvisionKind }

/** One provision of a version. All of a version, in this order, hold every word of the document once. */
export type Provision = {
  /**
   * Stable among the readings of one file, and unique in it: kinds and numbers from the article (or appendix, heading)
   * down, such as `d5.k2.da`, `pl1.d3`, `h1.2.a`; a number that comes twice gets `~2`.
   */
  readonly id: string
  readonly kind: ProvisionKind
  /** As it is written there (`5`, `III`, `đ`, `thứ nhất`), without punctuation; null where it has none. */
  readonly number: string | null
  readonly title: string | null
  /** Its own words, without its children's: paragraphs apart by a line end, cells of a table by ` | `. */
  readonly text: string
  /** How many provisions it lies in. */
  readonly depth: number
  readonly parent: string | null
  /** As people cite it in Vietnamese; what has no number, by the words it begins with. */
  readonly path: string
}
