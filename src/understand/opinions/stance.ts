import type { Position } from '../../contract/intent.ts'
import { cueBook, cuesAt } from '../engine/cue-book.ts'
import { oncePerPlace } from '../engine/places.ts'
import type { Reading } from '../engine/reading.ts'
import { type FoundItems, itemAt } from '../names/items.ts'
import { entriesOf, phraseAt, plainBook, wordSet } from '../phrases.ts'
import { BEFORE_POSITION } from '../words/opinions/around.ts'
import { POSITIONS } from '../words/opinions/positions.ts'
import { QUALIFIERS } from '../words/opinions/qualifiers.ts'
import { OPINION_VERBS, STRONG_OPINION } from '../words/opinions/verbs.ts'

const BOOK = cueBook(entriesOf(POSITIONS))
const VERBS = cueBook([
  ['own', STRONG_OPINION],
  ['weak', OPINION_VERBS.opinion],
] as const)
const BEFORE = plainBook(BEFORE_POSITION)
const QUALIFIER = plainBook(QUALIFIERS)

/** A position with its place; `qualified`: said of a part, in principle, on a condition. */
export type SaidPosition = {
  readonly position: Position
  readonly start: number
  readonly end: number
  readonly qualified?: true
}

/** Whether a position is said at word `at`, as `đồng ý`, `tôi không đồng ý` or `về cơ bản nhất trí`. */
export const positionAt = oncePerPlace((reading: Reading, at: number): SaidPosition | undefined => {
  const { text } = reading
  let start = at
  let qualified = false
  for (let before = 0; before <= 3; before++) {
    const said = cuesAt(BOOK, reading, start).at(-1)
    if (said !== undefined) {
      const behind = said.means === 'other' ? undefined : phraseAt(QUALIFIER, text, said.end)
      return {
        position: said.means,
        start: qualified ? at : start,
        end: said.end,
        ...(qualified || behind !== undefined ? { qualified: true } : {}),
      }
    }
    const partly = phraseAt(QUALIFIER, text, start)
    const polite = partly ?? phraseAt(BEFORE, text, start)
    if (polite === undefined) return undefined
    if (partly !== undefined) qualified = true
    start = polite.end
  }
  return undefined
})

/**
 * "… alo bảo ok nhưng …", "MoH on the strategy: ok": a yes that is an opinion only where somebody is said to give it. Words follow
 * behind a "but", or none.
 */
export function plainYesAt(reading: Reading, at: number): SaidPosition | undefined {
  const { text, clauses, items } = reading
  const [word, next] = [text[at]?.folded ?? '', text[at + 1]?.folded ?? '']
  // "It's a no from Health on the decree".
  if ((word === 'no' || YES.has(word)) && next === 'from')
    return { position: word === 'no' ? 'disagree' : 'agree', start: at, end: at + 1 }
  if (!YES.has(word)) return undefined
  const ends = clauses.some(({ end }) => end === at + 1) || JOINS.has(next) || items.used.has(at + 1)
  return ends ? { position: 'agree', start: at, end: at + 1 } : undefined
}
export const isPlainYes = ({ text }: Reading, { start, end }: SaidPosition): boolean =>
  end === start + 1 && (text[start]?.folded === 'no' || YES.has(text[start]?.folded ?? ''))
const YES = wordSet(['ok oke okie okay yes okê'])
const JOINS = wordSet([
  'nhưng nhung song but though although with w provided except for on to about về với luôn hết nhé cái only however',
])

/** A word that says that an opinion is given, with or without a position: “góp ý”. */
export const verbAt = oncePerPlace((reading: Reading, at: number) => {
  // "Xin ý kiến các ủy viên" asks for opinions.
  if (reading.cues.some(({ means, start, end }) => means === 'askOpinions' && start < at && at < end)) return undefined
  return cuesAt(VERBS, reading, at)
    .filter(
      ({ means, start, end }, _, all) =>
        means === 'own' || !all.some((other) => other.means === 'own' && other.end >= end && other.start === start),
    )
    .at(-1)
})

/** The words between two names, past those that say nothing, up to a verb or a position. */
export const pastIdle: (reading: Reading, from: number) => number = oncePerPlace((reading: Reading, from: number) => {
  const next = Math.max(reading.idle.get(from) ?? from, reading.noise.get(from) ?? from)
  const isPast = next <= from || verbAt(reading, from) !== undefined || positionAt(reading, from) !== undefined
  return isPast ? from : pastIdle(reading, next)
})

/** The item that is named at a word, up to a verb or a position. */
export const itemFrom = (reading: Reading, at: number): FoundItems =>
  itemAt(
    reading.index,
    reading.text,
    at,
    (place) => positionAt(reading, place) !== undefined || verbAt(reading, place)?.means === 'own',
  )
