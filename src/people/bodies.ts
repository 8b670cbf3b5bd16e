import { words } from '../texts/fold.ts'
import { indexUnits, unitsAt } from '../understand/names/units.ts'
import { BODIES } from '../understand/words/bodies.ts'

const KNOWN = Object.entries(BODIES).map(([name, otherNames]) => ({ id: name, name, otherNames }))

/** The ministry or agency that a whole text names, by its whole name: "BTC", "Ministry of Finance"; undefined for none or several. */
export function bodyCalled(text: string): string | undefined {
  const said = words(text)
  const found = said.length === 0 ? undefined : unitsAt(indexUnits(KNOWN), said, 0)
  const [only, ...others] = found?.units ?? []
  return found?.end === said.length && others.length === 0 ? only?.name : undefined
}
