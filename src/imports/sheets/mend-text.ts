import { isMisread } from '../../texts/broken-text.ts'
import { unmisread } from '../../texts/misread.ts'
import { fromTcvn3 } from '../../texts/tcvn3.ts'

/** Fonts whose texts can be turned into Unicode when somebody says that a file is written for them. */
export const fontNames = ['tcvn3'] as const
export type FontName = (typeof fontNames)[number]

/** What stood there, and in what way it was read. */
export type MendedText = { readonly before: string; readonly why: string }

/**
 * A text as it was meant, where that is certain: UTF-8 that was read as Windows-1252, a cell in a TCVN3 font (its name begins
 * with `.Vn`), or a file that somebody has said to be in one. Before anything is taken off it: a space or a soft hyphen may
 * be half a letter.
 */
export function mendText(
  text: string,
  font: string | undefined,
  all: FontName | undefined,
): { readonly text: string; readonly mended?: MendedText } {
  // Nearly all texts: nothing of the kind begins without such a sign.
  if (!/[\u0080-\u00ff]/.test(text)) return { text }
  const forFont = font !== undefined && /^\.Vn/i.test(font)
  if (forFont || all === 'tcvn3') {
    const read = fromTcvn3(text, forFont && /H$/.test(font))
    return read === text
      ? { text }
      : { text: read, mended: { before: text, why: 'is for a TCVN3 font and is taken as' } }
  }
  const read = unmisread(text)
  if (read === undefined || isMisread(read)) return { text }
  return { text: read, mended: { before: text, why: 'was read in another encoding and is taken as' } }
}
