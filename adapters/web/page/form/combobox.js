// @ts-check
import { el, fill } from '../dom.js'
import { findLines, folded } from '../fold.js'
import { speech } from '../texts.js'

/** @typedef {import('../../../../src/contract/form.ts').Option} Option */

/** So many matches are listed; whoever wants another types more. */
const mostShown = 60

/**
 * One of many options, found by typing with or without diacritics. What was typed and is no option is its value as it
 * stands, so that it is refused in words and not dropped.
 * @param {readonly Option[]} options @param {Record<string, string | boolean | undefined>} shape attributes of the input
 */
export function createCombobox(options, shape) {
  const { words } = speech
  const listId = `${shape.id}-list`
  const input = el('input', {
    ...shape,
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
  })
  const list = el('ul', { role: 'listbox', id: listId, class: 'found', hidden: true, 'aria-label': words.options })
  const count = el('p', { class: 'hint', role: 'status' })
  const lines = options.map((option) => ({ line: folded(option.label), of: option }))
  /** @type {Option | undefined} */
  let chosen
  /** @type {readonly Option[]} */
  let shown = []
  let active = -1

  const isOpen = () => !list.hidden

  /** @param {string} typed */
  function open(typed) {
    const found = findLines(lines, typed)
    shown = found.slice(0, mostShown)
    fill(
      list,
      shown.map((option, at) => drawOption(option, at)),
    )
    count.textContent = found.length === 0 ? words.noOption : words.optionsFound(found.length, shown.length)
    list.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(isOpen()))
    activate(typed !== '' ? 0 : chosen === undefined ? -1 : shown.indexOf(chosen))
  }

  function close() {
    list.hidden = true
    count.textContent = ''
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  /** @param {Option} option @param {number} at */
  function drawOption(option, at) {
    return el('li', { role: 'option', id: `${listId}-${at}`, onclick: () => choose(option) }, [option.label])
  }

  /** @param {number} at */
  function activate(at) {
    active = at
    for (const [place, node] of [...list.children].entries()) node.setAttribute('aria-selected', String(place === at))
    const node = list.children[at]
    if (node === undefined) return input.removeAttribute('aria-activedescendant')
    input.setAttribute('aria-activedescendant', node.id)
    // By hand: scrollIntoView would move the page as well.
    if (!(node instanceof HTMLElement)) return
    const below = node.offsetTop + node.offsetHeight - list.clientHeight
    if (node.offsetTop < list.scrollTop) list.scrollTop = node.offsetTop
    else if (below > list.scrollTop) list.scrollTop = below
  }

  /** @param {Option | undefined} option */
  function choose(option) {
    chosen = option
    if (option !== undefined) input.value = option.label
    close()
    // Heard by the form, and no typing.
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** The words are the whole name of one option: it is meant. */
  function settle() {
    const typed = folded(input.value)
    if (chosen === undefined && typed !== '') {
      const [first] = findLines(lines, typed)
      const name = folded(first?.label.split('. ', 1)[0] ?? '')
      if (first !== undefined && (name === typed || name === `dieu ${typed}`)) return choose(first)
    }
    close()
  }

  input.addEventListener('input', () => {
    chosen = options.find(({ label }) => label === input.value)
    open(input.value)
  })
  input.addEventListener('click', () => {
    if (!isOpen()) open(chosen === undefined ? input.value : '')
    input.select()
  })
  input.addEventListener('blur', settle)
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen()) return open(chosen === undefined ? input.value : '')
      activate((active + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length)
    } else if (event.key === 'Enter' && isOpen()) {
      // The form is sent by the next one.
      event.preventDefault()
      choose(shown[active])
    } else if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation()
      close()
    }
  })
  // A press in the list leaves the focus where it is.
  list.addEventListener('pointerdown', (event) => event.preventDefault())

  return {
    input,
    node: el('div', { class: 'combobox' }, [input, list, count]),
    read: () => chosen?.value ?? input.value.trim(),
    /** @param {string} value of an option, or words that are none */
    write(value) {
      chosen = options.find((option) => option.value === value)
      input.value = chosen?.label ?? value
      close()
    },
  }
}
