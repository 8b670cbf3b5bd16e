import type { Context } from '../context.ts'
import type { Composed, Purpose } from '../outbox/delivery/compose.ts'
import { officeHold } from './ladder/at-work.ts'
import { readerZone } from './on-leave.ts'

/** What keeps a notification about to go out: its reader is not at work on their own clocks. Undefined where nothing does. */
export function waitForOffice(ctx: Context, purpose: Purpose | undefined): Composed | undefined {
  if (purpose === 'reread') return undefined
  return officeHold(ctx.calendar, readerZone(ctx), ctx.now)
}
