import { words } from '../../../texts/fold.ts'

/** From here on two remarks are like each other: about a third of their pairs of words are the same. */
const likeFrom = 0.3

/**
 * How like two texts are, from 0 to 1: which of their words stand next to each other in both, whatever their case and marks.
 * Pairs, since a Vietnamese word is mostly two syllables. Texts of one word are like where that is the same. Pure.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  const both = [...a].filter((pair) => b.has(pair)).length
  return (2 * both) / (a.size + b.size)
}

/** Of these the ones whose text is like it, the likest first. Pure. */
export const likest = <T>(text: string, all: readonly T[], textOf: (one: T) => string): readonly T[] =>
  all
    .map((one) => ({ one, like: likeness(text, textOf(one)) }))
    .filter(({ like }) => like >= likeFrom)
    .sort((a, b) => b.like - a.like)
    .map(({ one }) => one)

function pairsOf(text: string): ReadonlySet<string> {
  const all = words(text).map(({ folded }) => folded)
  return new Set(all.length === 1 ? all : all.slice(1).map((word, at) => `${all[at]} ${word}`))
}
