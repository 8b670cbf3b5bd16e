import type { Db } from '../database/db.ts'

const keysAtOnce = 500

/**
 * Notifications about several rounds or visits, which name none of them as their subject: found by the nudges they were sent
 * for, each key with those among these subjects that it is about. Chunks of keys, each small enough for one statement.
 */
export async function sharedNotifications(
  db: Db,
  people: readonly string[],
  subjects: readonly string[],
): Promise<{ readonly subjectsOf: (key: string) => readonly string[]; readonly chunks: readonly string[][] }> {
  const nudges = await db.nudge.findMany({
    where: {
      personId: { in: [...people] },
      OR: [
        { roundId: { in: [...subjects] }, kind: { in: ['step', 'snooze', 'reminder'] } },
        { subject: { in: [...subjects] }, kind: 'visit' },
      ],
    },
    select: { kind: true, roundId: true, subject: true, outboxKey: true },
  })
  const byKey = Map.groupBy(nudges, (nudge) => nudge.outboxKey)
  const keys = [...byKey.keys()]
  const chunks: string[][] = []
  for (let at = 0; at < keys.length; at += keysAtOnce) chunks.push(keys.slice(at, at + keysAtOnce))
  return { subjectsOf: (key) => [...new Set((byKey.get(key) ?? []).flatMap((nudge) => aboutOf(nudge) ?? []))], chunks }
}

/** What a nudge is about: its visit; else its round, since a delegate's names the member as its subject. */
export const aboutOf = (nudge: {
  readonly kind: string
  readonly roundId: string | null
  readonly subject: string | null
}): string | null => (nudge.kind === 'visit' ? nudge.subject : nudge.roundId)
