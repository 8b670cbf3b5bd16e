import { addDays, dayIn, isDay } from '../../calendar/zoned.ts'
import type { Block } from '../../contract/message.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../visits.ts'
import { givenOf } from './visit-terms.ts'

type Typed = { readonly day?: string | undefined; readonly shiftDays?: number | undefined }

/**
 * The days, `YYYY-MM-DD` in `zone`, on which a visit begins and ends that is to be so many days later than planned; empty
 * where a day was typed, no number of days, or the visit has no day yet.
 */
export function laterDays(
  zone: string,
  visit: Visit | undefined,
  { day, shiftDays }: Typed,
): { readonly day?: string; readonly endDay?: string } {
  if (shiftDays === undefined || (day !== undefined && isDay(day)) || visit?.starts == null) return {}
  const { endDay } = givenOf(visit, zone)
  return {
    day: addDays(dayIn(visit.starts, zone), shiftDays),
    ...(endDay === undefined ? {} : { endDay: addDays(endDay, shiftDays) }),
  }
}

/** How the new day came about, or that the number of days is not used. */
export function shiftBlocks(t: Texts, visit: Visit | undefined, typed: Typed, zone: string): readonly Block[] {
  const { shiftDays } = typed
  if (shiftDays === undefined) return []
  const { day } = laterDays(zone, visit, typed)
  if (day === undefined || visit?.starts == null)
    return [{ kind: 'text', text: t.visits.notShifted(shiftDays), tone: 'warning' }]
  return [{ kind: 'text', text: t.visits.shifted(shiftDays, dayIn(visit.starts, zone), day) }]
}
