// @ts-check
import { el } from '../dom.js'

/**
 * A part that somebody is at work in: when its page is read anew it is told so and stays where it stands, with the focus
 * and what is typed in it.
 * @template Part
 * @typedef {{ node: HTMLElement, update: (part: Part) => void }} Live
 */

/** What stands in a page drawn anew for a part that stays. @param {HTMLElement} node of that part */
export const stays = (node) => el('div', { 'data-stays': node.getAttribute('data-live') ?? '' })

/**
 * Shows a page drawn anew around the part that stays. False where there is no such part on it.
 * @param {HTMLElement} body what shows the page @param {readonly Node[]} nodes the page as it was drawn anew
 */
export function keepLive(body, nodes) {
  const fresh = el('div')
  fresh.append(...nodes)
  const place = fresh.querySelector('[data-stays]')
  const live = place === null ? null : body.querySelector(`[data-live="${place.getAttribute('data-stays')}"]`)
  const [panel, panelNow] = [place?.closest('.panel'), live?.closest('.panel')]
  if (!panel || !panelNow) return false
  for (const part of ['.panel-head', '.tabs'])
    renew(panelNow.querySelector(`:scope > ${part}`), panel.querySelector(`:scope > ${part}`))
  panelNow.setAttribute('aria-labelledby', panel.getAttribute('aria-labelledby') ?? '')
  renew(body.querySelector('.page-head'), fresh.querySelector('.page-head'))
  const [aside, asideNow] = [fresh.querySelector('.page-aside'), body.querySelector('.page-aside')]
  const unfolded = [...(asideNow?.querySelectorAll('details') ?? [])].map((one) => one.open)
  const scrolled = asideNow?.querySelector('[data-scroll]')?.scrollTop ?? 0
  renew(asideNow, aside)
  if (aside === null) return true
  aside.querySelectorAll('details').forEach((one, at) => {
    one.open = unfolded[at] ?? one.open
  })
  const scroll = aside.querySelector('[data-scroll]')
  if (scroll !== null) scroll.scrollTop = scrolled
  return true
}

/** @param {Element | null | undefined} now @param {Element | null} fresh */
function renew(now, fresh) {
  if (now && fresh) now.replaceWith(fresh)
}
