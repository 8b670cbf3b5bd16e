import type { Context } from '../../context.ts'
import type { Item, Message } from '../../contract/message.ts'
import type { Draft } from '../drafts/load-draft.ts'
import type { Provision } from '../provision.ts'
import { shortHeadingOf } from './outline.ts'

/** In characters: a row of a line or two. */
const longest = 120

/** The provisions of a draft that typed words may mean, the likeliest first; each of the first `most` a row with its button. */
export function foundCard(
  { texts }: Pick<Context, 'texts'>,
  draft: Draft,
  words: string,
  found: readonly Provision[],
  most: number,
): Message {
  const { documents: t } = texts
  const heading = t.heading(draft.item.key, draft.version)
  const row = (provision: Provision): Item => {
    const text = shortHeadingOf(provision, longest)
    const intent = { kind: 'provision.show', document: draft.id, provision: provision.id } as const
    return { text, own: { row: text, buttons: [{ label: t.see, intent }] } }
  }
  return {
    text: heading,
    title: heading,
    blocks: [
      { kind: 'text', text: found.length === 0 ? t.nothingFound(words) : t.foundFor(words) },
      ...(found.length === 0 ? [] : [{ kind: 'list', items: found.slice(0, most).map(row) } as const]),
      ...(found.length > most ? [{ kind: 'text', text: t.foundMore(most), tone: 'subtle' } as const] : []),
      ...(found.length === 0 ? [] : [{ kind: 'reader', document: draft.id, label: t.readWhole } as const]),
      { kind: 'buttons', buttons: [{ label: t.toOutline, intent: { kind: 'draft.show', document: draft.id } }] },
    ],
  }
}
