import type { Intent } from '../../contract/intent.ts'
import type { Reading } from '../engine/reading.ts'
import type { Likelihoods, Likely } from '../likeness/likeness.ts'
import type { Understanding } from '../result.ts'
import { fitByLikeness } from '../senses/fits.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { intentsIn } from './told.ts'

/** The kinds of thing to which an understanding may lead. */
export const kindsOf = (meant: Understanding): ReadonlySet<Likely> =>
  new Set(meant.kind === 'missing' ? [meant.verb] : intentsIn(meant).map(({ kind }) => kind))

/** What the senses found of a kind, or what can be filled in of it. */
export function ofKind(kind: Likely, candidates: readonly Candidate[], reading: Reading): Candidate | undefined {
  const of = ({ meant }: Candidate) => kindsOf(meant).has(kind) && kindsOf(meant).size === 1
  const found = candidates.find((one) => of(one) && !one.held)
  if (found !== undefined) return found
  const fit = fitByLikeness(kind, reading)
  const built = fit === undefined ? undefined : candidateOf(fit, reading, true)
  if (built === undefined || !of(built)) return candidates.find(of)
  // "Suýt dời KT-5": what a sense has seen to be told is told in sentences like it as well.
  return candidates.some((one) => of(one) && one.told === true) ? { ...built, held: true } : built
}

/** It accounts for every word, or for all but one of very many: a title has many. */
export const isWhole = ({ left, aside, unused, used }: Candidate['fit']): boolean =>
  left.reduce((sum, { start, end }) => sum + end - start, 0) * MANY_USED <= used.size &&
  aside.length === 0 &&
  unused.length === 0
const MANY_USED = 12

/** How likely a round must be, beside a visit, for "push it to Friday week" to mean either. */
const EITHER = 0.3

/** Whether a visit is to be changed of which not even the place is said, and a round may as well be meant. */
export function mayBeOfRound(meant: Understanding, likely: Likelihoods): boolean {
  if (meant.kind !== 'intent') return false
  const { intent } = meant
  const bare =
    (intent.kind === 'visit.check.form' || intent.kind === 'visit.cancel.form' || intent.kind === 'move.ask.form') &&
    intent.number === undefined &&
    intent.unit === undefined &&
    intent.visit === undefined
  const chanceOf = (kind: Likely) => likely.find((one) => one.kind === kind)?.chance ?? 0
  return bare && chanceOf('round.change.form') >= EITHER * chanceOf(intent.kind)
}

/** Too few words are like too many sentences: two must be like very many, one never is. */
export const FEWEST = 3

/** How many words have content. */
export function contentOf({ text, idle }: Reading): number {
  let words = 0
  for (let at = 0; at < text.length; at = idle.get(at) ?? at + 1) if (!idle.has(at)) words++
  return words
}

/** Whether it ends something for others than whoever types. */
export const endsForOthers = (intent: Intent): boolean =>
  intent.kind === 'visit.cancel.form' ||
  (intent.kind === 'round.change.form' && (intent.change === 'close' || intent.change === 'withdraw'))
