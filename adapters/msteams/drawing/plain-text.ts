import type { Block } from '../../../src/contract/message.ts'

/** A piece of an Adaptive Card. */
export type Element = { readonly type: string; readonly [property: string]: unknown }
export type Run = {
  readonly weight?: 'Bolder'
  readonly size?: 'Small' | 'Medium' | 'Large'
  readonly isSubtle?: true
  readonly color?: 'Attention' | 'Warning'
}

const CUT = ' […]'
const ZERO_WIDTH_SPACE = '\u200b'

/**
 * The text with nothing in it that acts. TextRun knows no markdown, yet clients still expand `{{DATE(...)}}` in it and
 * Teams reads `<at>`; an invisible space inside breaks both and leaves what is seen.
 */
export function inert(text: string): string {
  return text.replaceAll('{{', `{${ZERO_WIDTH_SPACE}{`).replace(/<(?=\/?at\b)/gi, `<${ZERO_WIDTH_SPACE}`)
}

/** At most `length` characters (UTF-16 units), the cut marked, no character split. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text
  const kept = text.slice(0, Math.max(0, length - CUT.length))
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}${CUT}`
}

/** The list, or its beginning with a line that says how many more there are. */
export function cutList<T>(items: readonly T[], length: number, more: (left: number) => T): readonly T[] {
  return items.length <= length ? items : [...items.slice(0, length - 1), more(items.length - length + 1)]
}
export const andMore = (left: number): string => `[… +${left}]`

/**
 * Plain words as elements: RichTextBlock, because TextBlock takes markdown; one a line, because a run of text has no line
 * breaks on every client.
 */
export function paragraphs(
  text: string,
  space: { readonly text: number; readonly lines: number },
  run: Run = {},
): Element[] {
  const lines = cutList(cut(text, space.text).split(/\r\n|\r|\n/), space.lines, andMore)
  return lines.map((line, index) => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: inert(line === '' ? '\u00a0' : line), ...run }],
    ...(index === 0 ? {} : { spacing: 'None' }),
  }))
}

/** One line, whatever breaks stand in it. */
export function line(text: string, length: number, run: Run = {}): Element {
  const [element] = paragraphs(text.replace(/\s*[\r\n]+\s*/g, ' '), { text: length, lines: 1 }, run)
  return element ?? { type: 'RichTextBlock', inlines: [] }
}

/** How words of a tone look. */
export function tone(tone: Extract<Block, { kind: 'text' }>['tone']): Run {
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
