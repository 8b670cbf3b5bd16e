import type { Context } from '../../context.ts'
import type { Message } from '../../contract/message.ts'

/** That a draft is kept, the way to it, and for `opens`, who may ask about it now, the way to its round. */
export function keptDraft(
  { texts }: Pick<Context, 'texts'>,
  item: { readonly key: string; readonly opens: boolean },
  version: number,
  document: string,
): Message {
  const { documents: t } = texts
  const text = t.kept(item.key, version)
  return {
    text,
    blocks: [
      { kind: 'text', text, tone: 'strong' },
      {
        kind: 'buttons',
        buttons: [
          { label: t.show, intent: { kind: 'draft.show', document } },
          ...(item.opens
            ? [{ label: texts.buttons.openRound, intent: { kind: 'round.propose.form', item: item.key } } as const]
            : []),
        ],
      },
    ],
  }
}
