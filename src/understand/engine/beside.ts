import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { ASKING_FOR, PEOPLE_ABOVE, PURPOSE, PURPOSE_OF } from '../words/beside.ts'
import { range } from './places.ts'
import type { Sentence } from './sentence.ts'
import type { Found } from './span.ts'

const FOR = plainBook(PURPOSE)
const OF = plainBook(PURPOSE_OF)
const ABOVE = plainBook(PEOPLE_ABOVE)
const ASKS = plainBook(ASKING_FOR)
const WHO = wordSet(['anh chị em tôi mình sếp chúng ta bộ bên bọn còn tiện'])
/** A purpose is no longer than this in words, and who asks stands within so many of the beginning. */
const longest = 12
const mostBefore = 3

/** The place before which the clause of word `at` ends, at the latest after `most` words. */
function clauseEnd({ raw, text }: Sentence, at: number, most: number): number {
  let end = at + 1
  while (
    end < text.length &&
    end - at < most &&
    !/[,.;!?\n]/.test(raw.slice(text[end - 1]?.end, text[end]?.start).trim())
  )
    end++
  return end
}

/**
 * "… để trình Chủ nhiệm", "… phục vụ họp giao ban": what something is wanted for. It asks for nothing, and the words of
 * what only shows something need not account for it.
 */
export function purposeIn(sentence: Sentence): ReadonlySet<number> {
  const { text, marked, spelled } = sentence
  const found = new Set<number>()
  for (let at = 1; at < text.length; at++) {
    const purpose = phraseAt(FOR, text, at)
    if (purpose === undefined || found.has(at)) continue
    if (marked && !PURPOSE.includes(spelled.slice(at, purpose.end).join(' '))) continue
    let place = purpose.end
    while (place < text.length && place - purpose.end < 2 && WHO.has(text[place]?.folded ?? '')) place++
    const title = phraseAt(ABOVE, text, place)
    if (title !== undefined) place = title.end
    const of = phraseAt(OF, text, place)
    if (of === undefined) continue
    for (const one of range(at, Math.max(of.end, clauseEnd(sentence, at, longest)))) found.add(one)
  }
  return found
}

/**
 * "Anh Thắng vừa điện hỏi …", "sếp cần biết …", "Chủ tịch giao …": who wants it, at the beginning of a sentence or of a
 * clause. From the first word to before the one that follows.
 */
export function askersIn(sentence: Sentence, values: readonly Found[]): readonly { start: number; end: number }[] {
  const { raw, text } = sentence
  const found: { start: number; end: number }[] = []
  for (let start = 0; start < text.length; start++) {
    if (start > 0 && !/[,.;:!?\n]/.test(raw.slice(text[start - 1]?.end, text[start]?.start))) continue
    // A greeting, a time of the day: "sáng nay sếp cần biết …".
    for (let begin = start; begin <= start + mostBefore && begin < text.length; begin++) {
      const end = askerFrom(sentence, values, begin)
      if (end === undefined || end >= text.length) continue
      const day = values.some((one) => one.value.kind === 'moment' && one.start === start && one.end === begin)
      found.push({ start: day ? start : begin, end })
      break
    }
  }
  return found
}

function askerFrom({ raw, text }: Sentence, values: readonly Found[], begin: number): number | undefined {
  // "Bắc Cần" is a place, and no uncle in need.
  if (values.some(({ value, start, end }) => value.kind === 'unit' && start <= begin && begin < end)) return undefined
  const title = phraseAt(ABOVE, text, begin)
  const person = values.find(({ value, start }) => value.kind === 'person' && start === begin)
  let at = Math.max(title?.end ?? 0, person?.end ?? 0)
  if (at === 0) return undefined
  // The name behind the title, and where they are from.
  if (title !== undefined && person === undefined)
    while (at < text.length && at - title.end < 3 && /^\p{Lu}/u.test(raw.slice(text[at]?.start, text[at]?.end))) at++
  const body = values.find(({ value, start }) => value.kind === 'body' && start === at)
  if (body !== undefined) at = body.end
  if (/[.;:!?\n]/.test(raw.slice(text[at - 1]?.end, text[at]?.start))) return undefined
  return phraseAt(ASKS, text, at)?.end ?? phraseAt(ASKS, text, at + 1)?.end
}

const HERE = new Set(['here', 'again', 'speaking', 'day', 'nghe'])
/** "Doug again, when …", "Brandt here:": up to which word somebody says who they are, or 0. */
export function callerIn({ raw, text, spelled }: Sentence): number {
  const [name, here] = text
  if (name === undefined || here === undefined || !HERE.has(here.folded)) return 0
  if (here.folded === 'day' && spelled[1] !== 'đây') return 0
  return /^\p{Lu}\p{Ll}+$/u.test(raw.slice(name.start, name.end)) && /^\s*[,:.;–-]/u.test(raw.slice(here.end)) ? 2 : 0
}
