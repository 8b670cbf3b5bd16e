import type { Reading } from '../engine/reading.ts'
import { type Likelihoods, likelihoodsOf } from '../likeness/likeness.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import type { Understanding } from '../result.ts'
import { fitsOf } from '../senses/fits.ts'
import { GREETINGS } from '../words/general.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { isDoubted } from './doubt.ts'
import { nearestOf } from './offer.ts'
import { likeliest } from './settle.ts'
import { intentsIn, told, untold } from './told.ts'

/** Two readings that come so near are asked about. */
const NEAR = 0.25

/**
 * Of all senses the one that accounts for the most of a sentence, unless sentences of people like it want something else. A
 * change needs more than a question: where a question word, a negation or an "if" is left over, it is not meant; words with
 * content may not be left over but for a few, which are told. What is not sure is offered, never done.
 */
export function choose(reading: Reading): Understanding {
  const likely = likelihoodsOf(reading)
  if (isGreeting(reading) && !asksForHelp(likely, reading)) return { kind: 'intent', intent: { kind: 'home.show' } }
  const fits = fitsOf(reading)
  const candidates = fits.flatMap((fit) => candidateOf(fit, reading) ?? [])
  const found = foundBy(candidates)
  if (found !== undefined && !isDoubted(found, likely, reading)) return 'fit' in found ? told(found, reading) : found
  const settled = likeliest(candidates, likely, reading)
  if (settled !== undefined) return told(settled, reading)
  return { kind: 'unknown', nearest: nearestOf(candidates, likely, reading), ...untold(reading, fits) }
}

/** What the senses alone find: one that is meant, or two that come so near that they are asked about. */
function foundBy(candidates: readonly Candidate[]): Candidate | Understanding | undefined {
  const [first, second] = candidates.filter((one) => one.sure)
  if (first === undefined) return undefined
  // A better reading that is not sure may be what is meant.
  const better = candidates.find((one) => !one.sure && one.fit.score > first.fit.score + 1)
  if (better !== undefined && (first.fit.score < 1 || isOnlyShown(first, better))) return undefined
  return second !== undefined && isNear(first, second) ? bothOf(first, second) : first
}

const GREETING = plainBook(GREETINGS)

/** "Bot ơi làm được những việc gì thế" greets, and asks. */
const asksForHelp = ([top]: Likelihoods, { text }: Reading): boolean =>
  text.length >= 5 && top?.kind === 'help.show' && top.chance > 0.7

/** Nothing but politeness, with a greeting or thanks among it. */
const isGreeting = ({ text, idle }: Reading): boolean => {
  let greets = false
  for (let at = 0; at < text.length; ) {
    const greeting = phraseAt(GREETING, text, at)
    if (greeting !== undefined) greets = true
    const next = Math.max(greeting?.end ?? at, idle.get(at) ?? at)
    if (next === at) return false
    at = next
  }
  return greets
}

/** What shows something has no use for the verb of a better reading that is not sure: what is wanted is to be done. */
const isOnlyShown = (first: Candidate, better: Candidate): boolean =>
  first.shows &&
  !better.shows &&
  first.meant.kind === 'intent' &&
  better.fit.verbs.some((at) => first.fit.left.some(({ start, end }) => start <= at && at < end))

const isNear = (a: Candidate, b: Candidate): boolean =>
  a.fit.score - b.fit.score < NEAR &&
  a.fit.sense.id !== b.fit.sense.id &&
  // Of what is harmless and what is not, the harmless is meant.
  !a.shows &&
  a.meant.kind === 'intent' &&
  b.meant.kind === 'intent' &&
  // Whose opinion is recorded may be written in two ways.
  !(a.meant.intent.kind === 'record.save.form' && b.meant.intent.kind === 'record.save.form') &&
  JSON.stringify(a.meant.intent) !== JSON.stringify(b.meant.intent)

function bothOf(a: Candidate, b: Candidate): Understanding {
  const options = [a, b].flatMap(({ meant }) => intentsIn(meant)).map((intent) => ({ intent }))
  return { kind: 'ask', about: 'meaning', options }
}
