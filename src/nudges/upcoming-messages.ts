import { quarterOf } from '../calendar/quarters.ts'
import { dayIn } from '../calendar/zoned.ts'
import { atWork } from './at-work.ts'
import type { Rules } from './due.ts'
import type { Planned } from './planned.ts'
import { dueUpcoming, type UpcomingStep, upcomingSteps } from './upcoming.ts'

/** An occasion at which what a quarter lacks is brought up. */
export type Occasion = { readonly quarter: string; readonly step: UpcomingStep; readonly at: Date }

/** The occasion of the running quarter that has come by `now`, while the committee is at work on its own clocks. */
export function upcomingOccasion({ calendar, zone }: Rules, now: Date): Occasion | undefined {
  const quarter = quarterOf(dayIn(now, zone))
  const due = dueUpcoming(calendar, zone, quarter, now)
  if (due === undefined || !atWork(calendar, zone, now)) return undefined
  return { quarter, step: due.step, at: due.at }
}

/** The permanent key of what one person is told at an occasion. */
const upcomingKey = (quarter: string, step: UpcomingStep, personId: string): string =>
  `upcoming:${quarter}:${step}:${personId}`

/** The occasions of a quarter that come with this one or after it, in their order. */
export function occasionsFrom({ calendar, zone }: Rules, { quarter, at }: Occasion): readonly UpcomingStep[] {
  return upcomingSteps(calendar, zone, quarter)
    .filter((one) => one.at >= at)
    .map(({ step }) => step)
}

/** What an item of the plan lacks: a round, or the draft of the open one; nothing where it has had both. */
export function lackOf(latest: { readonly state: string; readonly draftUrl: string | null } | undefined) {
  if (latest === undefined) return 'round'
  return latest.state === 'open' && latest.draftUrl === null ? 'draft' : undefined
}

/**
 * Tells coordinators, and each drafting agency of its own, what the quarter lacks: the latest occasion alone, once a
 * person. `lacking`: the drafting agencies of the items that lack something, one entry an item. `told`: the keys there
 * are of this occasion and of later ones, which a clock set back must not go behind. Pure.
 */
export function upcomingMessages(
  rules: Rules,
  occasion: Occasion,
  rows: {
    readonly lacking: readonly (string | null)[]
    readonly coordinators: readonly string[]
    readonly drafters: readonly { readonly id: string; readonly organisation: string | null }[]
    readonly told: { has(key: string): boolean }
  },
): readonly Planned[] {
  if (rows.lacking.length === 0) return []
  const { quarter, step } = occasion
  const agencies = new Set(rows.lacking)
  const concerned = rows.drafters.filter(({ organisation }) => organisation !== null && agencies.has(organisation))
  const readers = new Set([...rows.coordinators, ...concerned.map(({ id }) => id)])
  const since = occasionsFrom(rules, occasion)
  return [...readers]
    .filter((personId) => !since.some((one) => rows.told.has(upcomingKey(quarter, one, personId))))
    .map((personId): Planned => {
      const key = upcomingKey(quarter, step, personId)
      const letter = { kind: 'upcoming', quarter, step }
      return { post: { key, personId, letter }, reasons: [{ key, kind: 'upcoming', step }] }
    })
}
