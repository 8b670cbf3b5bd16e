/** One paragraph of a document, in its order, however the file held it. */
export type Line = {
  /** In NFC on one line, without invisible characters; with the number that Word gives it. Never empty. */
  readonly text: string
  /** Its level as a heading, from 1, where its style or its mark says so. */
  readonly level: number | null
  /** A row of a table (cells apart by ` | `), a text box, a table of contents: never the head of a provision. */
  readonly plain: boolean
  /** Which paragraph or line of the file it is, from 1. */
  readonly at: number
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
/** Some keyboards of old write the Icelandic letter for Đ. */
const ICELANDIC = /[\u00d0\u0189]/gu

/** A paragraph's words on one line: NFC, blanks of every kind as one space, soft hyphens and invisible characters gone. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(/[\s\p{Cc}\ufffe\uffff]+/gu, ' ')
    .replace(ICELANDIC, '\u0110')
    .trim()
    .normalize('NFC')
}
