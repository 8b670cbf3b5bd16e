import { record } from '../../audit/record.ts'
import { dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Db, Write } from '../../database/db.ts'
import { type Post, put, refresh } from '../../outbox/put.ts'
import { type DeadlineReaders, deadlineNotices } from './deadline-notices.ts'
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

/** Rounds settled in one transaction and told of in one message. */
const together = 20
/** How often it is read anew when a round was changed meanwhile; the last time each stands for itself. */
const turns = 3

/**
 * Handles every deadline that has passed: the cards stop asking (or say that answers are late now), and coordinators
 * and, once the round is closed, the drafting agency are told, each in one message about all of them. Answers were
 * refused from the deadline itself, not from this moment. Safe to run at any time, on several replicas: a round is
 * handled once a revision.
 */
export async function settleRounds(
  ctx: Clock,
  commit: (db: Db, writes: readonly Write[]) => Promise<boolean>,
): Promise<number> {
  let handled = 0
  for (let turn = 1; turn <= turns; turn += 1) {
    const due = await ctx.db.round.findMany({
      where: { state: 'open', dueAt: { lte: ctx.now }, dueHandled: { lt: ctx.db.round.fields.revision } },
      orderBy: [{ dueAt: 'asc' }, { item: { position: 'asc' } }, { id: 'asc' }],
    })
    const size = turn < turns ? together : 1
    let lost = 0
    for (let at = 0; at < due.length; at += size) {
      const some = due.slice(at, at + size)
      if (await commit(ctx.db, await settle(ctx, some))) handled += some.length
      else lost += 1
    }
    if (lost === 0) break
  }
  return handled
}

/** The writes for one round whose deadline has passed, guarded by its revision. None when that was done already. */
export async function settleRound(ctx: Clock, round: DueRound): Promise<readonly Write[]> {
  return round.state === 'open' ? await settle(ctx, [round]) : []
}

async function settle(ctx: Clock, rounds: readonly DueRound[]): Promise<readonly Write[]> {
  const { db, now } = ctx
  const items = await db.workItem.findMany({
    where: { id: { in: rounds.map((round) => round.itemId) } },
    select: { id: true, draftingAgency: true },
  })
  const agencies = new Map(items.map((item) => [item.id, item.draftingAgency]))
  const passed = rounds.map(({ id, revision, late, itemId }) => ({
    id,
    revision,
    closes: late === 'refuse',
    agency: agencies.get(itemId) ?? null,
  }))
  const notices = deadlineNotices(passed, await readersOf(ctx))
  const settled = await Promise.all(rounds.map((round) => settleOne(ctx, round)))
  return [
    ...settled.flat(),
    put(
      db,
      notices.map(({ post }) => post),
      now,
    ),
  ]
}

async function settleOne(ctx: Clock, round: DueRound): Promise<readonly Write[]> {
  const { db, now } = ctx
  const asked = await askedIn(ctx, round.id)
  const closes = round.late === 'refuse'
  const data = closes
    ? { dueHandled: round.revision, state: 'closed', closedAt: round.dueAt, liveKey: null }
    : { dueHandled: round.revision }
  return [
    db.round.update({
      where: { id: round.id, revision: round.revision, dueHandled: { lt: round.revision } },
      data,
      select: { id: true },
    }),
    refresh(db, round.id, asked, `due:${round.revision}`, now),
    record(db, {
      at: now,
      actor: 'schedule',
      deed: closes ? 'round.settle' : 'round.due',
      subject: round.id,
      facts: { due: round.dueAt.toISOString() },
    }),
  ]
}

async function readersOf(ctx: Clock): Promise<DeadlineReaders> {
  const [coordinators, drafters] = await Promise.all([withRole(ctx, 'coordinator'), withRole(ctx, 'drafter')])
  return { coordinators: coordinators.map(({ id }) => id), drafters }
}

/** A notification about what happened to a round, once a person and cause. */
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
  const [item, { coordinators, drafters }] = await Promise.all([
    ctx.db.workItem.findUnique({ where: { id: itemId }, select: { draftingAgency: true } }),
    readersOf(ctx),
  ])
  const agency = item?.draftingAgency ?? null
  const own = agency === null ? [] : drafters.filter((one) => one.organisation === agency)
  return [...new Set([...coordinators, ...own.map(({ id }) => id)])]
}

async function withRole(ctx: Clock, role: string) {
  const today = dayIn(ctx.now, ctx.zone)
  const held = { role, fromDay: { lte: today }, OR: [{ toDay: null }, { toDay: { gte: today } }] }
  return await ctx.db.person.findMany({ where: { roles: { some: held } }, select: { id: true, organisation: true } })
}
