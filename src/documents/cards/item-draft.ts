import type { Context } from '../../context.ts'
import type { Button, Fact } from '../../contract/message.ts'
import { mayBring, mayRead } from '../drafts/draft-rights.ts'
import { isKept } from '../intake/brought-file.ts'
import { quoted } from '../intake/file-words.ts'

type Item = { readonly id: string; readonly key: string; readonly draftingAgency: string | null }
type Shown = { readonly facts: readonly Fact[]; readonly buttons: readonly Button[] }

/**
 * What an item's card says of its draft, and the ways to it: the newest version that was kept, or that there is none and
 * how to bring one; of one that came with these words, that it waits below. Nothing in a channel, and nothing to who may not read it.
 */
export async function itemDraft(ctx: Context, item: Item): Promise<Shown> {
  const { texts, db } = ctx
  const { documents: t } = texts
  if (ctx.audience !== 'private' || !(await mayRead(ctx, item))) return { facts: [], buttons: [] }
  const newest = await db.document.findFirst({
    where: { itemId: item.id, liveKey: { not: null } },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, name: true },
  })
  if (newest === null) {
    const isHere = (ctx.files ?? []).some((file) => isKept(file) && file.document !== undefined)
    const value = !mayBring(ctx, item) ? t.noDraft : isHere ? t.draftWaits : t.bringDraft(item.key)
    return { facts: [{ label: t.draft, value }], buttons: [] }
  }
  return {
    facts: [{ label: t.draft, value: t.draftFile(newest.version, quoted(texts, newest.name)) }],
    buttons: [
      { label: t.show, intent: { kind: 'draft.show', document: newest.id } },
      { label: t.open, intent: { kind: 'draft.get', document: newest.id } },
    ],
  }
}
