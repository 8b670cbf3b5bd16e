/** The numbers from one to before another: word places. */
export const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)

/** Reads each word of a sentence at most once, however often it is asked for: else a long sentence is read over and over. */
export function oncePerPlace<S extends object, T>(
  read: (sentence: S, at: number) => T,
): (sentence: S, at: number) => T {
  const known = new WeakMap<S, Map<number, { readonly found: T }>>()
  return (sentence, at) => {
    const places = known.get(sentence) ?? new Map<number, { readonly found: T }>()
    if (!known.has(sentence)) known.set(sentence, places)
    const before = places.get(at)
    if (before !== undefined) return before.found
    const found = read(sentence, at)
    places.set(at, { found })
    return found
  }
}
