import { words } from '../texts/fold.ts'
import { indexUnits, isBody, namesOfUnit, unitsAt } from '../understand/names/units.ts'
import { BODIES } from '../understand/words/bodies.ts'

const KNOWN = Object.entries(BODIES).map(([name, otherNames]) => ({ id: name, name, otherNames }))

/** The ministry or agency that a whole text names, by its whole name: "BTC", "Ministry of Finance"; undefined for none or several. */
export function bodyCalled(text: string): string | undefined {
  const said = words(text)
  const found = said.length === 0 ? undefined : unitsAt(indexUnits(KNOWN), said, 0)
  const [only, ...others] = found?.units ?? []
  return found?.end === said.length && others.length === 0 ? only?.name : undefined
}

const kept = new Map<string, readonly string[]>()
const mostKept = 2_000

/**
 * How else a ministry, agency or locality is called, folded: by the short names that follow from its name ("BTC"), and the
 * known ones. None for an organisation that is no such body.
 */
export function otherNamesOf(name: string): readonly string[] {
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const otherNames = BODIES[name.normalize('NFC')] ?? []
  const names = isBody(name) ? namesOfUnit({ id: name, name, otherNames }) : []
  kept.set(name, names)
  return names
}
