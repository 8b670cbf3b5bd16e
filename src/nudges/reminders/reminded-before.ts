import type { Context } from '../../context.ts'

/** So long after one message about a round nobody is reminded of it again by hand, whoever sent it. */
const coolDownMs = 60 * 60_000
/** A message that waits longer than this does not hold up another. */
const waitsAtMostMs = 3 * 24 * 60 * 60_000
const idsAtOnce = 500

/** The last message to somebody about a round: when it was written, by which rule, by whom (a person's id, or `cli`). */
export type Reminded = {
  readonly at: Date
  readonly kind: string
  readonly step: string
  readonly byId: string | null
  /** It has not gone out yet. */
  readonly waiting: boolean
}

type Row = { readonly personId: string; readonly roundId: string | null; readonly outboxKey: string } & Omit<
  Reminded,
  'waiting'
>

/**
 * For these rounds: who may not be reminded again yet, since a nudge, a snoozed one or a reminder went out within the
 * hour, or is still to go; and how many reminders by hand each person has had, ever. Both by `pairOf`.
 */
export async function remindedBefore(ctx: Pick<Context, 'db' | 'now'>, rounds: readonly string[]) {
  const { db, now } = ctx
  const since = new Date(now.getTime() - waitsAtMostMs)
  const rows = await db.nudge.findMany({
    where: {
      roundId: { in: [...rounds] },
      OR: [
        { kind: 'reminder' },
        // What a delegate is told is about another's seat.
        { kind: { in: ['step', 'snooze'] }, subject: null, at: { gte: since } },
      ],
    },
    select: { personId: true, roundId: true, outboxKey: true, at: true, kind: true, step: true, byId: true },
  })
  const counts = new Map<string, number>()
  for (const row of rows)
    if (row.kind === 'reminder')
      counts.set(pairOf(row.roundId, row.personId), (counts.get(pairOf(row.roundId, row.personId)) ?? 0) + 1)
  const recent = rows.filter((row) => row.at >= since)
  const letters = await notificationsOf(ctx, recent)
  const cooling = new Map<string, Reminded>()
  const edge = now.getTime() - coolDownMs
  for (const { personId, roundId, outboxKey, ...row } of recent.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const letter = letters.get(outboxKey)
    const waiting = letter?.status === 'waiting' || letter?.status === 'sending'
    const at = letter?.sentAt ?? row.at
    if (waiting || at.getTime() > edge) cooling.set(pairOf(roundId, personId), { ...row, at, waiting })
  }
  return { cooling, counts }
}

/** One person in one round, as the key of a map. */
export const pairOf = (roundId: string | null, personId: string): string => `${roundId} ${personId}`

async function notificationsOf({ db }: Pick<Context, 'db'>, rows: readonly Row[]) {
  const keys = [...new Set(rows.map((row) => row.outboxKey))]
  const found = new Map<string, { readonly status: string; readonly sentAt: Date | null }>()
  for (let at = 0; at < keys.length; at += idsAtOnce) {
    const letters = await db.outbox.findMany({
      where: { key: { in: keys.slice(at, at + idsAtOnce) } },
      select: { key: true, status: true, sentAt: true },
    })
    for (const letter of letters) found.set(letter.key, letter)
  }
  return found
}
