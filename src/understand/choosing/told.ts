import type { Intent } from '../../contract/intent.ts'
import { valuesUsed } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import { typed } from '../engine/sentence.ts'
import type { Understanding } from '../result.ts'
import { type Candidate, MARKS } from './candidate.ts'
import { isKept } from './kept.ts'

/** The understanding with what it did not use, as typed. */
export function told({ fit, meant }: Pick<Candidate, 'fit' | 'meant'>, reading: Reading): Understanding {
  if (meant.kind !== 'intent' && meant.kind !== 'ask' && meant.kind !== 'missing') return meant
  const intents = intentsIn(meant)
  const lost = fit.values.filter((found) => !isKept(found, intents, reading))
  const unused = [...notUsed({ ...fit, unused: [...fit.unused, ...lost] }, reading), ...partsOfDay(intents, reading)]
  const noted = unused.length === 0 ? meant : { ...meant, unused }
  if (noted.kind === 'missing') return noted
  const readAs = valuesUsed(fit, 'moment').flatMap(({ value: { moment }, start, end }) =>
    moment.value.kind === 'day' && moment.value.or !== undefined
      ? [{ typed: typed(reading, start, end).replace(MARKS, ''), day: moment.value.day }]
      : [],
  )
  return readAs.length === 0 ? noted : { ...noted, readAs }
}

const PARTS = new Set(['sáng', 'trưa', 'chiều', 'tối', 'chieu', 'morning', 'afternoon', 'evening'])
/** "Dời KT-5 sang 26/6 buổi chiều": which part of the day, a form of days and hours has no place for. */
function partsOfDay(intents: readonly Intent[], { text, raw, spelled }: Reading): readonly string[] {
  const dated = intents.some(
    (intent) =>
      (intent.kind === 'visit.check.form' || intent.kind === 'move.ask.form') &&
      intent.day !== undefined &&
      intent.time === undefined,
  )
  if (!dated) return []
  return text.flatMap(({ start, end }, at) => (PARTS.has(spelled[at] ?? '') ? [raw.slice(start, end)] : []))
}

/** Words with content and values that a fit has no use for, as typed. */
function notUsed({ left, aside, unused }: Pick<Fit, 'left' | 'aside' | 'unused'>, reading: Reading): readonly string[] {
  const stretches = [...left, ...aside, ...unused].sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of stretches) {
    const before = joined.at(-1)
    if (before !== undefined && start <= before.end) before.end = Math.max(before.end, end)
    else joined.push({ start, end })
  }
  return joined.map(({ start, end }) => typed(reading, start, end).slice(0, 200))
}

export function untold(reading: Reading, fits: readonly Fit[]): { readonly left?: readonly string[] } {
  const [best] = fits
  const left = best === undefined ? [] : notUsed(best, reading)
  return left.length === 0 ? {} : { left }
}

/** The intents to which an understanding may lead. */
export function intentsIn(meant: Understanding): readonly Intent[] {
  switch (meant.kind) {
    case 'intent':
      return [meant.intent]
    case 'ask':
    case 'missing':
    case 'no-such-item':
      return meant.options.map(({ intent }) => intent)
    case 'unknown':
      return meant.nearest
    case 'no-such-day':
      return []
    default:
      return meant satisfies never
  }
}
