import type { Intent } from '../contract/intent.ts'
import type { Block, Button } from '../contract/message.ts'
import type { Texts } from '../texts/texts.ts'

/** One page, counted from 0, of a list that was read whole; a page beyond the last gives the last. */
export function pageOf<T>(all: readonly T[], perPage: number, page = 0) {
  const of = Math.max(1, Math.ceil(all.length / perPage))
  const at = Math.min(page, of - 1)
  return { shown: all.slice(at * perPage, (at + 1) * perPage), at, of }
}

/** Which page this is, and the ways to those beside it; nothing where there is only one. */
export function pageTurns(
  t: Texts,
  { at, of }: { readonly at: number; readonly of: number },
  turn: (page: number) => Intent,
): readonly Block[] {
  if (of === 1) return []
  const buttons: readonly Button[] = [
    ...(at > 0 ? [{ label: t.buttons.previousPage, intent: turn(at - 1) }] : []),
    ...(at < of - 1 ? [{ label: t.buttons.nextPage, intent: turn(at + 1) }] : []),
  ]
  return [
    { kind: 'text', text: t.page(at + 1, of), tone: 'subtle' },
    { kind: 'buttons', buttons },
  ]
}
