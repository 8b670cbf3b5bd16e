import { type SaidHour, timeOf } from './hours.ts'
import { type Piece, WRONG } from './pieces.ts'
import type { SaidPoint } from './points.ts'
import { type Near, nearOf, onFrom, resolve, type SaidDay, upTo } from './said.ts'
import type { Sentence } from './tokens.ts'
import type { MomentValue, Point } from './values.ts'

/** Both ends as one value; undefined where they are not the ends of one thing, wrong where the last is before the first. */
export function spanOf(sentence: Sentence, first: Piece, last: Piece): MomentValue | undefined {
  const near = nearOf(sentence)
  if (first.kind === 'period' || last.kind === 'period') return daysOf(near, first, last)
  const [one, other] = [first.point, last.point]
  if (one.day === undefined || other.day === undefined) return hoursOf(sentence, one, other)
  const days = bothDays(near, one.day, other.day)
  if (days === undefined) return undefined
  if (days === 'backwards') return WRONG
  const [time, endTime] = [clockOf(one), clockOf(other)]
  if (time === 'wrong' || endTime === 'wrong') return WRONG
  const isFirsts = time === undefined && other.hourApart === true
  return {
    kind: 'range',
    from: pointOf(days.from, isFirsts ? endTime : time),
    to: pointOf(days.to, isFirsts ? undefined : endTime),
  }
}

const pointOf = (day: string, time: string | undefined): Point => ({ day, ...(time === undefined ? {} : { time }) })
const clockOf = ({ hour, part }: SaidPoint): string | 'wrong' | undefined =>
  hour === undefined ? undefined : (timeOf(hour, part) ?? 'wrong')

/** From hour to hour of one day: the day is said before the first or behind the last. */
function hoursOf(sentence: Sentence, one: SaidPoint, other: SaidPoint): MomentValue | undefined {
  if (one.hour === undefined || other.hour === undefined) return undefined
  const said = one.day ?? other.day
  const endTime = timeOf(other.hour, other.part ?? one.part)
  const time = startTime(one, other, endTime)
  const day = said === undefined ? undefined : resolve(said, nearOf(sentence))
  if (time === undefined || endTime === undefined || endTime <= time || (said !== undefined && day === undefined))
    return WRONG
  return day === undefined ? { kind: 'time', time, endTime } : { kind: 'day', day, time, endTime }
}

/** "2-4h chiều" begins in the afternoon, "9 - 2 pm" in the morning. */
function startTime(one: SaidPoint, other: SaidPoint, endTime: string | undefined): string | undefined {
  const hour: SaidHour | undefined = one.hour
  if (hour === undefined) return undefined
  const own = timeOf(hour, one.part)
  if (hour.part !== undefined || one.part !== undefined) return own
  const shared = timeOf(hour, other.hour?.part ?? other.part)
  return shared !== undefined && endTime !== undefined && shared < endTime ? shared : own
}

function daysOf(near: Near, first: Piece, last: Piece): MomentValue | undefined {
  const start =
    first.kind === 'period' ? first.period.days(near)?.from : first.point.day && resolve(first.point.day, near)
  if (start === undefined) return undefined
  const since: Near = { ...near, since: start }
  const behind = last.kind === 'period' ? last.period.days(since) : undefined
  const end =
    last.kind === 'period'
      ? behind?.to
      : last.point.day && (onFrom(last.point.day, start) ?? resolve(last.point.day, near))
  if (end === undefined) return undefined
  if (end < start) return WRONG
  return { kind: 'range', from: { day: start }, to: { day: end } }
}

type Days = { readonly from: string; readonly to: string }

/** Which days two said days are: where one lacks its month, week or year, it is near to the other. */
function bothDays(near: Near, first: SaidDay, last: SaidDay): Days | 'backwards' | undefined {
  if (isToldBy(first, last)) {
    const to = resolve(last, near)
    const from = to === undefined ? undefined : upTo(first, to)
    return from === undefined || to === undefined ? undefined : { from, to }
  }
  const from = resolve(first, near)
  const alone = resolve(last, near)
  if (from === undefined || alone === undefined) return undefined
  const isOpen =
    last.kind === 'next' ||
    (last.kind === 'date' && last.year === undefined) ||
    (last.kind === 'weekday' && last.weeks === undefined)
  const to = isOpen ? onFrom(last, from) : alone
  if (to === undefined) return 'backwards'
  const typed = first.kind === 'date' && first.year !== undefined && last.kind === 'date' && last.year !== undefined
  return to < from && !typed ? 'backwards' : { from, to }
}

function isToldBy(first: SaidDay, last: SaidDay): boolean {
  if (first.kind === 'weekday')
    return first.weeks === undefined && (last.kind === 'weekday' ? last.weeks !== undefined : last.kind === 'date')
  if (first.kind !== 'date' || last.kind !== 'date') return false
  return first.month === undefined ? last.month !== undefined : first.year === undefined && last.year !== undefined
}
