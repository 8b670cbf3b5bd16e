/** What one sentence shows of what it wants: its features and its kind. */
export type Lesson = { readonly features: readonly string[]; readonly kind: string }

/** Weights in hundredths, as `src/understand/likeness/likeness.ts` reads them: by feature, "kind:weight kind:weight". */
export type Learnt = {
  readonly kinds: readonly string[]
  readonly bias: readonly number[]
  readonly weights: Readonly<Record<string, string>>
}

const EPOCHS = 15
const RATE = 0.5
const BIAS_RATE = 0.02
/** Keeps weights small, so that one rare word decides nothing. */
const DECAY = 5e-4
/** A feature seen once says more of the sentence than of what it wants. */
const LEAST_SEEN = 3
/** Smaller weights change no chance by a hundredth. */
const LEAST_WEIGHT = 80
const UNIT = 100

/**
 * Multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011), sentences in an order that is shuffled anew for
 * each of fifteen rounds by a generator with a fixed seed: the same lessons give the same weights.
 */
export function learn(lessons: readonly Lesson[]): Learnt {
  const seen = new Map<string, number>()
  for (const { features } of lessons) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1)
  const features = [...seen].flatMap(([one, times]) => (times >= LEAST_SEEN ? [one] : [])).sort()
  const placeOf = new Map(features.map((one, at) => [one, at]))
  const kinds = [...new Set(lessons.map(({ kind }) => kind))].sort()
  const count = kinds.length
  const weights = new Float64Array(features.length * count)
  const gone = new Float64Array(features.length * count).fill(1e-8)
  const bias = new Float64Array(count)
  const rows = lessons.map((lesson) => ({
    places: lesson.features.flatMap((one) => placeOf.get(one) ?? []),
    share: 1 / Math.sqrt(lesson.features.length),
    kind: kinds.indexOf(lesson.kind),
  }))
  const random = generator(7)
  const order = [...rows.keys()]
  const chances = new Float64Array(count)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random)
    for (const at of order) {
      const row = rows[at]
      if (row === undefined) continue
      chances.set(bias)
      for (const place of row.places)
        for (let k = 0; k < count; k++) chances[k] = (chances[k] ?? 0) + (weights[place * count + k] ?? 0) * row.share
      toChances(chances)
      for (let k = 0; k < count; k++) {
        const error = (chances[k] ?? 0) - (k === row.kind ? 1 : 0)
        bias[k] = (bias[k] ?? 0) - BIAS_RATE * error
        for (const place of row.places) {
          const one = place * count + k
          const step = error * row.share + DECAY * (weights[one] ?? 0)
          gone[one] = (gone[one] ?? 0) + step * step
          weights[one] = (weights[one] ?? 0) - (RATE * step) / Math.sqrt(gone[one] ?? 1)
        }
      }
    }
  }
  const packed = features.flatMap((one, place) => {
    const pairs = kinds.flatMap((_, k) => {
      const weight = Math.round((weights[place * count + k] ?? 0) * UNIT)
      return Math.abs(weight) < LEAST_WEIGHT ? [] : [`${k}:${weight}`]
    })
    return pairs.length === 0 ? [] : [[one, pairs.join(' ')] as const]
  })
  return { kinds, bias: Array.from(bias, (one) => Math.round(one * UNIT)), weights: Object.fromEntries(packed) }
}

function toChances(sums: Float64Array): void {
  const most = Math.max(...sums)
  let all = 0
  for (let k = 0; k < sums.length; k++) {
    sums[k] = Math.exp((sums[k] ?? 0) - most)
    all += sums[k] ?? 0
  }
  for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) / all
}

/** Numbers from 0 to before 1, always the same for one seed: the linear congruence of ISO C's example. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [one, two] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = two
    order[other] = one
  }
}
