import { defaultLadder, Ladder } from './ladder.ts'

type Kept = { readonly ladder: string | null }

/** The ladder that holds for a round: its own, else its plan's, else the default. A stored one that is broken is passed over. */
export function ladderOf(round: Kept, plan: Kept): Ladder {
  return stored(round.ladder) ?? stored(plan.ladder) ?? defaultLadder
}

function stored(json: string | null): Ladder | undefined {
  if (json === null) return undefined
  try {
    return Ladder.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
