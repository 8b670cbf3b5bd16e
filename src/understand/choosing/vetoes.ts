import { valuesUsed } from '../engine/fit.ts'
import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { EXCEPTIONS, EXPECTED, FORBIDDING, OF_OTHERS, REPEATED, TAKEN_BACK } from '../words/vetoes.ts'

const EXCEPT = plainBook(EXCEPTIONS)
const FORBIDS = plainBook(FORBIDDING)
const BACK = plainBook(TAKEN_BACK)
const EXPECTS = plainBook(EXPECTED)
const OTHERS = plainBook(OF_OTHERS)
const REPEATS = plainBook(REPEATED)

/** What is said of somebody's position: it is theirs alone, and taken only as it was meant. */
const OPINION = /^(?:opinion|record)(?:\.(?:type|save))?/

/**
 * Whether words turn a change into something that nobody asked for: "everything except KT-5", "chớ đóng", "hủy KT-5, à mà thôi",
 * "move it off 26 June", "chị Hà ủy quyền cho em", "my boss agrees", "must agree". Such a change is offered at most.
 */
export function isVetoed(fit: Fit, reading: Reading): boolean {
  const { sense } = fit
  if (sense.does === 'shows') return false
  const { text, raw, question, cues } = reading
  const says = (book: ReturnType<typeof plainBook>, until = text.length): boolean => holds(book, reading, until)
  const opinion = OPINION.test(sense.id)
  const position = reading.values.find(({ value }) => value.kind === 'position')
  if (opinion) {
    const before = position?.start ?? 0
    // "Đồng ý nghị định?" asks.
    if (question.marked && fit.left.length === 0 && !/[:;.]/.test(raw.replace(/[?.!\s]+$/u, ''))) return true
    // "Thôi Bộ Y tế không phản đối nữa" takes one back.
    if (isNoMore(reading)) return true
    return says(EXPECTS, before) || (sense.id.startsWith('opinion') && says(OTHERS, Math.min(before, 5)))
  }
  // "Cảm ơn đã nhắc, chiều tôi xem": it was reminded, and asks for no reminder.
  if (SNOOZE.has(sense.id) && cues.some(({ means, start }) => means === 'reminded' && text[start]?.folded === 'da'))
    return true
  if (says(EXCEPT) || says(BACK) || says(REPEATS)) return true
  // What goes somewhere without a verb is forbidden before its day: "KT-12 chớ sang 24/6".
  const days = sense.id === 'visit.to' ? valuesUsed(fit, 'moment').map(({ start }) => start) : []
  if (says(FORBIDS, Math.max(1, ...fit.verbs.map((at) => at + 1), fit.at + 1, ...days))) return true
  if (sense.id === 'delegate' || sense.id === 'delegation.save.form') return isReversed(reading)
  // "I'm off 1-10 July" is away.
  return DATED.test(sense.id) && isRuledOutDay(reading)
}

/** Whether something is forbidden or taken back in it: "chớ thu hồi", "à mà thôi". */
export const isForbidden = (reading: Reading): boolean =>
  holds(FORBIDS, reading, reading.text.length) || holds(BACK, reading, reading.text.length)

const holds = (book: ReturnType<typeof plainBook>, reading: Reading, until: number): boolean =>
  range(0, until).some((at) => {
    const found = phraseAt(book, reading.text, at)
    return found !== undefined && isSpelled(reading, at, found.end) && !isWithinReason(reading, at)
  })

/** "Vì đường bị sạt lở, hủy KT-5": what happened is said, and nothing is forbidden. */
const isWithinReason = ({ values }: Reading, at: number): boolean =>
  values.some(({ value, start, end }) => value.kind === 'reason' && start < at && at < end)

/** A word alone means itself with its marks: "chớ" forbids, and "cho" does not; a phrase of several words is plain. */
const isSpelled = ({ spelled }: Reading, start: number, end: number): boolean =>
  end - start > 1 || ALL.has(spelled[start] ?? '')
const ALL = new Set([EXCEPTIONS, FORBIDDING, TAKEN_BACK, EXPECTED, OF_OTHERS, REPEATED].flat())

/** "Thôi … không … nữa", "no longer": what was said holds no more. */
const isNoMore = ({ text, spelled }: Reading): boolean => {
  const words = text.map(({ folded }) => folded)
  const denied = words.findIndex((word) => word === 'khong' || word === 'ko')
  const more = spelled.findIndex((word, at) => at > denied && (word === 'nữa' || word === 'nua'))
  return (
    (denied >= 0 && more > denied && words[0] === 'thoi') ||
    words.some((word, at) => word === 'no' && words[at + 1] === 'longer')
  )
}

const ME = new Set(['toi', 'em', 'minh', 'me', 'us', 'tui'])
/** "Chị Hà ủy quyền cho em", "Ms Ha delegates to me": it was she who did. */
const isReversed = ({ text, values }: Reading): boolean =>
  values.some(({ value, start, end }) => {
    if (value.kind !== 'person' || start > 2) return false
    const verb = text
      .slice(end, end + 2)
      .some(({ folded }) => ['uy', 'delegates', 'delegated', 'covers'].includes(folded))
    return verb && text.slice(end, end + 6).some(({ folded }, at) => at > 0 && ME.has(folded))
  })

const SNOOZE = new Set(['later', 'nudge.snooze.form'])
/** What is set to a day. */
const DATED = /^(?:visit\.|move\.|round\.)/
const AWAY = new Set(['off', 'away', 'but', 'tru', 'khac'])
/** "Move KT-5 off 26 June", "any day but 26 June": the day that is named is the one it may not be. */
const isRuledOutDay = ({ text, values }: Reading): boolean =>
  values.some(
    ({ value, start }) =>
      value.kind === 'moment' &&
      (AWAY.has(text[start - 1]?.folded ?? '') ||
        (text[start - 1]?.folded === 'from' && text[start - 2]?.folded === 'away')),
  )
