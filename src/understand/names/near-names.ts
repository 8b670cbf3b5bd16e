import MiniSearch from 'minisearch'
import { fold } from '../../texts/fold.ts'
import { oneSlip, phraseAt, plainBook } from '../phrases.ts'
import type { Vocabulary } from '../result.ts'
import { UNIT_KINDS } from '../words/units.ts'
import { editDistance } from './edit-distance.ts'
import { indexUnits, type UnitIndex, type UnitName, type VocabularyUnit } from './units.ts'

const KINDS = plainBook(UNIT_KINDS)
/** A slip in fewer letters makes too many other words of them. */
const shortest = { slipped: 6, exchanged: 5, derived: 8, twice: 9, part: 3 } as const
/** Longer ways to call a locality: its name alone is looked for, without its kind. */
const SAID_WITHOUT = /^(?:tinh|thanh pho|tp|ubnd|uy ban nhan dan|province|people s) | (?:province|city|committee)$/
/** Nobody names a unit in more words. */
const mostWords = 12
const mostLooked = 20

type Search = MiniSearch<{ readonly id: number; readonly name: string; readonly joined: string }>
type Near = {
  readonly search: Search
  readonly names: readonly UnitName[]
  readonly found: Map<string, readonly UnitName[]>
}
const searches = new WeakMap<UnitIndex, Near>()

/** The library finds what is like the words; what is near enough to be meant is decided here. */
function searchOf(index: UnitIndex): Near {
  const known = searches.get(index)
  if (known !== undefined) return known
  const names = [...index.byJoined.values()].flat().filter(({ folded }) => !SAID_WITHOUT.test(folded))
  const search: Search = new MiniSearch({ fields: ['name', 'joined'], processTerm: (term) => term })
  search.addAll(names.map(({ folded, joined }, id) => ({ id, name: folded, joined })))
  const near = { search, names, found: new Map<string, readonly UnitName[]>() }
  searches.set(index, near)
  return near
}

/** What was looked for lately: the senses of one sentence look for the same words. */
const mostKept = 500

function candidates(near: Near, folded: string): readonly UnitName[] {
  const before = near.found.get(folded)
  if (before !== undefined) return before
  const found = search(near, folded)
  if (near.found.size >= mostKept) near.found.clear()
  near.found.set(folded, found)
  return found
}

function search({ search, names }: Near, folded: string): readonly UnitName[] {
  const joined = folded.replaceAll(' ', '')
  const found = search.search(`${folded} ${joined}`, {
    // Two neighbours exchanged are two letters to the library; in words run together nothing else would find them.
    fuzzy: (term) => (term.length < 3 ? false : term === joined && term.length >= 6 ? 2 : 1),
    prefix: (term) => term.length >= shortest.part,
    boost: { name: 1, joined: 2 },
  })
  return found.slice(0, mostLooked).flatMap(({ id }) => names[Number(id)] ?? [])
}

/**
 * The units that words may mean by a slip of the keyboard or two, or, with `parts`, by the beginning of a name
 * ("Quảng"): those nearest to it, several where they are equally near. Words are folded.
 */
export function unitsNear(
  units: readonly VocabularyUnit[],
  words: readonly string[],
  parts: boolean,
): readonly VocabularyUnit[] {
  return firstNear(units, [words], parts)?.units ?? []
}

/** The first of several readings of a place, the widest before the narrower ones, that units are near to. */
export function firstNear(
  units: readonly VocabularyUnit[],
  readings: readonly (readonly string[])[],
  parts: boolean,
): { readonly reading: number; readonly units: readonly VocabularyUnit[] } | undefined {
  const looked = new Map<string, readonly UnitName[]>()
  for (const [reading, words] of readings.entries()) {
    const typed = words.join(' ')
    const bare = withoutKind(typed)
    if (bare === '' || words.length > mostWords) continue
    const names = looked.get(bare) ?? candidates(searchOf(indexUnits(units)), bare)
    looked.set(bare, names)
    const near = nearestOf(names, typed, bare, parts)
    if (near.length > 0) return { reading, units: near }
  }
  return undefined
}

function nearestOf(names: readonly UnitName[], typed: string, bare: string, parts: boolean): readonly VocabularyUnit[] {
  let best = Number.POSITIVE_INFINITY
  let found: VocabularyUnit[] = []
  for (const name of names) {
    const distance = Math.min(distanceOf(typed, name, false), distanceOf(bare, name, parts))
    if (distance > best || distance === Number.POSITIVE_INFINITY) continue
    if (distance < best) found = []
    best = distance
    if (!found.includes(name.unit)) found.push(name.unit)
  }
  return found
}

function distanceOf(typed: string, name: UnitName, parts: boolean): number {
  const joined = typed.replaceAll(' ', '')
  if (joined === name.joined) return 0
  const exchanged = joined.length === name.joined.length && isExchange(joined, name.joined)
  const [a, b] = [typed.split(' '), name.folded.split(' ')]
  // Word by word the same but for one letter: "bo y tee" is short, and yet plain.
  const short = exchanged || (a.length >= 3 && a.length === b.length)
  // "Công văn" is no slip of "công an", which is itself only a part of a name.
  if (name.level === 2 && name.joined.length < shortest.derived) return Number.POSITIVE_INFINITY
  if (name.joined.length >= (short ? shortest.exchanged : shortest.slipped) && oneSlip(joined, name.joined)) return 1
  const slips = a.filter((word, place) => word !== b[place])
  if (
    name.joined.length >= shortest.twice &&
    a.length === b.length &&
    slips.length === 2 &&
    a.every((word, place) => oneSlip(word, b[place] ?? ''))
  )
    return 2
  const within = a.length < b.length && (a.length > 1 ? ` ${name.folded} `.includes(` ${typed} `) : b[0] === typed)
  return parts && within && joined.length >= shortest.part ? 3 : Number.POSITIVE_INFINITY
}

/** Whether both have the same letters. */
const isExchange = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('')

/** `bo cong an` without `bo`, `lao cai province` without `province`; empty where nothing else is said. */
function withoutKind(folded: string): string {
  let text = folded.split(' ').map((word) => ({ folded: word, start: 0, end: 0 }))
  for (let kind = phraseAt(KINDS, text, 0); kind !== undefined; kind = phraseAt(KINDS, text, 0))
    text = text.slice(kind.end)
  while (text.length > 0 && phraseAt(KINDS, text, text.length - 1) !== undefined) text = text.slice(0, -1)
  return text.map((word) => word.folded).join(' ')
}

/** The units that come nearest to a name which is none, at most so many, the likest first; none where nothing is like it. */
export function nearestUnits(
  vocabulary: Pick<Vocabulary, 'units'>,
  named: string,
  most: number,
): readonly VocabularyUnit[] {
  const words = fold(named).split(' ').slice(0, mostWords)
  const sure = unitsNear(vocabulary.units, words, true)
  const typed = words.join(' ')
  const bare = withoutKind(typed)
  const joined = bare.replaceAll(' ', '')
  const found = bare === '' ? [] : candidates(searchOf(indexUnits(vocabulary.units)), bare)
  // What shares a syllable with it is not like it: Đà Nẵng is no Cao Bằng.
  const like = found
    .filter(
      (name) =>
        name.folded.startsWith(`${typed} `) ||
        editDistance(joined, name.joined) * 3 <= Math.max(joined.length, name.joined.length),
    )
    .map(({ unit }) => unit)
  return [...new Set([...sure, ...like])].slice(0, most)
}
