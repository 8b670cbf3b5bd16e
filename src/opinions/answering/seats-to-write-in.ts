import type { Context } from '../../context.ts'
import { forItem, grantsTo } from '../../people/delegated.ts'
import { takingAnswers } from '../rounds/phase.ts'
import { findRounds } from '../rounds/rounds.ts'

/** A round in which the actor may write an opinion, nearest deadline first; `holder`: in whose seat, where not in their own. */
export type SeatToWriteIn = {
  readonly round: string
  readonly item: string
  readonly holder?: { readonly id: string; readonly name: string }
}

/** Every seat in which the actor may write now, their own first: those that wait, and those that were answered and may be changed. */
export async function seatsToWriteIn(ctx: Context): Promise<readonly SeatToWriteIn[]> {
  const askedOf = (personId: string) => findRounds(ctx, { ...takingAnswers(ctx.now), asked: { some: { personId } } })
  const own = ctx.actor.roles.has('member') ? await askedOf(ctx.actor.id) : []
  const grants = (await grantsTo(ctx, ctx.actor.id)).filter(
    ({ rights }) => rights.includes('draft') || rights.includes('decide'),
  )
  const givers = [...new Map(grants.map(({ giver }) => [giver.id, giver])).values()]
  const theirs = await Promise.all(
    givers.map(async (holder) => {
      const rounds = await askedOf(holder.id)
      const given = grants.filter(({ giver }) => giver.id === holder.id)
      return rounds
        .filter((round) => forItem(given, round.itemId).length > 0)
        .map((round) => ({ round: round.id, item: round.item.key, holder }))
    }),
  )
  return [...own.map((round) => ({ round: round.id, item: round.item.key })), ...theirs.flat()]
}
