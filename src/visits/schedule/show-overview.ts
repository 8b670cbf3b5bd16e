import { isDay } from '../../calendar/zoned.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { Refusal } from '../../contract/refusal.ts'
import { monthCard } from '../cards/month-card.ts'
import { overviewCard } from '../cards/overview-card.ts'
import { sightOf } from '../sight.ts'
import { drawQuarterMap } from './quarter-map.ts'
import { readMonth } from './read-month.ts'
import { readOverview } from './read-overview.ts'

/**
 * Where a plan's inspections stand, with a picture of quarter by team; with `month`, that month's visits as a table.
 * Refuses a year without a plan and a month that nobody means.
 */
export const showOverview: UseCase<IntentOf<'overview.show'>> = async (ctx, { year, month }) => {
  if (month !== undefined) {
    if (!isDay(`${month}-01`)) throw new Refusal('no-such-day', { day: `${month}-01` })
    return { reply: { kind: 'message', message: monthCard(ctx, await readMonth(ctx, month, await sightOf(ctx))) } }
  }
  const overview = await readOverview(ctx, year)
  if (overview === undefined) {
    const text = ctx.texts.plan.none
    return { reply: { kind: 'message', message: { text, blocks: [{ kind: 'text', text }] } } }
  }
  const picture = overview.teams.length === 0 ? undefined : await drawQuarterMap(ctx, overview)
  const reply = { kind: 'message', message: overviewCard(ctx, overview) } as const
  if (picture === undefined) return { reply }
  // The words say all of it: a picture for each time it was asked would only swell the database.
  return { reply: { ...reply, files: [picture] }, again: reply }
}
