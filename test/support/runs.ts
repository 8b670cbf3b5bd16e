import { seed } from './seed.ts'

const whole = Boolean(process.env.CI)

/** Outside CI a fifth of what is tried there: seeds differ, so that every run tries others. */
const share = 5
const least = 10

/** How often a heavy property is tried: `count` times in CI (the variable CI is set), elsewhere a fifth, ten at least. */
export const runs = (count: number): number =>
  whole ? count : Math.min(count, Math.max(least, Math.ceil(count / share)))

/** Of a very long list no more in CI either: the others are tried by the runs after it. */
const mostInCi = 4000

/**
 * Of a long list of cases all in CI, elsewhere every fifth, or of a longer list as many as `most` (4,000 in CI) at equal
 * distances, from one on that the seed says. `from` says which, to be named where a case fails.
 */
export function someOf<Case>(
  cases: readonly Case[],
  most = 200,
): { readonly some: readonly Case[]; readonly from: string } {
  if (whole && cases.length <= mostInCi) return { some: cases, from: 'all cases' }
  const step = whole ? Math.ceil(cases.length / mostInCi) : Math.max(share, Math.ceil(cases.length / most))
  const first = seed % step
  return {
    some: cases.filter((_, at) => at % step === first),
    from: `every ${step}th case from ${first} on, DONDOC_SEED=${seed}`,
  }
}
