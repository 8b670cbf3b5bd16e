import { saysWhatItIs, shortNamesOf } from '../../plan/units/short-names.ts'
import { fold, type Word } from '../../texts/fold.ts'
import { OTHER_BODY_NAMES } from '../words/bodies.ts'
import { ENGLISH_UNITS } from '../words/units.ts'

/** A unit as sentences may name it; `otherNames`: stored short names, and those of units merged into or out of it. */
export type VocabularyUnit = {
  readonly id: string
  readonly name: string
  readonly otherNames?: readonly string[]
}

/** One way to call a unit, folded; `level` 0 is its own name, 1 a stored one, 2 a derived one. */
export type UnitName = {
  readonly unit: VocabularyUnit
  readonly level: 0 | 1 | 2
  readonly folded: string
  readonly joined: string
  readonly size: number
}
export type UnitIndex = {
  /** What a name means: several units where none has a better right to it. */
  readonly byJoined: ReadonlyMap<string, readonly UnitName[]>
  readonly longest: number
  /** All words of all names. */
  readonly words: ReadonlySet<string>
}

const indexes = new WeakMap<readonly VocabularyUnit[], UnitIndex>()

/** The names of all units, made once for a list of them. */
export function indexUnits(units: readonly VocabularyUnit[]): UnitIndex {
  const known = indexes.get(units)
  if (known !== undefined) return known
  const byJoined = new Map<string, UnitName[]>()
  let longest = 1
  for (const name of units.flatMap(namesOf)) {
    longest = Math.max(longest, name.size)
    const others = byJoined.get(name.joined) ?? []
    const best = others[0]?.level ?? name.level
    if (name.level < best) byJoined.set(name.joined, [name])
    else if (name.level === best && !others.some(({ unit }) => unit === name.unit))
      byJoined.set(name.joined, [...others, name])
  }
  const words = new Set([...byJoined.values()].flatMap((names) => names.flatMap(({ folded }) => folded.split(' '))))
  const index = { byJoined, longest, words }
  indexes.set(units, index)
  return index
}

/** Whether an organisation is a body whose other names follow from its own: "Vụ Pháp chế" is none. */
export const isBody = (name: string): boolean => name.normalize('NFC') in OTHER_BODY_NAMES || saysWhatItIs(name)

/** How else a unit is called than by its name, folded. */
export const namesOfUnit = (unit: VocabularyUnit): readonly string[] =>
  namesOf(unit).flatMap(({ level, folded }) => (level === 0 ? [] : [folded]))

function namesOf(unit: VocabularyUnit): readonly UnitName[] {
  const named = (level: UnitName['level'], texts: readonly string[]) =>
    texts.flatMap((text): UnitName[] => {
      const folded = fold(text)
      return folded === ''
        ? []
        : [{ unit, level, folded, joined: folded.replaceAll(' ', ''), size: folded.split(' ').length }]
    })
  const spoken = (OTHER_BODY_NAMES[unit.name.normalize('NFC')] ?? []).filter((other) => /^(?:Bộ|bên) /.test(other))
  const english = (ENGLISH_UNITS[unit.name.normalize('NFC')] ?? []).flatMap((other) => [
    ...new Set([other, other.replaceAll(' and ', ' ')]),
  ])
  return [
    ...named(0, [unit.name]),
    ...named(1, unit.otherNames ?? []),
    ...named(2, [...shortNamesOf(unit.name), ...spoken, ...english]),
  ]
}

/** The units whose name or usual short name stands at word `at`: the longest one, spelled with its words apart or run together. */
export function unitsAt(
  index: UnitIndex,
  text: readonly Word[],
  at: number,
): { readonly units: readonly VocabularyUnit[]; readonly end: number } | undefined {
  let joined = ''
  let found: { units: readonly VocabularyUnit[]; end: number } | undefined
  for (let size = 1; size <= index.longest + 1 && at + size <= text.length; size++) {
    joined += text[at + size - 1]?.folded ?? ''
    const names = index.byJoined.get(joined)
    if (names === undefined) continue
    // "yt" is not "y t", but "laocai" is "lao cai", and "M.O.H." is MOH.
    const isSpelt = size >= 3 && joined.length === size
    const standing = names.filter((name) => name.size === size || joined.length >= 4 || isSpelt)
    if (standing.length > 0) found = { units: standing.map(({ unit }) => unit), end: at + size }
  }
  return found
}
