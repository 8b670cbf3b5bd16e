import { addDays } from '../../calendar/zoned.ts'
import type { FoundOf } from './span.ts'

/** What a moment says of a stretch of days; nothing for an hour or a duration. */
export type Days = {
  readonly from?: string
  readonly to?: string
  readonly time?: string
  readonly endTime?: string
  /** `day`: one day; `between`: "từ … đến …"; `vague`: a week, a month; before or after some day. */
  readonly said: 'day' | 'between' | 'from' | 'until' | 'vague'
}

/** The days of a moment, with what the word before it says of them. */
export function daysOf({ value: { moment } }: FoundOf<'moment'>): Days | undefined {
  const { value, mark } = moment
  switch (value.kind) {
    case 'day': {
      const { day, time, endTime } = value
      const hours = { ...(time === undefined ? {} : { time }), ...(endTime === undefined ? {} : { endTime }) }
      if (mark === 'from') return { from: day, said: 'from', ...hours }
      if (mark === 'until' || mark === 'to') return { to: day, said: 'until', ...hours }
      if (mark === 'before' || mark === 'back') return { to: addDays(day, -1), said: 'vague' }
      if (mark === 'after') return { from: addDays(day, 1), said: 'vague' }
      return { from: day, to: day, said: 'day', ...hours }
    }
    case 'range': {
      const [time, endTime] = [value.from.time, value.to.time]
      return {
        from: value.from.day,
        to: value.to.day,
        said: 'between',
        ...(time === undefined ? {} : { time }),
        ...(endTime === undefined ? {} : { endTime }),
      }
    }
    case 'period':
      if (mark === 'from') return { from: value.from, said: 'vague' }
      if (mark === 'until') return { to: value.to, said: 'vague' }
      if (mark === 'before') return { to: addDays(value.from, -1), said: 'vague' }
      if (mark === 'after') return { from: addDays(value.to, 1), said: 'vague' }
      return { from: value.from, to: value.to, said: 'vague' }
    case 'time':
    case 'duration':
    case 'wrong':
      return undefined
    default:
      return value satisfies never
  }
}
