// @ts-check
import { el, freshId } from './dom.js'

/**
 * A question over everything else, answered by one of its buttons; Escape answers nothing. The focus goes back to where
 * it was.
 * @template {string} T
 * @param {Element} within where it stands, also for what is inert meanwhile
 * @param {{ title: string, text: string, choices: readonly { value: T, label: string, look: string }[] }} asked
 * The first choice has the focus.
 * @returns {Promise<T | undefined>}
 */
export function ask(within, { title, text, choices }) {
  const titleId = freshId('ask')
  const node = el('dialog', { class: 'ask', 'aria-labelledby': titleId, 'aria-describedby': `${titleId}-text` }, [
    el('h2', { id: titleId }, [title]),
    el('p', { id: `${titleId}-text` }, [text]),
    el(
      'div',
      { class: 'buttons' },
      choices.map(({ value, label, look }) =>
        el('button', { type: 'button', class: `button ${look}`, onclick: () => node.close(value) }, [label]),
      ),
    ),
  ])
  // What stands around it has its own Escape and Enter.
  node.addEventListener('keydown', (event) => event.stopPropagation())
  within.append(node)
  return new Promise((answered) => {
    node.addEventListener('close', () => {
      node.remove()
      answered(choices.find(({ value }) => value === node.returnValue)?.value)
    })
    node.showModal()
  })
}
