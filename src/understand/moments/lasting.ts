import { addDays } from '../../calendar/zoned.ts'
import type { SaidDuration } from './durations.ts'
import { type FoundMark, isLengthened, isMoved } from './marks.ts'
import type { Piece } from './pieces.ts'
import { foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import type { Mark, MomentValue } from './values.ts'
import { BEHIND_SHIFT, BRINGS } from './words.ts'

const behindShift = wordSet(BEHIND_SHIFT)
const brings = wordSet(BRINGS)

type Said = { readonly value: MomentValue; readonly mark: Mark | undefined }

/** Whether the words before it make "a week" or "week" a duration. */
export function leads(sentence: Sentence, mark: FoundMark | undefined, start: number): 'article' | 'unit' | undefined {
  if (mark === undefined) return isShift(sentence, start) ? 'article' : undefined
  const last = foldedAt(sentence, mark.end - 1)
  if (mark.mark === 'each' || last === 'another') return 'unit'
  const articled = mark.mark === 'within' || mark.mark === 'more' || mark.mark === 'after' || mark.mark === 'before'
  return articled || (mark.mark === undefined && foldedAt(sentence, start) === 'for') ? 'article' : undefined
}

/** "Put KT-2 off a day", "extend the decree a week, please": one of a unit behind a verb that moves or lengthens. */
function isShift(sentence: Sentence, start: number): boolean {
  if (!isMoved(sentence, start) && !isLengthened(sentence, start)) return false
  if (!['a', 'an'].includes(foldedAt(sentence, start))) return false
  const next = sentence.tokens[start + 2]
  return next === undefined || !isBlank(next.before) || behindShift.has(next.folded)
}

/** "Bring KT-2 forward two days", "prepone it by a day", "move it up a day", "bring forward KT-2 by a day". */
function isForward(sentence: Sentence, start: number): boolean {
  const before = sentence.tokens.slice(Math.max(0, start - 8), start + 1).map(({ folded }) => folded)
  if (before.includes('prepone')) return true
  const verb = before.findIndex((word) => brings.has(word))
  return (
    verb >= 0 &&
    before.slice(verb).some((word, at, words) => word === 'forward' || (word === 'up' && at > words.length - 4))
  )
}

/** Where a day or an hour and a duration are written alike: "trong 2 giờ", "thêm 3 ngày nữa". */
export function isDuration(
  sentence: Sentence,
  piece: Piece,
  duration: SaidDuration,
  mark: Mark | undefined,
  start: number,
): boolean {
  if (piece.kind === 'period') return false
  if (mark === 'within' || mark === 'more' || mark === 'each') return true
  if (piece.point.day === undefined) return duration.after === true || mark === 'after' || duration.unit !== 'hour'
  return duration.after === true && mark === undefined && isLengthened(sentence, start)
}

/** A duration with what the words before it say of it. */
export function lasting(sentence: Sentence, said: SaidDuration, mark: FoundMark | undefined, start: number): Said {
  const { unit } = said
  const count = said.count === undefined || !isForward(sentence, start) ? said.count : -Math.abs(said.count)
  const value: MomentValue = { kind: 'duration', ...(count === undefined ? {} : { count }), unit }
  const isIn = mark !== undefined && mark.mark === undefined && foldedAt(sentence, start) === 'in'
  // A round of opinions "in 20 working days" takes them until then.
  if (isIn && unit === 'working-day') return { value, mark: 'within' }
  const ahead = isIn || (said.after === true && !isLengthened(sentence, start) && mark?.mark === undefined)
  if (ahead) return fromNow(sentence, said) ?? { value, mark: 'after' }
  if (count !== said.count) return { value, mark: undefined }
  const isPushed = foldedAt(sentence, start - 1) === 'back' && isMoved(sentence, start - 1)
  const isMore = said.more || isPushed || (mark === undefined && said.count === 1 && isShift(sentence, start))
  const isBy = foldedAt(sentence, start) === 'by' || /\+ ?$/.test(sentence.tokens[start]?.before ?? '')
  return { value, mark: isBy || isMore || (said.after && mark?.mark === undefined) ? 'more' : mark?.mark }
}

/** "In 2 hours", "30 phút nữa", where the hour of now is known. */
function fromNow({ when }: Sentence, { count, unit }: SaidDuration): Said | undefined {
  if (when.now === undefined || count === undefined || (unit !== 'hour' && unit !== 'minute')) return undefined
  const minutes =
    Number(when.now.slice(0, 2)) * 60 + Number(when.now.slice(3)) + Math.round(count * (unit === 'hour' ? 60 : 1))
  const [days, rest] = [Math.floor(minutes / 1440), minutes % 1440]
  const time = `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`
  return { value: { kind: 'day', day: addDays(when.today, days), time }, mark: undefined }
}
