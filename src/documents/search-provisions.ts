import MiniSearch from 'minisearch'
import { fold } from '../texts/fold.ts'
import { findProvision } from './find-provision.ts'
import type { Provision } from './provision.ts'
import { findReferences } from './provision-reference.ts'

type Entry = { readonly id: string; readonly path: string; readonly title: string; readonly text: string }
type Index = {
  readonly search: MiniSearch<Entry>
  readonly entries: ReadonlyMap<string, Entry & { readonly of: Provision }>
}
const indexes = new WeakMap<readonly Provision[], Index>()

/** One index a version, made when somebody first looks for words in it. */
function indexOf(provisions: readonly Provision[]): Index {
  const known = indexes.get(provisions)
  if (known !== undefined) return known
  const search = new MiniSearch<Entry>({
    fields: ['path', 'title', 'text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  })
  const entries = provisions.map((of) => ({
    of,
    id: of.id,
    path: fold(of.path),
    title: fold(of.title ?? ''),
    text: fold(of.text),
  }))
  search.addAll(entries)
  const index = { search, entries: new Map(entries.map((entry) => [entry.id, entry])) }
  indexes.set(provisions, index)
  return index
}

/**
 * The provisions that typed words may mean, the likeliest first: one that they cite, by number alone ("12" is Điều 12,
 * then what begins so), then those that hold all the words, then some of them. With or without diacritics; no words give
 * the document's beginning.
 */
export function searchProvisions(provisions: readonly Provision[], typed: string, limit: number): readonly Provision[] {
  const folded = fold(typed)
  if (folded === '') return provisions.slice(0, limit)
  const found = new Set<Provision>(cited(provisions, typed))
  for (const provision of byNumber(provisions, folded)) found.add(provision)
  if (found.size < limit) for (const provision of byWords(provisions, folded, limit)) found.add(provision)
  return [...found].slice(0, limit)
}

function cited(provisions: readonly Provision[], typed: string): readonly Provision[] {
  return findReferences(typed).flatMap((reference) => {
    const found = findProvision(provisions, reference)
    if (found.kind === 'none') return []
    const several = found.kind === 'one' ? [found.provision] : found.candidates
    // What lies in it comes next: who types "Điều 5" may be about to type a clause.
    return [...several, ...provisions.filter(({ parent }) => several.some(({ id }) => id === parent))]
  })
}

/** "1" is Điều 1, then 10 to 19; "dieu 1" likewise, while it is being typed. */
function byNumber(provisions: readonly Provision[], folded: string): readonly Provision[] {
  const number = /^(?:dieu |article )?(\d{1,4}[a-z]?)$/u.exec(folded)?.[1]
  if (number === undefined) return []
  const begin = provisions.filter(
    (each) => each.kind === 'article' && each.number !== null && fold(each.number).startsWith(number),
  )
  return begin.toSorted((one, other) => (one.number ?? '').length - (other.number ?? '').length)
}

function byWords(provisions: readonly Provision[], folded: string, limit: number): readonly Provision[] {
  const { search, entries } = indexOf(provisions)
  const entriesOf = (found: readonly { readonly id: unknown }[]) =>
    found.flatMap(({ id }) => entries.get(String(id)) ?? [])
  const options = {
    boost: { path: 3, title: 4, text: 1 },
    // The last word may be half typed.
    prefix: (_term: string, at: number, all: readonly string[]) => at === all.length - 1,
  }
  const whole = entriesOf(search.search(folded, { ...options, combineWith: 'AND' }))
  // The words as they were typed, one after another, before those that hold them scattered.
  const together = whole.filter(({ path, title, text }) => `${path} ${title} ${text}`.includes(folded))
  const some =
    whole.length >= limit
      ? []
      : entriesOf(
          search.search(folded, { ...options, combineWith: 'OR', fuzzy: (term) => (term.length > 4 ? 1 : false) }),
        )
  return [...together, ...whole, ...some].map(({ of }) => of)
}

/**
 * Where the id of a provision stands in the document, to sort by; null, a general remark, comes first. An id that the
 * version does not have stands behind the nearest provision that it lies in (`d5.k9` behind Điều 5), and behind all where
 * there is none.
 */
export function placesOf(provisions: readonly Provision[]): (id: string | null) => number {
  const places = new Map(provisions.map(({ id }, place) => [id, place]))
  return (id) => {
    if (id === null) return -1
    for (let part = id; part !== ''; part = part.slice(0, Math.max(part.lastIndexOf('.'), part.lastIndexOf('~'), 0))) {
      const place = places.get(part)
      if (place !== undefined) return part === id ? place : place + 0.5
    }
    return provisions.length
  }
}
