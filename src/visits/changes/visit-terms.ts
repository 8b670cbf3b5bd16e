import { addDays, dayIn, timeIn, toInstant } from '../../calendar/zoned.ts'
import type { Texts } from '../../texts/texts.ts'
import { lastDayOf, longestVisitDays, type Visit } from '../visits.ts'

/** When and where, as forms and buttons carry it: days `YYYY-MM-DD` and times `HH:MM` in the committee's zone. */
export type Given = {
  readonly day?: string | undefined
  readonly time?: string | undefined
  readonly endDay?: string | undefined
  readonly endTime?: string | undefined
  readonly place?: string | undefined
  readonly note?: string | undefined
}

export const longestPlace = 200
export const longestNote = 500
export const longestReason = 300

export type Read = {
  readonly starts: Date | null
  readonly ends: Date | null
  /** What is wrong, by field. */
  readonly problems: Readonly<Partial<Record<'day' | 'time' | 'endDay' | 'endTime', string>>>
}

/**
 * Makes instants of days and times in `zone`. A time needs its day and a day its time; without an end none is stated;
 * an end without a day is on the first one. The days and times must exist.
 */
export function readTimes(given: Given, zone: string, t: Texts): Read {
  const { day = '', time = '', endDay = '', endTime = '' } = given
  const none = { starts: null, ends: null }
  if (day === '') {
    const stated = time !== '' || endDay !== '' || endTime !== ''
    return { ...none, problems: stated ? { day: t.visits.needsDay } : {} }
  }
  if (time === '') return { ...none, problems: { time: t.visits.needsTime } }
  const starts = toInstant(day, time, zone)
  if (endDay === '' && endTime === '') return { starts, ends: null, problems: {} }
  if (endTime === '') return { starts, ends: null, problems: { endTime: t.visits.needsEndTime } }
  const ends = toInstant(endDay === '' ? day : endDay, endTime, zone)
  if (ends <= starts) return { starts, ends, problems: { [endDay === '' ? 'endTime' : 'endDay']: t.visits.endsBefore } }
  if (lastDayOf({ starts, ends }, zone) > addDays(day, longestVisitDays - 1))
    return { starts, ends, problems: { endDay: t.visits.tooLong(longestVisitDays) } }
  return { starts, ends, problems: {} }
}

/** A visit's times and words as a form shows them. */
export function givenOf(visit: Pick<Visit, 'starts' | 'ends' | 'place' | 'note'>, zone: string): Given {
  const { starts, ends, place, note } = visit
  const day = starts === null ? undefined : dayIn(starts, zone)
  const endDay = ends === null ? undefined : dayIn(ends, zone)
  return {
    day,
    time: starts === null ? undefined : timeIn(starts, zone),
    endDay: endDay === day ? undefined : endDay,
    endTime: ends === null ? undefined : timeIn(ends, zone),
    place: place ?? undefined,
    note: note ?? undefined,
  }
}
