import { words } from '../texts/fold.ts'
import { choose } from './choosing/choose.ts'
import { readingOf } from './engine/reading.ts'
import { sentenceOf } from './engine/sentence.ts'
import { mended } from './engine/slips.ts'
import type { Understanding, Vocabulary } from './result.ts'

export type { Understanding, Vocabulary } from './result.ts'

/** A sentence says what it wants in its beginning; the words of an opinion may follow at any length. */
const HEAD = 2000

/**
 * What a typed sentence asks for. Deterministic, without a network: everything in it that can be recognised is (`engine/`),
 * and of all that people may want (`senses/`) that is meant which accounts for the most of it. What is not understood is
 * `unknown`, and never an action. Never throws.
 */
export function understand(raw: string, vocabulary: Vocabulary): Understanding {
  if (raw.trim() === '') return { kind: 'intent', intent: { kind: 'home.show' } }
  if (/^[\s?]+$/.test(raw)) return { kind: 'intent', intent: { kind: 'help.show' } }
  const text = words(raw.slice(0, HEAD))
  if (text.length === 0) return { kind: 'unknown', nearest: [] }
  return withTail(choose(readingOf(sentenceOf(raw, mended(raw, text, vocabulary), vocabulary))), raw)
}

/** What stands behind the part that is read is told, unless it is part of the words of an opinion. */
function withTail(meant: Understanding, raw: string): Understanding {
  const tail = raw.slice(HEAD).trim()
  if (tail === '' || meant.kind !== 'intent') return meant
  if ('body' in meant.intent && meant.intent.body !== undefined) return meant
  return { ...meant, unused: [...(meant.unused ?? []), `… ${tail.slice(0, TOLD)}`] }
}
/** So much of it, in characters. */
const TOLD = 200
