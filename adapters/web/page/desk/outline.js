// @ts-check
import { el } from '../dom.js'
import { speech } from '../texts.js'
import { hashOf } from './place.js'

/** @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'outline' }>} Outline */

/** The headings of something long, folded away where it would push down what it leads to. @param {Outline} outline */
export function drawOutline({ label, entries }) {
  const { words } = speech
  const items = entries.map(({ label: name, place, depth, current, left }) => {
    const what = [
      el('span', {}, [name]),
      left !== undefined &&
        el('span', { class: left === 0 ? 'left done' : 'left' }, [
          el('span', { 'aria-hidden': 'true' }, [left === 0 ? words.done : String(left)]),
          el('span', { class: 'unseen' }, [`: ${words.left(left)}`]),
        ]),
    ]
    const node =
      place === undefined
        ? el('p', { class: 'heading' }, what)
        : el(
            'a',
            { href: hashOf(place), 'aria-current': current && 'true', 'data-key': `outline ${hashOf(place)}` },
            what,
          )
    return el('li', { 'data-depth': Math.min(depth, 3) }, [node])
  })
  const wide = matchMedia('(width >= 60rem)').matches
  return el('details', { class: 'outline-box', open: wide }, [
    el('summary', {}, [label]),
    el('nav', { 'aria-label': label, class: 'outline-scroll', 'data-scroll': 'outline' }, [
      el('ul', { class: 'outline-list' }, items),
    ]),
  ])
}
