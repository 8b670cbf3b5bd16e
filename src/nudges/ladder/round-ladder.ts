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
