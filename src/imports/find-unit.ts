import { fold } from '../texts/fold.ts'

type Named = { readonly id: string; readonly name: string; readonly shortNames: string | null }

/** Finds a unit by what a cell calls it; or the reason why it cannot. */
export type UnitNames = (called: string) => { readonly id: string } | { readonly reason: string }

/** Units are called by their names, to the letter or without diacritics, and by their short names. */
export function findUnits(units: readonly Named[]): UnitNames {
  const exact = new Map(units.map((unit) => [unit.name, unit]))
  const byName = Map.groupBy(units, (unit) => fold(unit.name))
  const byShort = Map.groupBy(
    units.flatMap((unit) => shortNamesOf(unit).map((short) => ({ short: fold(short), unit }))),
    (one) => one.short,
  )
  return (called) => {
    const found = exact.get(called)
    if (found !== undefined) return found
    const folded = fold(called)
    const several = byName.get(folded) ?? [...new Set((byShort.get(folded) ?? []).map((one) => one.unit))]
    const [unit, ...others] = several
    if (unit === undefined) return { reason: 'there is no such unit' }
    if (others.length === 0) return unit
    return { reason: `may be any of: ${several.map((one) => one.name).join(', ')}; write its name with diacritics` }
  }
}

const shortNamesOf = ({ shortNames }: Named): readonly string[] =>
  (shortNames ?? '').split('|').filter((one) => one !== '')
