// @ts-check
import { el } from '../dom.js'
import { findLines, folded, plain } from '../fold.js'
import { speech } from '../texts.js'

/** @typedef {import('./text.js').Drawn} Drawn */

/** Rows that are marked at once in one provision. */
const highlight = 'found'

/**
 * The field that finds in a draft, with and without diacritics: a provision by its name, then those that hold the words.
 * Enter and the arrows step through them.
 * @param {readonly Drawn[]} drawn @param {(drawn: Drawn) => void} show
 */
export function createFinder(drawn, show) {
  const { words } = speech
  const names = drawn.map((each) => ({
    line: folded(`${each.provision.path} ${each.provision.title ?? ''}`),
    of: each,
  }))
  const texts = drawn.map((each) => ({ line: folded(each.words.textContent ?? ''), of: each }))
  /** @type {readonly Drawn[]} */
  let found = []
  let at = -1

  const count = el('span', { role: 'status', class: 'small count' })
  const input = el('input', {
    type: 'search',
    id: 'find-in-draft',
    autocomplete: 'off',
    placeholder: words.findInDraftHint,
  })
  const back = button('‹', words.foundBefore, () => step(-1))
  const next = button('›', words.foundNext, () => step(1))

  function look() {
    const typed = input.value.trim()
    found = typed === '' ? [] : hits(typed)
    at = -1
    CSS.highlights?.delete(highlight)
    if (found.length > 0) return step(1)
    count.textContent = typed === '' ? '' : words.notInDraft
    tellEnds()
  }

  /** @param {string} typed */
  function hits(typed) {
    // "Điều 12" alone is that article, and not its clauses.
    const called = findLines(names, typed)
      .slice(0, 1)
      .filter(({ provision }) => isName(provision.path, typed))
    const holding = findLines(texts, typed)
    const inOrder = drawn.filter((each) => holding.includes(each))
    return [...called, ...inOrder.filter((each) => !called.includes(each))]
  }

  /** @param {1 | -1} way */
  function step(way) {
    if (found.length === 0) return
    at = (at + way + found.length) % found.length
    const hit = found[at]
    if (hit === undefined) return
    count.textContent = words.foundAt(at + 1, found.length)
    tellEnds()
    mark(hit, input.value)
    show(hit)
  }

  function tellEnds() {
    back.disabled = found.length < 2
    next.disabled = found.length < 2
  }

  input.addEventListener('input', look)
  const form = el('form', { class: 'draft-find', role: 'search', onsubmit: (event) => event.preventDefault() }, [
    el('label', { for: 'find-in-draft', class: 'unseen' }, [words.findInDraft]),
    input,
    back,
    next,
    count,
  ])
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape' && input.value !== '') {
      // The first Escape is the field's.
      event.stopPropagation()
      event.preventDefault()
      input.value = ''
      look()
    }
  })
  tellEnds()
  return { node: form, input, end: () => void CSS.highlights?.delete(highlight) }
}

/** @param {string} path @param {string} typed */
function isName(path, typed) {
  const [name, said] = [folded(path), folded(typed)]
  return name === said || name === `dieu ${said}`
}

/** @param {string} sign @param {string} label @param {() => void} press */
const button = (sign, label, press) =>
  el('button', { type: 'button', class: 'button quiet', 'aria-label': label, title: label, onclick: press }, [sign])

/** Marks where the words stand in a provision, where the browser can. @param {Drawn} hit @param {string} typed */
function mark({ words }, typed) {
  if (CSS.highlights === undefined) return
  const sought = folded(typed)
  const rangesOf = (/** @type {string} */ part) =>
    [...words.children].flatMap((line) => rangesIn(line.firstChild, part))
  const together = rangesOf(sought)
  const ranges = together.length > 0 ? together : sought.split(' ').flatMap(rangesOf)
  CSS.highlights.set(highlight, new Highlight(...ranges))
}

/** @param {ChildNode | null} node @param {string} sought */
function rangesIn(node, sought) {
  if (!(node instanceof Text) || sought === '') return []
  // Letter by letter, so that a place in the folded text is one in the text.
  const letters = [...node.data.matchAll(/\P{M}\p{M}*/gu)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    plain: /[\p{L}\p{N}]/u.test(match[0]) ? plain(match[0]).slice(0, 1) : ' ',
  }))
  const text = letters.map((letter) => letter.plain).join('')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${sought.split(' ').join(' +')}`, 'gu')
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [first, last] = [letters[match.index], letters[match.index + match[0].length - 1]]
    if (first === undefined || last === undefined) return []
    const range = document.createRange()
    range.setStart(node, first.at)
    range.setEnd(node, last.end)
    return [range]
  })
}
