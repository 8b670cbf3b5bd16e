import type { SlackMessage } from '../../support/slack-api.ts'
import type { SlackFile } from '../../support/slack-files.ts'
import type { Card, ShownButton, ShownFile } from './driver.ts'

export type Element = Readonly<Record<string, unknown>>

/** What a message of Slack's shows; `press` presses one of its buttons, or chooses an option of its menu. */
export function cardOf(message: SlackMessage, press: (control: Element, option?: Element) => Promise<number>): Card {
  const notification = String(message.text)
  const controls = list(message.blocks).flatMap((block) => controlsOf(block))
  const menu = controls.find(({ type }) => type === 'static_select')
  return {
    words: wordsOf(message.blocks),
    reading: list(message.blocks).flatMap((block) => [
      wordsOf(block),
      ...controlsOf(block).map((control) => wordsOf(control.text ?? control.placeholder)),
    ]),
    choice: menu && {
      label: wordsOf(menu.placeholder),
      options: optionsOf(menu).map((option) => wordsOf(option.text)),
      choose: (at) => (at === undefined ? Promise.resolve(0) : press(menu, optionsOf(menu)[at])),
    },
    notification: notification.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    buttons: buttonsOf(message.blocks, press),
    // Unescaped, one of these could begin a mention or a link.
    acting: [...actingIn(message.blocks), ...(/[<>]/.test(notification) ? [notification] : [])],
  }
}

/** A file in a conversation. Slack tells a picture by its ending, and the reader's machine what to open it with. */
export function fileOf({ name, title, alt, base64 }: SlackFile): ShownFile {
  // Folders, and what Slack would take for mark-up.
  const acting = [name, title].filter((text) => /[/\\<>\p{Cc}]|\.$/u.test(text))
  return { picture: name.endsWith('.png'), name, alt, base64, acting }
}

export function buttonsOf(blocks: unknown, press: (button: Element) => Promise<number>): ShownButton[] {
  return list(blocks)
    .flatMap(controlsOf)
    .filter(({ type }) => type === 'button')
    .map((button) => ({
      label: wordsOf(button.text),
      heard: String(button.accessibility_label ?? wordsOf(button.text)),
      ...(button.url === undefined ? {} : { url: String(button.url) }),
      press: () => press(button),
    }))
}

/** What can be pressed in a block: what stands beside its words, or in a row of its own. */
function controlsOf(block: Element): Element[] {
  if (block.type === 'section') return list([block.accessory])
  return block.type === 'actions' ? list(block.elements) : []
}

/** All that a block, a list of blocks, or a text of theirs says, in the order of reading. */
export function wordsOf(shown: unknown): string {
  if (Array.isArray(shown)) return shown.map(wordsOf).join('\n')
  const { type, text, elements, rows, ...rest } = object(shown)
  switch (type) {
    case 'text':
    case 'plain_text':
    case 'raw_text':
      return String(text)
    case 'header':
    case 'section':
      return wordsOf(text)
    // Told apart from words.
    case 'actions':
      return ''
    case 'rich_text':
    case 'rich_text_list':
    case 'context':
      return wordsOf(elements)
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return list(elements).map(wordsOf).join('')
    case 'table':
      return wordsOf(rows)
    case 'input':
      return [rest.label, rest.element, rest.hint].map(wordsOf).join('\n')
    case 'plain_text_input':
      return String(rest.initial_value ?? '')
    // An option has no type: its text is all.
    case undefined:
      return text === undefined ? '' : wordsOf(text)
    default:
      return wordsOf(optionsOf(object(shown)))
  }
}

/** The options of a choice, from one list or from groups. */
export function optionsOf(element: Element): Element[] {
  const groups = list(element.option_groups)
  return groups.length > 0 ? groups.flatMap((group) => list(group.options)) : list(element.options)
}

const harmless = new Set([
  ...['actions', 'button', 'context', 'divider', 'header', 'input', 'modal', 'section', 'table', 'raw_text', 'text'],
  ...['rich_text', 'rich_text_list', 'rich_text_preformatted', 'rich_text_quote', 'rich_text_section'],
  ...['plain_text_input', 'radio_buttons', 'static_select', 'checkboxes', 'multi_static_select'],
  ...['datepicker', 'timepicker', 'file_input', 'external_select', 'multi_external_select'],
])

/** Everything that is neither plain text nor a control: mrkdwn, mentions, links, emoji, and addresses of other kinds. */
export function actingIn(shown: unknown): string[] {
  if (Array.isArray(shown)) return shown.flatMap(actingIn)
  if (typeof shown !== 'object' || shown === null) return []
  const { type, emoji, url } = object(shown)
  const plain = type === undefined || (type === 'plain_text' ? emoji === false : harmless.has(String(type)))
  const address = url === undefined || /^https:\/\//.test(String(url))
  return [...(plain && address ? [] : [JSON.stringify(shown)]), ...Object.values(shown).flatMap(actingIn)]
}

export function object(value: unknown): Element {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

export function list(value: unknown): Element[] {
  return Array.isArray(value) ? value.map(object) : []
}
