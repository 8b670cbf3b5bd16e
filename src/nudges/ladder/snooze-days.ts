import { workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, dayIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Round } from '../../opinions/rounds/rounds.ts'
import { ladderSteps } from './due.ts'
import { ladderFacts } from './seats-to-nudge.ts'

/** The morning to which somebody in `zone` may put a round's nudges off. */
export type PutOff = {
  readonly untilDay: string
  /** It is the last step before the deadline, past which nothing is put off. */
  readonly last: boolean
}

/**
 * By how many days (1 or 3) the nudges about a round can be put off at `ctx.now`: each with the morning it comes to, on
 * the reader's calendar; none once the last step before the deadline has come.
 */
export async function snoozeDays(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar'>,
  round: Round,
  zone: string,
): Promise<ReadonlyMap<1 | 3, PutOff>> {
  const last = ladderSteps(ctx, await ladderFacts(ctx, round), zone).find((step) => step.last)
  const today = dayIn(ctx.now, zone)
  if (last === undefined || today >= last.day || ctx.now >= last.at) return new Map()
  const days = [1, 3] as const
  return new Map(
    days.map((count) => {
      const wished = workingDayFrom(ctx.calendar, addDays(today, count))
      const isLast = wished >= last.day
      return [count, { untilDay: isLast ? last.day : wished, last: isLast }] as const
    }),
  )
}
