// @ts-check
import { el } from '../dom.js'
import { hashOf } from './place.js'

/**
 * @typedef {import('../../../../src/contract/page.ts').Cell} Cell
 * @typedef {import('../../../../src/contract/page.ts').Mark} Mark
 * @typedef {import('../../../../src/contract/page.ts').Pill} Pill
 * @typedef {import('../../../../src/contract/page.ts').Words} Words
 */

/** @param {Words} words */
export function drawWords({ text, tone = 'plain', place }) {
  if (place !== undefined) return el('a', { href: hashOf(place), class: tone }, [text])
  return el('span', { class: tone }, [text])
}

/** @param {Pill} pill */
export const drawPill = ({ text, tone }) => el('span', { class: `pill ${tone}` }, [text])

/** A colour, always beside the word that it stands for. @param {Mark} mark */
export const drawMark = (mark) => el('span', { class: `mark ${mark}`, 'aria-hidden': true })

/** @param {Cell} cell */
export function drawCell({ text, small = [], mark, pill, place }) {
  const words = place === undefined ? text : el('a', { href: hashOf(place) }, [text])
  // One thing where a narrow window sets names and values beside each other.
  const whole =
    mark || pill ? el('span', {}, [mark && drawMark(mark), words, pill && ' ', pill && drawPill(pill)]) : words
  return [whole, ...small.map((more) => el('span', { class: 'small' }, [more]))]
}
