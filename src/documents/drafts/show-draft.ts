import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { draftCard } from '../cards/draft-card.ts'
import { provisionCard } from '../cards/provision-card.ts'
import { loadDraft } from './load-draft.ts'

/** A kept draft: what it says of itself, its outline page by page, and the ways to read it. */
export const showDraft: UseCase<IntentOf<'draft.show'>> = async (ctx, intent) => {
  const draft = await loadDraft(ctx, intent.document)
  const rounds = await roundsOn(ctx, draft.id)
  return { reply: { kind: 'message', message: draftCard(ctx, draft, intent.page ?? 0, rounds) } }
}

/** One provision with everything in it, and the way to remark on it where a round asks the actor about this draft. */
export const showProvision: UseCase<IntentOf<'provision.show'>> = async (ctx, intent) => {
  const draft = await loadDraft(ctx, intent.document)
  const at = draft.provisions.findIndex(({ id }) => id === (intent.provision ?? draft.provisions[0]?.id))
  if (at < 0) throw new Refusal('no-such-provision')
  const rounds = await roundsOn(ctx, draft.id)
  return { reply: { kind: 'message', message: provisionCard(ctx, draft, at, rounds, intent.page ?? 0) } }
}

/** The rounds that ask the actor about this draft and are not over, by id. */
export async function roundsOn({ db, actor }: Context, document: string): Promise<readonly string[]> {
  if (!actor.roles.has('member')) return []
  const rows = await db.round.findMany({
    where: { documentId: document, liveKey: { not: null }, asked: { some: { personId: actor.id } } },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}
