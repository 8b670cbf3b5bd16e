import type { Word } from '../../texts/fold.ts'
import { phraseAt, plainBook, wordSet } from '../phrases.ts'
import { readWhen, type When } from '../readings/when.ts'
import { QUESTION_TAIL, QUESTION_WHAT } from '../words/questions.ts'
import { REASON } from '../words/rounds.ts'

export type ChangeDetails = When & { readonly reason?: string }

const REASONS = plainBook(REASON)
const ASKS = wordSet(QUESTION_TAIL)
const WHATS = plainBook(QUESTION_WHAT)
const MAX_REASON = 500
/** Nobody says a date in more characters than this. */
const MAX_DATED = 500

/**
 * The day, time and reason typed with a change of a round. `from` is the word after the verb, `item` the places of the
 * words that name the item, so that a key with numbers is not read as a date. An impossible date is left out, and so is
 * a reason longer than the round keeps: the form asks for both again.
 */
export function readChange(
  raw: string,
  text: readonly Word[],
  from: number,
  item: { readonly start: number; readonly end: number },
  today: string,
): ChangeDetails {
  const marker = reasonMarker(raw, text, Math.max(from, item.end))
  const start = text[from]?.start ?? raw.length
  const until = marker === undefined ? raw.length : (text[marker.at]?.start ?? raw.length)
  const named = { start: text[item.start]?.start ?? until, end: text[item.end - 1]?.end ?? until }
  const dated =
    item.end > item.start ? `${raw.slice(start, named.start)} ${raw.slice(named.end, until)}` : raw.slice(start, until)
  const when = readWhen(dated.slice(0, MAX_DATED), today)
  const reason =
    marker === undefined
      ? undefined
      : raw
          .slice(marker.after)
          .replace(/^[\s:,-]+/, '')
          .trim()
  return { ...when, ...(reason === undefined || reason === '' || reason.length > MAX_REASON ? {} : { reason }) }
}

/** "đóng ND-DLCN chưa?": nothing but the end of a question stands from `at` on. */
export function asksOnly(text: readonly Word[], at: number): boolean {
  return at < text.length && text.slice(at).every((word) => ASKS.has(word.folded))
}

/** "ủy quyền là gì", "nghỉ phép thì sao": a question about the thing itself begins at `at`. */
export function asksWhat(text: readonly Word[], at: number): boolean {
  return phraseAt(WHATS, text, at) !== undefined
}

// "vì" is looked for as it is spelled, so that "các đơn vị" is no reason; without any diacritics there is no telling.
function reasonMarker(raw: string, text: readonly Word[], from: number) {
  const marked = /[^\p{ASCII}]/u.test(raw)
  for (let at = from; at < text.length; at++) {
    const match = phraseAt(REASONS, text, at)
    if (match === undefined) continue
    const spelled = raw
      .slice(text[at]?.start, text[match.end - 1]?.end)
      .normalize('NFC')
      .toLowerCase()
    const asTyped = spelled.replace(/\s+/g, ' ')
    if (marked && !REASON.includes(asTyped)) continue
    if (!marked && text[at - 1]?.folded === 'don' && text[at]?.folded === 'vi') continue
    return { at, after: text[match.end - 1]?.end ?? raw.length }
  }
  return undefined
}
