// @ts-check
import { el, fill } from '../dom.js'
import { speech } from '../texts.js'

/**
 * @typedef {import('../../../../src/contract/document.ts').ReadableDocument} ReadableDocument
 * @typedef {import('../../../../src/contract/document.ts').ReadableProvision} ReadableProvision
 * @typedef {import('../../../../src/contract/document.ts').OwnRemark} OwnRemark
 * @typedef {{ provision: ReadableProvision, node: HTMLElement, words: HTMLElement, remark: HTMLButtonElement,
 *   notes: HTMLElement }} Drawn `words`: what stands in the draft, and nothing else
 */

/** What stands in the outline. */
const outlined = new Set(['part', 'chapter', 'section', 'subsection', 'article', 'heading', 'appendix'])

/**
 * The words of a draft in the order of reading, with a way to remark on each provision.
 * @param {ReadableDocument} document @param {(drawn: Drawn) => void} remark
 */
export function drawText(document, remark) {
  const remarks = document.places.length > 0
  const drawn = document.provisions.map((provision) => drawProvision(provision, remark, remarks))
  const node = el('div', { class: 'words-of-draft' }, [
    el(
      'dl',
      { class: 'facts' },
      document.facts.map(({ label, value }) => el('div', {}, [el('dt', {}, [label]), el('dd', {}, [value])])),
    ),
    ...drawn.map((each) => each.node),
  ])
  return { node, drawn }
}

/** @param {ReadableProvision} provision @param {(drawn: Drawn) => void} press @param {boolean} remarks @returns {Drawn} */
function drawProvision(provision, press, remarks) {
  const { kind, label, title, text, depth, path } = provision
  const words = el('div', { class: 'words' })
  const heads = outlined.has(kind)
  const level = /** @type {'h3' | 'h4' | 'h5' | 'h6'} */ (`h${Math.min(6, 3 + depth)}`)
  const lines = text === '' ? [] : text.split('\n')
  if (heads) fill(words, [el(level, {}, [[label, title].filter(Boolean).join(' ')]), ...lines.map(paragraph)])
  else {
    const first = [label, title, lines[0]].filter(Boolean).join(' ')
    fill(words, [paragraph(first), ...lines.slice(1).map(paragraph)])
  }
  const button = el('button', { type: 'button', class: 'button quiet remark', onclick: () => press(drawn) }, [
    speech.words.remark,
    el('span', { class: 'unseen' }, [` ${path}`]),
  ])
  const notes = el('div', { class: 'notes' })
  const node = el('div', { class: `provision ${kind}`, 'data-path': path, tabindex: -1 }, [
    words,
    remarks && button,
    notes,
  ])
  const drawn = { provision, node, words, remark: button, notes }
  return drawn
}

/** @param {string} line */
const paragraph = (line) => el('p', {}, [line])

/** A provision's heading in the outline. @param {ReadableProvision} provision */
export const isOutlined = ({ kind }) => outlined.has(kind)

/** The reader's own remarks beside their provisions. @param {readonly Drawn[]} drawn @param {readonly OwnRemark[]} remarks
 * @param {(remark: OwnRemark, button: HTMLButtonElement) => void} edit */
export function drawRemarks(drawn, remarks, edit) {
  for (const { provision, notes } of drawn) {
    const mine = remarks.filter((remark) => remark.provision === provision.id)
    if (mine.length === 0 && notes.childElementCount === 0) continue
    fill(
      notes,
      mine.map((remark) => drawRemark(remark, edit)),
    )
  }
}

/** @param {OwnRemark} remark @param {(remark: OwnRemark, button: HTMLButtonElement) => void} edit */
function drawRemark(remark, edit) {
  const { words } = speech
  const note = remark.note === '' ? words.myRemark : `${words.myRemark} (${remark.note})`
  const button = el('button', { type: 'button', class: 'button quiet', onclick: () => edit(remark, button) }, [
    words.editRemark,
  ])
  return el('div', { class: 'note', role: 'note', 'aria-label': note }, [
    el('p', { class: 'small' }, [note]),
    remark.quote !== undefined && el('blockquote', {}, [remark.quote]),
    el('p', {}, [remark.remark]),
    remark.proposal !== null && el('p', {}, [`${words.proposal}: ${remark.proposal}`]),
    remark.edit !== undefined && button,
  ])
}
