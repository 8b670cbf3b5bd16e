import type { Db } from '../database/open.ts'

const keysAtOnce = 500

/**
 * Letters about several rounds, which name none of them as their subject: found by the nudges they were sent for, each
 * key with the rounds among these that it is about. Chunks of keys, each small enough for one statement.
 */
export async function sharedLetters(
  db: Db,
  people: readonly string[],
  rounds: readonly string[],
): Promise<{ readonly roundsOf: (key: string) => readonly string[]; readonly chunks: readonly string[][] }> {
  const nudges = await db.nudge.findMany({
    where: {
      personId: { in: [...people] },
      roundId: { in: [...rounds] },
      kind: { in: ['step', 'snooze', 'reminder'] },
    },
    select: { roundId: true, outboxKey: true },
  })
  const byKey = Map.groupBy(nudges, (nudge) => nudge.outboxKey)
  const keys = [...byKey.keys()]
  const chunks: string[][] = []
  for (let at = 0; at < keys.length; at += keysAtOnce) chunks.push(keys.slice(at, at + keysAtOnce))
  return { roundsOf: (key) => [...new Set((byKey.get(key) ?? []).flatMap(({ roundId }) => roundId ?? []))], chunks }
}
