import { valuesUsed } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'

/** Whether a question word, a negation or a condition stands in it for which the sense has no use. */
export function turnedRound(fit: Fit, reading: Reading): 'no' | 'asked' | 'negated' {
  const { question, text, cues, raw, english } = reading
  const { used, sense, verbs } = fit
  const own = ownUntil(fit)
  const free = (places: ReadonlySet<number>) => [...places].some((at) => at < own && !used.has(at))
  if (sense.does === 'shows')
    return verbs.some((at) => question.negations.has(at - 1)) ||
      [...question.negations].some((at) => !used.has(at) && DONT.has(text[at]?.folded ?? ''))
      ? 'negated'
      : 'no'
  // "thôi ủy quyền", "stop reminding".
  if (verbs.some((at) => STOPPING.has(text[at - 1]?.folded ?? ''))) return 'negated'
  // "Rather than extend the decree, close it", "instead of closing …".
  if (
    english &&
    verbs
      .concat(fit.at)
      .some(
        (at) =>
          (text[at - 1]?.folded === 'than' && text[at - 2]?.folded === 'rather') ||
          (text[at - 1]?.folded === 'of' && text[at - 2]?.folded === 'instead'),
      )
  )
    return 'negated'
  if (free(question.negations) || verbs.some((at) => question.negations.has(at - 1))) return 'negated'
  // "Chiến lược thì gia hạn" asks nothing of the extension.
  const about = new Set(
    [...question.about].filter((at) => text[at]?.folded !== 'thi' || (at > fit.at && !verbs.some((verb) => verb > at))),
  )
  // "Provided they agree" is a condition, though "provide" may ask to show something.
  const provided = [...question.conditions].some((at) => at < own && text[at]?.folded === 'provided')
  if (provided || free(question.conditions) || free(about)) return 'negated'
  // "Nhắc gì rồi", "gia hạn những gì": what was done, and nothing to do.
  if (verbs.some((at) => asksWhat(reading, at))) return 'asked'
  // "nhắc các bộ chưa": who has not answered, and no question.
  const missing = cues.some(({ means, end }) => (means === 'toAll' || means === 'who') && end === question.tail)
  // "…, reason: letter not signed yet" says why; "extend it to the 3rd already!!" is in haste.
  const why = valuesUsed(fit, 'reason').some(({ start, end }) => start <= question.tail && question.tail < end)
  const hasty =
    !question.marked &&
    text[question.tail]?.folded === 'already' &&
    fit.at <= 1 &&
    !question.begins &&
    !/ed$/.test(text[fit.at]?.folded ?? '')
  if (question.tail < text.length && question.tail <= own && !missing && !why && !hasty) return 'asked'
  // "The decree round closed?", "cancel KT-3? No, keep it": what ends something is not done on a question.
  if (english && sense.does === 'ends' && raw.includes('?') && !REQUESTED.test(raw)) return 'asked'
  // "Ghi Bộ Tài chính đồng ý nghị định chưa": nothing but the item stands between.
  if (
    sense.id !== 'opinion' &&
    own < question.tail &&
    question.tail < text.length &&
    fit.items.items.length > 0 &&
    range(own, question.tail).every((at) => fit.items.used.has(at) || ITEM_JOINS.has(text[at]?.folded ?? ''))
  )
    return 'asked'
  // "Ai làm trưởng …": who is a question, whatever a sense makes of it.
  const who = sense.id.startsWith('visit.') && [...question.words].some((at) => at < own)
  return who || free(question.words) || question.begins ? 'asked' : 'no'
}

/** Where somebody's own words begin, behind the position that they take. */
export const ownUntil = (fit: Fit): number =>
  fit.sense.quotes === true
    ? (valuesUsed(fit, 'position')[0]?.end ?? Number.POSITIVE_INFINITY)
    : Number.POSITIVE_INFINITY

/** "nhắc gì", "đóng những gì": the verb's object is asked for. */
const asksWhat = ({ text, cues }: Reading, verb: number): boolean => {
  const end = Math.max(verb + 1, ...cues.flatMap((cue) => (cue.start === verb && cue.end <= verb + 2 ? [cue.end] : [])))
  return [verb + 1, end].some((place) => {
    const next = place + (WHICH.has(text[place]?.folded ?? '') ? 1 : 0)
    return text[next]?.folded === 'gi' && text[next + 1]?.folded !== 'thi'
  })
}
const ITEM_JOINS = new Set(['voi', 've', 'cho', 'du', 'thao', 'cai', 'dot'])
const WHICH = new Set(['nhung', 'cai', 'viec'])

export const REQUESTED = /\b(?:can|could|would|will|may|might|shall|please|pls|plz|possible|mind|how about)\b/i
const STOPPING = new Set(['thoi', 'ngung', 'stop', 'khoi'])
const DONT = new Set(['dung', 'dont', 'never', 'chang'])
