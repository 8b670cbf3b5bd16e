import type { Intent } from '../../contract/intent.ts'
import { type Reading, valuesOf } from '../engine/reading.ts'
import type { Likelihoods } from '../likeness/likeness.ts'
import type { Candidate } from './candidate.ts'
import { contentOf, endsForOthers, FEWEST, ofKind } from './kinds.ts'
import { intentsIn } from './told.ts'
import { isForbidden } from './vetoes.ts'

/** Chances from which something is offered, and how many of it where it is of several items. */
const OFFERED = 0.06
const MOST_OF_ONE = 2
const MOST_NEAREST = 3

/**
 * What may be meant, the likeliest first, for buttons. What is as unlikely as most things is offered only where a name or a
 * sign speaks for it and nothing else does.
 */
export function nearestOf(candidates: readonly Candidate[], likely: Likelihoods, reading: Reading): readonly Intent[] {
  const seen = new Set<string>()
  const nearest: Intent[] = []
  const offer = (intents: readonly Intent[]) => {
    for (const intent of intents) {
      const written = JSON.stringify(intent)
      if (seen.has(written) || nearest.length === MOST_NEAREST) continue
      seen.add(written)
      nearest.push(intent)
    }
  }
  const offered =
    contentOf(reading) < FEWEST - 1 ? [] : likely.filter(({ kind, chance }) => kind !== 'nothing' && chance >= OFFERED)
  for (const { kind } of offered) {
    const found = ofKind(kind, candidates, reading)
    if (found !== undefined) offer(intentsIn(found.meant).slice(0, MOST_OF_ONE))
  }
  // What a verb says before what only a name does.
  const said = [...candidates].sort((a, b) => Number(b.fit.verbs.length > 0) - Number(a.fit.verbs.length > 0))
  if (likely[0]?.kind !== 'nothing' || offered.length === 0)
    offer([...said.flatMap(({ meant }) => intentsIn(meant)), ...aboutNames(reading)])
  return harmlessFirst(nearest, reading)
}

/** What ends something for others stands last, and is not offered where it was denied: "chớ thu hồi nghị định". */
function harmlessFirst(nearest: readonly Intent[], reading: Reading): readonly Intent[] {
  const kept = isDenied(reading) ? nearest.filter((intent) => !endsForOthers(intent)) : nearest
  return [...kept].sort((a, b) => Number(endsForOthers(a)) - Number(endsForOthers(b)))
}

/** Whether a word denies what is to be done; "có dừng KT-5 không" asks. */
const isDenied = (reading: Reading): boolean =>
  [...reading.question.negations].some((at) => at < reading.question.tail) || isForbidden(reading)

/** What can be looked at of that which a sentence names. */
function aboutNames(reading: Reading): readonly Intent[] {
  return [
    ...valuesOf(reading, 'visit').map(({ value }) => ({ kind: 'visit.show', number: value.number }) as const),
    ...reading.items.items.flatMap(({ key: item }) => [
      { kind: 'status.show', item } as const,
      { kind: 'item.show', item } as const,
    ]),
    ...valuesOf(reading, 'unit').flatMap(({ value }) =>
      value.units.map(({ id: unit }) => ({ kind: 'schedule.show', unit }) as const),
    ),
    ...valuesOf(reading, 'team').flatMap(({ value }) =>
      value.teams.map(({ key: team }) => ({ kind: 'schedule.show', team }) as const),
    ),
  ]
}
