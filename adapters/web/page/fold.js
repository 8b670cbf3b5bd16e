// @ts-check

/** Lower case without diacritics; đ by hand: its bar is no diacritic to Unicode. @param {string} text */
export function plain(text) {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')
}

/** The words of a text, folded, apart by one space. @param {string} text */
export const folded = (text) =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * What typed words may mean among lines, the likeliest first: the line that begins with them, then those that hold them
 * together, then those that hold them all. A number alone is an article's; "k2 d5" is khoản 2 Điều 5.
 * @template T @param {readonly { line: string, of: T }[]} lines folded @param {string} typed @returns {T[]}
 */
export function findLines(lines, typed) {
  const words = folded(typed)
    .replace(/\b([dk])(\d+[a-z]?)\b/g, (_, kind, number) => `${kind === 'd' ? 'dieu' : 'khoan'} ${number}`)
    .replace(/\barticle (?=\d)/g, 'dieu ')
    .replace(/\bclause (?=\d)/g, 'khoan ')
  if (words === '') return lines.map(({ of }) => of)
  const articles = /^\d+[a-z]?$/.test(words) ? ranked(lines, `dieu ${words}`) : []
  return articles.length > 0 ? articles : ranked(lines, words)
}

/** @template T @param {readonly { line: string, of: T }[]} lines @param {string} words @returns {T[]} */
function ranked(lines, words) {
  const each = words.split(' ')
  /** @type {T[][]} */
  const ranks = [[], [], [], [], []]
  for (const { line, of } of lines) {
    const rank = rankOf(` ${line} `, words, each)
    if (rank !== undefined) ranks[rank]?.push(of)
  }
  return ranks.flat()
}

/** @param {string} line @param {string} words @param {readonly string[]} each */
function rankOf(line, words, each) {
  if (line.startsWith(` ${words} `)) return 0
  if (line.startsWith(` ${words}`)) return 1
  if (line.includes(` ${words} `)) return 2
  if (line.includes(` ${words}`)) return 3
  // A number is whole; a word may be half typed.
  return each.every((word) => line.includes(/^\d/.test(word) ? ` ${word} ` : ` ${word}`)) ? 4 : undefined
}
