import type { Block, Message } from './message.ts'

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
      return block.text
    case 'facts':
      return block.facts.map((fact) => `${fact.label}: ${fact.value}`).join('\n')
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n')
    case 'progress':
      return block.label
    case 'quote':
      return [
        ...(block.by === undefined ? [] : [`${block.by}:`]),
        ...block.text.split('\n').map((line) => `> ${line}`),
      ].join('\n')
    case 'buttons':
      return block.buttons
        .map((button) => ('url' in button ? `[${button.label}] ${button.url}` : `[${button.label}]`))
        .join(' ')
    case 'divider':
      return '---'
    case 'reader':
      return ''
    default:
      return block satisfies never
  }
}
