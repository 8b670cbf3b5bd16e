import type { Block, Button, Own } from '../../src/contract/message.ts'

/** Whether the button may be drawn as one: it acts, or opens an address of the web. Others are shown as words. */
export const isUsable = (button: Button): boolean => 'intent' in button || /^https?:\/\//i.test(button.url)

/** How a row's button is called where it is heard alone: what it does, then to which row. */
export const heardAs = (label: string, { row }: Pick<Own, 'row'>): string => `${label}: ${row}`

/** The blocks without anything to press: a form has one thing to press, and that is its own. */
export const withoutButtons = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'buttons':
      case 'choice':
        return []
      case 'list':
        return [{ ...block, items: block.items.map((item) => (typeof item === 'string' ? item : item.text)) }]
      case 'text':
      case 'progress':
      case 'quote': {
        const { own: _, ...words } = block
        return [words]
      }
      default:
        return [block]
    }
  })
