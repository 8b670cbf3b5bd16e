import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { cardAfter, ledVisit } from '../led-visit.ts'
import { changeVisit, readConcerned } from './change-visit.ts'

/**
 * The team's leader of today, or a coordinator, says that the visit will take place as the card showed it. One that has
 * changed since is shown as it is now, and not confirmed. Refuses cancelled ones, reported ones, and those without a date.
 */
export const confirmVisit: UseCase<IntentOf<'visit.confirm'>> = async (ctx, intent) => {
  const { moves: t } = ctx.texts
  const led = await ledVisit(ctx, intent.visit)
  const { visit } = led
  if (visit.state === 'cancelled') throw new Refusal('visit-cancelled')
  if (visit.state === 'done') throw new Refusal('visit-done')
  if (visit.starts === null) throw new Refusal('visit-undated')
  if (visit.state === 'confirmed') return { reply: await cardAfter(ctx, led, t.confirmedAlready) }
  if (visit.starts <= ctx.now) return { reply: await cardAfter(ctx, led, t.begun) }
  if (visit.revision !== intent.revision) return { reply: await cardAfter(ctx, led, t.changedSince) }
  return {
    reply: await cardAfter(ctx, led, t.confirmed, { state: 'confirmed' }),
    writes: changeVisit(ctx, visit, { state: 'confirmed' }, await readConcerned(ctx, [visit.teamId])),
    rests: led.rests,
  }
}
