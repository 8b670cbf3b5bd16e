import type { Block, Button, Message, Own } from './message.ts'

/** A message as plain text: for terminals, logs of a stand-in, and platforms that show nothing but text. */
export function plain(message: Message): string {
  const parts = message.title === undefined ? [] : [message.title]
  if (message.blocks === undefined) parts.push(message.text)
  else parts.push(...message.blocks.map(plainBlock))
  return parts.filter((part) => part !== '').join('\n')
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return withOwn(block.text, block.own)
    case 'facts':
      return block.facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n')
    case 'list':
      return block.items
        .map((item) => (typeof item === 'string' ? `- ${item}` : withOwn(`- ${item.text}`, item.own)))
        .join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n')
    case 'progress':
      return withOwn(block.label, block.own)
    case 'quote': {
      const words = block.text.split('\n').map((line) => `> ${line}`)
      return withOwn([...(block.by === undefined ? [] : [`${block.by}:`]), ...words].join('\n'), block.own)
    }
    case 'buttons': {
      const shown = buttons(block.buttons)
      return block.label === undefined ? shown : `${block.label}: ${shown}`
    }
    case 'choice':
      return `${block.label} ${buttons(block.options)}`
    case 'divider':
      return '---'
    case 'reader':
      return ''
    default:
      return block satisfies never
  }
}

const buttons = (all: readonly Button[]): string =>
  all.map((button) => ('url' in button ? `[${button.label}] ${button.url}` : `[${button.label}]`)).join(' ')

/** A row with its buttons behind its words. */
const withOwn = (words: string, own: Own | undefined): string =>
  own === undefined || own.buttons.length === 0 ? words : `${words} ${buttons(own.buttons)}`
