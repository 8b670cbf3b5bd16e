import type { Context } from '../../context.ts'
import type { Line, Section } from '../../contract/page.ts'
import { shortHeadingOf } from '../../documents/cards/outline.ts'
import { readableOf } from '../../documents/drafts/draft-rights.ts'
import { provisionsOf } from '../../documents/drafts/load-draft.ts'
import { provisionsHolding } from '../../documents/hold-words.ts'
import { group, most } from './group.ts'

/**
 * In how many drafts the words are looked for, those about which people are asked now: more than are remembered parsed
 * would be read anew with every letter that is typed.
 */
const mostDrafts = 12

/** In characters: a row of a line or two. */
const longest = 120

/**
 * The provisions in which all the words stand, or which they cite, of the drafts that people are asked about now and that
 * the reader may read. Older drafts are found by their item.
 */
export async function foundProvisions(ctx: Context, find: string, words: string): Promise<readonly Section[]> {
  const { texts: t, db } = ctx
  const asked = await db.round.findMany({
    where: { state: 'open', documentId: { not: null } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    select: { documentId: true, item: { select: { id: true, key: true, draftingAgency: true } } },
  })
  if (asked.length === 0) return []
  const readable = await readableOf(
    ctx,
    asked.map(({ item }) => item),
  )
  const drafts = asked
    .flatMap(({ item, documentId }) =>
      documentId !== null && readable.has(item.id) ? [{ item, document: documentId }] : [],
    )
    .slice(0, mostDrafts)
  const found = await Promise.all(
    drafts.map(async ({ item, document }) => {
      return { item, document, provisions: provisionsHolding(await provisionsOf(db, document), words) }
    }),
  )
  const all = found.flatMap(({ item, document, provisions }) =>
    provisions.map((provision) => ({ item, document, provision })),
  )
  const more = found.find(({ provisions }) => provisions.length > 0)
  return group(ctx, {
    id: 'provisions',
    title: t.desk.search.provisions,
    total: all.length,
    lines: all.slice(0, most).map(({ item, document, provision }): Line => {
      const text = shortHeadingOf(provision, longest)
      return {
        name: `${item.key} ${provision.path}`,
        text,
        small: [item.key],
        buttons: [{ label: t.documents.see, intent: { kind: 'provision.show', document, provision: provision.id } }],
      }
    }),
    button: more && {
      label: t.desk.search.inDraft(more.item.key),
      intent: { kind: 'draft.find', item: more.item.key, words: find },
    },
  })
}
