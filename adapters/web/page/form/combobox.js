// @ts-check
import { el } from '../dom.js'
import { findLines, folded } from '../fold.js'
import { speech } from '../texts.js'
import { createFoundList } from './found-list.js'

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
  const lines = options.map((option) => ({ line: folded(option.label), of: option }))
  /** @type {Option | undefined} */
  let chosen
  const { input, nodes, show, close, choose } = createFoundList(shape, {
    find(typed) {
      const found = findLines(lines, typed)
      const shown = found.slice(0, mostShown)
      show(shown, found.length === 0 ? words.noOption : words.optionsFound(found.length, shown.length), typed)
    },
    heard() {
      chosen = options.find(({ label }) => label === input.value)
    },
    typed: () => (chosen === undefined ? input.value : ''),
    current: () => chosen,
    choose(option) {
      chosen = option
      if (option !== undefined) input.value = option.label
    },
    /** The words are the whole name of one option: it is meant. */
    settle() {
      const typed = folded(input.value)
      if (chosen !== undefined || typed === '') return
      const [first] = findLines(lines, typed)
      const name = folded(first?.label.split('. ', 1)[0] ?? '')
      if (first !== undefined && (name === typed || name === `dieu ${typed}`)) choose(first)
    },
  })

  return {
    input,
    node: el('div', { class: 'combobox' }, nodes),
    read: () => chosen?.value ?? input.value.trim(),
    /** @param {string} value of an option, or words that are none */
    write(value) {
      chosen = options.find((option) => option.value === value)
      input.value = chosen?.label ?? value
      close()
    },
  }
}
