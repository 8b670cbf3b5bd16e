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
  const { text, raw, question } = reading
  const says = (book: ReturnType<typeof plainBook>, until = text.length): boolean =>
    range(0, until).some((at) => {
      const found = phraseAt(book, text, at)
      return found !== undefined && isSpelled(reading, at, found.end)
    })
  const opinion = OPINION.test(sense.id)
  const position = reading.values.find(({ value }) => value.kind === 'position')
  if (opinion) {
    const before = position?.start ?? 0
    // "Đồng ý nghị định?" asks.
    if (question.marked && fit.left.length === 0 && !/[:;.]/.test(raw.replace(/[?.!\s]+$/u, ''))) return true
    return says(EXPECTS, before) || (sense.id.startsWith('opinion') && says(OTHERS, Math.min(before, 5)))
  }
  if (says(EXCEPT) || says(BACK) || says(REPEATS)) return true
  if (says(FORBIDS, Math.max(1, ...fit.verbs.map((at) => at + 1), fit.at + 1))) return true
  return sense.id === 'delegate' || sense.id === 'delegation.save.form' ? isReversed(reading) : isRuledOutDay(reading)
}

/** A word alone means itself with its marks: "chớ" forbids, and "cho" does not; a phrase of several words is plain. */
const isSpelled = ({ spelled }: Reading, start: number, end: number): boolean =>
  end - start > 1 || ALL.has(spelled[start] ?? '')
const ALL = new Set([EXCEPTIONS, FORBIDDING, TAKEN_BACK, EXPECTED, OF_OTHERS, REPEATED].flat())

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

const AWAY = new Set(['off', 'away', 'but', 'tru', 'khac'])
/** "Move KT-5 off 26 June", "any day but 26 June": the day that is named is the one it may not be. */
const isRuledOutDay = ({ text, values }: Reading): boolean =>
  values.some(
    ({ value, start }) =>
      value.kind === 'moment' &&
      (AWAY.has(text[start - 1]?.folded ?? '') ||
        (text[start - 1]?.folded === 'from' && text[start - 2]?.folded === 'away')),
  )
