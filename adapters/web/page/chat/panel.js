// @ts-check
import { drawBlock } from '../blocks.js'
import { afterPress, el, fill, focusOn } from '../dom.js'
import { Failed } from '../server.js'
import { speech } from '../texts.js'
import { Card } from './card.js'

/**
 * @typedef {import('../server.js').Message} Message
 * @typedef {import('../server.js').Reply} Reply
 * @typedef {import('../server.js').Intent} Intent
 * @typedef {import('../form/drafts.js').Draft} Draft
 */

const settleMs = 700

/**
 * The panel beside the conversation: the core's answer to `home`, asked for again after something was answered.
 * @param {{ send: import('./card.js').Send, fresh: () => Promise<Reply>, settle: import('./card.js').Settle,
 *   unsent: () => readonly Draft[], chips: (buttons: readonly HTMLElement[]) => void }} world
 */
export function createPanel(world) {
  const { words } = speech
  const card = new Card(world.send, world.settle)
  const heading = el('h2', { id: 'home-title' }, [words.home])
  const again = el('button', { type: 'button', class: 'button quiet', onclick: () => void load() }, [words.refresh])
  const unsent = el('div', { class: 'unsent', hidden: true })
  const node = el('section', { class: 'home', 'aria-labelledby': 'home-title', 'aria-busy': true }, [
    el('div', { class: 'bar' }, [heading, again]),
    unsent,
    card.body,
    card.notice,
  ])
  let shown = ''
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let due

  async function load() {
    clearTimeout(due)
    try {
      const reply = await world.fresh()
      if (reply.kind === 'message') afterPress(() => show(reply.message))
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause
      card.complain(words.notLoaded, () => void load())
    }
    node.setAttribute('aria-busy', 'false')
  }

  /** @param {Message} message */
  function show(message) {
    const text = JSON.stringify(message)
    if (text === shown) return card.complain(undefined)
    shown = text
    const { title, ...rest } = message
    heading.textContent = title ?? words.home
    card.draw(rest)
    // What people do most comes first among the buttons of the whole page; those of its rows stand in their rows.
    const most = message.blocks?.find((block) => block.kind === 'buttons')
    if (most === undefined) return world.chips([])
    const drawn = drawBlock(
      { kind: 'buttons', buttons: most.buttons },
      undefined,
      (intent, button, said) => void card.press(intent, button, said),
    )
    world.chips([...drawn.children].flatMap((child) => (child instanceof HTMLElement ? [child] : [])))
  }

  /** Forms left unsent, by a reload or a closed card. */
  function tellUnsent() {
    const drafts = world.unsent()
    unsent.hidden = drafts.length === 0
    const buttons = drafts.map((draft) => {
      const button = el('button', { type: 'button', class: 'button plain' }, [draft.title])
      button.addEventListener('click', () => void card.press(draft.opens, button, draft.title))
      return button
    })
    fill(unsent, [el('h3', {}, [words.unsentForms]), el('div', { class: 'buttons' }, buttons)])
  }

  return {
    node,
    load,
    tellUnsent,
    /** Loads again soon; several changes at once make one load. */
    stale() {
      tellUnsent()
      clearTimeout(due)
      due = setTimeout(() => void load(), settleMs)
    },
    focus: () => focusOn(heading),
    stop: () => clearTimeout(due),
  }
}
