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

/** Of these items, by id, those whose drafts the actor may read: see `mayRead`. For all of them in three statements at the most. */
export async function readableOf(
  ctx: Context,
  items: readonly (Item & { readonly id: string })[],
): Promise<ReadonlySet<string>> {
  const { actor, db } = ctx
  const ids = items.map(({ id }) => id)
  if (actor.roles.has('coordinator') || actor.roles.has('chair')) return new Set(ids)
  const grants = await grantsTo(ctx, actor.id)
  const people = [actor.id, ...grants.map(({ giver }) => giver.id)]
  const asked = await db.asked.findMany({
    where: { personId: { in: people }, round: { itemId: { in: ids } } },
    select: { personId: true, round: { select: { itemId: true } } },
  })
  const isTheirs = (id: string) =>
    asked.some(
      ({ personId, round }) =>
        round.itemId === id &&
        (personId === actor.id || forItem(grants, id).some(({ giver }) => giver.id === personId)),
    )
  return new Set(items.filter((item) => mayBring(ctx, item) || isTheirs(item.id)).map(({ id }) => id))
}

/** Refuses who may not read an item's drafts. */
export async function requireReader(ctx: Context, item: Item & { readonly id: string }): Promise<void> {
  if (!(await mayRead(ctx, item))) throw new Refusal('not-allowed')
}
