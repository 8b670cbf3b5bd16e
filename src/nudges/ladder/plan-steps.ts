import { ownZones } from '../on-leave.ts'
import type { Planner } from '../planned.ts'
import { delegatesToNudge } from './delegates-to-nudge.ts'
import { liveRounds } from './open-rounds.ts'
import { seatsToNudge } from './seats-to-nudge.ts'
import { stepMessages } from './step-messages.ts'

/** Nudges members by the ladder and their delegates at its last step, as `stepMessages` says. */
export const planSteps: Planner = async (ctx) => {
  const rounds = await liveRounds(ctx)
  if (rounds.size === 0) return []
  const own = await ownZones(ctx)
  const [seats, delegates] = await Promise.all([
    seatsToNudge(ctx, rounds, own),
    delegatesToNudge(ctx, rounds, (person) => own.get(person) ?? ctx.zone),
  ])
  return stepMessages(ctx, { rounds, seats, delegates }, ctx.now)
}
