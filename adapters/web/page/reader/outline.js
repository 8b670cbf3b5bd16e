// @ts-check
import { el } from '../dom.js'
import { speech } from '../texts.js'
import { isOutlined } from './text.js'

/** @typedef {import('./text.js').Drawn} Drawn */

/**
 * The headings of a draft, each of which leads to its place. On a narrow screen it lies over the text until one is chosen.
 * @param {readonly Drawn[]} drawn @param {(drawn: Drawn) => void} show
 */
export function createOutline(drawn, show) {
  const { words } = speech
  const shown = drawn.filter(({ provision }) => isOutlined(provision))
  const list = el(
    'ul',
    {},
    shown.map((each) => {
      const { label, title, text, depth } = each.provision
      const name = [label, title ?? text.split('\n', 1)[0]].filter(Boolean).join(' ')
      const press = () => {
        open(false)
        show(each)
      }
      return el('li', { class: `depth-${Math.min(depth, 3)}` }, [
        el('button', { type: 'button', onclick: press }, [name]),
      ])
    }),
  )
  const node = el('nav', { class: 'outline', id: 'outline', 'aria-label': words.outline }, [list])
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'button quiet outline-toggle',
      'aria-expanded': 'false',
      'aria-controls': 'outline',
      onclick: () => open(!node.classList.contains('open')),
    },
    [words.outline],
  )

  /** @param {boolean} on */
  function open(on) {
    node.classList.toggle('open', on)
    toggle.setAttribute('aria-expanded', String(on))
    if (on) list.querySelector('button')?.focus()
  }

  return { node, toggle, isOpen: () => node.classList.contains('open'), close: () => open(false) }
}
