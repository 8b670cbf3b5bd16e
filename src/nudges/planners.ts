import { planDigest } from './plan-digest.ts'
import { planEscalations } from './plan-escalations.ts'
import { planSteps } from './plan-steps.ts'
import { planUpcoming } from './plan-upcoming.ts'
import { planVisits } from './plan-visits.ts'
import type { Planner } from './planned.ts'

/** Everything that is urged by rule. A new rule stands here, and nowhere else is it known when it runs. */
export const planners: readonly Planner[] = [planSteps, planEscalations, planUpcoming, planVisits, planDigest]
