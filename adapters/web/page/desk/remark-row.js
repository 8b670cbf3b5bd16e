// @ts-check
import { drawButton } from '../blocks.js'
import { Attempt } from '../chat/delivery.js'
import { el, fill, freshId } from '../dom.js'
import { speech } from '../texts.js'
import { hashOf } from './place.js'
import { opensOf, store } from './remark-save.js'
import { drawMark, drawPill } from './words.js'

/**
 * @typedef {import('./remark-save.js').Answering} Answering
 * @typedef {import('./remark-save.js').Row} RowData
 * @typedef {import('./remark-save.js').Said} Said
 * @typedef {import('./remark-save.js').Intent} Intent
 * @typedef {{ deeds: import('./draw.js').Deeds, place: Record<string, string>, took: (row: RemarkRow, before: Said | undefined, undo: Intent | undefined) => void,
 *   read: (page: import('./remark-save.js').Page, asked: number) => void, chosen: (row: RemarkRow) => void,
 *   tell: (words: string) => void }} World
 * `took`: an answer was stored, before which that stood, and which `undo` takes back; `tell`: says something aloud
 */

/** Typing rests so long before the words are stored. */
const restMs = 1500
/** After a broken line it is tried again. */
const againMs = 6000

/** One remark with its answer: what was typed in it stays until it is stored, whatever else happens. */
export class RemarkRow {
  /** @param {RowData} data @param {Answering} part @param {World} world */
  constructor(data, part, world) {
    this.data = data
    this.part = part
    this.world = world
    this.attempt = new Attempt()
    this.choice = data.answer?.choice ?? ''
    this.sending = false
    this.overtaken = false
    /** What was sent back is answered anew by the same words as well, once somebody says so. */
    this.again = false
    /** @type {Said | undefined} what was sent last */
    this.sent = undefined
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.due = undefined
    this.facts = el('div', { class: 'remark-head' })
    this.notes = el('div', { class: 'remark-notes' })
    this.status = el('p', { class: 'remark-status small' })
    this.own = el('div', { class: 'buttons' })
    this.standing = el('div', { class: 'notice', hidden: true })
    const id = freshId('remark')
    this.node = el('li', {
      class: 'remark',
      tabindex: '-1',
      'aria-labelledby': `${id} ${id}-state`,
      'data-row': data.id,
    })
    this.facts.id = id
    this.status.id = `${id}-state`
    this.box = el('input', {
      ...{ type: 'checkbox', class: 'remark-box', tabindex: '-1' },
      'aria-label': speech.words.choose(data.name),
      onchange: () => world.chosen(this),
    })
    this.editor = part.save && this.drawEditor(part.save)
    fill(this.node, [
      data.heading && drawHeading(data.heading),
      el('div', { class: 'remark-body' }, [
        this.facts,
        el('p', { class: 'remark-words' }, [data.words]),
        data.proposal !== undefined &&
          el('p', { class: 'remark-proposal' }, [
            el('span', { class: 'small' }, [speech.words.proposal]),
            data.proposal,
          ]),
        this.notes,
        this.editor?.node,
        this.standing,
        el('div', { class: 'remark-foot' }, [this.status, this.own]),
      ]),
    ])
    this.show()
    this.restore()
  }

  /** @param {NonNullable<Answering['save']>} save */
  drawEditor(save) {
    const buttons = this.part.choices.map(({ code, label, mark }, at) =>
      el('button', { type: 'button', 'data-code': code, onclick: () => this.choose(code) }, [
        el('kbd', { 'aria-hidden': 'true' }, [String(at + 1)]),
        drawMark(mark),
        label,
      ]),
    )
    const id = freshId('words')
    const words = el(
      'textarea',
      { id, rows: 1, maxlength: save.words.maxLength, oninput: () => this.typed(), onblur: () => void this.save() },
      [this.data.answer?.words ?? ''],
    )
    const choices = el(
      'div',
      { class: 'seg', role: 'group', 'aria-label': `${save.choice.label}: ${this.data.name}` },
      buttons,
    )
    const label = el('label', { for: id, class: 'small' }, [
      save.words.label,
      el('span', { class: 'unseen' }, [`: ${this.data.name}`]),
    ])
    return { node: el('div', { class: 'remark-answer' }, [choices, label, words]), buttons, words }
  }

  get words() {
    return this.editor?.words.value ?? ''
  }

  /** @returns {Said} */
  get said() {
    return { choice: this.choice, words: this.words }
  }

  /** Whether what is shown differs from what is stored. */
  get dirty() {
    const { answer } = this.data
    if (this.again && this.data.open && answer !== undefined) return true
    return this.choice !== (answer?.choice ?? '') || this.words.trim() !== (answer?.words ?? '')
  }

  get waits() {
    return this.data.open
  }

  /** Takes an outcome and stores it; one that says too little without words asks for them. @param {string} code */
  choose(code) {
    const { part } = this
    if (this.editor === undefined) return
    this.choice = code
    this.again = true
    this.keep()
    this.showChoice()
    const label = part.choices.find((one) => one.code === code)?.label ?? ''
    this.world.tell(`${this.data.name}: ${label}`)
    if (this.lacksWords()) this.editor.words.focus()
    void this.save()
  }

  lacksWords() {
    const needed = this.part.choices.find(({ code }) => code === this.choice)?.needsWords ?? false
    return needed && this.words.trim() === ''
  }

  typed() {
    this.keep()
    clearTimeout(this.due)
    this.due = setTimeout(() => void this.save(), restMs)
    this.say(speech.words.typing)
  }

  /** Stores what is shown, once it can be. @returns {Promise<boolean>} whether it stands stored */
  async save() {
    clearTimeout(this.due)
    const { save } = this.part
    if (save === undefined || !this.dirty) return true
    // It would be stored as the next one's.
    if (this.world.deeds.ended()) return false
    if (this.overtaken) return false
    if (this.choice === '') return this.hold(speech.words.chooseFirst)
    if (this.lacksWords()) return this.hold(speech.words.wordsNeeded)
    // Whoever waits for the one under way sends what has been typed since.
    while (this.sending) await this.under
    if (this.overtaken) return false
    if (!this.dirty) return true
    this.sending = true
    this.under = this.send(save).finally(() => (this.sending = false))
    return await this.under
  }

  /** @param {NonNullable<Answering['save']>} save @returns {Promise<boolean>} */
  async send(save) {
    const { said, data } = this
    const before = data.answer
    this.say(speech.words.saving)
    const {
      outcome,
      read,
      asked = 0,
      undo,
    } = await store(save, data, said, {
      ...{ attempt: this.attempt, say: this.world.deeds.say, place: this.world.place },
      several: this.part.several,
    })
    const ours = outcome.kind === 'overtaken' && this.sent !== undefined && this.sent
    this.sent = said
    if (outcome.kind === 'lost') {
      this.due = setTimeout(() => void this.save(), againMs)
      return this.hold(speech.words.keptHere)
    }
    if (outcome.kind === 'refused') {
      this.world.tell(outcome.why)
      return this.hold(outcome.why)
    }
    if (read !== undefined) this.world.read(read, asked)
    if (outcome.kind === 'saved') {
      this.again = false
      this.drop()
      this.show()
      this.world.took(this, before && { choice: before.choice, words: before.words }, undo)
      return true
    }
    // An answer of this very tab, of which no word had come back, is nobody else's.
    const stands = this.data.answer
    if (ours && stands !== undefined && stands.choice === ours.choice && stands.words === ours.words.trim())
      return await this.send(save)
    this.contest()
    return false
  }

  /** What somebody else wrote meanwhile, beside what was typed here. */
  contest() {
    const { answer } = this.data
    this.overtaken = true
    const label = this.part.choices.find(({ code }) => code === answer?.choice)?.label ?? ''
    const settle = () => {
      this.overtaken = false
      this.standing.hidden = true
      this.focus()
    }
    this.standing.hidden = false
    fill(this.standing, [
      el('p', {}, [el('b', {}, [speech.words.answeredBy(answer?.by ?? '')]), ` ${label}`]),
      answer !== undefined && answer.words !== '' && el('blockquote', {}, [answer.words]),
      el('div', { class: 'buttons' }, [
        el(
          'button',
          {
            ...{ type: 'button', class: 'button' },
            onclick: () => {
              settle()
              this.take({ choice: answer?.choice ?? '', words: answer?.words ?? '' })
              this.drop()
            },
          },
          [speech.words.takeTheirs],
        ),
        el(
          'button',
          {
            ...{ type: 'button', class: 'button' },
            onclick: () => {
              settle()
              void this.save()
            },
          },
          [speech.words.saveMine],
        ),
      ]),
    ])
    this.hold(speech.words.notSavedOvertaken)
    this.world.tell(speech.words.notSavedOvertaken)
  }

  /** Puts an answer into the fields. @param {Said} said */
  take({ choice, words }) {
    this.choice = choice
    if (this.editor !== undefined) this.editor.words.value = words
    this.show()
  }

  /** As it stands on the server now; what was typed here and is not stored yet stays. @param {RowData} data */
  update(data) {
    const untouched = !this.dirty
    // A reading that was asked for earlier may come later.
    if (data.revision < this.data.revision) return
    if (JSON.stringify(data) === JSON.stringify(this.data)) return
    const stale = !untouched && !this.sending && data.revision !== this.data.revision
    this.data = data
    if (untouched) this.take({ choice: data.answer?.choice ?? '', words: data.answer?.words ?? '' })
    else this.show()
    if (stale && this.dirty) this.contest()
  }

  show() {
    const { data } = this
    fill(this.facts, [
      this.part.save && this.box,
      el('b', {}, [data.by]),
      el('span', { class: 'small' }, [data.where]),
      ...data.pills.map(drawPill),
    ])
    fill(
      this.notes,
      data.notes.map(({ label, text }) =>
        el('p', { class: 'remark-note' }, [el('span', { class: 'small' }, [label]), text]),
      ),
    )
    fill(
      this.own,
      [
        ...data.buttons,
        ...(data.deeds ? (this.part.deeds ?? []) : []).map(({ label, intent, field }) => ({
          label,
          intent: /** @type {typeof intent} */ ({ ...intent, [field]: data.id }),
        })),
      ].map((button) => drawButton(button, this.world.deeds.press, data.name)),
    )
    this.node.toggleAttribute('data-open', data.open)
    this.showChoice()
    if (this.editor === undefined) this.showRead()
    else if (!this.dirty) this.say(data.answer === undefined ? '' : speech.words.savedBy(data.answer.by))
  }

  /** To whoever only reads: the outcome and the words. */
  showRead() {
    const { answer } = this.data
    if (answer === undefined) return this.say('')
    const choice = this.part.choices.find(({ code }) => code === answer.choice)
    fill(this.status, [
      choice && drawMark(choice.mark),
      el('b', {}, [choice?.label ?? '']),
      answer.words !== '' && el('span', { class: 'remark-said' }, [answer.words]),
      el('span', { class: 'small' }, [answer.by]),
    ])
  }

  showChoice() {
    for (const button of this.editor?.buttons ?? [])
      button.setAttribute('aria-pressed', String(button.dataset['code'] === this.choice))
  }

  /** Not stored yet, and why. @param {string} words */
  hold(words) {
    this.keep()
    this.say(words)
    return false
  }

  /** @param {string} words */
  say(words) {
    fill(this.status, [words])
  }

  /** Keeps on this device what is not stored, as the form in the conversation does. */
  keep() {
    const { save } = this.part
    if (save === undefined || this.world.deeds.ended()) return
    if (!this.dirty) return this.drop()
    const { answer } = this.data
    this.world.deeds.drafts.keep({
      title: `${this.data.name}, ${this.data.by}`,
      opens: opensOf(save, this.data.id),
      base: { [save.choice.name]: answer?.choice ?? '', [save.words.name]: answer?.words ?? '' },
      values: { [save.choice.name]: this.choice, [save.words.name]: this.words },
    })
  }

  drop() {
    if (this.part.save !== undefined && !this.dirty) this.world.deeds.drafts.drop(opensOf(this.part.save, this.data.id))
  }

  /** What was kept here and never stored stands in the fields again; it is stored when somebody says so. */
  restore() {
    const { save } = this.part
    const draft = save && this.world.deeds.drafts.find(opensOf(save, this.data.id))
    if (save === undefined || draft === undefined) return
    const [choice, words] = [draft.values[save.choice.name], draft.values[save.words.name]]
    this.take({
      choice: typeof choice === 'string' ? choice : this.choice,
      words: typeof words === 'string' ? words : '',
    })
    if (!this.dirty) return this.drop()
    const based = [draft.base[save.choice.name] ?? '', draft.base[save.words.name] ?? '']
    const { answer } = this.data
    if (based[0] === (answer?.choice ?? '') && based[1] === (answer?.words ?? '')) this.say(speech.words.unsentKept)
    else this.contest()
  }

  focus() {
    this.node.focus({ preventScroll: true })
    this.node.scrollIntoView({ block: 'nearest' })
  }
}

/** @param {NonNullable<RowData['heading']>} heading */
function drawHeading({ title, place, text }) {
  return el('div', { class: 'remark-heading' }, [
    el('h3', {}, [place === undefined ? title : el('a', { href: hashOf(place) }, [title])]),
    text !== undefined && el('p', { class: 'small' }, [text]),
  ])
}
