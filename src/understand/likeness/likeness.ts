import type { Intent } from '../../contract/intent.ts'
import type { Reading } from '../engine/reading.ts'
import { featuresOf } from './features.ts'
import { rank, weightsOf } from './rank.ts'
import learnt from './weights.json' with { type: 'json' }

/** What people want, or nothing that the bot does. */
export type Likely = Intent['kind'] | 'nothing'

/** What a sentence wants by its likeness to sentences of people, the likeliest first; the chances sum to 1. */
export type Likelihoods = readonly { readonly kind: Likely; readonly chance: number }[]

/**
 * How likely it is that a sentence wants each kind of thing, learnt from the sentences of test/understand (`npm run learn`).
 * The same sentence gives the same chances on every machine. It ranks what is offered, and doubts or settles what the senses
 * find; what a sentence says of it is read by the senses alone.
 */
export const likelihoodsOf = (reading: Reading): Likelihoods =>
  forRoles(rank(learnt, featuresOf(reading)) as Likelihoods, reading.vocabulary.roles)

/** What is the secretariat's, and the like of it that is everybody else's: whose words they are decides which is meant. */
const TWINS: readonly (readonly [Likely, Likely])[] = [
  ['visit.check.form', 'move.ask.form'],
  ['reminder.preview', 'nudge.snooze.form'],
]

function forRoles(likely: Likelihoods, roles: ReadonlySet<string> | undefined): Likelihoods {
  if (roles === undefined) return likely
  const chances = new Map(likely.map(({ kind, chance }) => [kind, chance]))
  for (const [ours, theirs] of TWINS) {
    const [meant, other] = roles.has('coordinator') ? [ours, theirs] : [theirs, ours]
    // Who reminds others may put off reminders as well.
    if (meant === 'reminder.preview') continue
    chances.set(meant, (chances.get(meant) ?? 0) + (chances.get(other) ?? 0))
    chances.set(other, 0)
  }
  return likely.map(({ kind }) => ({ kind, chance: chances.get(kind) ?? 0 })).sort((a, b) => b.chance - a.chance)
}

/** Whether a folded word speaks for a kind of thing: then it is accounted for where that is meant. A letter alone is no word. */
export const speaksFor = (word: string, kind: Likely): boolean => word.length > 1 && isFor(`w:${word}`, kind)

/** Whether a concept that stands in a sentence speaks for a kind of thing. */
export const signFor = (concept: string, kind: Likely): boolean => isFor(`c:${concept}`, kind)

/** Small weights are not stored: what is there and above zero tells something. */
function isFor(feature: string, kind: Likely): boolean {
  const found = weightsOf(learnt, feature)
  const kinds = TWINS.find((twins) => twins.includes(kind)) ?? [kind]
  return kinds.some((one) => (found?.by[found.at.indexOf(learnt.kinds.indexOf(one))] ?? 0) > 0)
}
