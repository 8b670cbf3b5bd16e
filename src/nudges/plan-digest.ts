import { peopleWithRole } from '../people/members.ts'
import { atWork } from './at-work.ts'
import { defaultDigest, digestDay } from './digest-time.ts'
import type { Planner } from './planned.ts'

/**
 * The week's digest for every coordinator and the chair: the latest one alone after sleep. One that was due before
 * there was a plan or a round is not made up for.
 */
export const planDigest: Planner = async (ctx) => {
  const due = digestDay(ctx.calendar, ctx.zone, ctx.digest ?? defaultDigest, ctx.now)
  if (due === undefined || !atWork(ctx.calendar, ctx.zone, ctx.now)) return []
  const [told, plans, rounds] = await Promise.all([
    ctx.db.nudge.findMany({ where: { kind: 'digest', step: due.day }, select: { personId: true } }),
    ctx.db.plan.count({ where: { createdAt: { lte: due.at } } }),
    ctx.db.round.count({ where: { state: 'open', openedAt: { lte: due.at } } }),
  ])
  if (plans + rounds === 0) return []
  const done = new Set(told.map((one) => one.personId))
  const readers = [...(await peopleWithRole(ctx, 'coordinator')), ...(await peopleWithRole(ctx, 'chair'))]
  const ids = new Set(readers.map((one) => one.id))
  return [...ids]
    .filter((personId) => !done.has(personId))
    .map((personId) => {
      const key = `digest:${due.day}:${personId}`
      return {
        post: { key, personId, letter: { kind: 'digest', day: due.day } },
        reasons: [{ key, kind: 'digest', step: due.day }],
      }
    })
}
