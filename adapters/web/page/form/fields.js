// @ts-check

import { el, freshId } from '../dom.js'
import { speech } from '../texts.js'
import { createCombobox } from './combobox.js'
import { createPicker } from './picker.js'

/**
 * @typedef {import('../../../../src/contract/form.ts').Field} Field
 * @typedef {string | string[]} Value what is answered; '' or [] where nothing is
 * @typedef {{ field: Field, node: HTMLElement, focus: () => void, read: () => Value, write: (value: Value | undefined) => void,
 *   complain: (problem: string | undefined) => void, firstId: string, files?: () => File[] }} Control `files`: those put into it
 * @typedef {{ id: string, describedBy: string, note: HTMLElement, problem: HTMLElement }} Parts
 */

/** Up to so many options stand open as radio buttons; more become a list that folds. */
const mostRadios = 8

/** A question of a form with its label, hint and place for a problem. @param {Field} field @returns {Control} */
export function drawField(field) {
  const id = freshId('field')
  const parts = {
    id,
    describedBy: `${id}-hint ${id}-note ${id}-problem`,
    note: el('p', { class: 'hint', id: `${id}-note`, hidden: true }),
    problem: el('p', { class: 'problem', id: `${id}-problem`, hidden: true }),
  }
  switch (field.kind) {
    case 'text':
      return drawText(field, parts)
    case 'choice':
      if (field.options.length <= mostRadios) return drawRadios(field, parts)
      return field.search === true ? drawSearched(field, parts) : drawSelect(field, parts)
    case 'choices':
      return drawChecks(field, parts)
    case 'pick':
      return drawPicker(field, parts)
    case 'date':
    case 'time':
      return drawMoment(field, parts)
    case 'file':
      return drawFile(field, parts)
    default:
      return /** @satisfies {never} */ (field)
  }
}

/** @param {Extract<Field, { kind: 'text' }>} field @param {Parts} parts */
function drawText(field, parts) {
  const shape = {
    id: parts.id,
    name: field.name,
    'aria-describedby': parts.describedBy,
    'aria-required': field.required,
  }
  const input = field.multiline
    ? el('textarea', { ...shape, rows: 5 })
    : el('input', { ...shape, type: 'text', autocomplete: 'off' })
  const most = field.maxLength
  if (most !== undefined) {
    // Counted and never cut: a pasted text longer than allowed is told so, and is still there.
    input.addEventListener('input', () => {
      const length = lengthOf(input.value)
      parts.note.hidden = length < most * 0.9
      parts.note.textContent = speech.words.counted(length, most)
    })
  }
  return single(field, parts, input)
}

/** In characters as the server counts them. @param {string} text */
export const lengthOf = (text) => [...text.trim()].length

/** @param {Extract<Field, { kind: 'choice' }>} field @param {Parts} parts */
function drawSelect(field, parts) {
  const options = field.options.map(({ value, label }) => el('option', { value }, [label]))
  const shape = {
    id: parts.id,
    name: field.name,
    'aria-describedby': parts.describedBy,
    'aria-required': field.required,
  }
  const select = el('select', shape, [el('option', { value: '' }, [speech.words.chooseOne]), ...options])
  return single(field, parts, select)
}

/** @param {Extract<Field, { kind: 'choice' }>} field @param {Parts} parts */
function drawSearched(field, parts) {
  const shape = {
    id: parts.id,
    name: field.name,
    'aria-describedby': parts.describedBy,
    'aria-required': field.required,
  }
  const { input, node, read, write } = createCombobox(field.options, shape)
  const control = single(field, parts, input, read)
  input.replaceWith(node)
  node.prepend(input)
  /** @param {Value | undefined} value */
  const put = (value) => write(typeof value === 'string' ? value : '')
  return { ...control, write: put }
}

/** @param {Extract<Field, { kind: 'pick' }>} field @param {Parts} parts */
function drawPicker(field, parts) {
  const shape = {
    id: parts.id,
    name: field.name,
    'aria-describedby': parts.describedBy,
    'aria-required': field.required,
  }
  const { input, node, read, write } = createPicker(field, shape)
  const control = single(field, parts, input, read)
  input.replaceWith(node)
  // `single` took it out of its place.
  node.querySelector('[role="status"]')?.before(input)
  /** @param {Value | undefined} value */
  const put = (value) => write([value ?? []].flat().filter((one) => one !== ''))
  return { ...control, write: put }
}

/** Nothing can be put into it but by the person, and nothing is taken out again. @param {Extract<Field, { kind: 'file' }>} field @param {Parts} parts */
function drawFile(field, parts) {
  const input = el('input', { id: parts.id, name: field.name, type: 'file', 'aria-describedby': parts.describedBy })
  const control = single(field, parts, input, () => '')
  return { ...control, write: () => {}, files: () => [...(input.files ?? [])] }
}

/** @param {Extract<Field, { kind: 'date' | 'time' }>} field @param {Parts} parts */
function drawMoment(field, parts) {
  const shape = {
    id: parts.id,
    name: field.name,
    'aria-describedby': parts.describedBy,
    'aria-required': field.required,
  }
  const input = el('input', { ...shape, type: field.kind })
  // The browser may write 06/30 or 30/06, 05:00 PM or 17:00, by its own language; this line leaves no doubt.
  const tell = () => {
    parts.note.textContent = field.kind === 'date' ? speech.day(input.value) : input.value
    parts.note.hidden = parts.note.textContent === ''
  }
  input.addEventListener('input', tell)
  input.addEventListener('change', tell)
  return single(field, parts, input)
}

/**
 * A field of one control under one label.
 * @param {Field} field @param {Parts} parts @param {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} input
 * @param {() => Value} [read] @returns {Control}
 */
function single(field, parts, input, read = () => input.value) {
  const node = el('div', { class: 'field' }, [
    el('label', { for: parts.id }, labelOf(field)),
    hintOf(field, parts),
    input,
    parts.note,
    parts.problem,
  ])
  return {
    field,
    node,
    firstId: parts.id,
    focus: () => input.focus(),
    read,
    write(value) {
      input.value = typeof value === 'string' ? value : ''
      input.dispatchEvent(new Event('input', { bubbles: true }))
    },
    complain: (problem) => complain(parts, [input], problem),
  }
}

/** @param {Extract<Field, { kind: 'choice' }>} field @param {Parts} parts */
function drawRadios(field, parts) {
  const boxes = boxesOf(field, parts, 'radio')
  return grouped(field, parts, boxes, () => boxes.find((box) => box.checked)?.value ?? '')
}

/** @param {Extract<Field, { kind: 'choices' }>} field @param {Parts} parts */
function drawChecks(field, parts) {
  const boxes = boxesOf(field, parts, 'checkbox')
  return grouped(field, parts, boxes, () => boxes.flatMap((box) => (box.checked ? [box.value] : [])))
}

/** @param {Extract<Field, { kind: 'choice' | 'choices' }>} field @param {Parts} parts @param {'radio' | 'checkbox'} type */
function boxesOf(field, parts, type) {
  return field.options.map(({ value }, at) =>
    el('input', { type, value, name: `${parts.id}-${field.name}`, id: at === 0 ? parts.id : `${parts.id}-${at}` }),
  )
}

/**
 * A field of several boxes under one legend.
 * @param {Extract<Field, { kind: 'choice' | 'choices' }>} field @param {Parts} parts
 * @param {readonly HTMLInputElement[]} boxes @param {() => Value} read @returns {Control}
 */
function grouped(field, parts, boxes, read) {
  const lines = boxes.map((box, at) =>
    el('label', { class: 'option', for: box.id }, [box, el('span', {}, [field.options[at]?.label])]),
  )
  const node = el('fieldset', { class: 'field', 'aria-describedby': parts.describedBy }, [
    el('legend', {}, labelOf(field)),
    hintOf(field, parts),
    el('div', { class: 'options' }, lines),
    parts.problem,
  ])
  return {
    field,
    node,
    firstId: parts.id,
    focus: () => (boxes.find((box) => box.checked) ?? boxes[0])?.focus(),
    read,
    write(value) {
      const chosen = typeof value === 'string' ? [value] : (value ?? [])
      for (const box of boxes) box.checked = chosen.includes(box.value)
    },
    complain: (problem) => complain(parts, boxes, problem),
  }
}

/** @param {Field} field */
function labelOf(field) {
  return [field.label, field.required === true && el('span', { class: 'must' }, [` (${speech.words.required})`])]
}

/** @param {Field} field @param {Parts} parts */
function hintOf(field, parts) {
  return field.hint !== undefined && el('p', { class: 'hint', id: `${parts.id}-hint` }, [field.hint])
}

/** @param {Parts} parts @param {readonly HTMLElement[]} inputs @param {string | undefined} problem */
function complain(parts, inputs, problem) {
  parts.problem.hidden = problem === undefined
  parts.problem.textContent = problem ?? ''
  for (const input of inputs) {
    if (problem === undefined) input.removeAttribute('aria-invalid')
    else input.setAttribute('aria-invalid', 'true')
  }
}
