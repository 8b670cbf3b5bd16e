import type { Position } from '../../contract/intent.ts'
import { fold, type Word, words } from '../../texts/fold.ts'
import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { AFTER_AGREE } from '../words/opinions/around.ts'
import { NO_MORE } from '../words/opinions/nothing-more.ts'
import { itemFrom, type SaidPosition } from './stance.ts'

const MORE = plainBook(NO_MORE)
const ADDS_NOTHING = wordSet(AFTER_AGREE)
const DENIAL =
  /\b(?:khong|ko|k|kg|khg|hong|chua|chang|dung|not|dont|don t|can t|cannot|never|no)(?: \S+){0,2} (?:dong y|nhat tri|tan thanh|dong tinh|thong nhat|agree)\b|\bdisagree|\bphan doi\b/

const ALREADY = new Set(['roi ma', 'roi co ma', 'roi day thoi', 'roi do', 'roi con gi', 'roi day'])
const OPEN_ENDED = new Set(['to', 'that', 'for', 'provided', 'except'])

/** What a position comes to with the words behind it, which are to the letter. */
export type Said = { readonly position?: Position; readonly body?: string }

/**
 * The position that is taken with the words from one word to before another. An agreement with words of its own, a qualifier or a
 * condition is one with comments; beside a denial, from word `denied` on, the position is left open and all words are kept. Undefined where it tells of
 * what was said before.
 */
export function wordsOf(
  reading: Reading,
  said: SaidPosition,
  { from: end, to, denied = 0 }: { readonly from: number; readonly to: number; readonly denied?: number },
): Said | undefined {
  const { raw, text } = reading
  const body = wordsBetween(raw, text, end, to)
  const tail = body === undefined ? [] : words(body.slice(0, 400)).map((word) => word.folded)
  // "Em đồng ý nghị định rồi mà" has been said before.
  if (said.position === 'agree' && ALREADY.has(tail.join(' '))) return undefined
  // "Không, đồng ý" is anybody's guess, so it is nobody's; "đồng ý, có ý kiến bổ sung" is one phrase.
  const parted = said.position === 'agree-with-comments' ? /[.;:!?\n]/ : /[,.;:!?\n]/
  const whole = wordsBetween(raw, text, said.start, to)
  if (parted.test(raw.slice(text[said.start]?.start, text[said.end - 1]?.end))) return { ...worded(whole) }
  if (said.position === 'disagree' && (said.qualified || startsWithProvision(reading, end)))
    return { position: 'disagree', ...worded(whole) }
  if (said.position === 'disagree' || said.position === 'other')
    return {
      position: said.position,
      ...worded(isPolite(reading, end, to) || addsNoMore(reading, end, to) ? undefined : body),
    }
  if (DENIAL.test(fold(raw.slice(text[denied]?.start ?? 0)))) return { ...worded(whole) }
  if (said.qualified) return { position: 'agree-with-comments', ...worded(whole) }
  if (
    said.position === 'agree' &&
    (tail.every((word) => ADDS_NOTHING.has(word)) || addsNoMore(reading, end, to) || namesOwn(reading, end, to))
  )
    return { position: 'agree' }
  // "No objection, subject to the attached note": the condition is nothing without what it is put to.
  const open =
    OPEN_ENDED.has(text[said.end - 1]?.folded ?? '') &&
    /[,;]/.test(raw.slice(text[said.start]?.start, text[said.end - 1]?.end))
  return { position: 'agree-with-comments', ...worded(open ? whole : body) }
}

/** "Không đồng ý Điều 7": to what somebody objects is nothing without the objection. */
const startsWithProvision = ({ raw, text, values }: Reading, at: number): boolean =>
  values.some(
    ({ value, start }) =>
      value.kind === 'provision' &&
      (start === at || (start === at + 1 && JOINS.has(text[at]?.folded ?? ''))) &&
      !/[:,.;\n]/.test(raw.slice(text[at - 1]?.end, text[start]?.start)),
  )
const JOINS = new Set(['with', 'to', 'voi', 've', 'on'])

const POLITE = wordSet([
  'ạ nhé nha nhá dạ vâng ơi cảm ơn giúp em anh chị tôi mình bot hộ với đi luôn ngay',
  'thanks thank you please',
])

/** Nothing but politeness from a word on; behind a colon every word is somebody's own. */
export const isPolite = ({ raw, text }: Reading, from: number, to: number): boolean =>
  !/[:;\n]/.test(raw.slice(text[from - 1]?.end ?? 0, text[from]?.start ?? raw.length)) &&
  text.slice(from, to).every(({ folded }) => POLITE.has(folded))

/** "No objections from the Ministry of Health": who speaks adds nothing either. */
function namesOwn(reading: Reading, from: number, to: number): boolean {
  const own = valuesOf(reading, 'body').find(
    ({ value, start }) => start >= from && reading.vocabulary.self?.includes(value.name) === true,
  )
  return (
    own !== undefined &&
    range(from, to).every((at) => (at >= own.start && at < own.end) || ADDS_NOTHING.has(reading.text[at]?.folded ?? ''))
  )
}

export const tailIsNothing = (tail: readonly string[]): boolean => tail.every((word) => ADDS_NOTHING.has(word))

/** "… và không có ý kiến gì thêm": the formula that adds nothing to an agreement. */
function addsNoMore(reading: Reading, from: number, to: number): boolean {
  const { text } = reading
  let at = from
  while (at < to) {
    const more = phraseAt(MORE, text, at)
    if (more !== undefined) {
      return (
        text.slice(more.end, to).every(({ folded }) => ADDS_NOTHING.has(folded)) ||
        itemFrom(reading, more.end).end === to
      )
    }
    const idle = reading.idle.get(at)
    if (!ADDS_NOTHING.has(text[at]?.folded ?? '') && idle === undefined) return false
    at = idle ?? at + 1
  }
  // "No comments on the strategy, kind regards": behind a colon every word is somebody's own.
  return from < to && !/[:;\n]/.test(reading.raw.slice(text[from - 1]?.end ?? 0, text[to - 1]?.end))
}

export function worded(body: string | undefined): { readonly body?: string } {
  return body === undefined ? {} : { body }
}

// One separator goes; a list that starts on the next line keeps its dashes.
/** Longer than this no opinion is kept, in characters: what the contract takes. */
export const LONGEST_WORDS = 100_000

/** What was typed from one word to before another, to the letter, without what parts it from what stands around. */
export function wordsBetween(raw: string, text: readonly Word[], at: number, to: number): string | undefined {
  const before = text[at - 1]
  const last = text[to - 1]?.end ?? 0
  const end = to < text.length ? last + (CLOSING.exec(raw.slice(last))?.[0].length ?? 0) : raw.length
  const body = raw
    .slice(before?.end ?? 0, end)
    .replace(/^[^\S\n]*[:;,.!?–—-]*\s*/, '')
    .trimEnd()
  return /[\p{L}\p{N}]/u.test(body) ? body : undefined
}
/** Marks that end what stands before them. */
const CLOSING = /^[”’"'»).!?]*/u
