import { fold } from '../texts/fold.ts'
import type { Provision } from './provision.ts'

type Folded = { readonly of: Provision; readonly path: string; readonly head: string; readonly all: string }
const folded = new WeakMap<readonly Provision[], readonly Folded[]>()

/** Folded once a version: it is the folding that takes long, and it is asked again with each letter. */
function foldedOf(provisions: readonly Provision[]): readonly Folded[] {
  const known = folded.get(provisions)
  if (known !== undefined) return known
  const made = provisions.map((of): Folded => {
    const path = ` ${fold(of.path)} `
    const head = of.title === null ? path : `${path}${fold(of.title)} `
    return { of, path, head, all: `${head}${fold(of.text)} ` }
  })
  folded.set(provisions, made)
  return made
}

/**
 * The provisions in which each of these words, as `fold` leaves them, begins a word: first the one that is cited so, then
 * those whose heading has them one after another, those that have them so anywhere, and those that have them scattered.
 * For a search through many drafts: what only comes near is left out, as `searchProvisions` does not.
 */
export function provisionsHolding(provisions: readonly Provision[], words: string): readonly Provision[] {
  const parts = words.split(' ').map((word) => ` ${word}`)
  const phrase = ` ${words}`
  const rank = ({ path, head, all }: Folded): number =>
    path === `${phrase} ` ? 0 : head.includes(phrase) ? 1 : all.includes(phrase) ? 2 : 3
  return foldedOf(provisions)
    .filter(({ all }) => parts.every((part) => all.includes(part)))
    .map((one) => ({ of: one.of, rank: rank(one) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ of }) => of)
}
