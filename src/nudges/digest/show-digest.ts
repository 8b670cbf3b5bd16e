import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { digestCard, shortDigest } from '../cards/digest-card.ts'
import { readDigest } from './read-digest.ts'

/** The digest as it stands now: a coordinator's in full, the chair's in five lines. */
export const showDigest: UseCase<IntentOf<'digest.show'>> = async (ctx) => {
  const digest = await readDigest(ctx)
  const message = ctx.actor.roles.has('coordinator') ? digestCard(ctx, digest) : shortDigest(ctx, digest)
  return { reply: { kind: 'message', message } }
}
