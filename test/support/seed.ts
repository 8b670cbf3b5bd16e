/** What CI tries is the same each time: whether a change is taken depends on the change alone. */
const inCi = 1
const largest = 0x7fff_ffff

/**
 * The seed of all properties and of `someOf` in this process: DONDOC_SEED, a whole number; without one the same in CI
 * each time, and elsewhere, as with DONDOC_SEED=random, another each time.
 */
export const seed = seedOf(process.env.DONDOC_SEED, Boolean(process.env.CI))

export function seedOf(given: string | undefined, ci: boolean): number {
  const asked = given || (ci ? String(inCi) : 'random')
  if (asked === 'random') return Math.floor(Math.random() * largest)
  const read = Number(asked)
  if (!/^\d+$/.test(asked) || read > largest)
    throw new Error(`DONDOC_SEED is a whole number up to ${largest}, or "random": ${asked}`)
  return read
}
