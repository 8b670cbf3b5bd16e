import type { Context } from '../../context.ts'
import { takingAnswers } from './phase.ts'
import { findRounds, type Round } from './rounds.ts'

/**
 * Every round that waits for the actor, nearest deadline first: asked in it and not answered; a draft is no answer. None
 * waits for somebody who is no member today.
 */
export async function waitingRounds(ctx: Pick<Context, 'db' | 'now' | 'actor'>): Promise<readonly Round[]> {
  if (!ctx.actor.roles.has('member')) return []
  return await findRounds(ctx, {
    ...takingAnswers(ctx.now),
    asked: { some: { personId: ctx.actor.id } },
    opinions: { none: { personId: ctx.actor.id } },
  })
}
