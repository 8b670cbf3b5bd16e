// @ts-check

import { drawButton } from '../blocks.js'
import { el, freshId } from '../dom.js'
import { drawButtonWay, drawPart } from './parts.js'
import { hashOf } from './place.js'
import { drawPill, drawWords } from './words.js'

/**
 * @typedef {import('../../../../src/contract/page.ts').Page} Page
 * @typedef {import('../../../../src/contract/page.ts').Section} Section
 * @typedef {import('../../../../src/contract/page.ts').Tab} Tab
 * @typedef {(id: string, input: import('../server.js').Input) => Promise<import('../server.js').Reply>} Say
 * @typedef {ReturnType<typeof import('../form/drafts.js').draftsOf>} Drafts
 * @typedef {{ answering?: ReturnType<typeof import('./remarks.js').createAnswering> }} Lives
 * @typedef {{ press: import('../blocks.js').Press, type: (text: string) => void, say: Say, drafts: Drafts,
 *   find: (place: import('../../../../src/contract/place.ts').Place) => void, reread: (page: Page) => void, live: Lives,
 *   ended: () => boolean }} Deeds
 * `say`: a fast press, whose answer the page itself shows; `reread`: the page as it was read behind one, for what stands
 * around the part that pressed; `live`: the parts that stay while the page is drawn anew; `ended`: whether
 * whom it was drawn for sits here no more, or it is drawn in another language by now: nothing is sent or kept from it then
 */

/** A page as elements; `heading` takes the focus of whoever came to it. @param {Page} page @param {Deeds} deeds */
export function drawPage(page, deeds) {
  const heading = el('h1', {}, [page.title])
  const ways = page.ways ?? []
  const trail = page.trail.flatMap((words, at) => [at > 0 && ' · ', drawWords(words)])
  const lead = page.lead.map((one) =>
    'tone' in one && one.tone !== undefined && isPill(one) ? drawPill(one) : drawWords(one),
  )
  const head = el('header', { class: 'page-head' }, [
    trail.length > 0 && el('p', { class: 'trail' }, trail),
    el('div', { class: 'page-title' }, [
      heading,
      ways.length + page.buttons.length > 0 &&
        el('div', { class: 'buttons' }, [
          ...ways.map((way) => drawButtonWay(way)),
          ...page.buttons.map((button) => drawButton(button, deeds.press)),
        ]),
    ]),
    lead.length > 0 && el('p', { class: 'lead' }, lead),
  ])
  const aside =
    page.aside.length > 0 &&
    el(
      'div',
      { class: 'page-aside' },
      page.aside.map((section) => drawSection(section, deeds)),
    )
  const parts = el('div', { class: aside ? 'page-parts' : 'page-parts alone', 'data-page': page.place.page }, [
    el(
      'div',
      { class: 'page-main' },
      page.main.map((section) => drawSection(section, deeds)),
    ),
    aside,
  ])
  return { nodes: [head, parts], heading }
}

/** @param {{ tone?: string | undefined }} one @returns {one is import('../../../../src/contract/page.ts').Pill} */
const isPill = (one) => one.tone === 'good' || one.tone === 'warning' || one.tone === 'plain'

/** @param {Section} section @param {Deeds} deeds */
function drawSection(section, deeds) {
  const id = freshId('section')
  return el('section', { class: 'panel', 'aria-labelledby': id, 'data-section': section.id }, [
    el('div', { class: 'panel-head' }, [
      el('h2', { id }, [section.title]),
      section.pill && drawPill(section.pill),
      section.note && drawWords(section.note),
      ...(section.ways ?? []).map((way) => el('a', { href: hashOf(way.place), class: 'way' }, [way.label])),
    ]),
    section.tabs && drawTabs(section.tabs, section.title),
    ...section.parts.map((part) => drawPart(part, deeds)),
  ])
}

/** @param {readonly Tab[]} tabs @param {string} about */
function drawTabs(tabs, about) {
  const links = tabs.map(({ label, count, place, current }) =>
    el('a', { href: hashOf(place), 'aria-current': current && 'true' }, [
      label,
      count !== undefined && el('span', { class: 'count' }, [` ${count}`]),
    ]),
  )
  return el('nav', { class: 'tabs', 'aria-label': about }, links)
}
