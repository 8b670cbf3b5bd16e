import { durationAt } from './durations.ts'
import { phraseEnd, tableWords } from './forms.ts'
import { countsWhatFollows, mayEnd, UNIT } from './guards.ts'
import { isBare } from './hours.ts'
import { isDuration, lasting, leads } from './lasting.ts'
import { type FoundMark, isMoved, marksAt } from './marks.ts'
import { number } from './numbers.ts'
import { type Piece, pieceAt, settled } from './pieces.ts'
import { rangeAt } from './ranges.ts'
import { isReturn } from './returns.ts'
import { type Near, nearOf, type SaidDay } from './said.ts'
import { type Found, foldedAt, isBlank, type Sentence, wordSet } from './tokens.ts'
import type { Mark, MomentValue } from './values.ts'
import { NOT_BUT } from './words.ts'

type Said = { readonly value: MomentValue; readonly mark: Mark | undefined; readonly open?: SaidDay | undefined }

const notBut = NOT_BUT.map(tableWords)

/**
 * The token behind what is said not to be meant, where something of the same kind stands behind "not", "thay vì":
 * "at nine, not ten".
 */
export function notMeantBehind(sentence: Sentence, value: MomentValue, at: number): number | undefined {
  if (value.kind !== 'day' && value.kind !== 'time') return undefined
  if (!/^,? ?$/.test(sentence.tokens[at]?.before ?? '.')) return undefined
  const behind = Math.max(0, ...notBut.map((words) => phraseEnd(words, sentence, at) ?? 0))
  if (behind === 0) return undefined
  const other = momentAt(sentence, behind)
  if (other !== undefined && (other.value.value.kind === 'time' || other.value.value.kind === value.kind))
    return other.end
  const read = number(sentence, behind)
  const isHour = read !== undefined && read.value <= 24 && (value.kind === 'time' || value.time !== undefined)
  const counts = isHour && (UNIT.test(foldedAt(sentence, read.end)) || countsWhatFollows(sentence, read.end))
  return isHour && !counts && mayEnd(sentence, read.end) ? read.end : undefined
}

/** The moment that begins at a token, with the words before it that say what it is: the longest reading there is. */
export function momentAt(sentence: Sentence, at: number): Found<Said> | undefined {
  let best = read(sentence, at, undefined, at)
  for (const mark of marksAt(sentence, at)) {
    if (!isBlank(sentence.tokens[mark.end]?.before ?? ',')) continue
    const found = read(sentence, mark.end, mark, at)
    if (found === undefined) continue
    // "I won't be in today": the day begins behind "in".
    if (foldedAt(sentence, at) === 'in' && found.value.value.kind === 'day' && !isOfDay(sentence, at + 1)) continue
    if (WHOLE.has(foldedAt(sentence, mark.end - 1)) && found.value.value.kind !== 'period') continue
    // "Ngân hàng tuần sau": only a duration recurs, or a weekday.
    if (found.value.mark === 'each' && found.value.value.kind === 'period') continue
    const movedTo = best?.end === found.end && isBare(sentence, at) && isMoved(sentence, at)
    if (best === undefined || found.end > best.end || movedTo) best = found
  }
  return best
}

function read(sentence: Sentence, at: number, mark: FoundMark | undefined, start: number): Found<Said> | undefined {
  const cued = mark !== undefined
  const range = rangeAt(sentence, at, mark)
  const piece = pieceAt(sentence, at, cued)
  const led = leads(sentence, mark, start)
  const duration = durationAt(sentence, at, led)
  const ends = [range, piece, duration].flatMap((found) =>
    found !== undefined && mayEnd(sentence, found.end) ? [found.end] : [],
  )
  const end = Math.max(0, ...ends)
  if (end === 0) return undefined
  const asked = mark?.mark
  if (duration?.end === end && (piece?.end !== end || isDuration(sentence, piece.value, duration.value, asked, start)))
    return { value: lasting(sentence, duration.value, mark, start), end }
  if (range?.end === end) return { value: { value: range.value, mark: asked === 'from' ? undefined : asked }, end }
  if (piece?.end !== end) return undefined
  const isDue = mark === undefined && isDeadline(sentence, start)
  const value = settled(piece.value, isDue ? DUE : mark, nearFrom(sentence, start))
  const open = openIn(piece.value)
  const isBack = (asked === undefined || asked === 'from') && isReturn(sentence, start, end)
  const said = isBack ? 'back' : asked === 'before' && isEndOf(piece.value, mark) ? 'until' : asked
  return { value: { value, mark: said, open }, end }
}

/** The day as said, where it lacks its month or its week. */
function openIn(piece: Piece): SaidDay | undefined {
  const day = piece.kind === 'point' ? piece.point.day : undefined
  const isOpen =
    day?.kind === 'next' ||
    (day?.kind === 'date' && day.month === undefined) ||
    (day?.kind === 'weekday' && day.weeks === undefined && !day.later)
  return isOpen ? day : undefined
}

/** "In the afternoon of the 25th" */
const isOfDay = (sentence: Sentence, at: number): boolean => foldedAt(sentence, at) === 'the'
/** All of a week or a month. */
const WHOLE = wordSet(['nguyen tron suot whole entire throughout'])

/** "Hạn cuối tháng", "due end of June": as a deadline the end of a period is its last day. */
const DUE: FoundMark = { mark: 'until', last: false, end: 0, between: false }
const isDeadline = (sentence: Sentence, at: number): boolean =>
  ['han', 'deadline', 'due', 'closing'].includes(foldedAt(sentence, at - 1)) ||
  (['la', 'is'].includes(foldedAt(sentence, at - 1)) && ['han', 'deadline'].includes(foldedAt(sentence, at - 2)))

/** "Before the end of June" is until its last day. */
const isEndOf = (piece: Piece, mark: FoundMark | undefined): boolean =>
  piece.kind === 'period' && (piece.period.isEnd === true || mark?.last === true)

/** What happens since Monday has begun; "từ thứ hai" is to come. */
const nearFrom = (sentence: Sentence, start: number): Near =>
  foldedAt(sentence, start) === 'since' ? { ...nearOf(sentence), meant: 'past' } : nearOf(sentence)
