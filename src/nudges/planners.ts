import type { Planner } from './planned.ts'

/** Everything that is urged by rule. A new rule stands here, and nowhere else is it known when it runs. */
export const planners: readonly Planner[] = []
