// @ts-check

import { ask } from '../ask.js'
import { drawBlock } from '../blocks.js'
import { Attempt } from '../chat/delivery.js'
import { el, fill, focusOn, freshId } from '../dom.js'
import { markOf, most, nameOf } from '../files/attach.js'
import { sends } from '../keys.js'
import { Failed } from '../server.js'
import { speech } from '../texts.js'
import { drawField, lengthOf } from './fields.js'
import { saveWhileTyping } from './typing.js'

/**
 * @typedef {import('../../../../src/contract/form.ts').Form} Form
 * @typedef {import('../../../../src/contract/form.ts').Field} Field
 * @typedef {import('../../../../src/contract/form.ts').Clash} Clash
 * @typedef {import('./fields.js').Control} Control
 * @typedef {import('./drafts.js').Values} Values
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {import('../server.js').Intent} Intent
 * @typedef {ReturnType<typeof import('./drafts.js').draftsOf>} Drafts
 * @typedef {{ control: Control, text: string }} Problem
 * @typedef {import('../server.js').Along} Along
 */

/**
 * A form as a card. Its words are kept on the device at every keystroke, and in the draft at every pause where the form
 * belongs to one, until the server has answered that it took them; a broken line leaves them in the fields with a way to
 * try again under the same delivery id.
 * @param {Form} given
 * @param {{ drafts: Drafts, send: (id: string, intent: Intent, values: Values, along: Along) => Promise<Reply>,
 *   save: (id: string, intent: Intent, values: Values) => Promise<Reply>,
 *   answered: (reply: Exclude<Reply, { kind: 'invalid' }>, id: string) => void, closed: () => void }} life
 */
export function drawForm(given, life) {
  let form = given
  const asked = form.fields.map(drawBegun)
  /** What is asked about words that may mean several, by the field of the words. @type {Map<string, readonly Control[]>} */
  const questions = new Map()
  let controls = asked
  const kept = life.drafts.find(form.opens)
  const attempt = new Attempt(kept?.tried)

  const titleId = freshId('form')
  const heading = el('h3', { class: 'title', id: titleId }, [form.title])
  const summary = el('div', { class: 'summary', hidden: true })
  const notice = el('div', { class: 'notice', role: 'alert', hidden: true })
  const restored = el('div', { class: 'restored', hidden: true })
  const stored = el('p', { class: 'status', role: 'status' })
  const submit = el('button', { type: 'submit', class: 'button primary', 'aria-keyshortcuts': 'Control+Enter' }, [
    form.submit,
  ])
  const close = el(
    'button',
    { type: 'button', class: 'button quiet', 'aria-keyshortcuts': 'Escape', onclick: () => void shut() },
    [speech.words.cancel],
  )
  const shut = () => typing.end().then(life.closed)
  const intro = (form.intro ?? []).map((block) => drawBlock(block, form.title, () => {}))
  const node = el('form', { class: 'form', novalidate: true, 'aria-labelledby': titleId }, [
    heading,
    ...intro,
    restored,
    summary,
    ...controls.map((control) => control.node),
    stored,
    notice,
    el('div', { class: 'buttons' }, [submit, close]),
  ])

  /** Asks what words may mean, each question before its field, in place of what was asked before.
   * @param {Readonly<Record<string, readonly Clash[]>>} clashes */
  function askWhich(clashes) {
    for (const { node: before } of [...questions.values()].flat()) before.remove()
    questions.clear()
    for (const { field, node: of } of asked) {
      const drawn = (clashes[field.name] ?? []).map((clash, at) => drawBegun(clashChoice(field.name, clash, at)))
      of.before(...drawn.map((control) => control.node))
      questions.set(field.name, drawn)
    }
    controls = asked.flatMap((control) => [...(questions.get(control.field.name) ?? []), control])
  }

  askWhich(Object.fromEntries(form.fields.map((field) => [field.name, clashesOf(field)])))
  let base = valuesOf(controls)

  const typing = saveWhileTyping({
    form: () => form,
    values: () => valuesOf(controls),
    save: (of, values) => life.save(new Attempt().idFor(values), of.typing ?? of.intent, values),
    saved(next, values) {
      life.drafts.drop(form.opens)
      form = next
      base = values
      keep()
      stored.textContent = speech.words.draftSaved
    },
  })
  const isChanged = () => JSON.stringify(valuesOf(controls)) !== JSON.stringify(base)
  const keep = () => {
    const values = valuesOf(controls)
    if (!isChanged()) life.drafts.drop(form.opens)
    else life.drafts.keep({ title: form.title, opens: form.opens, base, values, tried: attempt.state })
  }
  const forget = () => {
    life.drafts.drop(form.opens)
    restored.hidden = true
  }
  const heard = () => {
    keep()
    stored.textContent = ''
    typing.heard()
  }
  node.addEventListener('input', heard)
  node.addEventListener('change', heard)
  if (kept !== undefined) offer(kept)

  /** @param {import('./drafts.js').Draft} draft */
  function offer(draft) {
    const put = () => {
      for (const control of controls) control.write(draft.values[control.field.name])
    }
    const drop = () => {
      for (const control of controls) control.write(base[control.field.name])
      forget()
      focusOn(heading)
    }
    const same = JSON.stringify(draft.base) === JSON.stringify(base)
    // The form has changed since (perhaps in another chat): the newer words stand, the unsent ones are one press away.
    if (same) put()
    else
      restored.append(
        el('p', {}, [speech.words.unsentOther]),
        button(speech.words.restore, () => {
          put()
          keep()
          restored.hidden = true
          focusOn(heading)
        }),
        button(speech.words.forget, drop),
      )
    if (same) restored.append(el('p', {}, [speech.words.unsentKept]), button(speech.words.forget, drop))
    restored.hidden = false
  }

  /** @param {readonly Problem[]} problems @param {string} [message] @param {readonly string[]} [others] of no field here */
  function show(problems, message, others = []) {
    for (const control of controls) control.complain(problems.find((problem) => problem.control === control)?.text)
    summary.hidden = problems.length === 0 && message === undefined
    if (summary.hidden) return
    const links = problems.map(({ control, text }) => {
      const go = (/** @type {Event} */ event) => {
        event.preventDefault()
        control.focus()
      }
      return el('li', {}, [el('a', { href: `#${control.firstId}`, onclick: go }, [text])])
    })
    fill(summary, [
      el('p', {}, [message ?? speech.words.toMend(problems.length)]),
      ...others.map((text) => el('p', {}, [text])),
      links.length > 0 && el('ul', {}, links),
    ])
    focusOn(summary)
  }

  let pending = false
  async function send() {
    if (pending) return
    const problems = check(controls)
    show(problems)
    notice.hidden = true
    if (problems.length > 0) return
    pending = true
    busy(true)
    // What is being saved comes first: the form is sent with the revision that stands after it.
    await typing.end()
    const values = valuesOf(controls)
    const files = filesOf(controls)
    const id = attempt.idFor(files.length === 0 ? values : [values, files.map(({ file }) => markOf(file))])
    life.drafts.keep({ title: form.title, opens: form.opens, base, values, tried: attempt.state })
    try {
      const reply = await life.send(id, form.intent, values, { files, progress: tell })
      attempt.answered()
      if (reply.kind === 'invalid') {
        typing.again()
        askWhich(reply.clashes ?? {})
        keep()
        show(named(controls, reply.fields), reply.message, unnamed(controls, reply.fields))
      } else {
        life.drafts.drop(form.opens)
        life.answered(reply, id)
      }
    } catch (cause) {
      typing.again()
      const again = button(speech.words.retry, () => void send())
      fill(notice, [el('p', {}, [failureWords(cause, filesOf(controls).length > 0)]), again])
      notice.hidden = false
      again.focus()
    } finally {
      pending = false
      busy(false)
    }
  }

  /** @param {boolean} on */
  function busy(on) {
    submit.textContent = on ? speech.words.sending : form.submit
    submit.setAttribute('aria-disabled', String(on))
    close.disabled = on
    // Words typed while the answer is on its way would be neither in it nor kept.
    for (const input of node.querySelectorAll('input, textarea')) input.toggleAttribute('readonly', on)
    for (const input of node.querySelectorAll('input[type=file]')) input.toggleAttribute('disabled', on)
    node.setAttribute('aria-busy', String(on))
  }

  /** How far the files have got. @param {number} part from 0 to 1 */
  function tell(part) {
    submit.textContent = speech.words.sendingPart(Math.floor(part * 100))
  }

  /** Closes it as somebody does who may have pressed a key by mistake: asked first where anything in it is not sent. */
  async function leave() {
    if (pending) return
    const files = filesOf(controls).length > 0
    if (!isChanged() && !files) return shut()
    const { words } = speech
    const answer = await ask(node, {
      title: words.closeForm,
      text: files ? `${words.closeFormKeeps} ${words.closeFormFiles}` : words.closeFormKeeps,
      choices: [
        { value: 'stay', label: words.stay, look: 'primary' },
        { value: 'keep', label: words.closeAndKeep, look: 'plain' },
        { value: 'drop', label: words.closeAndDrop, look: 'danger' },
      ],
    })
    if (answer === 'drop') life.drafts.drop(form.opens)
    if (answer === 'keep' || answer === 'drop') await shut()
  }

  node.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && !sends(event)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') void leave()
    else void send()
  })
  return { node, focus: () => focusOn(heading), leave }
}

/** @param {Field} field @returns {Control} */
function drawBegun(field) {
  const control = drawField(field)
  const { value } = field
  if (typeof value !== 'object') control.write(value)
  else control.write(value.map((one) => (typeof one === 'string' ? one : one.value)))
  return control
}

/** @param {Field} field */
const clashesOf = (field) => (field.kind === 'pick' ? (field.clashes ?? []) : [])

/** Under the name that the core looks for: see `clashName`. @param {string} field @param {Clash} clash @param {number} at @returns {Field} */
const clashChoice = (field, { label, options, likely }, at) => ({
  ...{ kind: 'choice', name: `${field}/${at}`, label, options },
  ...(likely === undefined ? {} : { value: likely }),
})

/** Whether what its words may mean was chosen beside it. @param {readonly Control[]} controls @param {Field} field */
const isAnswered = (controls, field) =>
  controls.some((control) => control.field.name.startsWith(`${field.name}/`) && control.read() !== '')

/** What to tell somebody whose words did not get through. @param {unknown} cause @param {boolean} [withFiles] */
export function failureWords(cause, withFiles = false) {
  if (!(cause instanceof Failed)) throw cause
  if (cause.why === 413) return withFiles ? speech.words.tooLargeFiles : speech.words.tooLarge
  return cause.why === 400 ? speech.words.notUnderstood : speech.words.notSent
}

/** @param {string} label @param {() => void} press */
function button(label, press) {
  return el('button', { type: 'button', class: 'button plain', onclick: press }, [label])
}

/** All answers by name, empty ones too: a name left out would mean "not asked, leave it as it is".
 * @param {readonly Control[]} controls @returns {Values} */
function valuesOf(controls) {
  const asked = controls.filter(({ field }) => field.kind !== 'file')
  return Object.fromEntries(asked.map(({ field, read }) => [field.name, read()]))
}

/** @param {readonly Control[]} controls @returns {import('../server.js').Attached[]} */
function filesOf(controls) {
  return controls.flatMap(({ field, files }) => (files?.() ?? []).map((file) => ({ file, field: field.name })))
}

/** What is missing or too long. @param {readonly Control[]} controls @returns {Problem[]} */
function check(controls) {
  return controls.flatMap((control) => {
    const { field } = control
    const [large] = (control.files?.() ?? []).filter(({ size }) => size > most.bytes)
    if (large !== undefined)
      return [{ control, text: speech.words.fileTooLarge(nameOf(large), speech.size(most.bytes)) }]
    const value = control.read()
    const empty = typeof value === 'string' ? value.trim() === '' : value.length === 0
    if (field.required === true && empty && !isAnswered(controls, field)) return [{ control, text: missing(field) }]
    const longest = field.kind === 'text' ? field.maxLength : undefined
    const length = typeof value === 'string' ? lengthOf(value) : 0
    return longest !== undefined && length > longest
      ? [{ control, text: speech.words.tooLong(field.label, longest, length) }]
      : []
  })
}

/** What is offered is chosen, everything else filled in. @param {Control['field']} field */
const missing = (field) =>
  field.kind === 'choice' || field.kind === 'choices'
    ? speech.words.notChosen(field.label)
    : speech.words.missing(field.label)

/** @param {readonly Control[]} controls @param {Readonly<Record<string, string>>} fields @returns {Problem[]} */
function named(controls, fields) {
  return controls.flatMap((control) => {
    const text = fields[control.field.name]
    return text === undefined ? [] : [{ control, text }]
  })
}

/** What is wrong with fields that the form does not show. @param {readonly Control[]} controls
 * @param {Readonly<Record<string, string>>} fields @returns {string[]} */
function unnamed(controls, fields) {
  const shown = new Set(controls.map(({ field }) => field.name))
  return Object.entries(fields).flatMap(([name, text]) => (shown.has(name) ? [] : [text]))
}
