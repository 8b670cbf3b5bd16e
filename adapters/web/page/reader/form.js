// @ts-check
import { Attempt } from '../chat/delivery.js'
import { el, fill, focusOn } from '../dom.js'
import { drawForm, failureWords } from '../form/form.js'

/**
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {import('../server.js').Intent} Intent
 * @typedef {import('../server.js').Input} Input
 * @typedef {ReturnType<typeof import('../form/drafts.js').draftsOf>} Drafts
 * @typedef {{ drafts: Drafts, say: (id: string, input: Input) => Promise<Reply>,
 *   send: (id: string, input: Input) => Promise<Reply>,
 *   answered: (reply: Extract<Reply, { kind: 'message' }>, id: string) => void, lost: () => void,
 *   news: () => HTMLElement | undefined }} World
 * `send`: what is said so is kept in the conversation; `lost`: takes the focus, where what had it before is gone;
 * `news`: the card in the conversation that the remarks made here have changed
 */

/**
 * The place beside the text where a form stands. `saved`: the form was taken.
 * @param {World} world @param {{ saved: () => void }} life
 */
export function createFormPlace(world, life) {
  const node = el('aside', { class: 'reader-form', hidden: true })
  /** @type {(() => void) | undefined} */
  let leave

  /** @param {HTMLElement | undefined} focus where it goes */
  function close(focus) {
    fill(node, [])
    node.hidden = true
    leave = undefined
    focus?.focus()
  }

  /** @param {string} text @param {HTMLElement} back */
  function tell(text, back) {
    const ends = el('p', { role: 'alert' }, [text])
    fill(node, [ends])
    node.hidden = false
    leave = () => close(back)
    focusOn(ends)
  }

  /** Opens the form of an intent; `back` gets the focus when it closes. @param {Intent} intent @param {HTMLElement} back */
  async function open(intent, back) {
    try {
      const reply = await world.say(new Attempt().idFor(intent), { kind: 'pressed', intent })
      if (reply.kind === 'form') draw(reply, back)
      else if (reply.kind === 'message') tell(reply.message.text, back)
    } catch (cause) {
      tell(failureWords(cause), back)
    }
  }

  /** @param {Extract<Reply, { kind: 'form' }>} asked @param {HTMLElement} back */
  function draw({ form }, back) {
    const drawn = drawForm(form, {
      drafts: world.drafts,
      send: (id, intent, values) => world.send(id, { kind: 'filled', intent, values }),
      save: (id, intent, values) => world.say(id, { kind: 'filled', intent, values }),
      answered(reply, id) {
        if (reply.kind === 'form') return draw(reply, back)
        close(back)
        if (reply.kind === 'message') world.answered(reply, id)
        life.saved()
      },
      closed: () => close(back),
    })
    fill(node, [drawn.node])
    node.hidden = false
    leave = () => void drawn.leave()
    drawn.focus()
  }

  return {
    node,
    open,
    isOpen: () => !node.hidden,
    close: () => leave?.(),
  }
}
