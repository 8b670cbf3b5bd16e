// @ts-check
import { Failed } from '../server.js'

/**
 * @typedef {import('../../../../src/contract/form.ts').Form} Form
 * @typedef {import('./drafts.js').Values} Values
 * @typedef {import('../server.js').Reply} Reply
 */

/** After a pause of so long what is written is saved. */
const pauseMs = 1500

/**
 * Saves a form into its draft while somebody writes, one saving at a time, and at once when the page is left. What cannot
 * be saved stays on the device, where the form keeps it too; it is told when the form is sent.
 * @param {{ form: () => Form, values: () => Values, save: (form: Form, values: Values) => Promise<Reply>,
 *   saved: (form: Form, values: Values) => void }} life `form`: with the intents that hold now
 */
export function saveWhileTyping({ form, values, save, saved }) {
  let ended = form().typing === undefined
  let written = false
  /** @type {Promise<void> | undefined} */
  let running
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause

  async function once() {
    const sent = values()
    written = false
    try {
      const reply = await save(form(), sent)
      if (reply.kind === 'form') saved(reply.form, sent)
      // Not saved: too little yet, or another screen has saved. Only the latter lasts, and sending the form asks about it.
      else if (reply.kind === 'invalid') ended = true
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
    }
  }

  function now() {
    clearTimeout(pause)
    if (ended || !written) return
    running ??= once().finally(() => {
      running = undefined
    })
  }

  const hidden = () => {
    if (document.hidden) now()
  }
  document.addEventListener('visibilitychange', hidden)

  return {
    /** Something was written. */
    heard() {
      written = true
      clearTimeout(pause)
      pause = setTimeout(now, pauseMs)
    },
    /** Nothing more is saved; resolves when what was under way has ended. */
    async end() {
      ended = true
      clearTimeout(pause)
      document.removeEventListener('visibilitychange', hidden)
      await running
    },
    /** Goes on after a sending that did not succeed. */
    again() {
      ended = form().typing === undefined
      document.addEventListener('visibilitychange', hidden)
    },
  }
}
