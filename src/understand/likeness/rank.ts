/** Weights as they are stored: in hundredths, by feature, "kind:weight kind:weight". */
export type Stored = {
  readonly kinds: readonly string[]
  readonly bias: readonly number[]
  readonly weights: Readonly<Record<string, string>>
}

/** A kind of thing, and how likely it is that it is wanted: from 0 to 1. */
export type Chance = { readonly kind: string; readonly chance: number }

type Weights = { readonly at: readonly number[]; readonly by: readonly number[] }

/** Weights are stored in hundredths. */
const UNIT = 100
const UNPACKED = new WeakMap<Stored, ReadonlyMap<string, Weights>>()

/** The weights of a feature. Unpacked for the first sentence, since not every process reads one. */
export function weightsOf(stored: Stored, feature: string): Weights | undefined {
  let unpacked = UNPACKED.get(stored)
  if (unpacked === undefined) {
    unpacked = new Map(
      Object.entries(stored.weights).map(([one, packed]) => {
        const pairs = packed.split(' ').map((pair) => pair.split(':').map(Number))
        return [one, { at: pairs.map(([kind = 0]) => kind), by: pairs.map(([, by = 0]) => by / UNIT) }]
      }),
    )
    UNPACKED.set(stored, unpacked)
  }
  return unpacked.get(feature)
}

/** The kinds by their chances, which sum to 1, the likeliest first: multinomial logistic regression. */
export function rank(stored: Stored, features: readonly string[]): readonly Chance[] {
  const share = 1 / Math.sqrt(Math.max(1, features.length))
  const sums = stored.bias.map((bias) => bias / UNIT)
  for (const feature of features) {
    const found = weightsOf(stored, feature)
    found?.at.forEach((kind, place) => {
      sums[kind] = (sums[kind] ?? 0) + (found.by[place] ?? 0) * share
    })
  }
  const most = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - most))
  const all = raised.reduce((sum, one) => sum + one, 0)
  return stored.kinds.map((kind, at) => ({ kind, chance: (raised[at] ?? 0) / all })).sort((a, b) => b.chance - a.chance)
}
