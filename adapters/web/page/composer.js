// @ts-check
import { Attempt } from './delivery.js'
import { el, fill } from './dom.js'
import { failureWords } from './form.js'
import { speech } from './texts.js'

/**
 * @typedef {import('./server.js').Reply} Reply
 * @typedef {ReturnType<typeof import('./drafts.js').draftsOf>} Drafts
 */

/**
 * The line at the bottom. What is typed stays in it, and on the device, until the server has answered.
 * @param {{ drafts: Drafts, say: (id: string, text: string) => Promise<Reply>,
 *   answered: (text: string, reply: Reply, id: string) => void }} world
 */
export function createComposer(world) {
  const { words } = speech
  const line = world.drafts.line()
  const attempt = new Attempt(line.tried)
  const hear = () => world.drafts.keepLine(input.value, attempt.state)
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
  const form = el('form', { class: 'line' }, [
    el('label', { for: 'composer-text', class: 'unseen' }, [words.composer]),
    input,
    button,
  ])

  let pending = false
  async function send() {
    const text = input.value
    if (pending || text.trim() === '') return
    pending = true
    busy(true)
    complain(undefined)
    const id = attempt.idFor(text)
    world.drafts.keepLine(text, attempt.state)
    try {
      const reply = await world.say(id, text)
      attempt.answered()
      if (reply.kind === 'invalid') complain(reply.message)
      else {
        input.value = ''
        world.drafts.keepLine('', undefined)
        world.answered(text, reply, id)
      }
    } catch (cause) {
      complain(failureWords(cause), () => void send())
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
    // Enter also ends a syllable in a Vietnamese input method: that one is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    void send()
  })

  return {
    node: el('div', { class: 'composer' }, [status, notice, chips, form]),
    focus: () => input.focus({ preventScroll: true }),
    complain,
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
