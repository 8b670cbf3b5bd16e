/** What stands for the bytes 80 to BF, with which UTF-8 continues, where Windows-1252 or -1258 reads them. */
const signs =
  '\\u0080-\\u009f\\u00a1-\\u00aa\\u00ac-\\u00ba\\u00bc-\\u00bf\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u2020\\u2021\\u2030\\u201a\\u201e\\u20ac\\u2122'
/** The same with what may stand after a capital without any fault: quotation marks, dashes, dots, a wide space. */
const anySign = `${signs}\\u00a0\\u00ab\\u00bb\\u02dc\\u2013\\u2014\\u2018\\u2019\\u201c\\u201d\\u2022\\u2026\\u2039\\u203a`

/**
 * UTF-8 read as Windows-1252 or -1258: `Nguyá»…n VÄƒn A`. Two bytes begin with C2 to DF, and Vietnamese letters of three
 * with E1 BA or E1 BB. Ä, Å and Æ are no Vietnamese letters.
 */
const mojibake = new RegExp(
  `[\\u00c2-\\u00df\\u0102][${signs}]|[\\u00c4-\\u00c6][${anySign}]|\\u00e1[\\u00ba\\u00bb][${anySign}]|\\p{Ll}[\\u00c2-\\u00c5]`,
  'u',
)

/**
 * The fonts .VnTime and its kind (TCVN3) show their letters under the codes of Latin-1: signs inside words, such as in
 * `V¨n`, `Tµi`, `§ång`, and capitals after small letters, such as in `NguyÔn`, `ThÞ`.
 */
const tcvn3 =
  /\p{L}[\u00a9\u00ae]\p{L}|\p{L}[\u00a8\u00aa\u00ac\u00ad\u00b5-\u00b9\u00bc-\u00be\u00d7\u00f7](?![\d])|(?:^|[^\p{L}\d])[\u00a7\u00ae\u00a1-\u00a6][\p{Ll}\u00a8\u00aa\u00ac\u00b5-\u00b9\u00bc-\u00be]|\p{Ll}[\u00c6-\u00cc\u00ce-\u00d6\u00d8\u00dc-\u00de]/u

/**
 * The fonts VNI-Times and their kind write a letter and its tone as two letters of Latin-1: `Nguyeãn Vaên A`. No
 * Vietnamese syllable has a marked vowel after an `a` or `e`, and after `o`, `u`, `y` not these.
 */
const vni =
  /a[\u00e0-\u00e5\u00e8-\u00eb\u00ef\u00f8\u00f9-\u00fc\u00f5]|e[\u00e0-\u00e5\u00ef\u00f5\u00f8\u00f9\u00fb]|o[\u00e2\u00e4\u00e5\u00ef\u00f5\u00f8\u00f9\u00fb]|[uy\u00f4\u00f6][\u00ef\u00f5\u00f8\u00f9\u00fb]|\u00f1[\u00e0-\u00e5aeiou\u00f4\u00f6]/iu

/** Letters that a program did not know: `Nguy?n V?n A`. */
const lost = /\p{L}\?\p{L}|(?:^|\s)\?\p{Ll}/u

/**
 * Why a text is not what somebody wrote, as far as that shows: it was read in a wrong encoding or needs a font of its
 * own. Undefined where nothing shows. `Saïd` and other foreign names may look so as well: a person's word settles it.
 */
export function whyBroken(text: string): string | undefined {
  if (/[\ufffd\p{Co}\u0080-\u009f]/u.test(text)) return 'holds signs that some program could not read'
  if (mojibake.test(text)) return 'looks like UTF-8 that was read in another encoding'
  if (tcvn3.test(text)) return 'looks like text for a TCVN3 font (.VnTime): convert it to Unicode'
  if (vni.test(text)) return 'looks like text for a VNI font: convert it to Unicode'
  if (lost.test(text)) return 'has question marks where letters were lost'
  return undefined
}

/** Whether it was read in a wrong encoding or needs a font of its own; question marks alone, as in addresses, say nothing. */
export const isMisread = (text: string): boolean =>
  /[\ufffd\p{Co}\u0080-\u009f]/u.test(text) || mojibake.test(text) || tcvn3.test(text) || vni.test(text)

/** Why it is no way of calling somebody or something, which is never a question. */
export const whyNoName = (text: string): string | undefined =>
  whyBroken(text) ?? (text.includes('?') ? 'has a question mark, as where a letter was lost' : undefined)

/** Whether a text may be in a font of its own, though it shows no sign of that: `Bé` is `Bộ` in one. */
export const isOfLatin1 = (text: string): boolean => /[\u00a1-\u00ff]/u.test(text) && !/[\u0100-\u{10ffff}]/u.test(text)
