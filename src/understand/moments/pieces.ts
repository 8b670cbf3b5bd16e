import { timeOf } from './hours.ts'
import type { FoundMark } from './marks.ts'
import { periodAt, type SaidPeriod } from './periods.ts'
import { pointAt, type SaidPoint } from './points.ts'
import { type Near, otherReading, resolve } from './said.ts'
import type { Found, Sentence } from './tokens.ts'
import type { MomentValue } from './values.ts'

/** What a moment, or an end of a range, is said as: a day with its hour, or a period. */
export type Piece =
  | { readonly kind: 'point'; readonly point: SaidPoint }
  | { readonly kind: 'period'; readonly period: SaidPeriod }

/** What no calendar or clock has. */
export const WRONG: MomentValue = { kind: 'wrong' }

/** The day, hour or period said at a token, the longer of them; `cued`: a word before it announces one. */
export function pieceAt(sentence: Sentence, at: number, cued: boolean): Found<Piece> | undefined {
  const point = pointAt(sentence, at, cued)
  const period = periodAt(sentence, at)
  if (period !== undefined && period.end > (point?.end ?? 0))
    return { value: { kind: 'period', period: period.value }, end: period.end }
  return point === undefined ? undefined : { value: { kind: 'point', point: point.value }, end: point.end }
}

/** Which day, hour or period it is, near to `near`. */
export function settled(piece: Piece, mark: FoundMark | undefined, near: Near): MomentValue {
  if (piece.kind === 'period') {
    const { of, days, isEnd } = piece.period
    const found = days(near)
    if (found === undefined) return WRONG
    const isLast = mark?.last === true || (isEnd === true && (mark?.mark === 'until' || mark?.mark === 'before'))
    return isLast ? { kind: 'day', day: found.to } : { kind: 'period', ...found, of }
  }
  const { day, weekday, hour, part } = piece.point
  const time = hour === undefined ? undefined : timeOf(hour, part)
  if (hour !== undefined && time === undefined) return WRONG
  if (day === undefined) return time === undefined ? WRONG : { kind: 'time', time }
  const resolved = resolve(day, near)
  if (resolved === undefined) return WRONG
  const or =
    weekday === undefined ? otherReading(day, near) : resolve({ ...weekday, weeks: 0 }, { ...near, today: resolved })
  return {
    kind: 'day',
    day: resolved,
    ...(time === undefined ? {} : { time }),
    ...(or === undefined || or === resolved ? {} : { or }),
  }
}
