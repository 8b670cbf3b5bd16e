// @ts-check

/**
 * Which stretches of an English page's text are Vietnamese, so that a screen reader says names and other people's words
 * as they are meant. Told by letters that English has not, and by the syllables beside them ("Cai" of "Lào Cai"); a name
 * without any such letter, such as An Giang, is not told apart.
 */
const letter = /[ăâđêôơưĂÂĐÊÔƠƯẠ-ỹàáãèéìíòóõùúýÀÁÃÈÉÌÍÒÓÕÙÚÝ]/
const syllable = /^(?:ngh|ng|nh|th|tr|ch|ph|kh|gh|gi|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/i
/** English words that look like such a syllable and stand beside names. */
const english = new Set(
  (
    'a an and at be been but by can do due get go has he in it man may me men no not now of on one or out set she so team ' +
    'ten than that the them then they to too two up you'
  ).split(' '),
)
/** What may stand between two words of one stretch. */
const within = /^[ \d–\-(),/“”:.]{1,5}$/

/** The text in parts, in order; `vi`: it is Vietnamese. @param {string} text @returns {{ text: string, vi: boolean }[]} */
export function inVietnamese(text) {
  const words = [...text.normalize('NFC').matchAll(/[\p{L}\p{M}]+/gu)].map((found) => ({
    word: found[0],
    from: found.index,
    to: found.index + found[0].length,
    vi: letter.test(found[0]),
  }))
  /** @param {number} at @param {number} other the word that is told already */
  const belongs = (at, other) => {
    const [word, told] = [words[at], words[other]]
    if (word === undefined || told === undefined || word.vi || !told.vi) return false
    const between = at < other ? text.slice(word.to, told.from) : text.slice(told.to, word.from)
    if (between !== ' ' || !syllable.test(word.word)) return false
    // Behind a name a capital goes on with it; before it one may begin the sentence.
    return at > other ? !english.has(word.word) : /^\p{Lu}/u.test(word.word) && !english.has(word.word.toLowerCase())
  }
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]
    if (word !== undefined && belongs(at, at - 1)) word.vi = true
  }
  for (let at = words.length - 2; at >= 0; at -= 1) {
    const word = words[at]
    if (word !== undefined && belongs(at, at + 1)) word.vi = true
  }
  /** @type {{ text: string, vi: boolean }[]} */
  const parts = []
  let done = 0
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at]
    if (first === undefined || !first.vi) continue
    let last = first
    for (let next = words[at + 1]; next?.vi && within.test(text.slice(last.to, next.from)); next = words[at + 1]) {
      last = next
      at += 1
    }
    if (first.from > done) parts.push({ text: text.slice(done, first.from), vi: false })
    parts.push({ text: text.slice(first.from, last.to), vi: true })
    done = last.to
  }
  if (done < text.length) parts.push({ text: text.slice(done), vi: false })
  return parts
}
