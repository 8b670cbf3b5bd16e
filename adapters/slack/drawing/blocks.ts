import type { types } from '@slack/bolt'
import type { Block, Item, Own } from '../../../src/contract/message.ts'
import { isUsable } from '../../shared/buttons.ts'
import { limits } from '../outgoing/limits.ts'
import { actionButton, actionRows, type Numbering, numbering, smallPrint } from './buttons.ts'
import { choiceMenu } from './choice.ts'
import type { Unit } from './fit.ts'
import { cut, label, lengthOf, pieces } from './split.ts'
import { tableBlock, tableLines } from './tables.ts'
import { paragraphs, plainText, type Run, textElement } from './text.ts'

/** What our blocks become; no mrkdwn among them, so nothing that somebody typed is ever read as mark-up. */
export type SlackBlock =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.RichTextBlock
  | types.SectionBlock
  | types.TableBlock

/** Renders blocks for a message (where one table block is allowed) or for a view (where none is). */
export function renderBlocks(blocks: readonly Block[], surface: 'message' | 'view'): Unit<SlackBlock>[] {
  const number = numbering()
  let tables = surface === 'message' ? 1 : 0
  return blocks.flatMap((block): Unit<SlackBlock>[] => {
    if (block.kind !== 'table') return renderBlock(block, number)
    const table = tables > 0 ? tableBlock(block) : undefined
    if (table !== undefined) tables -= 1
    return words(table === undefined ? tableLines(block) : [table])
  })
}

const words = (blocks: readonly SlackBlock[]): Unit<SlackBlock>[] => [{ blocks, is: 'words' }]

function renderBlock(block: Exclude<Block, { kind: 'table' }>, number: Numbering): Unit<SlackBlock>[] {
  switch (block.kind) {
    case 'text': {
      const drawn = block.tone === 'subtle' ? smallPrint(block.text) : paragraphs([toned(block.text, block.tone)])
      const plainly = block.tone === undefined || block.tone === 'plain'
      return withOwn(drawn, block.own, number, plainly ? block.text : undefined)
    }
    case 'facts':
      return words(
        paragraphs(
          block.facts.flatMap((fact, at): Run[] => [
            { text: `${fact.label}: `, bold: true },
            { text: at === block.facts.length - 1 ? fact.value : `${fact.value}\n` },
          ]),
        ),
      )
    case 'list':
      return listed(block.items, number)
    case 'progress': {
      const lines = [`${bar(block.done, block.total)}\n`, block.label] as const
      return withOwn(paragraphs(lines.map((text) => ({ text }))), block.own, number, lines.join(''))
    }
    case 'quote':
      return withOwn(quoted(block.text, block.by), block.own, number)
    case 'buttons': {
      const heading = block.label === undefined ? [] : smallPrint(block.label)
      return [{ blocks: [...heading, ...actionRows(block.buttons, number)], is: 'press' }]
    }
    case 'choice':
      return [{ blocks: choiceMenu(block, number), is: 'press' }]
    case 'divider':
      return words([{ type: 'divider' }])
    // Slack shows no document whole.
    case 'reader':
      return []
    default:
      return block satisfies never
  }
}

/**
 * A row with its buttons: one button stands beside plain words, in the same block, of which a message has fifty; else they
 * stand directly below. `plainly`: the words, where they are no more than that.
 */
function withOwn(
  drawn: readonly SlackBlock[],
  own: Own | undefined,
  number: Numbering,
  plainly?: string,
): Unit<SlackBlock>[] {
  if (own === undefined || own.buttons.length === 0) return words(drawn)
  const [only, ...others] = own.buttons
  const short = plainly !== undefined && plainly.trim() !== '' && lengthOf(plainly) <= limits.text
  if (only !== undefined && others.length === 0 && isUsable(only) && short) {
    const text = plainText(label(plainly, limits.text))
    return [{ blocks: [{ type: 'section', text, accessory: actionButton(only, number, own) }], is: 'row' }]
  }
  return [{ blocks: [...drawn, ...actionRows(own.buttons, number, own)], is: 'row' }]
}

/** Items with buttons stand alone, those without together. */
function listed(items: readonly Item[], number: Numbering): Unit<SlackBlock>[] {
  const units: Unit<SlackBlock>[] = []
  let plainly: string[] = []
  const end = () => {
    if (plainly.length > 0) units.push(...words(bulletLists(plainly)))
    plainly = []
  }
  for (const item of items) {
    if (typeof item === 'string') {
      plainly.push(item)
      continue
    }
    end()
    units.push(...withOwn(bulletLists([item.text]), item.own, number, `• ${item.text}`))
  }
  end()
  return units
}

/** Whose words, and the words: the name and the first of them in one block. */
function quoted(text: string, by: string | undefined): types.RichTextBlock[] {
  const name = by === undefined ? [] : paragraphs([{ text: `${by}:`, bold: true }])
  const quotes = pieces(text, limits.text).map(
    (piece): types.RichTextBlock => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_quote', elements: [textElement({ text: piece })] }],
    }),
  )
  const [one, ...more] = name
  const [first, ...rest] = quotes
  if (one === undefined || first === undefined || more.length > 0) return [...name, ...quotes]
  return [{ type: 'rich_text', elements: [...one.elements, ...first.elements] }, ...rest]
}

function toned(text: string, tone: 'plain' | 'strong' | 'subtle' | 'warning' | undefined): Run {
  if (tone === 'warning') return { text: `! ${text}`, bold: true }
  return tone === 'strong' ? { text, bold: true } : { text }
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

/** A header where it fits, else bold text: a long title is shown whole. */
export function heading(title: string): SlackBlock[] {
  if (title.trim() === '') return []
  const short = cut(title, limits.header)
  if (short.endsWith('…') && !title.endsWith('…')) return paragraphs([{ text: title, bold: true }])
  return [{ type: 'header', text: plainText(label(short, limits.header)) }]
}
