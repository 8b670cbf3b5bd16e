import type { Context } from '../../../context.ts'
import { Refusal } from '../../../contract/refusal.ts'
import { mayReadOthers } from '../../answering/read-opinion.ts'
import { isAnswering } from '../../rounds/phase.ts'
import type { Round } from '../../rounds/rounds.ts'
import { readingRefusal } from '../reading-refusal.ts'

/** Whether the actor answers the remarks of a round today: for the agency that drafts the item, from its closing or its opening on. */
export function mayAnswer({ actor, now }: Pick<Context, 'actor' | 'now'>, round: Round): boolean {
  return draftsFor({ actor }, round) && isAnswering(round, now)
}

/** Whether the actor drafts today for the agency of a round's item. */
export function draftsFor({ actor: { roles, organisation } }: Pick<Context, 'actor'>, { item }: Round): boolean {
  return roles.has('drafter') && organisation !== null && organisation === item.draftingAgency
}

/** Refuses whoever does not answer the remarks of a round, saying to its agency that it is too early. */
export function requireAnswering(ctx: Context, round: Round): void {
  if (mayAnswer(ctx, round)) return
  // Who reads the remarks as a coordinator does not answer them.
  throw mayReadOthers(ctx, round) ? new Refusal('not-allowed') : readingRefusal(ctx, round)
}
