import { dayIn } from '../calendar/zoned.ts'
import { inForce } from '../people/delegated.ts'
import { type DueNudge, dueNudges } from './due.ts'
import type { NudgeEntry } from './nudge-letter.ts'
import type { NudgeContext, Planned, Planner, Reason } from './planned.ts'
import { type LiveRound, liveRounds, seatsToNudge } from './seats-to-nudge.ts'

type Told = { readonly personId: string; readonly entry: NudgeEntry; readonly reason: Reason }

/**
 * Nudges members by the ladder, and on the morning they asked for; the last step before a deadline tells their delegates
 * too. Several things due for one person make one message.
 */
export const planSteps: Planner = async (ctx) => {
  const rounds = await liveRounds(ctx)
  if (rounds.size === 0) return []
  const due = dueNudges(ctx, rounds, await seatsToNudge(ctx, rounds), ctx.now)
  if (due.length === 0) return []
  const told = [...due.map((nudge) => toMember(nudge, rounds)), ...(await toDelegates(ctx, due, rounds))]
  const inOrder = told.toSorted(
    (a, b) => a.entry.due.localeCompare(b.entry.due) || (a.reason.key < b.reason.key ? -1 : 1),
  )
  return [...Map.groupBy(inOrder, (one) => one.personId).values()].flatMap(oneMessage)
}

function toMember(nudge: DueNudge, rounds: ReadonlyMap<string, LiveRound>): Told {
  const { key, kind, round, person, step } = nudge
  return { personId: person, entry: entryOf(nudge, rounds), reason: { key, kind, roundId: round, step } }
}

const entryOf = ({ round, step, last }: DueNudge, rounds: ReadonlyMap<string, LiveRound>): NudgeEntry => ({
  round,
  step,
  due: rounds.get(round)?.dueAt.toISOString() ?? '',
  ...(last ? { last } : {}),
})

/** The last step, to whoever may act for the member today in that item. */
async function toDelegates(
  ctx: NudgeContext,
  due: readonly DueNudge[],
  rounds: ReadonlyMap<string, LiveRound>,
): Promise<readonly Told[]> {
  const last = due.filter((nudge) => nudge.last)
  if (last.length === 0) return []
  const rows = await ctx.db.delegation.findMany({
    where: inForce(dayIn(ctx.now, ctx.zone)),
    select: { personId: true, takerId: true, itemId: true },
  })
  const given = Map.groupBy(rows, (one) => one.personId)
  return last.flatMap((nudge) => {
    const { round, person, step } = nudge
    const itemId = rounds.get(round)?.itemId
    const counting = (given.get(person) ?? []).filter((one) => one.itemId === null || one.itemId === itemId)
    return [...new Set(counting.map((one) => one.takerId))].map((personId) => ({
      personId,
      entry: { ...entryOf(nudge, rounds), for: person },
      reason: { key: `${nudge.key}:${personId}`, kind: 'step' as const, roundId: round, subject: person, step },
    }))
  })
}

function oneMessage(told: readonly Told[]): readonly Planned[] {
  const [first] = told
  if (first === undefined) return []
  const { personId, entry, reason } = first
  const letter = { kind: 'nudge', card: true, entries: told.map((one) => one.entry) }
  // A reason is for one message alone, so its key is good for the message as well.
  const post = { key: `letter:${reason.key}`, personId, letter }
  const single = told.length === 1 ? { ...post, subject: entry.round } : post
  return [{ post: single, reasons: told.map((one) => one.reason) }]
}
