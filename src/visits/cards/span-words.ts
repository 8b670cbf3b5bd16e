import { dayIn, timeIn } from '../../calendar/zoned.ts'
import type { Context } from '../../context.ts'
import type { Block } from '../../contract/message.ts'
import type { Visit } from '../visits.ts'

type Reader = Pick<Context, 'texts' | 'zone'>
type Span = { readonly starts: Date | null; readonly ends: Date | null }

/** From when to when, on the committee's clocks: `Thứ Hai, 08/06/2020, 08:00–11:30`; without a date, that it has none. */
export function spanWords({ texts: t, zone }: Reader, { starts, ends }: Span): string {
  if (starts === null) return t.visits.noDay
  const moment = (at: Date) => `${t.dayWithWeekday(dayIn(at, zone))}, ${timeIn(at, zone)}`
  if (ends === null) return moment(starts)
  if (dayIn(starts, zone) === dayIn(ends, zone)) return `${moment(starts)}–${timeIn(ends, zone)}`
  return t.moves.span(moment(starts), moment(ends))
}

/** Unit, team and time of a visit, for whoever may see them. */
export const visitFacts = (ctx: Reader, visit: Visit): Block => ({
  kind: 'facts',
  facts: [
    { label: ctx.texts.visits.unit, value: ctx.texts.called(visit.unit.name) },
    { label: ctx.texts.visits.team, value: ctx.texts.called(visit.team.name) },
    { label: ctx.texts.moves.when, value: spanWords(ctx, visit) },
  ],
})
