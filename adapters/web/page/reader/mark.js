// @ts-check

/** @typedef {import('./text.js').Drawn} Drawn */

/** As many characters of a passage as the form takes. */
export const longestPassage = 1000

/**
 * The passage that is marked in the words of one provision; of a longer one what lies in the provision where it begins.
 * @param {readonly Drawn[]} drawn @returns {{ drawn: Drawn, passage: string } | undefined}
 */
export function markedIn(drawn) {
  const selection = getSelection()
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined
  const range = selection.getRangeAt(0)
  const found = drawn.find(({ words }) => range.intersectsNode(words) && textIn(words, range) !== '')
  return found === undefined ? undefined : { drawn: found, passage: textIn(found.words, range) }
}

/** The words of an element that lie in a range, on one line. @param {HTMLElement} words @param {Range} range */
function textIn(words, range) {
  const lines = [...words.children].flatMap((line) => {
    if (!range.intersectsNode(line)) return []
    const part = document.createRange()
    part.selectNodeContents(line)
    if (part.compareBoundaryPoints(Range.START_TO_START, range) < 0)
      part.setStart(range.startContainer, range.startOffset)
    if (part.compareBoundaryPoints(Range.END_TO_END, range) > 0) part.setEnd(range.endContainer, range.endOffset)
    return [part.toString()]
  })
  return lines.join(' ').replace(/\s+/g, ' ').trim()
}

const steps = new Map([
  ['ArrowRight', /** @type {const} */ (['forward', 'word'])],
  ['ArrowLeft', /** @type {const} */ (['backward', 'word'])],
  ['ArrowDown', /** @type {const} */ (['forward', 'line'])],
  ['ArrowUp', /** @type {const} */ (['backward', 'line'])],
])

/**
 * Marks with the keyboard: on a provision's button, Shift with an arrow takes one word or line more, or less, from the
 * beginning of the provision on.
 * @param {KeyboardEvent} event @param {Drawn} drawn
 */
export function markByKey(event, { words }) {
  const step = event.shiftKey ? steps.get(event.key) : undefined
  const selection = getSelection()
  if (step === undefined || selection === null) return
  event.preventDefault()
  const { anchorNode } = selection
  if (anchorNode === null || !words.contains(anchorNode))
    selection.collapse(words.querySelector('h3,h4,h5,h6,p') ?? words, 0)
  selection.modify('extend', ...step)
  const { focusNode } = selection
  // It ends with the provision.
  if (focusNode !== null && !words.contains(focusNode)) selection.extend(words, words.childNodes.length)
}
