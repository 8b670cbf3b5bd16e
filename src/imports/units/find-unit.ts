import { shortNamesOf } from '../../plan/units/short-names.ts'
import { fold } from '../../texts/fold.ts'

type Named = { readonly id: string; readonly name: string; readonly shortNames: string | null }

/** Finds a unit by what a cell calls it; or the reason why it cannot. */
export type UnitNames = (called: string) => { readonly id: string } | { readonly reason: string }

/** Units are called by their names, to the letter or without diacritics, by the short names they were given, and by the usual ones. */
export function findUnits(units: readonly Named[]): UnitNames {
  const exact = new Map(units.map((unit) => [unit.name, unit]))
  // Whoever is called so in the first of these is meant.
  const ways = [
    byFolded(units, (unit) => [unit.name]),
    byFolded(units, (unit) => unit.shortNames?.split('|') ?? []),
    byFolded(units, (unit) => shortNamesOf(unit.name)),
  ]
  return (called) => {
    const found = exact.get(called)
    if (found !== undefined) return found
    const folded = fold(called)
    const several = ways.map((way) => way.get(folded) ?? []).find((some) => some.length > 0) ?? []
    const [unit, ...others] = several
    if (unit === undefined) return { reason: 'there is no such unit; import the units first' }
    if (others.length === 0) return unit
    return { reason: `may be any of: ${several.map((one) => one.name).join(', ')}; write its name with diacritics` }
  }
}

function byFolded(units: readonly Named[], namesOf: (unit: Named) => readonly string[]): ReadonlyMap<string, Named[]> {
  const pairs = units.flatMap((unit) => [...new Set(namesOf(unit).map(fold))].map((name) => [name, unit] as const))
  const grouped = Map.groupBy(
    pairs.filter(([name]) => name !== ''),
    ([name]) => name,
  )
  return new Map([...grouped].map(([name, same]) => [name, same.map(([, unit]) => unit)]))
}
