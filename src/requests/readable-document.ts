import { dayIn } from '../calendar/zoned.ts'
import type { Context } from '../context.ts'
import type { Host } from '../contract/adapter.ts'
import type { OwnRemark, ReadableDocument, ReadableProvision } from '../contract/document.ts'
import { Refusal } from '../contract/refusal.ts'
import { draftFacts } from '../documents/cards/draft-facts.ts'
import { type Draft, loadDraft } from '../documents/drafts/load-draft.ts'
import type { Provision } from '../documents/provision.ts'
import { labelOf } from '../documents/provision-label.ts'
import { remarksOn } from '../opinions/answering/remarks-on.ts'
import { findActor } from '../people/actor.ts'
import { type Locale, localeFor, textsFor } from '../texts/texts.ts'

type Source = Omit<Context, 'now' | 'actor' | 'audience' | 'texts' | 'files'> & {
  readonly now: () => Date
  readonly locale: Locale
}

/**
 * Drafts to be read whole, on a platform that can show one, in the reader's language. Undefined where there is no such
 * draft, and to whoever may not read it today.
 */
export function createDocuments(source: Source): Host['document'] {
  return async (of, id) => {
    const now = source.now()
    const found = await findActor(source.db, of, dayIn(now, source.zone))
    if (found?.actor === undefined) return undefined
    const texts = textsFor(localeFor(found.actor.locale, found.platformLocale, source.locale))
    const ctx: Context = { ...source, now, actor: found.actor, audience: 'private', texts }
    try {
      return await readable(ctx, await loadDraft(ctx, id))
    } catch (error) {
      if (error instanceof Refusal) return undefined
      throw error
    }
  }
}

async function readable(ctx: Context, draft: Draft): Promise<ReadableDocument> {
  const { id, item, version, number, dated, title, provisions } = draft
  const { places, remarks } = await remarksOn(ctx, draft)
  return {
    id,
    heading: ctx.texts.documents.heading(item.key, version),
    facts: draftFacts(ctx, { number, date: dated, title, provisions }),
    provisions: provisions.map(shown),
    places,
    remarks: remarks satisfies readonly OwnRemark[],
  }
}

const shown = ({ id, kind, number, title, text, depth, path }: Provision): ReadableProvision => ({
  id,
  kind,
  number,
  label: labelOf({ kind, number, path }),
  title,
  text,
  depth,
  path,
})
