// @ts-check
import { el } from '../dom.js'
import { drawMark } from './words.js'

/** @typedef {import('../../../../src/contract/page.ts').Bar} Bar */

/** How a whole is made up: heard as one picture, whose label says it all. @param {Bar} bar */
export function drawBar({ label, parts }) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('class', 'made-of')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', label)
  svg.setAttribute('viewBox', '0 0 100 4')
  svg.setAttribute('preserveAspectRatio', 'none')
  const whole = parts.reduce((all, { count }) => all + count, 0)
  let from = 0
  for (const { mark, count } of parts) {
    if (count === 0) continue
    const part = document.createElementNS(svg.namespaceURI ?? '', 'rect')
    const width = (100 * count) / whole
    // A gap between two parts tells them apart without their colours.
    const gap = from === 0 ? 0 : 0.4
    for (const [name, value] of Object.entries({ x: from + gap, y: 0, width: Math.max(width - gap, 0.4), height: 4 }))
      part.setAttribute(name, String(value))
    part.setAttribute('class', mark)
    svg.append(part)
    from += width
  }
  // `el` makes HTML alone; a box of it holds the drawing.
  const box = el('div', { class: 'bar-box' })
  box.append(svg)
  return box
}

/** What its colours stand for, with the numbers. @param {Bar} bar */
export function drawLegend({ parts }) {
  return el(
    'ul',
    { class: 'legend' },
    parts.map(({ mark, label, count }) => el('li', {}, [drawMark(mark), ` ${label} `, el('b', {}, [String(count)])])),
  )
}
