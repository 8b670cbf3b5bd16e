import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'

/** That a draft is kept, and the way to it. */
export function keptDraft(
  { texts }: Pick<Context, 'texts'>,
  item: { readonly key: string },
  version: number,
  document: string,
): Message {
  const { documents: t } = texts
  const text = t.kept(item.key, version)
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      { kind: 'buttons', buttons: [{ label: t.show, intent: { kind: 'draft.show', document } }] },
    ],
  }
}
