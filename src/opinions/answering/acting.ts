import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'
import { delegationStands, holdsRole, type Rest } from '../../database/rests.ts'
import { forItem, type Grant, grantsTo } from '../../people/delegated.ts'
import { loadSeat } from './draft.ts'
import { readSeat } from './read-seat.ts'
import type { Draft, Seat } from './seat.ts'

/** Somebody's seat in a round, with who acts in it. */
export type Acting = {
  /** With `holder` where it is another's. */
  readonly seat: Seat
  /** Whose seat it is. */
  readonly personId: string
  /** The delegate who acts; null: the member. */
  readonly byId: string | null
  /** What allows this beside the actor's own roles; belongs to every change. */
  readonly rests: readonly Rest[]
}

/** `see`: the seat's draft and current opinion. `write`: its draft. `submit`: send what stands in it. */
export type Need = 'see' | 'write' | 'submit'

/**
 * The seat in which the actor acts: their own, or with `intent.for` the one of a member who delegated to them today and
 * for this item. One's own takes the role of a member to change anything. Refuses whoever may not, without a word of
 * what stands there.
 */
export async function actingSeat(
  ctx: Context,
  intent: { readonly round: string; readonly for?: string | undefined },
  need: Need,
): Promise<Acting> {
  const { actor, db } = ctx
  if (intent.for === undefined || intent.for === actor.id) {
    if (need !== 'see' && !actor.roles.has('member')) throw new Refusal('not-allowed')
    return { seat: await loadSeat(ctx, intent.round, actor.id), personId: actor.id, byId: null, rests: [] }
  }
  const [grants, seat] = await Promise.all([
    grantsTo(ctx, actor.id, intent.for),
    readSeat(db, intent.round, intent.for),
  ])
  if (seat === undefined) throw new Refusal('no-such-round')
  const counting = forItem(grants, seat.round.itemId)
  const allowing = counting.find((grant) => allows(grant, need)) ?? counting.find((grant) => may(grant, need))
  if (allowing === undefined) throw new Refusal('not-delegated')
  if (!seat.asked) throw new Refusal('not-asked')
  const rights = [...new Set(counting.flatMap((grant) => grant.rights))]
  return {
    seat: { ...seat, holder: { ...allowing.giver, rights } },
    personId: intent.for,
    byId: actor.id,
    rests: [delegationStands(allowing.id), holdsRole(intent.for, 'member', dayIn(ctx.now, ctx.zone))],
  }
}

/** Whether a grant allows it whatever the draft is. */
const allows = ({ rights }: Grant, need: Need): boolean =>
  need === 'see' || rights.includes('decide') || (need === 'write' && rights.includes('draft'))

/** Whether it allows it where the draft is the member's own. */
const may = ({ rights }: Grant, need: Need): boolean => need === 'submit' && rights.includes('transmit')

/** Whether who looks at the seat may write in it. */
export const mayWrite = ({ holder }: Pick<Seat, 'holder'>): boolean =>
  holder === undefined || holder.rights.includes('draft') || holder.rights.includes('decide')

/** Whether who looks at the seat may send this draft: a delegate who may only transmit needs the member's approval. */
export const maySend = ({ holder }: Pick<Seat, 'holder'>, draft: Pick<Draft, 'byId'>): boolean =>
  holder === undefined ||
  holder.rights.includes('decide') ||
  (holder.rights.includes('transmit') && draft.byId === null)

/** What an intent about this seat carries: for whom, where it is another's. */
export const forWhom = ({ holder }: Pick<Seat, 'holder'>): { readonly for?: string } =>
  holder === undefined ? {} : { for: holder.id }
