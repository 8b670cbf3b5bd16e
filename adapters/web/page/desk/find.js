// @ts-check
import { el, freshId } from '../dom.js'

/** @typedef {Extract<import('../../../../src/contract/page.ts').Part, { kind: 'find' }>} Find */

const pauseMs = 250

/**
 * A box whose words the server looks for: asked when the typing rests, or at once by Enter.
 * @param {Find} part @param {(place: import('../../../../src/contract/place.ts').Place) => void} find
 */
export function drawFind({ label, place }, find) {
  const id = freshId('find')
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due
  const ask = () => {
    clearTimeout(due)
    const words = box.value.trim()
    // The box may have been drawn anew while the typing rested.
    if (box.isConnected) find({ ...place, find: words === '' ? undefined : words })
  }
  const box = el('input', {
    id,
    type: 'search',
    autocomplete: 'off',
    maxlength: 200,
    placeholder: label,
    'data-key': `find ${label}`,
    oninput: () => {
      clearTimeout(due)
      due = setTimeout(ask, pauseMs)
    },
  })
  box.value = place.find ?? ''
  const form = el('form', { class: 'table-find' }, [el('label', { for: id, class: 'unseen' }, [label]), box])
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask()
  })
  return form
}
