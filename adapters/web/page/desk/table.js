// @ts-check
import { drawButton } from '../blocks.js'
import { el, fill, freshId } from '../dom.js'
import { folded } from '../fold.js'
import { speech } from '../texts.js'
import { hashOf } from './place.js'
import { drawCell } from './words.js'

/**
 * @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'table' }>} Table
 * @typedef {import('../../../../src/contract/page.ts').TableRow} Row
 * @typedef {import('../../../../src/contract/page.ts').Column} Column
 * @typedef {import('./draw.js').Deeds} Deeds
 */

/**
 * A table: sorted by its headings, searched as one types, its rows chosen for one press. @param {Table} table @param {Deeds} deeds
 */
export function drawTable({ label, columns, rows, deeds: forChosen = [], find }, deeds) {
  const choosing = forChosen.length > 0
  /** @type {Set<string>} the ids that are chosen */
  const chosen = new Set()
  const bodies = rows.map((row) => ({ row, node: drawRow(row), words: folded(wordsOf(row)) }))
  const body = el(
    'tbody',
    {},
    bodies.map(({ node }) => node),
  )
  const hasButtons = rows.some((row) => (row.buttons ?? []).length > 0)
  const all = el('input', {
    type: 'checkbox',
    'aria-label': speech.words.chooseAll,
    onchange: () => chooseAll(all.checked),
  })
  const head = el('tr', {}, [
    choosing && el('th', { scope: 'col', class: 'choose' }, [all]),
    ...columns.map(drawHead),
    hasButtons && el('th', { scope: 'col' }, [el('span', { class: 'unseen' }, [speech.words.whatCanBeDone])]),
  ])
  const none = el('p', { class: 'pad small', role: 'status', hidden: true }, [speech.words.noRow])
  const deedBar = el('div', { class: 'deeds', role: 'group', 'aria-label': speech.words.forChosen, hidden: true })
  const scroll = el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': label }, [
    el('table', {}, [el('thead', {}, [head]), body]),
  ])

  /** @param {Row} row */
  function drawRow(row) {
    const { id, name, cells, buttons = [] } = row
    const box =
      choosing &&
      id !== undefined &&
      el('input', {
        type: 'checkbox',
        'aria-label': speech.words.choose(name),
        'data-id': id,
        onchange: () => choose(box, id),
      })
    return el('tr', {}, [
      choosing && el('td', { class: 'choose' }, [box]),
      ...cells.map((cell, at) =>
        el('td', { class: lookOf(columns[at]), 'data-column': columns[at]?.label }, drawCell(cell)),
      ),
      (buttons.length > 0 || rows.some((one) => (one.buttons ?? []).length > 0)) &&
        el('td', { class: 'can' }, [
          el(
            'div',
            { class: 'buttons' },
            buttons.map((button) => drawButton(button, deeds.press, name)),
          ),
        ]),
    ])
  }

  /** @param {HTMLInputElement | false} box @param {string} id */
  function choose(box, id) {
    if (box === false) return
    if (box.checked) chosen.add(id)
    else chosen.delete(id)
    box.closest('tr')?.toggleAttribute('data-chosen', box.checked)
    drawDeeds()
  }

  /** Those that can be seen: what a search has put away is not chosen by a press on all. @param {boolean} on */
  function chooseAll(on) {
    for (const { node } of bodies) {
      if (node.hidden) continue
      const box = node.querySelector('input[data-id]')
      if (!(box instanceof HTMLInputElement) || box.checked === on) continue
      box.checked = on
      choose(box, box.dataset['id'] ?? '')
    }
  }

  function drawDeeds() {
    deedBar.hidden = chosen.size === 0
    fill(deedBar, [
      el('span', { role: 'status' }, [speech.words.chosen(chosen.size)]),
      ...forChosen.map(({ label: words, most, intent, field }) =>
        most !== undefined && chosen.size > most
          ? el('span', { class: 'warning' }, [speech.words.tooManyChosen(words, most)])
          : drawButton(
              // The ids go into a list of the intent; the core parses and judges it as every press.
              { label: words, intent: /** @type {typeof intent} */ ({ ...intent, [field]: [...chosen] }) },
              deeds.press,
            ),
      ),
    ])
  }

  /** @param {string} typed */
  function look(typed) {
    const wanted = folded(typed)
      .split(' ')
      .filter((word) => word !== '')
    let left = 0
    for (const { node, words } of bodies) {
      node.hidden = !wanted.every((word) => words.includes(word))
      if (!node.hidden) left += 1
    }
    none.hidden = left > 0
  }

  const boxId = freshId('find')
  const search =
    find !== undefined &&
    el('div', { class: 'table-find' }, [
      el('label', { for: boxId, class: 'unseen' }, [find]),
      el('input', { id: boxId, type: 'search', placeholder: find, oninput: (event) => look(typedIn(event)) }),
    ])
  return el('div', { class: 'table' }, [search, deedBar, scroll, none])
}

/** @param {Event} event */
const typedIn = (event) => (event.target instanceof HTMLInputElement ? event.target.value : '')

/** @param {Row} row */
const wordsOf = ({ name, cells }) =>
  [name, ...cells.flatMap(({ text, small = [], pill }) => [text, ...small, pill?.text ?? ''])].join(' ')

/** @param {Column | undefined} column */
const lookOf = (column) => [column?.figure && 'figure', column?.minor && 'minor'].filter(Boolean).join(' ') || undefined

/** @param {Column} column */
function drawHead(column) {
  const { label, sort } = column
  const shape = {
    scope: 'col',
    class: lookOf(column),
    'aria-sort': sort?.current && (sort.falling ? 'descending' : 'ascending'),
  }
  if (sort === undefined) return el('th', shape, [label])
  return el('th', shape, [el('a', { href: hashOf(sort.place), 'data-key': `sort ${label}` }, [label])])
}
