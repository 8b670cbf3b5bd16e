import { isDay, isTime, toInstant } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { FormReader } from '../../conversation/form-values.ts'
import { givenOf, readTimes } from '../changes/visit-terms.ts'
import type { Visit } from '../visits.ts'

/** Days and times as a form shows them: `YYYY-MM-DD`, `HH:MM`; '' where there is none. */
export type TimeFields = {
  readonly day: string
  readonly time: string
  readonly endDay: string
  readonly endTime: string
}

type Typed = {
  readonly day?: string | undefined
  readonly time?: string | undefined
  readonly endDay?: string | undefined
  readonly endTime?: string | undefined
}

/** What the form begins with: the day and time that were typed, else the visit's own; it stays as long as it was. */
export function timeFields(zone: string, visit: Visit, typed: Typed): TimeFields {
  const own = givenOf(visit, zone)
  const day = typed.day !== undefined && isDay(typed.day) ? typed.day : (own.day ?? '')
  const time = typed.time !== undefined && isTime(typed.time) ? typed.time : (own.time ?? '')
  const last = {
    ...(typed.endDay !== undefined && isDay(typed.endDay) ? { endDay: typed.endDay } : {}),
    ...(typed.endTime !== undefined && isTime(typed.endTime) ? { endTime: typed.endTime } : {}),
  }
  if (visit.starts === null || visit.ends === null) return { day, time, endDay: '', endTime: '', ...last }
  const starts = toInstant(day, time, zone)
  const ends = new Date(starts.getTime() + visit.ends.getTime() - visit.starts.getTime())
  const { endDay = '', endTime = '' } = givenOf({ ...visit, starts, ends }, zone)
  // A typed hour without a day is an hour of the day on which it begins.
  if (last.endTime !== undefined && last.endDay === undefined) return { day, time, endDay: '', endTime: last.endTime }
  return { day, time, endDay, endTime, ...last }
}

/**
 * Reads the new time of a visit, on the committee's clocks, with the form's other answers read before. Throws `Invalid`
 * for no such day or time, a beginning that is past, an end that is none, and what is longer than a visit lasts.
 */
export function readMove(form: FormReader, { texts: t, zone, now }: Pick<Context, 'texts' | 'zone' | 'now'>) {
  const fields = {
    day: form.text('day', 10, true),
    time: form.text('time', 5, true),
    endDay: form.text('endDay', 10),
    endTime: form.text('endTime', 5),
  }
  for (const name of ['day', 'endDay'] as const)
    if (fields[name] !== '' && !isDay(fields[name])) form.fail(name, t.errors.badDay)
  for (const name of ['time', 'endTime'] as const)
    if (fields[name] !== '' && !isTime(fields[name])) form.fail(name, t.errors.badTime)
  form.check()
  const { starts, ends, problems } = readTimes(fields, zone, t)
  for (const [name, problem] of Object.entries(problems)) form.fail(name, problem)
  if (starts !== null && starts <= now) form.fail('day', t.moves.past)
  form.check()
  return { starts, ends }
}
