import { randomUUID } from 'node:crypto'
import { commit } from '../database/commit.ts'
import type { Write } from '../database/db.ts'
import { put } from '../outbox/put.ts'
import type { NudgeContext, Planned, Planner } from './planned.ts'
import { planners } from './planners.ts'

/** Messages stored at once. Another replica that plans the same moment costs one batch its turn, not all. */
const batchSize = 100
/** How often it is planned anew when others were quicker. */
const turns = 3

/**
 * Puts what is due now into the ledger, each message with the reasons it is for; gives how many messages. Idempotent:
 * a reason whose key is there was planned before, by this process or another.
 */
export async function runNudges(ctx: NudgeContext, rules: readonly Planner[] = planners): Promise<number> {
  let stored = 0
  for (const rule of rules) stored += await runRule(ctx, rule)
  return stored
}

async function runRule(ctx: NudgeContext, rule: Planner): Promise<number> {
  let stored = 0
  for (let turn = 0; turn < turns; turn += 1) {
    const planned = await rule(ctx)
    let lost = 0
    for (let at = 0; at < planned.length; at += batchSize) {
      const batch = planned.slice(at, at + batchSize)
      if (await commit(ctx.db, writesOf(ctx, batch))) stored += batch.length
      else lost += 1
    }
    if (lost === 0) return stored
  }
  // Whoever was quicker has planned it; what is left comes up at the next wake-up.
  return stored
}

/** The ledger's rows for these messages and the reasons beside them, to be committed together. */
export function writesOf({ db, now }: Pick<NudgeContext, 'db' | 'now'>, planned: readonly Planned[]): readonly Write[] {
  if (planned.length === 0) return []
  const reasons = planned.flatMap(({ post, reasons }) =>
    reasons.map(({ roundId, subject, byId, ...reason }) => ({
      id: randomUUID(),
      ...reason,
      personId: post.personId,
      roundId: roundId ?? null,
      subject: subject ?? null,
      byId: byId ?? null,
      at: now,
      outboxKey: post.key,
    })),
  )
  return [
    db.nudge.createMany({ data: reasons }),
    put(
      db,
      planned.map(({ post }) => post),
      now,
    ),
  ]
}
