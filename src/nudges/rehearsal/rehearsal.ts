import { addDays, toInstant } from '../../calendar/zoned.ts'
import type { Rules } from '../ladder/due.ts'
import { type Cast, type Played, type Rehearsed, remember } from './played.ts'
import { momentsOf, roundSteps, zonesIn } from './rehearsal-moments.ts'
import { planAt } from './rehearsal-plan.ts'
import { describe, sendAt } from './rehearsal-send.ts'
import { approaching } from './rehearsal-visits.ts'

/** Longer than the longest weekend that a calendar without a word knows; days off beyond it have steps of their own. */
const settlingMs = 12 * 86_400_000

/**
 * Plays the plan on a made-up clock from `cast.now` on, and gives every message that would go out from one day to
 * another, both included, in the committee's zone, the earliest first: nothing of before `cast.now`. At every moment at
 * which a wake-up could find something due, the very functions are asked that the planners and the sending ask. Pure:
 * sends nothing, writes nothing.
 */
export function rehearse(
  rules: Rules,
  cast: Cast,
  span: { readonly from: string; readonly to: string },
): readonly Rehearsed[] {
  const from = toInstant(span.from, '00:00', rules.zone)
  const end = toInstant(addDays(span.to, 1), '00:00', rules.zone)
  const played = begin(rules, cast)
  const found: Rehearsed[] = []
  for (const now of momentsOf(rules, cast, end)) {
    const requests = planAt(played, now)
    const sent = [...requests, ...sendAt(played, now).map((one) => describe(played, one, now))]
    if (now >= from) found.push(...sent)
  }
  return found
}

function begin(rules: Rules, cast: Cast): Played {
  const zones = zonesIn(rules, cast)
  const played: Played = {
    ...rules,
    cast,
    ladders: new Map(),
    told: new Set(),
    nudged: new Map(),
    delegated: new Map(),
    escalated: new Map(),
    handled: new Set(cast.rounds.flatMap((round) => (round.handled ? [round.id] : []))),
    waiting: new Set(cast.waiting),
    roundById: new Map(cast.rounds.map((round) => [round.id, round])),
    seats: new Map(cast.rounds.map((round) => [round.id, round.seats])),
    steps: new Map(cast.rounds.map((round) => [round.id, roundSteps(rules, round, zones)])),
    visits: approaching(rules, cast.visits, zones),
    settled: cast.now.getTime() + settlingMs,
  }
  for (const { personId, ...reason } of cast.told) remember(played, personId, reason)
  return played
}
