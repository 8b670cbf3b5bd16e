import { momentAt, notMeantBehind } from './compose.ts'
import { inContext, lastDayOf } from './context.ts'
import { mayStart } from './guards.ts'
import { listAt, type Placed } from './lists.ts'
import { foldedAt, type Sentence } from './tokens.ts'
import type { Moment } from './values.ts'

/** All moments of a sentence from left to right; where several begin at one word, the longest. */
export function scan(sentence: Sentence): readonly Moment[] {
  const moments: Moment[] = []
  let before: string | undefined
  let at = 0
  while (at < sentence.tokens.length) {
    const found = mayStart(sentence, at) ? (listAt(sentence, at) ?? oneAt(sentence, at)) : []
    for (const one of found) {
      const told = inContext(sentence, one, before)
      before = lastDayOf(told) ?? before
      moments.push(momentOf(sentence, told))
    }
    at = found.at(-1)?.rejectedTo ?? found.at(-1)?.end ?? at + 1
  }
  return moments
}

function oneAt(sentence: Sentence, at: number): readonly Placed[] {
  const found = momentAt(sentence, at)
  // "20 tháng 5 âm lịch" is a day of another calendar.
  const isLunar =
    found !== undefined && foldedAt(sentence, found.end) === 'am' && foldedAt(sentence, found.end + 1) === 'lich'
  if (found === undefined || isLunar) return []
  const rejectedTo = notMeantBehind(sentence, found.value.value, found.end)
  return [{ start: at, end: found.end, ...found.value, rejectedTo }]
}

function momentOf({ tokens }: Sentence, { start, end, value, mark, rejectedTo }: Placed): Moment {
  return {
    start: tokens[start]?.place ?? 0,
    end: (tokens[end - 1]?.place ?? 0) + 1,
    value,
    ...(mark === undefined ? {} : { mark }),
    ...(rejectedTo === undefined ? {} : { rejectedTo: (tokens[rejectedTo - 1]?.place ?? 0) + 1 }),
  }
}
