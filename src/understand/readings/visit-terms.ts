import { type Part, partsLike } from './parts.ts'
import type { Period } from './period.ts'

/** The days and the time that a change of a visit names. */
export type Terms = { readonly day?: string; readonly time?: string; readonly endDay?: string }

/**
 * The day that is meant in "sang 15/06 8h", "ngày 15/6 đến 17/6" (with its last day), "từ 08/06 sang 15/06" (the one it
 * is moved to; of a visit that is planned, "từ … đến …" says how long it takes). A week or a month is no day, and neither
 * is "trước 15/06".
 */
export function termsOf(parts: readonly Part[], moves: boolean): Terms {
  const [time] = partsLike(parts, 'time')
  const periods = partsLike(parts, 'period').map(({ period }) => period)
  const days = periods.filter(({ exact }) => exact).flatMap((period) => dayIn(period, moves))
  const [first, second] = days
  // "sang 15/6 đến 17/6": from the one to the other; else, of two days, the last one is meant.
  const isSpan = days.length === 2 && first?.said === 'until' && second?.said === 'until' && first.day < second.day
  const meant = isSpan && first !== undefined ? { day: first.day, endDay: second?.day } : days.at(-1)
  return {
    ...(meant === undefined ? {} : { day: meant.day }),
    ...(meant?.endDay === undefined ? {} : { endDay: meant.endDay }),
    ...(time === undefined ? {} : { time: time.time }),
  }
}

type Said = { readonly said: Period['said']; readonly day: string; readonly endDay?: string }

function dayIn({ from, to, said }: Period, moves: boolean): readonly Said[] {
  switch (said) {
    case 'day':
    case 'from':
      return from === undefined ? [] : [{ said, day: from }]
    case 'until':
      return to === undefined ? [] : [{ said, day: to }]
    case 'between':
      if (moves || from === undefined) return to === undefined ? [] : [{ said, day: to }]
      return to === undefined ? [{ said, day: from }] : [{ said, day: from, endDay: to }]
    case 'range':
      return from === undefined || to === undefined ? [] : [{ said, day: from, endDay: to }]
    case 'vague':
      return []
    default:
      return said satisfies never
  }
}
