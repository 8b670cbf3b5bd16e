import { z } from 'zod'
import type { Context } from '../../context.ts'
import { loadRound } from '../../opinions/rounds/rounds.ts'
import type { Composed, Purpose } from '../../outbox/delivery/compose.ts'
import { peopleById } from '../../people/members.ts'
import { type Escalated, escalationCard } from '../cards/escalation-card.ts'
import { waitForOffice } from '../wait-for-office.ts'
import { escalationKey } from './escalation-messages.ts'
import { longOverdue } from './long-overdue.ts'

/** Who is long overdue, to one coordinator; whom it was planned for stands in the nudges of that day. */
export const EscalationNotification = z.object({ kind: z.literal('escalation'), day: z.iso.date() })
export type EscalationNotification = z.infer<typeof EscalationNotification>

/** Names those who are overdue still: whoever answered since, and a round that was extended or closed, falls out. */
export async function composeEscalation(
  ctx: Context,
  letter: EscalationNotification,
  purpose?: Purpose,
): Promise<Composed> {
  if (!ctx.actor.roles.has('coordinator')) return { drop: 'no coordinator any more' }
  const planned = await ctx.db.nudge.findMany({
    where: { kind: 'escalation', personId: ctx.actor.id, step: letter.day },
    select: { key: true, roundId: true },
  })
  const keys = new Set(planned.map((one) => one.key))
  const about = planned.flatMap((one) => one.roundId ?? [])
  const rounds: Escalated[] = []
  for (const { id, dueAt, people } of await longOverdue(ctx, [...new Set(about)])) {
    const still = people.filter((person) => keys.has(escalationKey(id, dueAt, person, ctx.actor.id)))
    if (still.length > 0) rounds.push({ round: await loadRound(ctx, id), people: await peopleById(ctx, still) })
  }
  if (rounds.length === 0) return { drop: 'nobody named is overdue any more' }
  return waitForOffice(ctx, purpose) ?? { message: escalationCard(ctx, rounds) }
}
