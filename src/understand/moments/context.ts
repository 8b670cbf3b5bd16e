import { isDay } from '../../calendar/zoned.ts'
import type { Placed } from './lists.ts'
import { isMoved } from './marks.ts'
import { nearOf, onFrom, type SaidDay } from './said.ts'
import type { Sentence } from './tokens.ts'

/**
 * A day that is said without its month, or as "hôm sau", where another was said before it: of "on 1 July or the 3rd" the 3rd
 * is in July, of "off on 25 and 26 June, back Monday" Monday comes behind the 26th.
 */
export function inContext(sentence: Sentence, one: Placed, before: string | undefined): Placed {
  const { value, open, mark } = one
  const { today, meant } = nearOf(sentence)
  if (open === undefined || before === undefined || value.kind !== 'day' || meant !== 'coming') return one
  if (before < today || (before === today && mark !== 'back' && open.kind !== 'next')) return one
  const day = dayBehind(sentence, one, open, before)
  return day === undefined ? one : { ...one, value: { ...value, day } }
}

function dayBehind(sentence: Sentence, { mark, start }: Placed, open: SaidDay, before: string): string | undefined {
  const later = onFrom(open, before)
  if (open.kind !== 'date') return open.kind === 'next' || mark === 'back' ? later : undefined
  if (mark === 'back') return later
  const same = `${before.slice(0, 8)}${String(open.day).padStart(2, '0')}`
  const isOrdered = mark === 'until' || (mark === 'to' && !isMoved(sentence, start))
  return isDay(same) && same >= nearOf(sentence).today && (same >= before || !isOrdered) ? same : later
}

/** The last day that a moment names: what is said behind it is near to that. */
export const lastDayOf = ({ value }: Placed): string | undefined =>
  value.kind === 'day' ? value.day : value.kind === 'range' ? value.to.day : undefined
