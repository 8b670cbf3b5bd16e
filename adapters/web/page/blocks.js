// @ts-check
import { el, freshId } from './dom.js'
import { speech } from './texts.js'

/**
 * @typedef {import('../../../src/contract/message.ts').Block} Block
 * @typedef {import('../../../src/contract/message.ts').Button} Button
 * @typedef {import('../../../src/contract/message.ts').Message} Message
 * @typedef {import('../../../src/contract/intent.ts').Intent} Intent
 * @typedef {(intent: Intent, button: HTMLButtonElement) => void} Press
 */

/** A message as elements. `press` hears which of its buttons was pressed. @param {Message} message @param {Press} press */
export function drawMessage(message, press) {
  const title = message.title === undefined ? [] : [el('h3', { class: 'title' }, [message.title])]
  const blocks = message.blocks ?? [/** @type {Block} */ ({ kind: 'text', text: message.text })]
  return [...title, ...blocks.map((block) => drawBlock(block, message.title, press))]
}

/** @param {Block} block @param {string | undefined} about @param {Press} press @returns {HTMLElement} */
export function drawBlock(block, about, press) {
  switch (block.kind) {
    case 'text':
      return el('p', { class: `text ${block.tone ?? 'plain'}` }, [block.text])
    case 'facts':
      return el('dl', { class: 'facts' }, block.facts.map(drawFact))
    case 'list':
      return el(
        'ul',
        { class: 'list' },
        block.items.map((item) => el('li', {}, [item])),
      )
    case 'table':
      return drawTable(block.columns, block.rows, about)
    case 'progress':
      return drawProgress(block.label, block.done, block.total)
    case 'quote':
      return drawQuote(block.text, block.by)
    case 'buttons':
      return el(
        'div',
        { class: 'buttons' },
        block.buttons.map((button) => drawButton(button, press)),
      )
    case 'divider':
      return el('hr')
    case 'reader':
      return drawReaderButton(block.label, block.document)
    default:
      // A server newer than this page: nothing is drawn rather than something wrong.
      return /** @satisfies {never} */ (block)
  }
}

/** @param {{ label: string, value: string }} fact */
function drawFact(fact) {
  // A word and a number stand on one line also on a phone.
  const brief = [...fact.label, ...fact.value].length <= 34
  return el('div', { class: brief && 'brief' }, [el('dt', {}, [fact.label]), el('dd', {}, [fact.value])])
}

/** @param {readonly string[]} columns @param {readonly (readonly string[])[]} rows @param {string | undefined} about */
function drawTable(columns, rows, about) {
  // A narrow window lays each row out as a card, with the column's name before each value. What is no longer laid out
  // as a table is one to a screen reader only where its parts say so.
  const cells = rows.map((row) =>
    el(
      'tr',
      { role: 'row' },
      row.map((cell, at) =>
        el('td', { role: 'cell', class: isFigure(cell) && 'figure', 'data-column': columns[at] }, [cell]),
      ),
    ),
  )
  const head = columns.map((column) => el('th', { scope: 'col', role: 'columnheader' }, [column]))
  const table = el('table', { role: 'table' }, [
    el('thead', { role: 'rowgroup' }, [el('tr', { role: 'row' }, head)]),
    el('tbody', { role: 'rowgroup' }, cells),
  ])
  const name = about === undefined ? speech.words.table : `${speech.words.table}: ${about}`
  // Scrolls within itself, so it takes the focus: the arrow keys must be able to move it.
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name }, [table])
}

/** @param {string} cell */
const isFigure = (cell) => /^[\d.,/% –-]+$/.test(cell) && !/\d{2}\/\d{2}\/\d{4}/.test(cell)

/** @param {string} label @param {number} done @param {number} total */
function drawProgress(label, done, total) {
  const id = freshId('progress')
  // A total of nothing would make a bar that is never sure: an empty one of one part says the same.
  const bar = el('progress', { id, max: Math.max(total, 1), value: done })
  return el('div', { class: 'progress' }, [el('label', { for: id }, [label]), bar])
}

/** @param {string} text @param {string | undefined} by */
function drawQuote(text, by) {
  const words = el('blockquote', {}, [text])
  return by === undefined ? words : el('figure', { class: 'quote' }, [el('figcaption', {}, [by]), words])
}

/** @param {Button} button @param {Press} press */
function drawButton(button, press) {
  const look = `button ${button.style ?? 'plain'}`
  if ('url' in button) return drawLink(button.label, button.url, look)
  const { intent } = button
  const node = el('button', { type: 'button', class: look, onclick: () => press(intent, node) }, [button.label])
  return node
}

/** Whoever shows documents hears of the press: see chat.js. @param {string} label @param {string} document */
function drawReaderButton(label, document) {
  const press = () => node.dispatchEvent(new CustomEvent('read', { bubbles: true, detail: document }))
  const node = el('button', { type: 'button', class: 'button', onclick: press }, [label])
  return el('div', { class: 'buttons' }, [node])
}

/** Only web addresses become links: `javascript:` and the like are shown and do nothing.
 * @param {string} label @param {string} url @param {string} look */
function drawLink(label, url, look) {
  if (!/^https?:\/\//i.test(url)) return el('span', { class: 'text subtle' }, [`${label}: ${url}`])
  const elsewhere = el('span', { class: 'unseen' }, [` (${speech.words.opensElsewhere})`])
  return el('a', { class: `${look} link`, href: url, target: '_blank', rel: 'noopener noreferrer' }, [label, elsewhere])
}
