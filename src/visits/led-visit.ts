import type { Context } from '../context.ts'
import type { Intent } from '../contract/intent.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Reply } from '../contract/reply.ts'
import { type Rest, sitsOn } from '../database/rests.ts'
import { visitCard } from './cards/visit-card.ts'
import { seenVisit } from './schedule/show-visit.ts'
import { dayLed, leads, type Sight, sightOf } from './sight.ts'
import type { Visit } from './visits.ts'
import { findVisit, type Which } from './which-visit.ts'

/** A visit with whoever may act on it. */
export type Led = {
  readonly kind: 'visit'
  readonly visit: Visit
  readonly sight: Sight
  /** What allows it beside the actor's own roles; belongs to every change. */
  readonly rests: readonly Rest[]
}

/**
 * The visit that is meant, for whoever leads its team today or coordinates; a question where it may be several. Refuses
 * everybody else. `of` is what each choice leads to.
 */
export async function findLed(
  ctx: Context,
  which: Which,
  of: (visit: string) => Intent,
): Promise<Led | { readonly kind: 'reply'; readonly reply: Reply }> {
  const sight = await sightOf(ctx)
  const found = await findVisit(ctx, which, sight, of)
  if (found.kind === 'ask') return { kind: 'reply', reply: found.reply }
  if (found.kind === 'none') throw new Refusal('no-such-visit')
  if (ctx.actor.roles.has('coordinator')) return { ...found, sight, rests: [] }
  const day = dayLed(sight, found.visit)
  if (day === undefined) throw new Refusal('not-leader')
  return { ...found, sight, rests: [sitsOn(found.visit.teamId, ctx.actor.id, day, 'leader')] }
}

/** The same, of a visit that a button or form names by its id. */
export async function ledVisit(ctx: Context, id: string): Promise<Led> {
  const found = await findLed(ctx, { visit: id }, (visit) => ({ kind: 'visit.show', visit }))
  if (found.kind === 'reply') throw new Refusal('no-such-visit')
  return found
}

/** The visit's card in place of the one that was pressed, with what has just been said of it or done to it. */
export async function cardAfter(
  ctx: Context,
  { visit, sight }: Pick<Led, 'visit' | 'sight'>,
  said: string,
  done?: { readonly state: 'confirmed' | 'done'; readonly report?: string },
): Promise<Reply> {
  const seen = await seenVisit(ctx, visit.id, sight)
  const { details, ...rest } = seen
  const report = done?.report ?? details?.report ?? null
  const after =
    done === undefined
      ? seen
      : {
          ...rest,
          ...(details === undefined ? {} : { details: { ...details, report } }),
          state: done.state,
          revision: visit.revision + 1,
        }
  const message = visitCard(ctx, after, { leads: leads(sight, visit), said })
  return { kind: 'message', message, replaces: true }
}
