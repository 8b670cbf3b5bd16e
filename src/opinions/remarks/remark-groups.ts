import type { Context } from '../../context.ts'
import { type KnownRemark, keyOf } from '../known-remarks/fingerprint.ts'

/** Remarks that a coordinator put together, and what they have in common in the coordinator's words, where any were given. */
export type RemarkGroup = {
  readonly id: string
  readonly words: string | null
  readonly members: readonly KnownRemark[]
}

/** A group as far as its remarks are still said: `remarks` are, `gone` were changed or taken back since. */
export type StandingGroup<R> = Omit<RemarkGroup, 'members'> & {
  readonly remarks: readonly R[]
  readonly gone: readonly KnownRemark[]
}

/** Fewer make no row together. */
export const fewest = 2

/** The groups of a round, the oldest first. */
export async function readGroups({ db }: Pick<Context, 'db'>, round: string): Promise<readonly RemarkGroup[]> {
  return await db.remarkGroup.findMany({
    where: { roundId: round },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, words: true, members: { select: { personId: true, fingerprint: true } } },
  })
}

/** What is left of groups among the remarks of this moment, in the order of these. */
export function standingGroups<R extends KnownRemark>(
  groups: readonly RemarkGroup[],
  remarks: readonly R[],
): readonly StandingGroup<R>[] {
  if (groups.length === 0) return []
  const said = new Set(remarks.map(keyOf))
  return groups.map(({ id, words, members }) => {
    const keys = new Set(members.map(keyOf))
    return {
      ...{ id, words },
      remarks: remarks.filter((remark) => keys.has(keyOf(remark))),
      gone: members.filter((member) => !said.has(keyOf(member))),
    }
  })
}
