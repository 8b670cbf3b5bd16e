import { momentAt } from './compose.ts'
import { mayStart } from './guards.ts'
import { listAt, type Placed } from './lists.ts'
import type { Sentence } from './tokens.ts'
import type { Moment } from './values.ts'

/** All moments of a sentence from left to right; where several begin at one word, the longest. */
export function scan(sentence: Sentence): readonly Moment[] {
  const moments: Moment[] = []
  let at = 0
  while (at < sentence.tokens.length) {
    const found = mayStart(sentence, at) ? (listAt(sentence, at) ?? oneAt(sentence, at)) : []
    for (const one of found) moments.push(momentOf(sentence, one))
    at = found.at(-1)?.end ?? at + 1
  }
  return moments
}

function oneAt(sentence: Sentence, at: number): readonly Placed[] {
  const found = momentAt(sentence, at)
  return found === undefined ? [] : [{ start: at, end: found.end, ...found.value }]
}

function momentOf({ tokens }: Sentence, { start, end, value, mark }: Placed): Moment {
  return {
    start: tokens[start]?.place ?? 0,
    end: (tokens[end - 1]?.place ?? 0) + 1,
    value,
    ...(mark === undefined ? {} : { mark }),
  }
}
