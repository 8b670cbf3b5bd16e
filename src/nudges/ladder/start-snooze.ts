import { dayIn, isDay } from '../../calendar/zoned.ts'
import type { UseCase } from '../../context.ts'
import type { IntentOf } from '../../contract/intent.ts'
import { waitingRounds } from '../../opinions/rounds/waiting-rounds.ts'
import { snoozeForm } from '../cards/snooze-form.ts'
import { nothingToPutOff, tooLateToPutOff } from '../cards/snooze-messages.ts'
import { readerZone } from '../on-leave.ts'
import type { Wish } from './put-offs.ts'
import { putOff } from './snooze.ts'
import { snoozeDays } from './snooze-days.ts'

/**
 * "Remind me later", as somebody types it: which of the requests that wait for them, and until when. Where one is meant
 * and it was said how long, it is put off at once, and no further than a button would; else the form asks. Whom nothing
 * waits for is told so.
 */
export const startSnooze: UseCase<IntentOf<'nudge.snooze.form'>> = async (ctx, intent) => {
  const { item, days, until } = intent
  const zone = readerZone(ctx)
  const waiting = await waitingRounds(ctx)
  const meant = item === undefined ? waiting : waiting.filter((round) => round.item.key === item)
  if (meant.length === 0) return { reply: { kind: 'message', message: nothingToPutOff(ctx, item, waiting.length > 0) } }
  const offered = await Promise.all(meant.map(async (round) => ({ round, days: await snoozeDays(ctx, round, zone) })))
  const possible = offered.filter((one) => one.days.size > 0)
  const tooLate = offered.flatMap((one) => (one.days.size > 0 ? [] : [one.round]))
  if (possible.length === 0) return { reply: { kind: 'message', message: tooLateToPutOff(ctx, tooLate) } }
  const past = until !== undefined && (!isDay(until) || until <= dayIn(ctx.now, zone))
  const wish: Wish | undefined =
    until !== undefined ? (past ? undefined : { until }) : days === undefined ? undefined : { days }
  if (meant.length === 1 && wish !== undefined) return await putOff(ctx, meant, wish)
  const form = snoozeForm(ctx, { intent, possible, tooLate, wish, past })
  return { reply: { kind: 'form', form } }
}
