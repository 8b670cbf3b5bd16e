/** The letters of the fonts .VnTime and their kind (TCVN 5712:1993, VN3), by the signs of Latin-1 that stand for them. */
const letters = new Map(
  [
    ['\u00a1', 'ĂÂÊÔƠƯĐăâêôơưđ'],
    ['\u00b5', 'àảãáạ'],
    ['\u00bb', 'ằẳẵắ'],
    ['\u00c6', 'ặầẩẫấậè'],
    ['\u00ce', 'ẻẽéẹềểễếệìỉ'],
    ['\u00dc', 'ĩíịò'],
    ['\u00e1', 'ỏõóọồổỗốộờởỡớợù'],
    ['\u00f1', 'ủũúụừửữứựỳỷỹýỵ'],
  ].flatMap(([first = '', run = '']) =>
    [...run].map((letter, at) => [String.fromCharCode(first.charCodeAt(0) + at), letter] as const),
  ),
)

/**
 * A text for a TCVN3 font as Unicode. `capitals`: for a font that shows capitals alone (`.VnTimeH`). What has letters beyond
 * Latin-1 is Unicode already and stays.
 */
export function fromTcvn3(text: string, capitals = false): string {
  if (/[\u0100-\u{10ffff}]/u.test(text)) return text
  const read = [...text].map((sign) => letters.get(sign) ?? sign).join('')
  return capitals ? read.toUpperCase() : read
}
