import { range } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'

/** What stands in so many words is enough to tell what a sentence wants; the words of an opinion may follow at any length. */
const HEAD = 40
/** Values in whose place their kind stands: which ministry or day it is does not matter. */
const NAMELESS: ReadonlySet<string> = new Set([
  'moment',
  'visit',
  'team',
  'unit',
  'body',
  'person',
  'key',
  'version',
  'provision',
])

/**
 * What a sentence is compared by with the sentences of people that were written down (`weights.json`): its words and pairs of
 * words, names and days by their kinds alone, the concepts in it and beside which values, how it asks, and who types it.
 * Each once, in no order that matters.
 */
export function featuresOf(reading: Reading): readonly string[] {
  const { text, values, items, cues, question, vocabulary } = reading
  const tokens = tokensOf(reading)
  const concepts = [...new Set(cues.flatMap(({ means, inner }) => (inner ? [] : [means])))]
  const kinds = [...new Set<string>(values.map(({ value }) => value.kind))]
  if (items.items.length > 0) kinds.push('item')
  const roles = [...(vocabulary.roles ?? [])]
  return [
    ...new Set([
      ...tokens.flatMap((token, at) => [`w:${token}`, `b:${tokens[at - 1] ?? '^'} ${token}`]),
      `b:${tokens.at(-1) ?? '^'} $`,
      ...concepts.map((concept) => `c:${concept}`),
      ...kinds.map((kind) => `v:${kind}`),
      ...concepts.flatMap((concept) => kinds.map((kind) => `cv:${concept}+${kind}`)),
      ...roles.flatMap((role) => [`r:${role}`, ...concepts.map((concept) => `rc:${role}+${concept}`)]),
      ...(question.marked ? ['q:mark'] : []),
      ...(question.begins ? ['q:begins'] : []),
      ...(question.words.size > 0 ? ['q:word'] : []),
      ...(question.tail < text.length ? ['q:tail'] : []),
      ...(question.negations.size > 0 ? ['q:not'] : []),
      ...(question.conditions.size > 0 ? ['q:if'] : []),
      `n:${Math.min(6, Math.floor(text.length / 3))}`,
    ]),
  ]
}

/** The words, folded, with the kinds of values in place of theirs. */
function tokensOf({ text, values, items }: Reading): readonly string[] {
  const kinds = new Map<number, string>()
  for (const { value, start, end } of values)
    if (NAMELESS.has(value.kind))
      for (const at of range(start, end)) if (!kinds.has(at)) kinds.set(at, at === start ? `#${value.kind}` : '')
  for (const at of items.used) if (!kinds.has(at)) kinds.set(at, items.used.has(at - 1) ? '' : '#item')
  return text
    .map(({ folded }, at) => kinds.get(at) ?? (/^\d/.test(folded) ? '#number' : folded))
    .filter((token) => token !== '')
    .slice(0, HEAD)
}
