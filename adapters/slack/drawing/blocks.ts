import type { types } from '@slack/bolt'
import type { Block, Button } from '../../../src/contract/message.ts'
import { isUsable } from '../../shared/buttons.ts'
import { limits } from '../outgoing/limits.ts'
import { cut, label, pieces } from './split.ts'
import { tableBlock, tableLines } from './tables.ts'
import { paragraphs, plainText, type Run, textElement } from './text.ts'

/** What our blocks become; no mrkdwn among them, so nothing that somebody typed is ever read as mark-up. */
export type SlackBlock =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.RichTextBlock
  | types.TableBlock

/** Renders blocks for a message (where one table block is allowed) or for a view (where none is). */
export function renderBlocks(blocks: readonly Block[], surface: 'message' | 'view'): SlackBlock[] {
  const result: SlackBlock[] = []
  let tables = surface === 'message' ? 1 : 0
  let buttons = 0
  for (const block of blocks) {
    if (block.kind === 'table') {
      const table = tables > 0 ? tableBlock(block) : undefined
      if (table !== undefined) tables -= 1
      result.push(...(table === undefined ? tableLines(block) : [table]))
    } else if (block.kind === 'buttons') {
      result.push(...block.buttons.filter((button) => !isUsable(button)).flatMap(unopened))
      result.push(...actionRows(block.buttons.filter(isUsable), buttons))
      buttons += block.buttons.length
    } else {
      result.push(...renderBlock(block))
    }
  }
  return result
}

function renderBlock(block: Exclude<Block, { kind: 'table' | 'buttons' }>): SlackBlock[] {
  switch (block.kind) {
    case 'text':
      return block.tone === 'subtle' ? smallPrint(block.text) : paragraphs([toned(block.text, block.tone)])
    case 'facts':
      return paragraphs(
        block.facts.flatMap((fact, at): Run[] => [
          { text: `${fact.label}: `, bold: true },
          { text: at === block.facts.length - 1 ? fact.value : `${fact.value}\n` },
        ]),
      )
    case 'list':
      return block.items.length === 0 ? [] : bulletLists(block.items)
    case 'progress':
      return paragraphs([{ text: `${bar(block.done, block.total)}\n` }, { text: block.label }])
    case 'quote':
      return [
        ...(block.by === undefined ? [] : paragraphs([{ text: `${block.by}:`, bold: true }])),
        ...pieces(block.text, limits.text).map(
          (text): SlackBlock => ({
            type: 'rich_text',
            elements: [{ type: 'rich_text_quote', elements: [textElement({ text })] }],
          }),
        ),
      ]
    case 'divider':
      return [{ type: 'divider' }]
    // Slack shows no document whole.
    case 'reader':
      return []
    default:
      return block satisfies never
  }
}

function toned(text: string, tone: 'plain' | 'strong' | 'subtle' | 'warning' | undefined): Run {
  if (tone === 'warning') return { text: `! ${text}`, bold: true }
  return tone === 'strong' ? { text, bold: true } : { text }
}

function smallPrint(text: string): SlackBlock[] {
  return pieces(text, limits.contextText)
    .filter((piece) => piece.trim() !== '')
    .map((piece) => ({ type: 'context', elements: [plainText(piece)] }))
}

/** Lists of at most one text's length each; an item longer than that goes on in the next bullet. */
function bulletLists(items: readonly string[]): SlackBlock[] {
  const lists: types.RichTextSection[][] = []
  let space = 0
  for (const item of items.flatMap((text) => (text === '' ? [' '] : pieces(text, limits.text)))) {
    const section: types.RichTextSection = { type: 'rich_text_section', elements: [textElement({ text: item })] }
    const last = lists.at(-1)
    if (last !== undefined && item.length <= space) last.push(section)
    else lists.push([section])
    space = (last !== undefined && item.length <= space ? space : limits.text) - item.length
  }
  return lists.map((elements) => ({
    type: 'rich_text',
    elements: [{ type: 'rich_text_list', style: 'bullet', elements }],
  }))
}

/** Twenty cells; full only when all is done, empty only when nothing is. */
function bar(done: number, total: number): string {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  const cells = share === 0 ? 0 : Math.max(1, Math.floor(share * 20))
  return '█'.repeat(cells) + '░'.repeat(20 - cells)
}

/** What must not be opened can still be read. */
const unopened = (button: Button): SlackBlock[] => ('url' in button ? smallPrint(`${button.label}: ${button.url}`) : [])

function actionRows(buttons: readonly Button[], first: number): SlackBlock[] {
  const rows: SlackBlock[] = []
  for (let at = 0; at < buttons.length; at += limits.buttonsInRow) {
    rows.push({
      type: 'actions',
      elements: buttons
        .slice(at, at + limits.buttonsInRow)
        .map((button, row) => actionButton(button, first + at + row)),
    })
  }
  return rows
}

/**
 * A button with its whole intent as value. `number` makes the action id unique in the message.
 * Refuses (RangeError) an intent or an address that Slack would not carry: that is a bug of ours.
 */
function actionButton(button: Button, number: number): types.Button {
  const shared = {
    type: 'button' as const,
    text: plainText(label(button.label, limits.buttonLabel)),
    ...(button.style === undefined ? {} : { style: button.style }),
  }
  if ('url' in button) {
    if (button.url.length > limits.buttonUrl) throw new RangeError('slack: an address too long for a button')
    return { ...shared, action_id: `open/${number}`, url: button.url }
  }
  const value = JSON.stringify(button.intent)
  if (value.length > limits.buttonValue) throw new RangeError(`slack: ${button.intent.kind} too large for a button`)
  return { ...shared, action_id: `intent/${number}`, value }
}

/** A header where it fits, else bold text: a long title is shown whole. */
export function heading(title: string): SlackBlock[] {
  if (title.trim() === '') return []
  const short = cut(title, limits.header)
  if (short.endsWith('…') && !title.endsWith('…')) return paragraphs([{ text: title, bold: true }])
  return [{ type: 'header', text: plainText(label(short, limits.header)) }]
}
