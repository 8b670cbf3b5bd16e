// @ts-check

import { el, fill } from '../dom.js'
import { createAttachments, markOf } from '../files/attach.js'
import { failureWords } from '../form/form.js'
import { speech } from '../texts.js'
import { Attempt } from './delivery.js'
import { recallOf } from './recall.js'

/**
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {ReturnType<typeof import('../form/drafts.js').draftsOf>} Drafts
 * @typedef {import('../server.js').Along} Along
 */

/**
 * The line at the bottom. What is typed stays in it, and on the device, until the server has answered; files that were
 * chosen stay in this tab until then.
 * @param {{ drafts: Drafts, user: string, say: (id: string, text: string, along: Along) => Promise<Reply>,
 *   answered: (text: string, names: readonly string[], reply: Reply, id: string) => void }} world
 */
export function createComposer(world) {
  const { words } = speech
  const line = world.drafts.line()
  const attempt = new Attempt(line.tried)
  const recall = recallOf(world.user)
  const hear = () => world.drafts.keepLine(input.value, attempt.state, attachments.names())
  const input = el('textarea', {
    id: 'composer-text',
    rows: 1,
    autocomplete: 'off',
    placeholder: words.composerHint,
    'aria-describedby': 'composer-notice',
    oninput: hear,
  })
  input.value = line.text
  const notice = el('div', { class: 'notice', id: 'composer-notice', role: 'alert', hidden: true })
  const button = el('button', { type: 'submit', class: 'button primary' }, [words.send])
  const status = el('p', { class: 'status', role: 'status', id: 'status' })
  const chips = el('div', { class: 'chips', role: 'group', 'aria-label': words.shortcuts, hidden: true })
  const progress = el('progress', { class: 'upload', max: 1, 'aria-label': words.uploading, hidden: true })
  const attachments = createAttachments({ user: world.user, changed: hear, complain })
  const form = el('form', { class: 'line' }, [
    el('label', { for: 'composer-text', class: 'unseen' }, [words.composer]),
    input,
    attachments.picker,
    attachments.button,
    button,
  ])
  // What the files hold is not kept on the device: after a reload they must be chosen anew.
  if (line.files !== undefined && attachments.files().length === 0) {
    complain(words.filesLost(line.files.join(', ')))
    hear()
  }

  let pending = false
  async function send() {
    if (pending) return
    pending = true
    await attachments.ready()
    const text = input.value
    const files = attachments.files()
    if (text.trim() === '' && files.length === 0) {
      pending = false
      return
    }
    busy(true)
    complain(undefined)
    const id = attempt.idFor(files.length === 0 ? text : [text, files.map(markOf)])
    hear()
    try {
      const reply = await world.say(id, text, { files: files.map((file) => ({ file })), progress: tell })
      attempt.answered()
      if (reply.kind === 'invalid') complain(reply.message)
      else {
        const names = attachments.names()
        input.value = ''
        recall.sent(text)
        attachments.sent()
        hear()
        world.answered(text, names, reply, id)
      }
    } catch (cause) {
      complain(failureWords(cause, files.length > 0), () => void send())
    } finally {
      pending = false
      busy(false)
    }
  }

  /** @param {boolean} on */
  function busy(on) {
    input.readOnly = on
    button.setAttribute('aria-disabled', String(on))
    button.textContent = on ? words.sending : words.send
    attachments.busy(on)
    progress.hidden = true
  }

  /** How far the files have got. @param {number} part from 0 to 1 */
  function tell(part) {
    if (attachments.files().length === 0) return
    progress.hidden = false
    progress.value = part
    button.textContent = words.sendingPart(Math.floor(part * 100))
  }

  /** Says something above the line, which stays in sight. @param {string | undefined} text @param {() => void} [retry] */
  function complain(text, retry) {
    notice.hidden = text === undefined
    const again = retry && el('button', { type: 'button', class: 'button plain', onclick: retry }, [words.retry])
    fill(notice, [text !== undefined && el('p', {}, [text]), again])
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
    if (event.key === 'ArrowUp') stepBack(event, -1)
    if (event.key === 'ArrowDown') stepBack(event, 1)
  })

  /** What was sent before stands in the line again, to be sent anew or changed. @param {KeyboardEvent} event @param {-1 | 1} way */
  function stepBack(event, way) {
    if (pending || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    const text = recall.step(way, input.value)
    if (text === undefined) return
    event.preventDefault()
    input.value = text
    hear()
  }

  return {
    node: el('div', { class: 'composer' }, [status, notice, chips, attachments.list, progress, form]),
    focus: () => input.focus({ preventScroll: true }),
    complain,
    /** Files from elsewhere on the page; the next press sends them. @param {readonly File[]} files */
    attach: (files) => void attachments.add(files).then(() => button.focus({ preventScroll: true })),
    /** Says a sentence as if it were typed; what stands in the line stays, and nothing is sent. @param {string} text */
    type(text) {
      if (input.value.trim() !== '' || attachments.files().length > 0) return input.focus()
      input.value = text
      void send()
    },
    /** @param {string} text */
    status(text) {
      if (status.textContent !== text) status.textContent = text
    },
    /** The core's own shortcuts, for screens on which the home panel scrolls away. @param {readonly HTMLElement[]} buttons */
    chips(buttons) {
      fill(chips, buttons)
      chips.hidden = buttons.length === 0
    },
  }
}
