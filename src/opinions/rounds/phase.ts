import type { Position, Standing } from '../../contract/intent.ts'

/** What decides whether a round still takes answers; rows of `Round` fit. */
export type RoundTerms = {
  readonly state: string
  readonly dueAt: Date
  readonly late: string
  readonly silence: string
}

/**
 * `open`: until the deadline. `late`: past it, and late answers are accepted until a coordinator closes. `closed` and
 * `withdrawn` take no more. Derived from the terms and the instant, never from a job having run: a deadline really
 * closes, also when the machine slept over it.
 */
export type Phase = 'open' | 'late' | 'closed' | 'withdrawn'

export function phase(round: RoundTerms, now: Date): Phase {
  if (round.state === 'withdrawn') return 'withdrawn'
  if (round.state === 'closed') return 'closed'
  if (now.getTime() < round.dueAt.getTime()) return 'open'
  return round.late === 'accept' ? 'late' : 'closed'
}

export const takesAnswers = (round: RoundTerms, now: Date): boolean => {
  const at = phase(round, now)
  return at === 'open' || at === 'late'
}

/** Whether the drafting agency reads the opinions and may answer them: from closing on, or from the opening where the round says so. */
export const isAnswering = (round: RoundTerms & { readonly answersFrom: string }, now: Date): boolean =>
  phase(round, now) === 'closed' || (round.answersFrom === 'opening' && takesAnswers(round, now))

/** The same as a condition on stored rounds: a list cut to a length is cut after it, never before. */
export const takingAnswers = (now: Date) => ({
  state: 'open',
  OR: [{ dueAt: { gt: now } }, { late: 'accept' }],
})

/**
 * Where somebody asked stands. Silence has three states that never mix: answered (perhaps late), deemed under a rule
 * that the round cites and only once its deadline has passed, and missing. `former`: no member on the day that counts
 * (`who-counts.ts`), and without an answer apart from all three.
 */
export function standing(
  round: RoundTerms & { readonly closedAt: Date | null },
  answer: { readonly late: boolean } | undefined,
  now: Date,
  former = false,
): Standing {
  if (answer !== undefined) return answer.late ? 'late' : 'answered'
  if (former) return 'former'
  // A round closed before its deadline cut the silence short: nobody can be deemed to have used it up.
  const silenceRanOut = now >= round.dueAt && (round.closedAt === null || round.closedAt >= round.dueAt)
  return round.silence === 'deemed' && round.state !== 'withdrawn' && silenceRanOut ? 'deemed' : 'missing'
}

/** All positions but plain agreement say little without words [the field's rule; confirm per committee]. */
export const needsWords = (position: Position): boolean => position !== 'agree'
