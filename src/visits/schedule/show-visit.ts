import type { Context, UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import type { Message } from '../../contract/message.ts'
import { Refusal } from '../../contract/refusal.ts'
import { type Standing, visitCard } from '../cards/visit-card.ts'
import { waitingBlocks } from '../cards/waiting-block.ts'
import { notToldBlocks } from '../changes/read-not-told.ts'
import { waitingRequest } from '../move-requests/move-requests.ts'
import { leads, type Sight, sightOf } from '../sight.ts'
import { findVisit } from '../which-visit.ts'
import { readSchedule, type SeenVisit } from './read-schedule.ts'

/** One visit, as far as the actor may see it; of a unit with several the person chooses, of one with none it is said so. */
export const showVisit: UseCase<IntentOf<'visit.show'>> = async (ctx, intent) => {
  const sight = await sightOf(ctx)
  const found = await findVisit(ctx, intent, sight, (visit) => ({ kind: 'visit.show', visit }))
  if (found.kind === 'ask') return { reply: found.reply }
  if (found.kind === 'none') throw new Refusal('no-such-visit')
  return { reply: { kind: 'message', message: await visitMessage(ctx, found.visit.id, sight) } }
}

/** The card of a visit as it stands. Refuses one that is gone, or that the actor may not see at all. */
async function visitMessage(
  ctx: Context,
  id: string,
  sight: Sight,
  more: Omit<Standing, 'leads' | 'waiting'> = {},
): Promise<Message> {
  const [visit, request] = await Promise.all([seenVisit(ctx, id, sight), waitingRequest(ctx, id)])
  const asked = request === undefined || visit.details === undefined ? [] : waitingBlocks(ctx, request)
  const waiting = [...(await notToldBlocks(ctx, visit)), ...asked]
  return visitCard(ctx, visit, {
    leads: leads(sight, { teamId: visit.team.id, starts: visit.details?.starts ?? null }),
    waiting,
    ...more,
  })
}

/** One visit as the actor may see it, cancelled or not. */
export async function seenVisit(ctx: Context, id: string, sight: Sight): Promise<SeenVisit> {
  const filter = { visitIds: [id], undated: true, cancelled: true }
  const { visits } = await readSchedule(ctx, filter, sight, { skip: 0, take: 1 })
  if (visits[0] === undefined) throw new Refusal('no-such-visit')
  return visits[0]
}
