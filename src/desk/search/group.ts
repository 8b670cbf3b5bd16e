import type { Context } from '../../context.ts'
import type { Button } from '../../contract/message.ts'
import type { Line, Section, Way } from '../../contract/page.ts'

/** Lines of one kind; how many more there are is said, with the way to them. */
export const most = 8

type Found = {
  readonly id: string
  readonly title: string
  readonly lines: readonly Line[]
  /** How many there are in all. */
  readonly total: number
  /** Where all of them are; only where there are more than are shown. */
  readonly way?: Way | undefined
  readonly button?: Button | undefined
}

/** What was found of one kind; nothing where there is none. */
export function group(
  { texts: t }: Pick<Context, 'texts'>,
  { id, title, lines, total, way, button }: Found,
): readonly Section[] {
  if (total === 0) return []
  const rest = total - lines.length
  return [
    {
      ...{ id, title },
      pill: { text: String(total), tone: 'plain' },
      ...(rest > 0 && way !== undefined ? { ways: [way] } : {}),
      parts: [
        { kind: 'lines', lines },
        ...(rest > 0 ? [{ kind: 'text', text: t.digest.more(rest), tone: 'subtle' } as const] : []),
        ...(rest > 0 && button !== undefined ? [{ kind: 'buttons', buttons: [button] } as const] : []),
      ],
    },
  ]
}
