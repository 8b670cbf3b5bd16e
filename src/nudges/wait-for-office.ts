import type { Context } from '../context.ts'
import type { Composed, Purpose } from '../outbox/compose.ts'
import { atWork, nextAtWork } from './at-work.ts'

/** What keeps a letter about to go out: its reader is not at work on their own clocks. Undefined where nothing does. */
export async function waitForOffice(ctx: Context, purpose: Purpose | undefined): Promise<Composed | undefined> {
  if (purpose === 'reread') return undefined
  const person = await ctx.db.person.findUnique({ where: { id: ctx.actor.id }, select: { timeZone: true } })
  const zone = person?.timeZone ?? ctx.zone
  if (atWork(ctx.calendar, zone, ctx.now)) return undefined
  return { wait: nextAtWork(ctx.calendar, zone, ctx.now), why: 'outside office hours' }
}
