import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { draftCard } from '../cards/draft-card.ts'
import { foundCard } from '../cards/found-card.ts'
import { searchProvisions } from '../search-provisions.ts'
import { loadDraftItem } from './draft-version.ts'
import { loadDraft } from './load-draft.ts'
import { roundsOn } from './show-draft.ts'

const mostFound = 8

/**
 * An item's draft as somebody typed for it: the provisions that the words may mean, or its card where there are none. The
 * open round's document, else that of the newest version. Refuses where there is none, and who may not read it.
 */
export const findDraft: UseCase<IntentOf<'draft.find'>> = async (ctx, intent) => {
  const draft = await loadDraft(ctx, await documentOf(ctx, intent.item))
  const { words } = intent
  const message =
    words === undefined
      ? draftCard(ctx, draft, 0, await roundsOn(ctx, draft.id))
      : // One more than are named tells whether there are more.
        foundCard(ctx, draft, words, searchProvisions(draft.provisions, words, mostFound + 1), mostFound)
  return { reply: { kind: 'message', message } }
}

async function documentOf(ctx: Context, key: string): Promise<string> {
  const { rounds, documents } = await loadDraftItem(ctx, key)
  const asked = rounds.find(({ liveKey, documentId }) => liveKey !== null && documentId !== null)?.documentId
  const standing = documents.filter(({ liveKey }) => liveKey !== null)
  const [newest] = standing.toSorted((one, other) => other.version - one.version)
  const document = asked ?? newest?.id
  if (document === undefined) throw new Refusal('no-draft-of', { item: key })
  return document
}
