import type { Entry } from './entry.ts'
import { called, searchEntries } from './search-entries.ts'

/** Which of a directory typed words mean. Only `one` is ever taken; nobody guesses between the others. */
export type Meant =
  | { readonly kind: 'one'; readonly entry: Entry }
  /** They are all called so. */
  | { readonly kind: 'several'; readonly entries: readonly Entry[] }
  /** None is called so, and these come near. */
  | { readonly kind: 'near'; readonly entries: readonly Entry[]; readonly misspelt?: true }
  /** Called so, and not offered any more. */
  | { readonly kind: 'left'; readonly entry: Entry }
  | { readonly kind: 'nobody' }

/** The one rule for words that were typed where something is picked: see `searchEntries` for what fits how well. */
export function whoIsMeant(entries: readonly Entry[], typed: string): Meant {
  const fitting = searchEntries(entries, typed)
  const present = fitting.filter(({ entry }) => entry.left === undefined)
  const [best] = present
  if (typed.trim() === '') return { kind: 'nobody' }
  if (best !== undefined && best.rank <= called) {
    const same = present.filter(({ rank }) => rank === best.rank).map(({ entry }) => entry)
    const seated = same.filter(({ past }) => past === undefined)
    const entries = seated.length === 0 ? same : seated
    const [only, ...others] = entries
    return only !== undefined && others.length === 0 ? { kind: 'one', entry: only } : { kind: 'several', entries }
  }
  const former = fitting.find(({ entry, rank }) => entry.left !== undefined && rank <= called)
  if (former !== undefined) return { kind: 'left', entry: former.entry }
  if (best === undefined) return { kind: 'nobody' }
  const near = present.map(({ entry }) => entry)
  return { kind: 'near', entries: near, ...(best.rank === 8 ? { misspelt: true } : {}) }
}
