// @ts-check
import { afterPress, el, fill } from '../dom.js'
import { speech } from '../texts.js'

/** @typedef {import('../../../../src/contract/form.ts').Option} Option */

/**
 * An input with a list below it of what was found for what is typed: by mouse, by arrows and Enter, closed by Escape. The
 * list takes room of its own, so that it is never beyond the window or behind the composer, and covers nothing.
 * @param {Record<string, string | boolean | undefined>} shape attributes of the input
 * @param {{ find: (typed: string) => void, heard: () => void, typed: () => string, current: () => Option | undefined,
 *   choose: (option: Option | undefined) => void, settle: (shown: readonly Option[]) => void }} life
 * `find` is answered by `show`, at once or later; `typed`: what to look for when it is opened without typing
 */
export function createFoundList(shape, life) {
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
  const list = el('ul', { role: 'listbox', id: listId, class: 'matches', hidden: true, 'aria-label': words.options })
  const count = el('p', { class: 'hint', role: 'status' })
  /** @type {readonly Option[]} */
  let shown = []
  let active = -1
  let wanted = false

  const isOpen = () => !list.hidden

  /** @param {string} typed */
  function open(typed) {
    wanted = true
    // What stands there was found for other words: nothing of it is chosen by Enter any more.
    activate(-1)
    life.find(typed)
  }

  /** What was found for `typed`, with words about it. @param {readonly Option[]} options @param {string} said @param {string} typed */
  function show(options, said, typed) {
    if (!wanted) return
    shown = options
    fill(
      list,
      shown.map((option, at) => drawOption(option, at)),
    )
    count.textContent = said
    list.hidden = shown.length === 0
    input.setAttribute('aria-expanded', String(isOpen()))
    const current = life.current()
    activate(typed !== '' ? 0 : shown.findIndex(({ value }) => value === current?.value))
    // What came first last: where not all of it has room, the words that are typed have.
    if (shown.length > 0) for (const node of [list, input]) node.scrollIntoView({ block: 'nearest' })
  }

  function close() {
    wanted = false
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
    life.choose(option)
    close()
    // Heard by the form, and no typing.
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  input.addEventListener('input', () => {
    life.heard()
    open(input.value)
  })
  input.addEventListener('click', () => {
    if (!isOpen()) open(life.typed())
    input.select()
  })
  // The press that takes the focus away is for something that stands below.
  input.addEventListener('blur', () =>
    afterPress(() => {
      if (document.activeElement === input) return
      life.settle(shown)
      close()
    }),
  )
  input.addEventListener('keydown', (event) => {
    // Safari ends a composition with a key that is no composing one.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen()) return open(life.typed())
      const step = event.key === 'ArrowDown' ? 1 : -1
      activate(active === -1 && step === -1 ? shown.length - 1 : (active + step + shown.length) % shown.length)
    } else if (event.key === 'Enter' && isOpen()) {
      // The form is sent by the next one.
      event.preventDefault()
      if (active === -1) close()
      else choose(shown[active])
    } else if (event.key === 'Escape' && isOpen()) {
      event.stopPropagation()
      close()
    }
  })
  // A press in the list leaves the focus where it is.
  list.addEventListener('pointerdown', (event) => event.preventDefault())

  return { input, nodes: [input, count, list], show, close, choose }
}
