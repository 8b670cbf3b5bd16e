// @ts-check
import { el, freshId } from './dom.js'
import { speech } from './texts.js'

/**
 * @typedef {import('../../../src/contract/message.ts').Block} Block
 * @typedef {import('../../../src/contract/message.ts').Button} Button
 * @typedef {import('../../../src/contract/message.ts').Message} Message
 * @typedef {import('../../../src/contract/intent.ts').Intent} Intent
 * @typedef {import('../../../src/contract/message.ts').Own} Own
 * @typedef {import('../../../src/contract/message.ts').Item} Item
 * @typedef {(intent: Intent, button: HTMLButtonElement, said: string) => void} Press `said`: what was pressed, in words
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
      return drawRow(el('p', { class: `text ${block.tone ?? 'plain'}` }, [block.text]), block.own, press)
    case 'facts':
      return el('dl', { class: 'facts' }, block.facts.map(drawFact))
    case 'list':
      return el(
        'ul',
        { class: 'list' },
        block.items.map((item) => drawItem(item, press)),
      )
    case 'table':
      return drawTable(block.columns, block.rows, about)
    case 'progress':
      return drawRow(drawProgress(block.label, block.done, block.total), block.own, press)
    case 'quote':
      return drawQuote(block.text, block.by, block.own, press)
    case 'buttons':
      return drawButtons(block.buttons, block.label, press)
    case 'choice':
      return drawChoice(block, press)
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

/** @param {string} text @param {string | undefined} by @param {Own | undefined} own @param {Press} press */
function drawQuote(text, by, own, press) {
  const words = el('blockquote', {}, [text])
  if (by === undefined && own === undefined) return words
  return el('figure', { class: 'quote' }, [
    by !== undefined && el('figcaption', {}, [by]),
    words,
    own && drawOwn(own, press),
  ])
}

/** A row with its buttons beside it, or below where the window is narrow. @param {HTMLElement} words @param {Own | undefined} own @param {Press} press */
function drawRow(words, own, press) {
  return own === undefined ? words : el('div', { class: 'row' }, [words, drawOwn(own, press)])
}

/** @param {Item} item @param {Press} press */
function drawItem(item, press) {
  if (typeof item === 'string') return el('li', {}, [item])
  return el('li', {}, [drawRow(el('span', { class: 'text' }, [item.text]), item.own, press)])
}

/** @param {Own} own @param {Press} press */
function drawOwn(own, press) {
  return el(
    'div',
    { class: 'buttons own' },
    own.buttons.map((button) => drawButton(button, press, own.row)),
  )
}

/** @param {readonly Button[]} buttons @param {string | undefined} label @param {Press} press */
function drawButtons(buttons, label, press) {
  const drawn = buttons.map((button) => drawButton(button, press))
  if (label === undefined) return el('div', { class: 'buttons' }, drawn)
  const id = freshId('group')
  return el('div', { class: 'labelled', role: 'group', 'aria-labelledby': id }, [
    el('p', { class: 'text subtle', id }, [label]),
    el('div', { class: 'buttons' }, drawn),
  ])
}

/** @param {Button} button @param {Press} press @param {string} [row] which row it stands in, for who hears it alone */
export function drawButton(button, press, row) {
  const look = `button ${button.style ?? 'plain'}`
  const which = row === undefined ? '' : `: ${row}`
  if ('url' in button) return drawLink(button.label, button.url, look, which)
  const { intent } = button
  const node = el(
    'button',
    {
      ...{ type: 'button', class: look, 'aria-label': which !== '' && `${button.label}${which}` },
      onclick: () => press(intent, node, `${button.label}${which}`),
    },
    [button.label],
  )
  return node
}

/** A list and the press that takes what is chosen in it. @param {Extract<Block, { kind: 'choice' }>} choice @param {Press} press */
function drawChoice({ label, submit, missing, options }, press) {
  const [id, problemId] = [freshId('choice'), freshId('choice')]
  const select = el('select', { id }, [
    el('option', { value: '' }, [speech.words.chooseOne]),
    ...options.map((option, at) => el('option', { value: at }, [option.label])),
  ])
  const problem = el('p', { class: 'problem', id: problemId, role: 'alert', hidden: true }, [missing])
  /** @param {boolean} wrong */
  const tell = (wrong) => {
    problem.hidden = !wrong
    select.toggleAttribute('aria-invalid', wrong)
    if (wrong) select.setAttribute('aria-describedby', problemId)
    else select.removeAttribute('aria-describedby')
  }
  function take() {
    const option = options[select.selectedIndex - 1]
    tell(option === undefined)
    if (option === undefined) select.focus()
    else press(option.intent, button, option.label)
  }
  select.addEventListener('change', () => tell(false))
  const shape = { type: 'button', class: 'button', 'aria-label': `${submit}: ${label}`, onclick: take }
  const button = el('button', shape, [submit])
  return el('div', { class: 'choice' }, [
    el('label', { for: id }, [label]),
    el('div', { class: 'pick' }, [select, button]),
    problem,
  ])
}

/** Whoever shows documents hears of the press: see chat.js. @param {string} label @param {string} document */
function drawReaderButton(label, document) {
  const press = () => node.dispatchEvent(new CustomEvent('read', { bubbles: true, detail: document }))
  const node = el('button', { type: 'button', class: 'button', onclick: press }, [label])
  return el('div', { class: 'buttons' }, [node])
}

/** Only web addresses become links: `javascript:` and the like are shown and do nothing.
 * @param {string} label @param {string} url @param {string} look @param {string} which for who hears it alone */
function drawLink(label, url, look, which) {
  if (!/^https?:\/\//i.test(url)) return el('span', { class: 'text subtle' }, [`${label}: ${url}`])
  const shape = { class: `${look} link`, href: url, target: '_blank', rel: 'noopener noreferrer' }
  const elsewhere = ` (${speech.words.opensElsewhere})`
  if (which !== '') return el('a', { ...shape, 'aria-label': `${label}${which}${elsewhere}` }, [label])
  return el('a', shape, [label, el('span', { class: 'unseen' }, [elsewhere])])
}
