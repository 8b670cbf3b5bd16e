import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import type { Round } from '../rounds/rounds.ts'

/** What is said to somebody who may not read what others wrote in a round: not yet, to the agency that drafts the item. */
export function readingRefusal({ actor: { roles, organisation } }: Pick<Context, 'actor'>, round: Round): Refusal {
  const drafts = roles.has('drafter') && organisation !== null && organisation === round.item.draftingAgency
  return new Refusal(drafts ? 'opinions-not-yet' : 'not-allowed')
}
