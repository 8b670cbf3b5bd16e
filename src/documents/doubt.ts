/**
 * What a reading is not sure of. `line` is the paragraph or line of the file, from 1; `provision` an id. Nothing is
 * missing from the provisions because of one, but for `left-out`, which holds the words.
 */
export type Doubt =
  /** A number that does not follow the one before it: taken as it stands. */
  | { readonly kind: 'number-skipped' | 'number-repeated'; readonly provision: string; readonly line: number }
  /** A line that begins like a provision and was kept as words of the one before. */
  | { readonly kind: 'not-a-provision'; readonly line: number; readonly provision: string | null }
  /** A quotation that begins a paragraph and never ends: read as if it ended there. */
  | { readonly kind: 'quotation-open'; readonly line: number }
  /** Not one numbered or named provision was found. */
  | { readonly kind: 'no-structure' }
  | { readonly kind: 'tracked-changes'; readonly insertions: number; readonly deletions: number }
  | { readonly kind: 'hidden-text' | 'pictures' | 'comments' | 'embedded-parts'; readonly count: number }
  /** Letters of a font that shows other letters than it holds (TCVN3, VNI): the words are not readable as text. */
  | { readonly kind: 'legacy-font'; readonly font: string }
  /** Lines that look so, or that were read in a wrong encoding, of a file that names no fonts; the first of them. */
  | { readonly kind: 'misread'; readonly line: number; readonly count: number }
  /** Heads, feet and page numbers, which are no words of a provision. */
  | {
      readonly kind: 'left-out'
      readonly what: 'header' | 'footer' | 'running-head'
      readonly text: string
      readonly times: number
    }
  | { readonly kind: 'page-without-text'; readonly page: number }
