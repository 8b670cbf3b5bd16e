import { z } from 'zod'
import { DeadlinesNotification } from '../opinions/rounds/deadlines-notification.ts'
import type { NudgeContext, Reason } from './planned.ts'
import type { Waiting } from './rehearsal/played.ts'

/** How many ids one statement asks for: SQLite's adapter takes fewer than 1,000 parameters. */
const idsAtOnce = 500

const Kind = z.enum(['step', 'snooze', 'reminder', 'escalation', 'upcoming', 'digest', 'visit', 'answers'])
const Notification = z.looseObject({ kind: z.string() })
const OneDeadline = z.object({ kind: z.enum(['round-due', 'round-closed']), round: z.string() })

type Row = {
  readonly key: string
  readonly kind: string
  readonly roundId: string | null
  readonly subject: string | null
  readonly step: string
}

/** A stored reason as it was planned. */
export const reasonOf = ({ key, kind, roundId, subject, step }: Row): Reason => ({
  key,
  kind: Kind.parse(kind),
  step,
  ...(roundId === null ? {} : { roundId }),
  ...(subject === null ? {} : { subject }),
})

/** What rules have planned and has not gone out: a digest waits for the office hours of a reader abroad, for one. */
export async function readWaiting({ db }: NudgeContext): Promise<readonly Waiting[]> {
  const rows = await db.outbox.findMany({
    where: { kind: 'send', status: 'waiting' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { key: true, personId: true, letter: true, subject: true, notBefore: true },
  })
  const reasons = new Map<string, Reason[]>()
  for (let at = 0; at < rows.length; at += idsAtOnce) {
    const keys = rows.slice(at, at + idsAtOnce).map((row) => row.key)
    const found = await db.nudge.findMany({ where: { outboxKey: { in: keys }, kind: { not: 'reminder' } } })
    for (const row of found) reasons.set(row.outboxKey, [...(reasons.get(row.outboxKey) ?? []), reasonOf(row)])
  }
  return rows.flatMap((row): readonly Waiting[] => {
    const letter = Notification.parse(JSON.parse(row.letter))
    const post = { key: row.key, personId: row.personId, letter }
    const mine = reasons.get(row.key) ?? []
    const passed = passedIn(letter)
    if (mine.length === 0 && passed.length === 0) return []
    return [{ post, reasons: mine, notBefore: row.notBefore, passed }]
  })
}

/** The rounds of whose deadlines a notification tells. */
function passedIn(letter: unknown): readonly string[] {
  const one = OneDeadline.safeParse(letter)
  if (one.success) return [one.data.round]
  const several = DeadlinesNotification.safeParse(letter)
  return several.success ? several.data.rounds.map(({ round }) => round) : []
}
