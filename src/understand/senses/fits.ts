import { type Cue, cueBook, cuesAt } from '../engine/cue-book.ts'
import { fitOf, type Signs } from '../engine/fit.ts'
import type { Reading } from '../engine/reading.ts'
import type { Fit } from '../engine/sense.ts'
import type { Phrases } from '../words/phrases.ts'
import { BY_LIKENESS } from './by-likeness.ts'
import { SENSES } from './senses.ts'

type Key = `${'own' | 'weak'} ${string}`
const entries: (readonly [Key, Phrases])[] = []
for (const { id, own, weak } of SENSES) {
  if (own !== undefined) entries.push([`own ${id}`, own])
  if (weak !== undefined) entries.push([`weak ${id}`, weak])
}
// What says a thing by itself is spelled out; everyday verbs come with their endings.
const BOOK = cueBook(
  entries,
  entries.flatMap(([key]) => (key.startsWith('own ') ? [key] : [])),
)

/** How every sense that fits accounts for a sentence, the best first. */
export function fitsOf(reading: Reading): readonly Fit[] {
  const signs = signsIn(reading)
  return SENSES.flatMap((sense) => fitOf(sense, reading, signs) ?? []).sort((a, b) => b.score - a.score)
}

/** How what sentences like it want accounts for a sentence; undefined where that cannot be filled in from words. */
export function fitByLikeness(kind: string, reading: Reading): Fit | undefined {
  const sense = BY_LIKENESS.get(kind)
  return sense === undefined ? undefined : fitOf(sense, reading, NO_SIGNS, true)
}
const NO_SIGNS: Signs = new Map()

/** The phrases of all senses that stand in a sentence, found in one pass. */
function signsIn(sentence: Reading): Signs {
  const found = new Map<string, Cue<'own' | 'weak'>[]>()
  for (const at of sentence.text.keys()) {
    for (const { means, ...place } of cuesAt(BOOK, sentence, at)) {
      const space = means.indexOf(' ')
      const id = means.slice(space + 1)
      const cues = found.get(id) ?? []
      cues.push({ ...place, means: means.startsWith('own') ? 'own' : 'weak' })
      found.set(id, cues)
    }
  }
  return found
}
