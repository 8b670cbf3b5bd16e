import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { forItem, grantsTo } from '../../people/delegated.ts'

type Item = { readonly draftingAgency: string | null }

/** Whether the actor may bring the draft of an item: a coordinator, or somebody of the agency that drafts it. */
export function mayBring({ actor }: Pick<Context, 'actor'>, item: Item): boolean {
  if (actor.roles.has('coordinator')) return true
  return actor.roles.has('drafter') && actor.organisation !== null && actor.organisation === item.draftingAgency
}

/**
 * Refuses who may not read a draft: it is read by whoever may bring it, the chair, everybody ever asked in a round on its
 * item, and who acts for one of them today.
 */
export async function requireReader(ctx: Context, item: Item & { readonly id: string }): Promise<void> {
  const { actor, db } = ctx
  if (mayBring(ctx, item) || actor.roles.has('chair')) return
  const asked = { round: { itemId: item.id } }
  if ((await db.asked.findFirst({ where: { ...asked, personId: actor.id }, select: { roundId: true } })) !== null)
    return
  const givers = forItem(await grantsTo(ctx, actor.id), item.id).map(({ giver }) => giver.id)
  const theirs = { ...asked, personId: { in: givers } }
  if (givers.length > 0 && (await db.asked.findFirst({ where: theirs, select: { roundId: true } })) !== null) return
  throw new Refusal('not-allowed')
}
