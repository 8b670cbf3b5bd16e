import { range } from '../engine/places.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { GUESSES, NOT_NOW } from '../words/beside.ts'

const GUESSED = plainBook(GUESSES)
const BEFORE_DONE = plainBook(NOT_NOW)

/**
 * "Vừa gia hạn nghị định", "suýt hủy KT-5", "chắc phải dời", "nhắc nghị định rồi": it tells of what was done or may be, and
 * asks nobody to do it.
 */
export function isHearsay(fit: Fit, reading: Reading): boolean {
  const { sense, verbs, used, left, aside } = fit
  if (OPINION.test(sense.id)) return isGuessedPosition(reading)
  if (sense.does === 'shows' || !DOES_ONCE.test(sense.id)) return false
  const { text, idle, clauses, spelled, marked } = reading
  const first = firstOf(fit)
  for (const verb of verbs.length === 0 ? [fit.at, ...first] : verbs)
    for (const from of [verb - 1, verb - 2, verb - 3]) {
      const before = from < 0 ? undefined : phraseAt(BEFORE_DONE, text, from)
      if (before === undefined || before.end > verb || before.end < verb - 1) continue
      if (before.end === verb - 1 && !LIGHT.has(text[verb - 1]?.folded ?? '')) continue
      if (used.has(from) && text[from]?.folded !== 'da') continue
      if (!marked || NOT_NOW_SPELLED.has(spelled.slice(from, before.end).join(' '))) return true
    }
  // "Hình như KT-5 dời sang thứ 6".
  const begin = clauses.find(({ start, end }) => fit.at >= start && fit.at < end)?.start ?? 0
  const guess = phraseAt(GUESSED, text, begin)
  if (guess !== undefined && guess.end <= Math.max(fit.at, ...first) + 1) return true
  // "… rồi" ends the clause of the verb, and all before it is of the verb.
  const clause = clauses.find(({ start, end }) => fit.at >= start && fit.at < end)
  if (clause === undefined) return false
  let last = clause.end - 1
  while (
    last > fit.at &&
    text[last]?.folded !== 'roi' &&
    (idle.get(last) !== undefined || PARTICLES.has(text[last]?.folded ?? ''))
  )
    last--
  // "Hủy KT-5 vì đoàn về rồi": the reason is over, and not what is wanted.
  const ofReason = valuesOf(reading, 'reason').some(({ start, end }) => start < last && last < end)
  return (
    text[last]?.folded === 'roi' &&
    !ofReason &&
    !AGREED.has(text[last - 1]?.folded ?? '') &&
    ![...left, ...aside].some(({ start }) => start > fit.at && start < last)
  )
}
/** Of what goes somewhere without a verb, where it and its day begin: "hình như KT-5 sang thứ 6", "KT-5 suýt sang thứ 6". */
const firstOf = ({ sense, values }: Fit): readonly number[] =>
  sense.id === 'visit.to' ? values.filter(({ value }) => value.kind !== 'reason').map(({ start }) => start) : []

/** "Sếp hình như đồng ý nghị định", "chắc là đồng ý": nobody has agreed yet. */
function isGuessedPosition(reading: Reading): boolean {
  const { text, spelled, marked } = reading
  const [position] = valuesOf(reading, 'position')
  if (position === undefined) return false
  return [1, 2, 3, 4].some((back) => {
    const from = position.start - back
    const guess = from < 0 ? undefined : phraseAt(MAY_AGREE, text, from)
    return (
      guess !== undefined &&
      guess.end <= position.start &&
      !TITLED.has(text[from - 1]?.folded ?? '') &&
      range(guess.end, position.start).every((at) => LIGHT.has(text[at]?.folded ?? '')) &&
      (!marked || MAY_AGREE_SPELLED.has(spelled.slice(from, guess.end).join(' ')))
    )
  })
}
const OPINION = /^(?:opinion|record)$/
/** "nghị định: đồng ý" holds no "định", "dữ liệu" no "liệu". */
const TITLED = new Set(['du', 'tai', 'nghi', 'quy', 'nhan', 'an', 'xac'])
const MAY_AGREE_WORDS = [
  ...GUESSES,
  'chắc',
  'chắc là',
  'định',
  'đang định',
  'có khi',
  'có thể',
  'sắp',
  'suýt',
  'nói sẽ',
  'bảo sẽ',
  'hứa',
]
const MAY_AGREE = plainBook(MAY_AGREE_WORDS)
const MAY_AGREE_SPELLED = new Set(MAY_AGREE_WORDS)
const DOES_ONCE = /^(?:round\.|remind$|duty|visit\.(?!report))/
const NOT_NOW_SPELLED = new Set(NOT_NOW)
const LIGHT = new Set(['gui', 'cung', 'phai', 'bi', 'duoc', 'co', 'la', 'nen', 'se'])
const PARTICLES = new Set(['ma', 'do', 'day', 'nhe', 'nha', 'a', 'em', 'anh', 'chi', 'day', 'xong', 'co'])
const AGREED = new Set(['ok', 'oke', 'okay', 'y', 'duyet', 'den', 'han', 'gap', 'gan', 'qua', 'sap', 'xong', 'du'])
