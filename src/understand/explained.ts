import { words } from '../texts/fold.ts'
import { type Reading, readingOf } from './engine/reading.ts'
import type { Fit } from './engine/sense.ts'
import { sentenceOf, typed } from './engine/sentence.ts'
import { mended } from './engine/slips.ts'
import type { Found } from './engine/span.ts'
import type { Understanding, Vocabulary } from './result.ts'
import { fitsOf } from './senses/fits.ts'
import { understand } from './understand.ts'

/** Words of the sentence that were recognised: what they are, and what they stand for. */
export type Span = { readonly kind: string; readonly text: string; readonly value: unknown }

/** One thing that the sentence may want, and how much of it that accounts for. */
export type ReadingFit = {
  readonly sense: string
  /** `shows` changes nothing, `forms` leads to a form or preview, `ends` to one that ends something for others. */
  readonly does: 'shows' | 'forms' | 'ends'
  readonly score: number
  readonly used: readonly string[]
  readonly left: readonly string[]
  readonly unused: readonly string[]
}

/** How a sentence is read. `words`: as they are compared, slips mended. `readings`: the best first. */
export type Explained = {
  readonly words: readonly string[]
  readonly english: boolean
  readonly spans: readonly Span[]
  readonly signs: readonly { readonly concept: string; readonly text: string }[]
  readonly readings: readonly ReadingFit[]
  readonly outcome: Understanding
}

/** Reads a sentence as `understand` does and shows its steps: for operators and tests. Never throws. */
export function explained(raw: string, vocabulary: Vocabulary): Explained {
  const outcome = understand(raw, vocabulary)
  const reading = readingOf(sentenceOf(raw, mended(raw, words(raw), vocabulary), vocabulary))
  const fits = fitsOf(reading)
  const items = reading.items.items.map(({ key }) => key)
  const places = [...reading.items.used].sort((a, b) => a - b)
  return {
    words: reading.text.map(({ folded }) => folded),
    english: reading.english,
    spans: [
      ...reading.values.map((found) => spanOf(found, reading)),
      ...(items.length === 0 ? [] : [{ kind: 'item', text: joined(places, reading), value: items }]),
    ],
    signs: reading.cues
      .filter(({ inner }) => !inner)
      .map(({ means, start, end }) => ({ concept: means, text: typed(reading, start, end) })),
    readings: fits.map((fit) => readingFit(fit, reading)),
    outcome,
  }
}

function readingFit({ sense, score, used, left, unused }: Fit, reading: Reading): ReadingFit {
  const said = ({ start, end }: { readonly start: number; readonly end: number }) => typed(reading, start, end)
  return {
    sense: sense.id,
    does: sense.does,
    score: Math.round(score * 100) / 100,
    used: [...used].sort((a, b) => a - b).map((at) => typed(reading, at, at + 1)),
    left: left.map(said),
    unused: unused.map(said),
  }
}

function spanOf({ value, start, end }: Found, reading: Reading): Span {
  return { kind: value.kind, text: typed(reading, start, end), value: meantBy(value) }
}

function meantBy(value: Found['value']): unknown {
  switch (value.kind) {
    case 'moment':
      return value.moment.mark === undefined ? value.moment.value : { ...value.moment.value, mark: value.moment.mark }
    case 'team':
      return value.teams.map(({ key }) => key)
    case 'unit':
      return value.units.map(({ name }) => name)
    case 'visit':
    case 'version':
      return value.number
    case 'body':
    case 'person':
      return value.name
    case 'key':
      return value.item
    case 'position':
      return value.position
    case 'provision':
      return value.typed
    case 'format':
      return value.format
    case 'reason':
      return value.text
    default:
      return value satisfies never
  }
}

const joined = (places: readonly number[], reading: Reading): string =>
  places.map((at) => typed(reading, at, at + 1)).join(' ')
