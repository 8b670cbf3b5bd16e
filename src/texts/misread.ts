/** What Windows-1252 shows for the bytes 80 to 9F; the five that it does not know stay control characters. */
const windows1252 = new Map<string, number>(
  [
    ...'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
  ].map((sign, at) => [sign, 0x80 + at]),
)

/** A lead byte of UTF-8 as Windows-1252 shows it, before what may be its second byte. */
const looksMisread = /[\u00c2-\u00df\u00e1][\u0080-\u00bf\u0152-\u2122\ufffd]/u

/**
 * The text that was written as UTF-8 and read as Windows-1252 (`Nguyá»…n VÄƒn A`), where it can be told for certain: every
 * sign goes back to one byte, and the bytes are UTF-8. A byte that was lost (`\ufffd`) is certain after Ä alone, where of the
 * letters of Vietnamese only `Đ` has one that Windows-1252 does not know. Undefined where nothing shows, or a letter is lost.
 */
export function unmisread(text: string): string | undefined {
  if (!looksMisread.test(text)) return undefined
  const bytes: number[] = []
  let before = ''
  for (const sign of text) {
    const code = sign === '\ufffd' && before === '\u00c4' ? 0x90 : (windows1252.get(sign) ?? sign.codePointAt(0) ?? 256)
    if (code > 255) return undefined
    bytes.push(code)
    before = sign
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC')
  } catch {
    return undefined
  }
}
