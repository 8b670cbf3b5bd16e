import { planAnswers } from './answers/plan-answers.ts'
import { planDigest } from './digest/plan-digest.ts'
import { planSteps } from './ladder/plan-steps.ts'
import type { Planner } from './planned.ts'
import { planEscalations } from './quarter-watch/plan-escalations.ts'
import { planUpcoming } from './quarter-watch/plan-upcoming.ts'
import { planVisits } from './visits/plan-visits.ts'

/** Everything that is urged by rule. A new rule stands here, and nowhere else is it known when it runs. */
export const planners: readonly Planner[] = [
  planSteps,
  planAnswers,
  planEscalations,
  planUpcoming,
  planVisits,
  planDigest,
]
