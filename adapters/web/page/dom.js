// @ts-check
import { speech } from './texts.js'
import { inVietnamese } from './vietnamese.js'

/**
 * @typedef {string | Node | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | undefined | ((event: Event) => void)>} Attributes
 */

/**
 * An element with attributes, listeners (`onclick` and the like, as functions) and children. Strings become text nodes
 * and never mark-up, which is what keeps other people's words from acting.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {readonly Child[]} [children]
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, children = []) {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue
    if (typeof value === 'function') node.addEventListener(name.slice(2), value)
    else node.setAttribute(name, value === true ? '' : String(value))
  }
  const words = tag === 'option' ? children.filter((child) => typeof child === 'string').join('') : ''
  if (isMostlyVietnamese(words)) node.lang = 'vi'
  fill(node, ofText.has(tag) ? children : children.map((child) => (typeof child === 'string' ? marked(child) : child)))
  return node
}

/** Elements that hold text and nothing else. */
const ofText = new Set(['option', 'textarea', 'title', 'time'])

/**
 * Nothing stands in an option but text, so it has one language as a whole: on an English page that of most of its letters.
 * @param {string} text
 */
function isMostlyVietnamese(text) {
  if (speech.locale === 'vi' || text === '') return false
  const letters = inVietnamese(text).map(({ text: part, vi }) => (vi ? part.length : -part.length))
  return letters.reduce((sum, count) => sum + count, 0) > 0
}

/** On an English page Vietnamese is marked as such, for whoever hears it. @param {string} text @returns {Child} */
function marked(text) {
  if (speech.locale === 'vi') return text
  const parts = inVietnamese(text)
  if (parts.every(({ vi }) => !vi)) return text
  const whole = document.createElement('span')
  const [only] = parts
  if (only !== undefined && parts.length === 1) {
    whole.lang = 'vi'
    whole.append(only.text)
    return whole
  }
  for (const { text: words, vi } of parts) {
    if (!vi) {
      whole.append(words)
      continue
    }
    const name = document.createElement('span')
    name.lang = 'vi'
    name.append(words)
    whole.append(name)
  }
  return whole
}

/** Replaces what an element holds. @param {Element} node @param {readonly Child[]} children */
export function fill(node, children) {
  const kept = []
  for (const child of children) if (child !== null && child !== undefined && child !== false) kept.push(child)
  node.replaceChildren(...kept)
}

/** The element of that id; the page is written so that it is there. @param {string} id */
export function need(id) {
  const node = document.getElementById(id)
  if (node === null) throw new Error(`no element #${id}`)
  return node
}

let made = 0

/** An id no other element of the page has. @param {string} stem */
export function freshId(stem) {
  made += 1
  return `${stem}-${made}`
}

/** Puts the focus on something that is no control, such as a card. @param {HTMLElement} node */
export function focusOn(node) {
  if (!node.hasAttribute('tabindex')) node.setAttribute('tabindex', '-1')
  node.focus({ preventScroll: true })
  bringIntoView(node)
}

/** Scrolls as little as shows it whole, or to its beginning where the window cannot hold it. @param {Element} node */
export function bringIntoView(node) {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  // The head and the composer stand over the page; a padding in other than pixels counts for nothing.
  const covered = (Number.parseFloat(scrollPaddingTop) || 0) + (Number.parseFloat(scrollPaddingBottom) || 0)
  const tall = node.getBoundingClientRect().height > window.innerHeight - covered
  node.scrollIntoView({ block: tall ? 'start' : 'nearest' })
}

/** Whether a finger or a mouse button is down. */
let down = false
/** @type {(() => void)[]} what waits for it to be lifted */
let waiting = []

function lifted() {
  // The press is heard right behind its end.
  setTimeout(() => {
    down = false
    const due = waiting
    waiting = []
    for (const each of due) each()
  })
}
document.addEventListener('pointerdown', () => (down = true), true)
document.addEventListener('pointerup', lifted, true)
document.addEventListener('pointercancel', lifted, true)
window.addEventListener('blur', lifted)

/**
 * Does at once what moves or replaces things, but while somebody is pressing only after that: what moves away under a
 * press takes the press with it.
 * @param {() => void} act
 */
export function afterPress(act) {
  if (down) waiting.push(act)
  else act()
}
