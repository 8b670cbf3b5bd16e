/** One word of a text: where it stands in it, and how it reads folded. */
export type Word = {
  readonly folded: string
  /** Offsets into the text as given; `end` is exclusive. */
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const MARKS = /\p{M}+/gu
const NOT_WORD = /[^\p{L}\p{N}]+/gu

/**
 * A text as it is compared: lower case, without diacritics, words apart by one space, punctuation gone. `Uỷ ban`,
 * `Ủy ban` and `uy ban` fold alike, as do composed and decomposed letters and either place of a tone mark (hoà, hòa).
 */
export function fold(text: string): string {
  return words(text)
    .map((word) => word.folded)
    .join(' ')
}

/** The words of a text with their places, so that what follows one can be quoted to the letter. */
export function words(text: string): readonly Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const folded = bare(match[0]).replace(NOT_WORD, '')
    if (folded !== '') found.push({ folded, start: match.index, end: match.index + match[0].length })
  }
  return found
}

/** Lower case without diacritics, punctuation kept: for dates and times inside a sentence. */
export function bare(text: string): string {
  // NFD takes a tone mark off its letter but leaves đ whole, so đ is turned by hand.
  return text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(MARKS, '').replaceAll('đ', 'd')
}
