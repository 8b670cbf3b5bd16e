import { holdersOf } from '../../people/members.ts'
import type { Planner } from '../planned.ts'
import { digestMessages, dueDigest } from './digest-messages.ts'
import { defaultDigest } from './digest-time.ts'

/** The week's digest for every coordinator and the chair, as `digestMessages` says; the latest one alone after sleep. */
export const planDigest: Planner = async (ctx) => {
  const { db } = ctx
  const due = dueDigest(ctx, ctx.digest ?? defaultDigest, ctx.now)
  if (due === undefined) return []
  const [told, plans, rounds, readers] = await Promise.all([
    db.nudge.findMany({ where: { kind: 'digest', step: due.day }, select: { key: true } }),
    db.plan.aggregate({ _min: { createdAt: true } }),
    db.round.aggregate({ where: { state: 'open' }, _min: { openedAt: true } }),
    holdersOf(ctx, 'coordinator', 'chair'),
  ])
  return digestMessages(due, {
    began: [plans._min.createdAt, rounds._min.openedAt].filter((one) => one !== null),
    readers: readers.map(({ id }) => id),
    told: new Set(told.map(({ key }) => key)),
  })
}
