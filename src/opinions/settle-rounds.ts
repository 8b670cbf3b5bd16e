import { record } from '../audit/record.ts'
import { dayIn } from '../calendar/zoned.ts'
import type { Context, Write } from '../context.ts'
import type { Db } from '../database/open.ts'
import { type Post, put, refresh } from '../outbox/put.ts'
import { askedIn } from './rounds.ts'

type Clock = Pick<Context, 'db' | 'now' | 'zone'>
type DueRound = {
  readonly id: string
  readonly itemId: string
  readonly late: string
  readonly dueAt: Date
  readonly revision: number
  readonly state: string
}

/**
 * Handles every deadline that has passed: the cards stop asking (or say that answers are late now), and coordinators
 * and, once the round is closed, the drafting agency are told. Answers were refused from the deadline itself, not from
 * this moment. Safe to run at any time, on several replicas: a round is handled once a revision.
 */
export async function settleRounds(
  ctx: Clock,
  commit: (db: Db, writes: readonly Write[]) => Promise<boolean>,
): Promise<number> {
  const due = await ctx.db.round.findMany({
    where: { state: 'open', dueAt: { lte: ctx.now }, dueHandled: { lt: ctx.db.round.fields.revision } },
  })
  let handled = 0
  for (const round of due) if (await commit(ctx.db, await settleRound(ctx, round))) handled += 1
  return handled
}

/** The writes for one round whose deadline has passed, guarded by its revision. None when that was done already. */
export async function settleRound(ctx: Clock, round: DueRound): Promise<readonly Write[]> {
  if (round.state !== 'open') return []
  const { db, now } = ctx
  const asked = await askedIn(ctx, round.id)
  const closes = round.late === 'refuse'
  const told = closes ? await concerned(ctx, round.itemId) : await withRole(ctx, 'coordinator')
  const cause = `due:${round.revision}`
  const data = closes
    ? { dueHandled: round.revision, state: 'closed', closedAt: round.dueAt, liveKey: null }
    : { dueHandled: round.revision }
  return [
    db.round.update({
      where: { id: round.id, revision: round.revision, dueHandled: { lt: round.revision }, state: 'open' },
      data,
      select: { id: true },
    }),
    put(
      db,
      told.map((personId) => notice(round, personId, closes ? 'closed' : 'due', cause)),
      now,
    ),
    refresh(db, round.id, asked, cause, now),
    record(db, {
      at: now,
      actor: 'schedule',
      deed: closes ? 'round.settle' : 'round.due',
      subject: round.id,
      facts: { due: round.dueAt.toISOString() },
    }),
  ]
}

/** A letter about what happened to a round, once a person and cause. */
export const notice = (
  { id, revision }: { readonly id: string; readonly revision: number },
  personId: string,
  what: string,
  cause: string,
): Post => ({
  key: `round:${id}:${cause}:${personId}`,
  personId,
  letter: { kind: `round-${what}`, round: id, revision },
  subject: id,
})

/** Who is told of an ending beside those asked: coordinators, and the item's drafting agency. */
export async function concerned(ctx: Clock, itemId: string): Promise<readonly string[]> {
  const item = await ctx.db.workItem.findUnique({ where: { id: itemId }, select: { draftingAgency: true } })
  const agency = item?.draftingAgency
  const drafters = agency ? await withRole(ctx, 'drafter', agency) : []
  return [...new Set([...(await withRole(ctx, 'coordinator')), ...drafters])]
}

async function withRole(ctx: Clock, role: string, organisation?: string): Promise<readonly string[]> {
  const today = dayIn(ctx.now, ctx.zone)
  const held = { role, fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  const people = await ctx.db.person.findMany({
    where: { roles: { some: held }, ...(organisation === undefined ? {} : { organisation }) },
    select: { id: true },
  })
  return people.map((person) => person.id)
}
