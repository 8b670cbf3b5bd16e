import type { RoundFacts } from './due.ts'
import { defaultLadder, Ladder } from './ladder.ts'

type Kept = { readonly ladder: string | null }

/** The ladder that holds for a round: its own, else its plan's, else the default. A stored one that is broken is passed over. */
export function ladderOf(round: Kept, plan: Kept): Ladder {
  return storedLadder(round.ladder) ?? storedLadder(plan.ladder) ?? defaultLadder
}

/** What a plan or a round stores; undefined where it stores none, or one that is no ladder. */
export function storedLadder(json: string | null): Ladder | undefined {
  if (json === null) return undefined
  try {
    return Ladder.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** A round as it is stored, as far as its ladder goes. */
export type KeptRound = Kept & {
  readonly id: string
  readonly dueAt: Date
  readonly openedAt: Date
  /** When the deadline that stands was set; null: at the opening. */
  readonly dueSetAt: Date | null
  readonly late: string
  readonly silence: string
}

/** A stored round as its ladder sees it. */
export const roundFacts = (round: KeptRound, plan: Kept): RoundFacts => ({
  id: round.id,
  dueAt: round.dueAt,
  startsAt: round.dueSetAt ?? round.openedAt,
  ladder: ladderOf(round, plan),
  takesLate: round.late === 'accept' && round.silence !== 'deemed',
})
