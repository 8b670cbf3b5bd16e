/**
 * Words as every document takes them: NFC as they were, line ends as one line feed, and what XML 1.0 forbids (control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF) shown as an empty square, so that a reader sees that
 * something stood there. A page break and a vertical tab are line ends.
 */
export function cleanWords(text: string): string {
  return (
    text
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
      .toWellFormed()
      // Workbooks are written without U+FFFD, which stands for the halves by now.
      .replace(/(?![\t\n])\p{Cc}|\p{NChar}|\ufffd/gu, '\u25a1')
      .replace(/[ \t]+$/gmu, '')
      .trim()
  )
}

/** The same in one line. */
export const cleanLine = (text: string): string => cleanWords(text).replace(/\s*\n\s*/gu, ' ')

/** Words that stand on a line of their own begin with a capital. */
export const asLine = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
