import type { Block, Item } from '../../../src/contract/message.ts'
import { LABEL_LENGTH, type Space } from '../limits.ts'
import { actionSets, type Pressing, withOwn } from './actions.ts'
import { choiceInput } from './choice.ts'
import { andMore, cutList, type Element, line, paragraphs, type Run, tone } from './plain-text.ts'

/** The blocks as card elements, cut to the space. A divider becomes a line above what follows it. */
export function renderBlocks(blocks: readonly Block[], space: Space): Element[] {
  const elements: Element[] = []
  const first = blocks.find((block) => block.kind === 'choice')
  // With a question in the card, what does not answer it must not wait for an answer to it.
  const press: Pressing = { space, beside: first !== undefined, asks: first }
  let divided = false
  for (const block of withoutMiddle(blocks, space.blocks)) {
    if (block.kind === 'divider') {
      divided = true
      continue
    }
    const [head, ...rest] = renderBlock(block, press)
    if (head === undefined) continue
    elements.push(divided ? { ...head, separator: true, spacing: 'Medium' } : head, ...rest)
    divided = false
  }
  return elements
}

/** Of a card that has to be cut the buttons that end it stay, and what few words follow them. */
function withoutMiddle(blocks: readonly Block[], most: number): readonly Block[] {
  const isPress = (block: Block | undefined) => block?.kind === 'buttons' || block?.kind === 'choice'
  let tail = blocks.findLastIndex(isPress)
  while (isPress(blocks[tail - 1])) tail -= 1
  const end = tail === -1 || blocks.length - tail > most / 2 ? [] : blocks.slice(tail)
  const rest = blocks.slice(0, blocks.length - end.length)
  return [...cutList<Block>(rest, most - end.length, (left) => ({ kind: 'text', text: andMore(left) })), ...end]
}

function renderBlock(block: Exclude<Block, { kind: 'divider' }>, press: Pressing): Element[] {
  const { space } = press
  switch (block.kind) {
    case 'text':
      return withOwn(paragraphs(block.text, space, tone(block.tone)), block.own, press)
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
      return cutList<Item>(block.items, space.lines, andMore).flatMap((item, index) => {
        const [first, ...rest] = listed(item, press)
        return first === undefined ? [] : [index === 0 ? first : { ...first, spacing: 'Small' }, ...rest]
      })
    case 'table':
      return table(block.columns, block.rows, space)
    case 'progress':
      return withOwn(progress(block.label, block.done, block.total, space), block.own, press)
    case 'quote': {
      const words = [
        ...(block.by === undefined ? [] : [line(block.by, LABEL_LENGTH * 2, { isSubtle: true, size: 'Small' })]),
        ...paragraphs(block.text, space),
      ]
      const buttons = block.own === undefined ? [] : actionSets(block.own.buttons, press, block.own)
      return [{ type: 'Container', style: 'emphasis', items: [...words, ...buttons] }]
    }
    case 'buttons':
      return [
        ...(block.label === undefined ? [] : [line(block.label, LABEL_LENGTH * 2, tone('subtle'))]),
        ...actionSets(block.buttons, press),
      ]
    case 'choice':
      return choiceInput(block, press)
    // Teams shows no document whole.
    case 'reader':
      return []
    default:
      return block satisfies never
  }
}

const listed = (item: Item, press: Pressing): Element[] =>
  typeof item === 'string'
    ? paragraphs(`• ${item}`, press.space)
    : withOwn(paragraphs(`• ${item.text}`, press.space), item.own, press)

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
