import { bookOf, type Form, formsWith, longestOf, oneOf, type Slots } from './forms.ts'
import { isNumberOf } from './guards.ts'
import { number } from './numbers.ts'
import { type Found, foldedAt, isBlank, type Sentence } from './tokens.ts'
import type { Unit } from './values.ts'
import { UNITS } from './words.ts'

/** How long something lasts; without a count, that was said but not how many. */
export type SaidDuration = {
  readonly count?: number
  readonly unit: Unit
  readonly more?: true
  readonly each?: true
  readonly after?: true
}

const NAMES: readonly Unit[] = ['minute', 'hour', 'day', 'working-day', 'week', 'month', 'quarter', 'year']

const form = formsWith({
  n: number,
  last: number,
  unit: oneOf(UNITS),
  half: oneOf({ nửa: 1, 'half a': 1, half: 1 }),
  some: oneOf({ vài: 1, mấy: 1, ít: 1, dăm: 1, 'vài ba': 1, few: 1, 'a few': 1, several: 1, some: 1 }),
  one: oneOf({ a: 1, an: 1 }),
})

const unitOf = ({ unit = 2 }: Slots): Unit => NAMES[unit] ?? 'day'

const FORMS = bookOf<SaidDuration>([
  form('{n} {unit}', ({ n = 0, ...found }) => ({ count: n, unit: unitOf(found) })),
  form('{n} {unit} rưỡi', ({ n = 0, ...found }) => ({ count: n + 0.5, unit: unitOf(found) })),
  form('{n} {unit} nữa', ({ n = 0, ...found }) => ({ count: n, unit: unitOf(found), after: true })),
  form('{n} more|extra|additional|further {unit}', ({ n = 0, ...found }) => ({
    count: n,
    unit: unitOf(found),
    more: true,
  })),
  form('{n} {unit} more|longer', ({ n = 0, ...found }) => ({ count: n, unit: unitOf(found), more: true })),
  form('{one} {unit} more|longer', (found) => ({ count: 1, unit: unitOf(found), more: true })),
  form('{n} {unit} later|back|on', ({ n = 0, ...found }) => ({ count: n, unit: unitOf(found), more: true })),
  form('{one} {unit} later|back', (found) => ({ count: 1, unit: unitOf(found), more: true })),
  form('{n} {unit} earlier|sooner|forward', ({ n = 0, ...found }) => ({ count: -n, unit: unitOf(found) })),
  form('{one} {unit} earlier|sooner|forward', (found) => ({ count: -1, unit: unitOf(found) })),
  form('{n} and_a_half {unit}', ({ n = 0, ...found }) => ({ count: n + 0.5, unit: unitOf(found) })),
  form('{n} {unit} and_a_half', ({ n = 0, ...found }) => ({ count: n + 0.5, unit: unitOf(found) })),
  form('{one} {unit} and_a_half', (found) => ({ count: 1.5, unit: unitOf(found) })),
  form('{one} {unit} or_two|or_so', (found) => ({ unit: unitOf(found) })),
  form('{n} or|hoặc {last} {unit}', (found) => ({ unit: unitOf(found) })),
  form('{half} {unit}', (found) => ({ count: 0.5, unit: unitOf(found) })),
  // "Mấy giờ" asks for an hour of the day.
  form('{some} {unit}', (found) => (unitOf(found) === 'hour' ? undefined : { unit: unitOf(found) })),
  form('{some} {unit} nữa', (found) => ({ unit: unitOf(found), after: true })),
  form('{some} more {unit}', (found) => ({ unit: unitOf(found), more: true })),
  form('{one} fortnight', () => ({ count: 2, unit: 'week' })),
  form('another fortnight', () => ({ count: 2, unit: 'week', more: true })),
  form('{n} fortnights', ({ n = 0 }) => ({ count: 2 * n, unit: 'week' })),
  form('a_couple_of|couple_of {unit}', (found) => ({ count: 2, unit: unitOf(found) })),
  // "3-5 ngày": how many is not said.
  form('{n} - {last} {unit}', (found) => ({ unit: unitOf(found) })),
])
/** One of a unit, behind a word that says that it lasts: "for a week", "within an hour". */
const ARTICLED: readonly Form<SaidDuration>[] = [
  form('{one} {unit}', (found) => ({ count: 1, unit: unitOf(found) })),
  // "Trong 24h", where no hour of the clock is meant.
  form('{n} h', ({ n = 0 }) => ({ count: n, unit: 'hour' })),
]
/** "Hàng tuần", "another day". */
const ALONE: readonly Form<SaidDuration>[] = [
  ...ARTICLED,
  form('{unit}', (found) => ({ count: 1, unit: unitOf(found) })),
]
const BEHIND = { unit: bookOf(ALONE), article: bookOf(ARTICLED) }

/** The duration said at a token; `led` says what the word before it makes one: a unit with its article, or alone. */
export function durationAt(
  sentence: Sentence,
  at: number,
  led: 'article' | 'unit' | undefined,
): Found<SaidDuration> | undefined {
  const token = sentence.tokens[at]
  if (token === undefined) return undefined
  // "Give the decree 3 more days": in English no number of something has a unit behind it.
  if (isNumberOf(sentence, at) && !sentence.english) return undefined
  const found = longestOf(FORMS, sentence, at) ?? (led === undefined ? undefined : longestOf(BEHIND[led], sentence, at))
  if (found === undefined) return undefined
  const next = sentence.tokens[found.end]
  // "Công văn 45 ngày 12/6", "3 ngày mai": the day begins with its unit.
  const isDay =
    foldedAt(sentence, found.end - 1) === 'ngay' &&
    next !== undefined &&
    isBlank(next.before) &&
    (next.digits > 0 || ['mai', 'kia', 'hom', 'mot'].includes(next.folded))
  return isDay ? undefined : found
}
