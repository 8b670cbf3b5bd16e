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
 * Whether the actor may read an item's drafts: whoever may bring one, the chair, everybody ever asked in a round on the
 * item, and who acts for one of them today.
 */
export async function mayRead(ctx: Context, item: Item & { readonly id: string }): Promise<boolean> {
  const { actor, db } = ctx
  if (mayBring(ctx, item) || actor.roles.has('chair')) return true
  const asked = { round: { itemId: item.id } }
  if ((await db.asked.findFirst({ where: { ...asked, personId: actor.id }, select: { roundId: true } })) !== null)
    return true
  const givers = forItem(await grantsTo(ctx, actor.id), item.id).map(({ giver }) => giver.id)
  const theirs = { ...asked, personId: { in: givers } }
  return givers.length > 0 && (await db.asked.findFirst({ where: theirs, select: { roundId: true } })) !== null
}

/** Refuses who may not read an item's drafts. */
export async function requireReader(ctx: Context, item: Item & { readonly id: string }): Promise<void> {
  if (!(await mayRead(ctx, item))) throw new Refusal('not-allowed')
}
