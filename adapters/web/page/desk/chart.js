// @ts-check
import { el } from '../dom.js'
import { speech } from '../texts.js'
import { hashOf } from './place.js'

/**
 * @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'steps' }>} Steps
 * @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'loads' }>} Loads
 * @typedef {import('../../../../src/contract/page.ts').Figures} Figures
 */

const space = 'http://www.w3.org/2000/svg'
const [width, height, left, bottom, top] = [640, 150, 34, 26, 16]

/** @param {string} tag @param {Record<string, string | number>} shape @param {string} [text] */
function draw(tag, shape, text) {
  const node = document.createElementNS(space, tag)
  for (const [name, value] of Object.entries(shape)) node.setAttribute(name, String(value))
  if (text !== undefined) node.textContent = text
  return node
}

/** What has come by when, against the days on which it was urged; the numbers stand in a table beside it. @param {Steps} steps */
export function drawSteps({ label, top: most, points, ticks, marks, note, figures }) {
  const svg = draw('svg', { class: 'chart', role: 'img', 'aria-label': label, viewBox: `0 0 ${width} ${height}` })
  /** @param {number} x */
  const across = (x) => left + x * (width - left - 8)
  /** @param {number} y */
  const up = (y) => height - bottom - (y / Math.max(most, 1)) * (height - bottom - top)
  for (const y of new Set([0, Math.round(most / 2), most])) {
    svg.append(draw('path', { class: 'grid', d: `M${left} ${up(y)}H${width - 8}` }))
    svg.append(draw('text', { class: 'tick', x: left - 6, y: up(y) + 4, 'text-anchor': 'end' }, String(y)))
  }
  for (const { x, label: words } of marks) {
    svg.append(draw('path', { class: 'urged', d: `M${across(x)} ${top}V${height - bottom}` }))
    svg.append(draw('text', { class: 'tick', x: across(x), y: top - 5, 'text-anchor': 'middle' }, words))
  }
  for (const { x, label: words } of ticks) {
    const anchor = x < 0.1 ? 'start' : x > 0.9 ? 'end' : 'middle'
    svg.append(draw('text', { class: 'tick', x: across(x), y: height - 8, 'text-anchor': anchor }, words))
  }
  const [first, ...rest] = points
  if (first !== undefined) {
    const path = rest.map(({ x, y }) => `H${across(x)}V${up(y)}`).join('')
    svg.append(draw('path', { class: 'stepped', d: `M${across(first.x)} ${up(first.y)}${path}` }))
    const last = rest.at(-1) ?? first
    svg.append(draw('circle', { class: 'now', cx: across(last.x), cy: up(last.y), r: 4 }))
  }
  const box = el('figure', { class: 'pad figure-box' })
  box.append(svg)
  if (note !== undefined) box.append(el('figcaption', { class: 'small' }, [note]))
  box.append(drawFigures(figures))
  return box
}

/** How much of each, as bars whose numbers stand beside them. @param {Loads} loads */
export function drawLoads({ label, loads }) {
  const most = Math.max(1, ...loads.map(({ count }) => count))
  const rows = loads.map(({ name, count, text, place }) => {
    const svg = draw('svg', { class: 'load', 'aria-hidden': 'true', viewBox: '0 0 100 4', preserveAspectRatio: 'none' })
    svg.append(draw('rect', { x: 0, y: 0, width: (100 * count) / most, height: 4 }))
    const bar = el('td', { class: 'load-bar' })
    bar.append(svg)
    const named = place === undefined ? name : el('a', { href: hashOf(place) }, [name])
    return el('tr', {}, [el('th', { scope: 'row' }, [named]), bar, el('td', { class: 'figure' }, [text])])
  })
  return el('table', { class: 'loads', 'aria-label': label }, [el('tbody', {}, rows)])
}

/** The numbers of a picture, as a table that opens. @param {Figures} figures */
export function drawFigures({ columns, rows }) {
  return el('details', { class: 'figures' }, [
    el('summary', {}, [speech.words.inNumbers]),
    el('div', { class: 'scroll' }, [
      el('table', {}, [
        el('thead', {}, [
          el(
            'tr',
            {},
            columns.map((column) => el('th', { scope: 'col' }, [column])),
          ),
        ]),
        el(
          'tbody',
          {},
          rows.map((row) =>
            el(
              'tr',
              {},
              row.map((cell) => el('td', {}, [cell])),
            ),
          ),
        ),
      ]),
    ]),
  ])
}
