import type { Block, Button } from '../../../src/contract/message.ts'
import { isUsable } from '../../shared/buttons.ts'
import { ACTIONS_A_SET, LABEL_LENGTH, type Space } from '../limits.ts'
import type { CardData } from './card-data.ts'
import { andMore, cut, cutList, type Element, inert, line, paragraphs, type Run } from './plain-text.ts'

/** The blocks as card elements, cut to the space. A divider becomes a line above what follows it. */
export function renderBlocks(blocks: readonly Block[], space: Space): Element[] {
  const elements: Element[] = []
  let divided = false
  for (const block of cutList<Block>(blocks, space.blocks, (left) => ({ kind: 'text', text: andMore(left) }))) {
    if (block.kind === 'divider') {
      divided = true
      continue
    }
    const [first, ...rest] = renderBlock(block, space)
    if (first === undefined) continue
    elements.push(divided ? { ...first, separator: true, spacing: 'Medium' } : first, ...rest)
    divided = false
  }
  return elements
}

function renderBlock(block: Exclude<Block, { kind: 'divider' }>, space: Space): Element[] {
  switch (block.kind) {
    case 'text':
      return paragraphs(block.text, space, tone(block.tone))
    case 'facts':
      return cutList(block.facts, space.rows, (left) => ({ label: andMore(left), value: '' })).map((fact, index) => ({
        type: 'ColumnSet',
        spacing: index === 0 ? 'Default' : 'Small',
        columns: [
          { type: 'Column', width: 2, items: [line(fact.label, space.text, { weight: 'Bolder' })] },
          { type: 'Column', width: 5, items: paragraphs(fact.value, space) },
        ],
      }))
    case 'list':
      return cutList(block.items, space.lines, andMore).flatMap((item, index) => {
        const [first, ...rest] = paragraphs(`• ${item}`, space)
        return first === undefined ? [] : [index === 0 ? first : { ...first, spacing: 'Small' }, ...rest]
      })
    case 'table':
      return table(block.columns, block.rows, space)
    case 'progress':
      return progress(block.label, block.done, block.total, space)
    case 'quote':
      return [
        {
          type: 'Container',
          style: 'emphasis',
          items: [
            ...(block.by === undefined ? [] : [line(block.by, LABEL_LENGTH * 2, { isSubtle: true, size: 'Small' })]),
            ...paragraphs(block.text, space),
          ],
        },
      ]
    case 'buttons':
      return [
        ...block.buttons.filter((button) => !isUsable(button)).flatMap((button) => unopened(button, space)),
        ...actionSets(
          cutList(block.buttons.filter(isUsable), space.rows, () => undefined).filter((each) => each !== undefined),
        ),
      ]
    // Teams shows no document whole.
    case 'reader':
      return []
    default:
      return block satisfies never
  }
}

function tone(tone: Extract<Block, { kind: 'text' }>['tone']): Run {
  switch (tone) {
    case 'strong':
      return { weight: 'Bolder' }
    case 'subtle':
      return { isSubtle: true, size: 'Small' }
    case 'warning':
      return { weight: 'Bolder', color: 'Attention' }
    case 'plain':
    case undefined:
      return {}
    default:
      return tone satisfies never
  }
}

const widestWord = 16
const fullCell = 60
/** The borders and the space around a cell, in characters, and some for letters wider than most. */
const around = 3

/**
 * A column's share of the width: space for its longest word first, since a card is narrow and a client breaks words that
 * do not fit (`12/0` `6/20` `20`); then some more where cells are long. The head is bold, hence wider.
 */
function weight(head: string, cells: readonly string[]): number {
  const word = Math.max(wordIn(head) + 2, ...cells.map(wordIn))
  const cell = Math.max(...[head, ...cells].map((each) => each.length))
  return around + Math.min(word, widestWord) + Math.round(Math.min(cell, fullCell) / 30)
}

/** The length of the longest word. */
const wordIn = (cell: string): number => Math.max(...cell.split(/\s+/).map((word) => word.length))

/** A real table; a client too old for tables shows its rows as lines. */
function table(columns: readonly string[], rows: readonly (readonly string[])[], space: Space): Element[] {
  if (columns.length === 0) return []
  const shown = cutList(rows, space.rows, (left) => [andMore(left)])
  const cells = (row: readonly string[], run: Run) =>
    columns.map((_, index) => ({ type: 'TableCell', items: [line(row[index] ?? '', space.text, run)] }))
  return [
    {
      type: 'Table',
      columns: columns.map((head, index) => ({
        type: 'TableColumnDefinition',
        width: weight(
          head,
          shown.map((row) => row[index] ?? ''),
        ),
      })),
      rows: [
        { type: 'TableRow', cells: cells(columns, { weight: 'Bolder' }) },
        ...shown.map((row) => ({ type: 'TableRow', cells: cells(row, {}) })),
      ],
      fallback: {
        type: 'Container',
        items: [
          line(columns.join(' | '), space.text, { weight: 'Bolder' }),
          ...shown.map((row) => line(row.join(' | '), space.text)),
        ],
      },
    },
  ]
}

/** The words first, then a bar for the eye: two coloured columns as wide as the two shares. */
function progress(label: string, done: number, total: number, space: Space): Element[] {
  const share = total > 0 ? Math.min(1, Math.max(0, done / total)) : 0
  const filled = Math.round(share * 100)
  const part = (width: number, style: 'good' | 'emphasis') =>
    width === 0 ? [] : [{ type: 'Column', width, style, minHeight: '10px', spacing: 'None', items: [] }]
  return [
    ...paragraphs(label, space),
    { type: 'ColumnSet', spacing: 'Small', columns: [...part(filled, 'good'), ...part(100 - filled, 'emphasis')] },
  ]
}

/** What must not be opened can still be read. */
const unopened = (button: Button, space: Space): Element[] =>
  'url' in button ? [line(`${button.label}: ${button.url}`, space.text, tone('subtle'))] : []

function actionSets(buttons: readonly Button[]): Element[] {
  const sets: Element[] = []
  for (let start = 0; start < buttons.length; start += ACTIONS_A_SET)
    sets.push({ type: 'ActionSet', actions: buttons.slice(start, start + ACTIONS_A_SET).map(action) })
  return sets
}

function action(button: Button): Element {
  const style = button.style === undefined ? {} : { style: button.style === 'primary' ? 'positive' : 'destructive' }
  if ('url' in button) return { type: 'Action.OpenUrl', title: label(button.label), url: button.url, ...style }
  return execute(button.label, 'press', { intent: button.intent }, style)
}

const label = (text: string): string => inert(cut(text.replace(/\s+/g, ' ').trim() || '…', LABEL_LENGTH))

/** An action that comes back to us: as an invoke, or on an older client as a message that carries the same data. */
export function execute(title: string, verb: 'press' | 'fill', data: CardData, style: object): Element {
  const shared = { title: label(title), data, ...style }
  return { type: 'Action.Execute', verb, ...shared, fallback: { type: 'Action.Submit', ...shared } }
}
