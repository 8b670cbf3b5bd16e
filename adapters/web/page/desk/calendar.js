// @ts-check
import { drawButton } from '../blocks.js'
import { el } from '../dom.js'
import { draggable } from './drag.js'
import { hashOf } from './place.js'
import { drawMark, drawPill } from './words.js'

/**
 * @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'calendar' }>} Calendar
 * @typedef {import('../../../../src/contract/page.ts').CalendarDay} Day
 * @typedef {import('../../../../src/contract/page.ts').CalendarEntry} Entry
 * @typedef {import('./draw.js').Deeds} Deeds
 */

/**
 * Weeks by days. A narrow window lays each day out as one of a list; what is no longer laid out as a table is one to a
 * screen reader only where its parts say so. @param {Calendar} calendar @param {Deeds} deeds
 */
export function drawCalendar({ label, corner, days, weeks, legend, note }, deeds) {
  const heads = [corner, ...days].map((words) => el('th', { scope: 'col', role: 'columnheader' }, [words]))
  const rows = weeks.map(({ name, place, days: own }) =>
    el('tr', { role: 'row' }, [
      el('th', { scope: 'row', role: 'rowheader' }, [
        place === undefined ? name : el('a', { href: hashOf(place), 'data-key': `week ${name}` }, [name]),
      ]),
      ...own.map((day) => (day === null ? el('td', { role: 'cell', class: 'no-day' }) : drawDay(day, deeds))),
    ]),
  )
  const table = el('table', { class: 'calendar', role: 'table' }, [
    el('caption', { class: 'unseen' }, [label]),
    el('thead', { role: 'rowgroup' }, [el('tr', { role: 'row' }, heads)]),
    el('tbody', { role: 'rowgroup' }, rows),
  ])
  return el('div', { class: 'calendar-box' }, [
    table,
    (legend.length > 0 || note !== undefined) &&
      el('div', { class: 'pad stack' }, [
        legend.length > 0 &&
          el(
            'ul',
            { class: 'legend' },
            legend.map(({ mark, label: words }) => el('li', {}, [drawMark(mark), ` ${words}`])),
          ),
        note !== undefined && el('p', { class: 'small drag-note' }, [note]),
      ]),
  ])
}

/** @param {Day} day @param {Deeds} deeds */
function drawDay({ day, label, today, rest, note, entries, more }, deeds) {
  const look = ['day', today !== undefined && 'is-today', rest && 'rest', entries.length === 0 && 'free']
  return el('td', { role: 'cell', class: look.filter(Boolean).join(' '), 'data-day': day }, [
    el('p', { class: 'day-head' }, [
      // The heading of the column says the weekday where there is one.
      el('span', { class: 'day-number', 'aria-hidden': true }, [String(Number(day.slice(8)))]),
      el('time', { class: 'day-name', datetime: day }, [label]),
      today !== undefined && drawPill({ text: today, tone: 'good' }),
    ]),
    note !== undefined && el('p', { class: 'small' }, [note]),
    entries.length > 0 &&
      el(
        'ul',
        { class: 'entries' },
        entries.map((entry) => drawEntry(entry, day, deeds)),
      ),
    more && el('p', { class: 'small' }, [el('a', { href: hashOf(more.place) }, [more.label])]),
  ])
}

/** @param {Entry} entry @param {string} day @param {Deeds} deeds */
function drawEntry({ name, text, note, mark, state, warning, buttons, move }, day, { press }) {
  const mover = move && drawButton({ label: move.label, intent: move.intent }, press, name)
  const node = el('li', { class: 'entry' }, [
    el('p', { class: 'entry-words' }, [
      drawMark(mark),
      el('span', { class: 'unseen' }, [`${name}, ${state}. `]),
      note !== undefined && el('b', {}, [note, ' ']),
      text,
      warning !== undefined && ' ',
      warning !== undefined && drawPill({ text: warning, tone: 'warning' }),
    ]),
    el('div', { class: 'buttons' }, [...buttons.map((button) => drawButton(button, press, name)), mover]),
  ])
  if (move !== undefined && mover instanceof HTMLButtonElement)
    draggable(node, day, (to) => press(shifted(move, day, to), mover, `${move.label}: ${name}`))
  return node
}

/**
 * The intent with its days as many days later as it was dragged; what fits is for the form to say.
 * @param {NonNullable<Entry['move']>} move @param {string} from @param {string} to
 */
function shifted({ intent, days }, from, to) {
  const by = Date.parse(to) - Date.parse(from)
  const moved = days.map(({ field, day }) => [field, new Date(Date.parse(day) + by).toISOString().slice(0, 10)])
  return /** @type {typeof intent} */ ({ ...intent, ...Object.fromEntries(moved) })
}
