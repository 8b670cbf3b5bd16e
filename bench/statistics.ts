/** The middle of some numbers; the mean of the two middle ones where their count is even. NaN for none. */
function median(numbers: readonly number[]): number {
  return percentile(numbers, 50)
}

/** The `rank`th percentile (0-100), interpolated between the two nearest numbers. NaN for none. */
function percentile(numbers: readonly number[], rank: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = ((sorted.length - 1) * rank) / 100
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

export type Spread = { readonly median: number; readonly min: number; readonly max: number }

/** Median, least and greatest: what a noisy machine's figures are quoted by. */
export function spread(numbers: readonly number[]): Spread {
  return { median: median(numbers), min: Math.min(...numbers), max: Math.max(...numbers) }
}

export type Latency = { readonly p50: number; readonly p95: number; readonly p99: number; readonly max: number }

/** How long answers took, in the unit of the numbers. */
export function latency(numbers: readonly number[]): Latency {
  const at = (rank: number) => percentile(numbers, rank)
  return { p50: at(50), p95: at(95), p99: at(99), max: at(100) }
}
