import type { Context } from '../context.ts'
import type { RecordWhat } from '../contract/intent.ts'
import { mayReadOthers } from '../opinions/answering/read-opinion.ts'
import { readingRefusal } from '../opinions/remarks/reading-refusal.ts'
import { askedIn, type Round } from '../opinions/rounds/rounds.ts'

/**
 * Whose ballots the actor may have in a document: everybody's (undefined) where they may read everybody's opinions, which
 * is what coordinators do, and from closing on the agency that drafts the item. Somebody asked may have their own ballot,
 * and nothing else. Refuses the rest.
 */
export async function whoseBallots(
  ctx: Pick<Context, 'db' | 'actor' | 'now'>,
  round: Round,
  what: RecordWhat,
): Promise<string | undefined> {
  if (mayReadOthers(ctx, round)) return undefined
  const { id } = ctx.actor
  if (what === 'ballots' && (await askedIn(ctx, round.id)).includes(id)) return id
  throw readingRefusal(ctx, round)
}
