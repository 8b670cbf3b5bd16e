import type { types } from '@slack/bolt'
import type { Form } from '../../../src/contract/form.ts'
import type { Message } from '../../../src/contract/message.ts'
import { limits } from '../outgoing/limits.ts'
import { heading, renderBlocks, type SlackBlock } from './blocks.ts'
import { fitting, jsonLength, type Space, type Unit } from './fit.ts'
import { label } from './split.ts'
import { paragraphs, plainText } from './text.ts'

/** What chat.postMessage, chat.update and a response_url take. */
export type Rendered = { readonly text: string; readonly blocks: SlackBlock[] }

/** Tables have a limit of their own; see `tableText`. */
const inMessage: Space<SlackBlock> = {
  blocks: limits.messageBlocks,
  weight: limits.messageWeight,
  of: (block) => (block.type === 'table' ? 100 : jsonLength(block)),
}
const inView: Space<SlackBlock> = { blocks: limits.viewBlocks, weight: limits.viewWeight, of: jsonLength }

/** A message within Slack's limits; what does not fit is left out visibly, the last buttons never. */
export function renderMessage(message: Message): Rendered {
  return { text: fallback(message.text), blocks: fitting(bodyOf(message, 'message'), inMessage) }
}

/**
 * A form for a place that cannot open one: a card with its introduction and one button, labelled with its title.
 * For typed words, which bring no trigger, and for a press that came too late for its trigger.
 */
export function renderOpener(form: Form): Rendered {
  return renderMessage({
    text: form.title,
    blocks: [
      ...(form.intro ?? [{ kind: 'text' as const, text: form.title }]),
      { kind: 'buttons', buttons: [{ label: form.title, style: 'primary', intent: form.opens }] },
    ],
  })
}

/** The App Home of one person. */
export function renderHome(message: Message): types.HomeView {
  return { type: 'home', blocks: fitting(bodyOf(message, 'view'), inView) }
}

/** A message shown in a dialogue, without anything to submit. `title` is the short line above it. */
export function renderModal(message: Message): types.ModalView {
  const title = message.title ?? message.text
  return {
    type: 'modal',
    callback_id: 'card',
    title: plainText(label(title, limits.viewTitle)),
    blocks: fitting(bodyOf(message, 'view'), inView),
  }
}

function bodyOf(message: Message, surface: 'message' | 'view'): Unit<SlackBlock>[] {
  const units: Unit<SlackBlock>[] = [
    { blocks: message.title === undefined ? [] : heading(message.title), is: 'words' },
    ...renderBlocks(message.blocks ?? [{ kind: 'text', text: message.text }], surface),
  ]
  // Without a block Slack would show the fallback, and read mark-up in it.
  return units.some(({ blocks }) => blocks.length > 0)
    ? units
    : [{ blocks: paragraphs([{ text: label(message.text, limits.text) }]), is: 'words' }]
}

/** Escaped as Slack asks: `<!channel>` in a title stays a text in the notification as well. */
function fallback(text: string): string {
  const escaped = (most: number) =>
    label(text, most).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const whole = escaped(limits.fallback)
  // A letter of Vietnamese has up to three bytes: where it is too long by those, as many characters as certainly fit.
  return Buffer.byteLength(whole) <= limits.fallbackBytes ? whole : escaped(Math.floor(limits.fallbackBytes / 3))
}
