// @ts-check
import { el } from '../dom.js'
import { drawFigures } from './chart.js'
import { drawMark } from './words.js'

/** @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'spans' }>} Spans */

/** What lies when: a row each, over columns, with a line where the present is. Heard as one picture; its numbers stand in a table below. @param {Spans} part */
export function drawSpans({ label, columns, spans, now, legend, note, figures }) {
  const heads = columns.map((words) => el('span', {}, [words]))
  const rows = spans.map(({ name, mark, from, to }) => {
    const bar = el('span', { class: `span-bar ${mark}` })
    bar.style.setProperty('--from', String(from))
    bar.style.setProperty('--to', String(to))
    const track = el('span', { class: 'span-track' }, [bar, now && drawNow(now.x)])
    track.style.setProperty('--columns', String(columns.length))
    return el('div', { class: 'span-row' }, [el('span', { class: 'span-name' }, [name]), track])
  })
  const head = el('span', { class: 'span-heads' }, heads)
  const picture = el('div', { class: 'spans', role: 'img', 'aria-label': label }, [
    el('div', { class: 'span-row' }, [el('span', { class: 'span-name' }), head]),
    ...rows,
    now && el('div', { class: 'span-row' }, [el('span', { class: 'span-name' }), drawWhen(now)]),
  ])
  return el('figure', { class: 'pad figure-box' }, [
    picture,
    legend.length > 0 &&
      el(
        'ul',
        { class: 'legend' },
        legend.map(({ mark, label: words }) => el('li', {}, [drawMark(mark), ` ${words}`])),
      ),
    note !== undefined && el('figcaption', { class: 'small' }, [note]),
    drawFigures(figures),
  ])
}

/** @param {number} x */
function drawNow(x) {
  const line = el('span', { class: 'span-now' })
  line.style.setProperty('--from', String(x))
  return line
}

/** @param {NonNullable<Spans['now']>} now */
function drawWhen({ x, label }) {
  const words = el('span', {}, [label])
  words.style.setProperty('--from', String(x))
  return el('span', { class: 'span-when' }, [words])
}
