// @ts-check
import { drawMessage } from '../blocks.js'
import { goTo } from '../desk/place.js'
import { el, fill, focusOn } from '../dom.js'
import { drawFiles } from '../files/files.js'
import { Failed } from '../server.js'
import { speech } from '../texts.js'
import { Attempt } from './delivery.js'

/**
 * @typedef {import('../files/files.js').File} File
 * @typedef {import('../files/files.js').LinkedFile} LinkedFile
 * @typedef {import('../server.js').Message} Message
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {import('../server.js').Intent} Intent
 * @typedef {(id: string, intent: Intent, label: string) => Promise<Reply>} Send `label`: the button's words
 * @typedef {(reply: Reply, card: Card, button: HTMLButtonElement, said: string, id: string) => void} Settle `said`: what
 *   was pressed, in words; `id` of the delivery
 */

/** A message with buttons that can be pressed: one that was sent, a reply, or what the home panel shows. */
export class Card {
  /**
   * @param {Send} send @param {Settle} settle what to do with the answer to a press
   * @param {string} [ref] where an answer in its place is kept: the turn's `ref`, or `sent`
   * @param {HTMLElement} [named] what stands for the card as a whole: it is called by the message it shows and takes the
   *   focus, so that whatever takes the message's place is heard by its own name
   */
  constructor(send, settle, ref, named) {
    this.send = send
    this.settle = settle
    this.ref = ref
    this.named = named
    this.body = el('div', { class: 'body' })
    this.files = el('div', { class: 'files', hidden: true })
    /** Lets go of the files' bytes. */
    this.release = () => {}
    this.notice = el('div', { class: 'notice', role: 'alert', hidden: true })
    this.attempt = new Attempt()
    this.pending = false
    /** @type {string | undefined} what the card is of, and the message in it */
    this.current = undefined
    this.shown = ''
  }

  /** Shows a message and its files in place of what was there; a focus that was within does not get lost.
   * @param {Message} message @param {readonly File[]} [files] @param {readonly LinkedFile[]} [documents] */
  draw(message, files = [], documents = []) {
    this.current = JSON.stringify(message.current)
    this.shown = JSON.stringify(message)
    const within = [this.body, this.files].some((part) => part.contains(document.activeElement))
    const held = within ? nameOf(document.activeElement) : undefined
    this.named?.setAttribute('aria-label', message.text)
    this.release()
    const drawn = drawFiles(files, documents)
    this.release = drawn.release
    this.files.hidden = drawn.nodes.length === 0
    fill(this.files, drawn.nodes)
    fill(
      this.body,
      drawMessage(message, (intent, button, said) => void this.press(intent, button, said)),
    )
    // What was asked for comes before what else can be done.
    const buttons = documents.length > 0 && this.body.querySelector(':scope > .buttons')
    if (buttons) buttons.before(this.files)
    else this.body.after(this.files)
    this.complain(undefined)
    if (held === undefined) return
    const same = [...this.body.querySelectorAll('button, a')].find((control) => nameOf(control) === held)
    if (same instanceof HTMLElement) same.focus({ preventScroll: true })
    else this.focus()
  }

  focus() {
    focusOn(this.named ?? this.body)
  }

  /** @param {Intent} intent @param {HTMLButtonElement} button @param {string} said what it is called */
  async press(intent, button, said) {
    if (this.pending) return
    // Here the page is beside the conversation: no link is needed to come to it.
    if (intent.kind === 'page.open') return goTo(intent.place)
    this.busy(true, button)
    this.complain(undefined)
    try {
      const id = this.attempt.idFor(intent)
      const reply = await this.send(id, intent, said)
      this.attempt.answered()
      this.busy(false, button)
      if (reply.kind === 'invalid') this.complain(reply.message)
      else this.settle(reply, this, button, said, id)
    } catch (cause) {
      this.busy(false, button)
      if (!(cause instanceof Failed)) throw cause
      this.complain(
        cause.why === 400 ? speech.words.notUnderstood : speech.words.notSentPress,
        () => void this.press(intent, button, said),
      )
    }
  }

  /** The pressed button stays focusable while it waits, or a keyboard user would be thrown to the top of the page.
   * @param {boolean} on @param {HTMLButtonElement} pressed */
  busy(on, pressed) {
    this.pending = on
    for (const button of this.body.querySelectorAll('button')) button.disabled = on && button !== pressed
    pressed.setAttribute('aria-disabled', String(on))
    this.body.setAttribute('aria-busy', String(on))
  }

  /** @param {string | undefined} text @param {() => void} [retry] */
  complain(text, retry) {
    this.notice.hidden = text === undefined
    const again = retry && el('button', { type: 'button', class: 'button plain', onclick: retry }, [speech.words.retry])
    fill(this.notice, [text !== undefined && el('p', {}, [text]), again])
    again?.focus()
  }
}

/** What a control is called: those of rows alike are told apart by it. @param {Element | null} control */
const nameOf = (control) => control?.getAttribute('aria-label') ?? control?.textContent ?? ''
